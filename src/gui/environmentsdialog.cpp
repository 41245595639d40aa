// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/environmentsdialog.h"

#include "dcs/text.h"
#include "gui/plaintext.h"
#include "gui/prompts.h"
#include "gui/services.h"
#include "gui/tablestyle.h"
#include "ui_environmentsdialog.h"

#include <QHeaderView>
#include <QPushButton>

namespace gui {

using namespace Qt::StringLiterals;

namespace {

enum Column { NameColumn, ValueColumn, PrivateColumn, ColumnCount };

struct NamedColor {
    const char *name;
    const char *color;
};
// Dark enough for white text on them.
constexpr NamedColor colors[] = {
    {QT_TRANSLATE_NOOP("gui::EnvironmentsDialog", "red"), ""},
    {QT_TRANSLATE_NOOP("gui::EnvironmentsDialog", "purple"), "#7b2d8b"},
    {QT_TRANSLATE_NOOP("gui::EnvironmentsDialog", "blue"), "#1f5fa8"},
    {QT_TRANSLATE_NOOP("gui::EnvironmentsDialog", "green"), "#1d6b3a"},
    {QT_TRANSLATE_NOOP("gui::EnvironmentsDialog", "brown"), "#7a4a12"},
};

QString shownName(const QString &name)
{
    return name == u"$shared"_s ? EnvironmentsDialog::tr("all ($shared)") : dcs::visible(name, 80);
}

} // namespace

EnvironmentsDialog::EnvironmentsDialog(Services &services, const QString &folder, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::EnvironmentsDialog>())
    , m_services(services)
{
    m_ui->setupUi(this);
    setPlainText(*m_ui->introLabel,
        tr("Values for {{variables}}, in http-client.env.json of %1. Private ones go into "
           "http-client.private.env.json, which stays on this machine.")
            .arg(folder));
    m_ui->values->setColumnCount(ColumnCount);
    m_ui->values->setHorizontalHeaderLabels({tr("Name"), tr("Value"), tr("Private")});
    setUpTable(*m_ui->values);
    m_ui->values->verticalHeader()->hide();
    m_ui->values->horizontalHeader()->setSectionResizeMode(ValueColumn, QHeaderView::Stretch);
    for (const NamedColor &color : colors)
        m_ui->colorCombo->addItem(tr(color.name), QString::fromLatin1(color.color));
    connectButtons();
    showCaptured();
    setEnabled(false);
    m_services.files().run(
        this, [folder] { return EnvironmentFiles::read(folder); },
        [this](const dcs::Result<EnvironmentFiles> &files) { showFiles(files); });
}

EnvironmentsDialog::~EnvironmentsDialog() = default;

void EnvironmentsDialog::connectButtons()
{
    connect(m_ui->environmentCombo, &QComboBox::activated, this, [this](int index) {
        takeCurrent();
        m_current = index;
        showCurrent();
    });
    connect(m_ui->newButton, &QPushButton::clicked, this, &EnvironmentsDialog::addEnvironment);
    connect(m_ui->renameButton, &QPushButton::clicked, this, &EnvironmentsDialog::renameEnvironment);
    connect(m_ui->removeButton, &QPushButton::clicked, this, &EnvironmentsDialog::removeEnvironment);
    connect(m_ui->addValueButton, &QPushButton::clicked, this, [this] {
        addValue({}, {}, false);
        m_ui->values->setCurrentCell(m_ui->values->rowCount() - 1, NameColumn);
        m_ui->values->setFocus();
        m_ui->values->edit(m_ui->values->currentIndex());
    });
    connect(m_ui->removeValueButton, &QPushButton::clicked, this, &EnvironmentsDialog::removeValue);
    connect(m_ui->forgetButton, &QPushButton::clicked, this, [this] {
        m_services.environments().forgetCaptured();
        showCaptured();
    });
    connect(m_ui->values, &QTableWidget::itemChanged, this, &EnvironmentsDialog::judge);
    connect(m_ui->liveCheck, &QCheckBox::toggled, this, &EnvironmentsDialog::judge);
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &EnvironmentsDialog::save);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void EnvironmentsDialog::showFiles(const dcs::Result<EnvironmentFiles> &files)
{
    setEnabled(true);
    if (!files) {
        setPlainText(*m_ui->problemLabel, files.error().message + u' ' + files.error().remedy);
        for (QWidget *widget :
            {static_cast<QWidget *>(m_ui->newButton), static_cast<QWidget *>(m_ui->values)})
            widget->setEnabled(false);
        m_ui->buttons->button(QDialogButtonBox::Save)->setEnabled(false);
        return;
    }
    m_files = *files;
    m_edited = files->environments;
    int current = 0;
    for (int i = 0; i < m_edited.size(); ++i) {
        if (m_edited[i].name == m_services.environments().currentName())
            current = i;
    }
    showNames(current);
}

void EnvironmentsDialog::showNames(int current)
{
    m_ui->environmentCombo->clear();
    for (const EnvironmentFiles::Edited &one : std::as_const(m_edited))
        m_ui->environmentCombo->addItem(shownName(one.name), one.name);
    m_current = m_edited.isEmpty() ? -1 : std::clamp(current, 0, int(m_edited.size()) - 1);
    m_ui->environmentCombo->setCurrentIndex(m_current);
    showCurrent();
}

void EnvironmentsDialog::showCurrent()
{
    m_ui->values->setRowCount(0);
    const EnvironmentFiles::Edited one = m_current < 0 ? EnvironmentFiles::Edited() : m_edited[m_current];
    for (auto value = one.values.cbegin(); value != one.values.cend(); ++value)
        addValue(value.key(), value.value(), one.privateNames.contains(value.key()));
    m_ui->liveCheck->setChecked(one.live);
    const int color = m_ui->colorCombo->findData(one.color);
    if (color < 0)
        m_ui->colorCombo->addItem(dcs::visible(one.color, 20), one.color);
    m_ui->colorCombo->setCurrentIndex(color < 0 ? m_ui->colorCombo->count() - 1 : color);
    judge();
}

void EnvironmentsDialog::showCaptured()
{
    const QMap<QString, QString> &captured = m_services.environments().captured();
    QStringList lines;
    for (auto value = captured.cbegin(); value != captured.cend(); ++value)
        lines.append(u"%1 = %2"_s.arg(value.key(), value.value()));
    setPlainText(*m_ui->capturedLabel,
        lines.isEmpty() ? tr("Nothing was captured from an answer yet.")
                        : tr("Captured from answers, before all others: %1").arg(lines.join(u" · "_s)));
    m_ui->forgetButton->setEnabled(!lines.isEmpty());
}

void EnvironmentsDialog::addValue(const QString &name, const QString &value, bool secret)
{
    const QSignalBlocker quiet(m_ui->values);
    const int row = m_ui->values->rowCount();
    m_ui->values->insertRow(row);
    m_ui->values->setItem(row, NameColumn, new QTableWidgetItem(name));
    m_ui->values->setItem(row, ValueColumn, new QTableWidgetItem(value));
    auto *mark = new QTableWidgetItem;
    mark->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    mark->setCheckState(secret ? Qt::Checked : Qt::Unchecked);
    mark->setData(Qt::AccessibleTextRole, tr("private"));
    m_ui->values->setItem(row, PrivateColumn, mark);
}

void EnvironmentsDialog::removeValue()
{
    m_ui->values->removeRow(m_ui->values->currentRow());
    judge();
}

void EnvironmentsDialog::takeCurrent()
{
    if (m_current < 0)
        return;
    EnvironmentFiles::Edited &one = m_edited[m_current];
    one.values.clear();
    one.privateNames.clear();
    for (int row = 0; row < m_ui->values->rowCount(); ++row) {
        const QString name = m_ui->values->item(row, NameColumn)->text().trimmed();
        if (name.isEmpty())
            continue;
        one.values.insert(name, m_ui->values->item(row, ValueColumn)->text());
        if (m_ui->values->item(row, PrivateColumn)->checkState() == Qt::Checked)
            one.privateNames.append(name);
    }
    one.live = m_ui->liveCheck->isChecked();
    one.color = m_ui->colorCombo->currentData().toString();
}

/// Says it where a name is taken.
bool EnvironmentsDialog::isFree(const QString &name)
{
    const bool isTaken = m_ui->environmentCombo->findData(name) >= 0;
    if (isTaken)
        setPlainText(
            *m_ui->problemLabel, tr("There is an environment “%1” already.").arg(dcs::visible(name, 60)));
    return !isTaken && !name.isEmpty();
}

void EnvironmentsDialog::addEnvironment()
{
    const auto name = m_services.prompts().text(tr("New environment"), tr("Name of the environment"), {});
    if (!name || !isFree(name->trimmed()))
        return;
    takeCurrent();
    m_edited.append({name->trimmed(), {}, {}, {}, false, {}});
    showNames(int(m_edited.size()) - 1);
}

void EnvironmentsDialog::renameEnvironment()
{
    if (m_current < 0)
        return;
    takeCurrent();
    const auto name = m_services.prompts().text(
        tr("Rename environment"), tr("Name of the environment"), m_edited[m_current].name);
    if (!name || name->trimmed() == m_edited[m_current].name || !isFree(name->trimmed()))
        return;
    m_edited[m_current].name = name->trimmed();
    showNames(m_current);
}

void EnvironmentsDialog::removeEnvironment()
{
    if (m_current < 0)
        return;
    m_edited.removeAt(m_current);
    showNames(m_current - 1);
}

void EnvironmentsDialog::judge()
{
    const bool chosen = m_current >= 0;
    const bool isShared = chosen && m_edited[m_current].name == u"$shared"_s;
    for (QWidget *widget : {static_cast<QWidget *>(m_ui->removeButton),
             static_cast<QWidget *>(m_ui->addValueButton), static_cast<QWidget *>(m_ui->values)})
        widget->setEnabled(chosen);
    m_ui->renameButton->setEnabled(chosen && !isShared);
    m_ui->removeValueButton->setEnabled(m_ui->values->rowCount() > 0);
    m_ui->liveCheck->setEnabled(chosen && !isShared);
    m_ui->colorCombo->setEnabled(m_ui->liveCheck->isEnabled() && m_ui->liveCheck->isChecked());
    QSet<QString> names;
    QString problem;
    for (int row = 0; row < m_ui->values->rowCount(); ++row) {
        const QString name = m_ui->values->item(row, NameColumn)->text().trimmed();
        const bool hasValue = !m_ui->values->item(row, ValueColumn)->text().isEmpty();
        if (name.isEmpty() && hasValue)
            problem = tr("A value needs a name.");
        else if (!name.isEmpty() && names.contains(name))
            problem = tr("“%1” stands there twice.").arg(name);
        else if (name.contains(u'{') || name.contains(u'}'))
            problem = tr("A name has no braces: they are written where it is used.");
        names.insert(name);
    }
    setPlainText(*m_ui->problemLabel, problem);
    m_ui->buttons->button(QDialogButtonBox::Save)->setEnabled(problem.isEmpty());
}

/// The chosen environment stays chosen by its new name.
void EnvironmentsDialog::keepChosen()
{
    const QString chosen = m_services.environments().currentName();
    const auto one = std::find_if(m_edited.cbegin(), m_edited.cend(),
        [&](const EnvironmentFiles::Edited &now) { return !now.before.isEmpty() && now.before == chosen; });
    if (one != m_edited.cend())
        m_services.environments().choose(one->name);
}

void EnvironmentsDialog::save()
{
    takeCurrent();
    setEnabled(false);
    m_services.files().run(
        this, [files = m_files, after = m_edited] { return files.write(after); },
        [this](const dcs::Result<void> &written) {
            setEnabled(true);
            if (!written) {
                setPlainText(*m_ui->problemLabel, written.error().message + u' ' + written.error().remedy);
                return;
            }
            keepChosen();
            Q_EMIT saved();
            accept();
        });
}

} // namespace gui
