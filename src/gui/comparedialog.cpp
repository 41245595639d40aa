// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/comparedialog.h"

#include "gui/answertable.h"
#include "gui/comparerows.h"
#include "gui/plaintext.h"
#include "gui/prompts.h"
#include "ui_comparedialog.h"

#include <QFileInfo>
#include <QPushButton>

namespace gui {

using namespace Qt::StringLiterals;

CompareDialog::CompareDialog(Prompts &prompts, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::CompareDialog>())
    , m_prompts(prompts)
{
    m_ui->setupUi(this);
    m_ui->differences->setColumns({tr("Difference"), tr("Part"), tr("Place"), tr("Before"), tr("After")});
    m_ui->ignoreEdit->setText(dcs::DiffOptions::volatileParts().join(u", "_s));
    connect(m_ui->beforeFileButton, &QPushButton::clicked, this, [this] { chooseFile(Before); });
    connect(m_ui->afterFileButton, &QPushButton::clicked, this, [this] { chooseFile(After); });
    const auto open = [this](Side side, const QLineEdit *edit) {
        bool ok = false;
        const qint64 id = edit->text().trimmed().toLongLong(&ok);
        if (ok)
            openHistory(side, id);
        else
            showProblem(tr("“%1” is no number of a call in the history.").arg(edit->text()));
    };
    connect(
        m_ui->beforeIdEdit, &QLineEdit::returnPressed, this, [=, this] { open(Before, m_ui->beforeIdEdit); });
    connect(
        m_ui->afterIdEdit, &QLineEdit::returnPressed, this, [=, this] { open(After, m_ui->afterIdEdit); });
    connect(m_ui->swapButton, &QPushButton::clicked, this, &CompareDialog::swap);
    connect(m_ui->ignoreEdit, &QLineEdit::editingFinished, this, &CompareDialog::compare);
    for (QPushButton *button : findChildren<QPushButton *>())
        button->setAutoDefault(false); // Enter in a field is for the field
    setHistory({});
    compare();
}

CompareDialog::~CompareDialog() = default;

void CompareDialog::setHistory(const FromHistory &history)
{
    m_history = history;
    for (QWidget *widget : std::initializer_list<QWidget *>{
             m_ui->beforeIdEdit, m_ui->beforeIdLabel, m_ui->afterIdEdit, m_ui->afterIdLabel})
        widget->setVisible(bool(history));
}

void CompareDialog::setExchange(Side side, const dcs::Exchange &exchange, const QString &name)
{
    m_exchanges[side] = exchange;
    m_names[side] = name;
    compare();
}

void CompareDialog::openFile(Side side, const QString &path)
{
    m_reading.run([path] { return exchangeOfFile(path); },
        [this, side, path](const dcs::Result<dcs::Exchange> &exchange) {
            if (exchange)
                setExchange(side, *exchange, QFileInfo(path).fileName());
            else
                showProblem(exchange.error().message + u' ' + exchange.error().remedy);
        });
}

void CompareDialog::openHistory(Side side, qint64 id)
{
    if (!m_history)
        return;
    m_history(id, this, [this, side, id](const dcs::Result<dcs::Exchange> &exchange) {
        if (exchange)
            setExchange(side, *exchange, tr("call %1 of the history").arg(id));
        else
            showProblem(exchange.error().message + u' ' + exchange.error().remedy);
    });
}

void CompareDialog::chooseFile(Side side)
{
    if (const auto path
        = m_prompts.openFile(side == Before ? tr("Answer to compare from") : tr("Answer to compare with"),
            tr("Answers (*.har *.json *);;All files (*)")))
        openFile(side, *path);
}

void CompareDialog::swap()
{
    std::swap(m_exchanges[Before], m_exchanges[After]);
    std::swap(m_names[Before], m_names[After]);
    compare();
}

QStringList CompareDialog::ignored() const
{
    QStringList parts;
    for (const QString &part : m_ui->ignoreEdit->text().split(u',', Qt::SkipEmptyParts))
        parts.append(part.trimmed());
    return parts;
}

void CompareDialog::showProblem(const QString &problem)
{
    setPlainText(*m_ui->summaryLabel, problem);
}

void CompareDialog::compare()
{
    m_comparing.drop();
    const QString none = tr("nothing chosen");
    setPlainText(*m_ui->beforeLabel, m_exchanges[Before] ? m_names[Before] : none, 80);
    setPlainText(*m_ui->afterLabel, m_exchanges[After] ? m_names[After] : none, 80);
    m_ui->differences->setRows({});
    if (!m_exchanges[Before] || !m_exchanges[After]) {
        showProblem(tr("Choose two answers to compare."));
        return;
    }
    showProblem(tr("Comparing…"));
    m_comparing.run([before = *m_exchanges[Before], after = *m_exchanges[After],
                        ignore = ignored()] { return Comparison::of(before, after, ignore); },
        [this](const Comparison &comparison) {
            m_ui->differences->setRows(comparison.rows);
            showProblem(comparison.summary());
        });
}

} // namespace gui
