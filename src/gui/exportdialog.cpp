// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/exportdialog.h"

#include "dcs/catalogue.h"
#include "gui/copyas.h"
#include "gui/importmodel.h"
#include "gui/plaintext.h"
#include "gui/prompts.h"
#include "gui/services.h"
#include "gui/tablestyle.h"
#include "interop/postman.h"
#include "store/files.h"
#include "ui_exportdialog.h"

#include <QDir>
#include <QFileInfo>
#include <QHeaderView>
#include <QPushButton>

namespace gui {

using namespace Qt::StringLiterals;

namespace {

/// Of several workspaces each is a folder of its own.
dcs::Result<interop::ExportedCalls> readPresets(
    const QStringList &workspaces, const QMap<QString, QString> &values)
{
    interop::ExportedCalls out;
    out.name = QDir(workspaces.first()).dirName();
    for (const QString &folder : workspaces) {
        const store::Workspace workspace(folder);
        auto files = workspace.list();
        if (!files)
            return files.error();
        for (const store::WorkspaceFile &file : std::as_const(*files)) {
            QStringList folders = file.path.split(u'/');
            folders.last() = QFileInfo(folders.last()).completeBaseName();
            if (workspaces.size() > 1)
                folders.prepend(QDir(folder).dirName());
            if (const auto read = workspace.read(file.path))
                interop::addPresets(out, folders, read->bytes, values);
            else
                out.notes.append(read.error().message);
        }
    }
    return out;
}

} // namespace

ExportDialog::ExportDialog(Services &services, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ExportDialog>())
    , m_services(services)
    , m_model(new ImportModel(this))
{
    m_ui->setupUi(this);
    setUpTable(*m_ui->callsView);
    m_ui->callsView->setModel(m_model);
    const int digit = fontMetrics().horizontalAdvance(u'0');
    const int widths[] = {34, 9, 22};
    for (int column = 0; column < 3; ++column)
        m_ui->callsView->horizontalHeader()->resizeSection(column, widths[column] * digit);
    m_ui->notesView->setColumns({tr("Note")});
    for (const interop::ExportFormat &one : interop::exportFormats()) {
        if (!one.holdsSeveral)
            continue;
        m_formats.append(&one);
        m_ui->formatCombo->addItem(titleOf(one));
        if (QByteArrayView(one.name) == "postman")
            m_ui->formatCombo->setCurrentIndex(m_ui->formatCombo->count() - 1);
    }
    m_ui->buttons->button(QDialogButtonBox::Close)->setAutoDefault(false); // Enter closes nothing
    connect(m_model, &QAbstractItemModel::dataChanged, this, &ExportDialog::updateButtons);
    connect(m_ui->allButton, &QPushButton::clicked, this, [this] { m_model->checkAll(true); });
    connect(m_ui->noneButton, &QPushButton::clicked, this, [this] { m_model->checkAll(false); });
    connect(m_ui->formatCombo, &QComboBox::currentIndexChanged, this, &ExportDialog::updateButtons);
    connect(m_ui->saveButton, &QPushButton::clicked, this, &ExportDialog::save);
    readWorkspace();
}

ExportDialog::~ExportDialog() = default;

const interop::ExportFormat &ExportDialog::format() const
{
    return *m_formats[m_ui->formatCombo->currentIndex()];
}

void ExportDialog::readWorkspace()
{
    QMap<QString, QString> values;
    if (const interop::Environment *environment = m_services.environments().current())
        values = environment->values;
    m_reading.run([folders = m_services.workspaceFolders(), values] { return readPresets(folders, values); },
        [this](const dcs::Result<interop::ExportedCalls> &read) { show(read); });
    updateButtons();
}

void ExportDialog::show(const dcs::Result<interop::ExportedCalls> &read)
{
    if (!read)
        showProblem(read.error());
    m_calls = read.value_or(interop::ExportedCalls());
    QList<interop::ImportedCall> rows;
    for (const interop::ExportedCall &call : std::as_const(m_calls.calls))
        rows.append({call.folders, call.preset});
    m_model->setCalls(rows);
    QList<QStringList> notes;
    for (const QString &note : std::as_const(m_calls.notes))
        notes.append({note});
    m_ui->notesView->setRows(notes);
    if (read && rows.isEmpty())
        showProblem({dcs::Errc::NotFound, tr("The workspace has no presets."), {}, {}});
    updateButtons();
}

void ExportDialog::updateButtons()
{
    const qsizetype count = m_model->checkedRows().size();
    const interop::Environment *environment = m_services.environments().current();
    m_ui->saveButton->setEnabled(count > 0);
    m_ui->allButton->setEnabled(m_model->rowCount() > 0);
    m_ui->noneButton->setEnabled(m_model->rowCount() > 0);
    m_ui->environmentCheck->setEnabled(environment && QByteArrayView(format().name) == "postman");
    m_ui->environmentCheck->setToolTip(environment
            ? tr("Writes a second file for Postman. Private values stay here.")
            : tr("No environment is chosen."));
    setPlainText(*m_ui->summaryLabel,
        tr("Checked: %1 of %2").arg(QString::number(count), QString::number(m_model->rowCount())));
}

interop::ExportedCalls ExportDialog::chosen() const
{
    interop::ExportedCalls out = m_calls;
    out.calls.clear();
    for (const int row : m_model->checkedRows())
        out.calls.append(m_calls.calls[row]);
    return m_ui->maskCheck->isChecked() ? interop::maskIdentifiers(out, m_services.catalogue()) : out;
}

void ExportDialog::save()
{
    const auto text = interop::exportCalls(format(), chosen());
    if (!text)
        return showProblem(text.error());
    const bool postman = QByteArrayView(format().name) == "postman";
    const auto name = m_services.prompts().saveFile(tr("Export presets"),
        m_calls.name + (postman ? u".postman_collection."_s : u"."_s) + QLatin1String(format().suffix));
    if (!name)
        return;
    if (const auto done = store::writeFile(*name, *text); !done)
        return showProblem(done.error());
    if (m_ui->environmentCheck->isEnabled() && m_ui->environmentCheck->isChecked())
        return saveEnvironment(*name);
    Q_EMIT saved(*name);
    accept();
}

void ExportDialog::saveEnvironment(const QString &beside)
{
    const interop::Environment *environment = m_services.environments().current();
    const QString path = QFileInfo(beside).path() + u'/' + store::Workspace::fileNameFor(environment->name)
        + u".postman_environment.json"_s;
    if (QFileInfo::exists(path))
        return showProblem({dcs::Errc::Conflict, tr("“%1” exists already.").arg(path),
            tr("The presets were saved, the environment was not."), {}});
    if (const auto done = store::writeFile(path, interop::writePostmanEnvironment(*environment)); !done)
        return showProblem(done.error());
    Q_EMIT saved(beside);
    accept();
}

void ExportDialog::showProblem(const dcs::Error &error)
{
    setPlainText(*m_ui->problemLabel, (error.message + u' ' + error.remedy).trimmed());
}

} // namespace gui
