// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/importdialog.h"

#include "dcs/catalogue.h"
#include "gui/importmodel.h"
#include "gui/plaintext.h"
#include "gui/prompts.h"
#include "gui/services.h"
#include "gui/tablestyle.h"
#include "interop/environmentwriter.h"
#include "store/files.h"
#include "ui_importdialog.h"

#include <QFileInfo>
#include <QPushButton>
#include <QSignalBlocker>

namespace gui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostShown = 200'000; // bytes in the text field; an editor is slow with more

QString formatText(interop::ImportFormat format)
{
    switch (format) {
    case interop::ImportFormat::Url:
        return ImportDialog::tr("URLs");
    case interop::ImportFormat::Curl:
        return ImportDialog::tr("curl lines");
    case interop::ImportFormat::Har:
        return ImportDialog::tr("HAR");
    case interop::ImportFormat::Postman:
        return ImportDialog::tr("Postman collection");
    case interop::ImportFormat::Http:
        return ImportDialog::tr(".http requests");
    case interop::ImportFormat::Csv:
        return ImportDialog::tr("CSV table");
    }
    return {};
}

struct Reading {
    interop::ImportFormat format;
    dcs::Result<interop::ImportedCalls> calls;
};

/// Files that a curl line names (@file) stay unread: a pasted line must not fetch them.
Reading readCalls(
    const QByteArray &text, std::optional<interop::ImportFormat> chosen, const dcs::Catalogue &catalogue)
{
    const interop::ImportFormat format = chosen.value_or(interop::recogniseFormat(text));
    return {format, interop::importCalls(text, format, catalogue)};
}

// Both texts are made before either file is written: a name that is taken leaves both as they are.
dcs::Result<void> addTo(const QString &folder, const interop::Environment &environment)
{
    const store::Workspace workspace(folder);
    for (const bool write : {false, true}) {
        for (const bool privateOne : {false, true}) {
            if (privateOne && environment.privateNames.isEmpty())
                continue;
            const auto before = workspace.environmentFile(privateOne);
            const auto text = before ? interop::addEnvironment(*before, environment, privateOne)
                                     : dcs::Result<QByteArray>(before.error());
            if (!text)
                return text.error();
            if (auto done = write ? workspace.writeEnvironmentFile(privateOne, *text) : dcs::Result<void>();
                !done)
                return done;
        }
    }
    return {};
}

} // namespace

ImportDialog::ImportDialog(Services &services, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ImportDialog>())
    , m_services(services)
    , m_model(new ImportModel(this))
{
    m_ui->setupUi(this);
    m_ui->formatCombo->addItem(tr("Recognise it"));
    for (int format = 0; format <= int(interop::ImportFormat::Csv); ++format)
        m_ui->formatCombo->addItem(formatText(interop::ImportFormat(format)), format);
    setUpTable(*m_ui->callsView);
    m_ui->callsView->setModel(m_model);
    setColumnWidths(*m_ui->callsView, {28, 9, 22});
    m_ui->notesView->setColumns({tr("Note")});
    m_ui->fileEdit->setText(freePath(u"imported"_s));
    m_ui->buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connectButtons();
    m_ui->inputEdit->setFocus();
    readText();
}

ImportDialog::~ImportDialog() = default;

void ImportDialog::connectButtons()
{
    connect(m_ui->inputEdit, &QPlainTextEdit::textChanged, this, [this] {
        m_text = m_ui->inputEdit->toPlainText().toUtf8();
        readText();
    });
    connect(m_ui->openButton, &QPushButton::clicked, this, &ImportDialog::openFile);
    connect(m_ui->formatCombo, &QComboBox::activated, this, &ImportDialog::readText);
    connect(m_ui->allButton, &QPushButton::clicked, this, [this] { m_model->checkAll(true); });
    connect(m_ui->noneButton, &QPushButton::clicked, this, [this] { m_model->checkAll(false); });
    connect(m_model, &QAbstractItemModel::dataChanged, this, &ImportDialog::updateButtons);
    connect(m_ui->fileEdit, &QLineEdit::textChanged, this, &ImportDialog::updateButtons);
    connect(m_ui->tabsButton, &QPushButton::clicked, this, &ImportDialog::openTabs);
    connect(m_ui->addButton, &QPushButton::clicked, this, &ImportDialog::addToPresets);
}

void ImportDialog::read(const QByteArray &text, const QString &fileName)
{
    m_text = text;
    {
        const QSignalBlocker blocker(m_ui->inputEdit); // its text may be only the beginning
        const bool whole = text.size() <= mostShown;
        m_ui->inputEdit->setPlainText(QString::fromUtf8(text.left(mostShown)));
        m_ui->inputEdit->setReadOnly(!whole);
    }
    if (!fileName.isEmpty())
        m_ui->fileEdit->setText(freePath(QFileInfo(fileName).completeBaseName()));
    readText();
}

void ImportDialog::openFile()
{
    const auto name = m_services.prompts().openFile(
        tr("Calls to import"), tr("Calls (*.http *.rest *.har *.json *.csv *.txt *.sh);;All files (*)"));
    if (!name)
        return;
    const auto bytes = store::readFile(*name);
    if (bytes)
        read(*bytes, *name);
    else
        showProblem(bytes.error());
}

void ImportDialog::readText()
{
    if (m_text.trimmed().isEmpty()) {
        m_reading.drop();
        show({}, interop::ImportFormat::Url);
        setPlainText(*m_ui->summaryLabel, tr("Paste something, or open a file."));
        return;
    }
    std::optional<interop::ImportFormat> chosen;
    if (const QVariant format = m_ui->formatCombo->currentData(); format.isValid())
        chosen = interop::ImportFormat(format.toInt());
    m_reading.run([text = m_text, chosen,
                      catalogue = &m_services.catalogue()] { return readCalls(text, chosen, *catalogue); },
        [this](const Reading &reading) {
            show(reading.calls.value_or(interop::ImportedCalls()), reading.format);
            if (!reading.calls)
                showProblem(reading.calls.error());
            else if (reading.calls->calls.isEmpty() && !reading.calls->environment)
                showProblem({dcs::Errc::NotFound, tr("There is no call to the DCS in it."), {}, {}});
        });
}

void ImportDialog::show(const interop::ImportedCalls &calls, interop::ImportFormat format)
{
    m_calls = calls;
    m_model->setCalls(calls.calls);
    QList<QStringList> notes;
    for (const QString &note : calls.notes)
        notes.append({note});
    m_ui->notesView->setRows(notes);
    if (calls.environment) {
        setPlainText(*m_ui->summaryLabel,
            tr("Postman environment “%1”, values: %2")
                .arg(calls.environment->name, QString::number(calls.environment->values.size())));
        setPlainText(*m_ui->problemLabel, {});
        return updateButtons();
    }
    setPlainText(*m_ui->summaryLabel,
        tr("%1, calls: %2").arg(formatText(format), QString::number(calls.calls.size())));
    setPlainText(*m_ui->problemLabel, {});
    updateButtons();
}

void ImportDialog::showProblem(const dcs::Error &error)
{
    setPlainText(*m_ui->problemLabel, (error.message + u' ' + error.remedy).trimmed());
}

void ImportDialog::updateButtons()
{
    const qsizetype count = m_model->checked().size();
    m_ui->tabsButton->setEnabled(count > 0 && count <= mostTabs);
    m_ui->tabsButton->setToolTip(count > mostTabs
            ? tr("At most %1 calls open as tabs; add them to the presets.").arg(mostTabs)
            : QString());
    m_ui->fileEdit->setEnabled(!m_calls.environment);
    m_ui->addButton->setEnabled(
        m_calls.environment || (count > 0 && !m_ui->fileEdit->text().trimmed().isEmpty()));
    m_ui->addButton->setText(m_calls.environment ? tr("Add to envi&ronments") : tr("Add to p&resets"));
    m_ui->allButton->setEnabled(m_model->rowCount() > 0);
    m_ui->noneButton->setEnabled(m_model->rowCount() > 0);
}

// A tab knows no variables of a file: what has a value gets it now, the rest stays {{name}}.
void ImportDialog::openTabs()
{
    QList<interop::Preset> presets;
    for (const interop::ImportedCall &call : m_model->checked()) {
        interop::Preset preset = call.preset;
        if (const auto resolved = interop::resolve(preset.call, m_calls.variables, interop::Dynamic::real()))
            preset.call = *resolved;
        presets.append(preset);
    }
    Q_EMIT openRequested(presets);
    accept();
}

void ImportDialog::addEnvironment(const interop::Environment &environment)
{
    setEnabled(false);
    m_services.files().run(
        this, [folder = m_services.workspace().folder(), environment] { return addTo(folder, environment); },
        [this, name = environment.name](const dcs::Result<void> &added) {
            setEnabled(true);
            if (!added)
                return showProblem(added.error());
            Q_EMIT environmentAdded(name);
            accept();
        });
}

void ImportDialog::addToPresets()
{
    if (m_calls.environment)
        return addEnvironment(*m_calls.environment);
    QString path = m_ui->fileEdit->text().trimmed();
    if (!path.endsWith(".http"_L1) && !path.endsWith(".rest"_L1))
        path += ".http"_L1;
    interop::ImportedCalls calls = m_calls;
    calls.calls = m_model->checked();
    const auto written = m_services.workspace().write(path, interop::writeHttp(calls), {});
    if (!written) {
        showProblem(written.error().code == dcs::Errc::Conflict
                ? dcs::Error{dcs::Errc::Conflict, tr("“%1” exists already.").arg(path),
                    tr("Choose another name; an import never overwrites presets."), {}}
                : written.error());
        m_ui->fileEdit->setFocus();
        return;
    }
    Q_EMIT added(path);
    accept();
}

QString ImportDialog::freePath(const QString &name) const
{
    const QString folder = m_services.workspace().folder() + u'/';
    QString path = name + ".http"_L1;
    for (int n = 2; QFileInfo::exists(folder + path); ++n)
        path = u"%1-%2.http"_s.arg(name, QString::number(n));
    return path;
}

} // namespace gui
