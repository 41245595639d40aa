// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/conflictdialog.h"

#include "dcs/linediff.h"
#include "gui/plaintext.h"
#include "ui_conflictdialog.h"

#include <QPushButton>

namespace gui {

using Kind = dcs::LinePair::Kind;

namespace {

QString kindText(Kind kind)
{
    switch (kind) {
    case Kind::OnlyBefore:
        return ConflictDialog::tr("− in the file");
    case Kind::OnlyAfter:
        return ConflictDialog::tr("+ yours");
    case Kind::Same:
        break;
    }
    return {};
}

} // namespace

ConflictDialog::ConflictDialog(const Prompts::Conflict &conflict, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ConflictDialog>())
{
    m_ui->setupUi(this);
    setPlainText(*m_ui->introLabel,
        conflict.gone
            ? tr("“%1” is no longer in %2: another program removed or renamed it. Nothing was saved yet.")
                  .arg(conflict.name, conflict.path)
            : tr("“%1” was changed in %2 by another program since you opened it. Nothing was saved yet.")
                  .arg(conflict.name, conflict.path));
    m_ui->lines->setColumns({tr("Difference"), tr("In the file"), tr("Yours")});
    showLines(conflict);
    m_ui->takeTheirsButton->setVisible(!conflict.gone);
    m_ui->keepMineButton->setText(conflict.gone ? tr("&Save it again") : tr("&Keep mine"));
    m_ui->buttons->button(QDialogButtonBox::Cancel)->setDefault(true); // Enter overwrites nothing
    connect(m_ui->keepMineButton, &QPushButton::clicked, this, [this] { choose(Prompts::Choice::KeepMine); });
    connect(
        m_ui->takeTheirsButton, &QPushButton::clicked, this, [this] { choose(Prompts::Choice::TakeTheirs); });
    connect(m_ui->saveNewButton, &QPushButton::clicked, this, [this] { choose(Prompts::Choice::SaveAsNew); });
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

ConflictDialog::~ConflictDialog() = default;

void ConflictDialog::showLines(const Prompts::Conflict &conflict)
{
    const QByteArray theirs = conflict.theirs.trimmed(); // the lines are views of these
    const QByteArray mine = conflict.mine.trimmed();
    QList<QStringList> rows;
    int first = -1;
    for (const dcs::LinePair &line : dcs::diffLines(theirs, mine)) {
        if (first < 0 && line.kind != Kind::Same)
            first = int(rows.size());
        rows.append({kindText(line.kind), QString::fromUtf8(line.before), QString::fromUtf8(line.after)});
    }
    m_ui->lines->setRows(rows);
    m_ui->lines->setCurrentIndex(m_ui->lines->model()->index(std::max(first, 0), 0));
}

void ConflictDialog::choose(Prompts::Choice choice)
{
    m_choice = choice;
    accept();
}

} // namespace gui
