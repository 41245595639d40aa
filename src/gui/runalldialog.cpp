// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/runalldialog.h"

#include "dcs/text.h"
#include "gui/answersummary.h"
#include "gui/plaintext.h"
#include "gui/services.h"
#include "ui_runalldialog.h"

#include <QLocale>
#include <QPushButton>

#include <algorithm>

namespace gui {

using namespace Qt::StringLiterals;
using Step = batch::PresetRun::Step;

namespace {

QString stateText(const Step &step)
{
    switch (step.state) {
    case Step::State::Waiting:
        return RunAllDialog::tr("waiting");
    case Step::State::Running:
        return RunAllDialog::tr("sending…");
    case Step::State::Skipped:
        return RunAllDialog::tr("not sent");
    default:
        break;
    }
    if (step.outcome.exchange.failure)
        return step.outcome.exchange.failure->message;
    return step.outcome.exchange.status > 0 ? AnswerSummary::statusText(step.outcome.exchange)
                                            : RunAllDialog::tr("not sent");
}

QString expectationsText(const Step &step)
{
    if (step.expectations.isEmpty())
        return step.preset.expectations.isEmpty() ? QString() : u"–"_s;
    const auto held = std::count_if(step.expectations.begin(), step.expectations.end(),
        [](const dcs::ExpectationOutcome &outcome) { return outcome.held; });
    return RunAllDialog::tr("%1 of %2 held")
        .arg(QString::number(held), QString::number(step.expectations.size()));
}

QString capturedText(const Step &step)
{
    QStringList texts;
    for (auto it = step.captured.begin(); it != step.captured.end(); ++it)
        texts.append(u"%1 = %2"_s.arg(it.key(), it.value()));
    return texts.join(u", "_s);
}

QStringList rowOf(const Step &step)
{
    const double total = step.outcome.exchange.timings.total;
    return {step.preset.title.isEmpty() ? step.preset.name : step.preset.title, stateText(step),
        step.outcome.sent ? RunAllDialog::tr("%1 ms").arg(QLocale().toString(total, 'f', 1)) : QString(),
        expectationsText(step), capturedText(step)};
}

QString detailOf(const Step &step)
{
    QStringList lines;
    if (step.problem)
        lines.append((step.problem->message + u' ' + step.problem->remedy).trimmed());
    if (const auto &failure = step.outcome.exchange.failure)
        lines.append((failure->message + u' ' + failure->remedy).trimmed());
    for (const dcs::ExpectationOutcome &outcome : step.expectations) {
        if (!outcome.held)
            lines.append(
                RunAllDialog::tr("Expected “%1”, got “%2”.").arg(outcome.expression, outcome.actual));
    }
    for (const dcs::AnswerError &error : step.answer.errors)
        lines.append(error.message.isEmpty() ? error.meaning : error.message);
    return lines.join(u' ');
}

} // namespace

RunAllDialog::RunAllDialog(Services &services, const PresetRef &file, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::RunAllDialog>())
    , m_services(services)
    , m_file(file)
{
    m_ui->setupUi(this);
    m_ui->buttons->button(QDialogButtonBox::Close)->setAutoDefault(false); // Enter closes nothing
    m_ui->steps->setColumns({tr("Request"), tr("Status"), tr("Time"), tr("Expectations"), tr("Captured")});
    setPlainText(*m_ui->introLabel,
        tr("The requests of “%1”, in order. What one captures fills the {{variables}} of the next.")
            .arg(file.path));
    connect(m_ui->runButton, &QPushButton::clicked, this, &RunAllDialog::run);
    connect(m_ui->stopButton, &QPushButton::clicked, this, [this] {
        if (m_run)
            m_run->cancel();
    });
    connect(m_ui->openButton, &QPushButton::clicked, this, &RunAllDialog::openCurrent);
    connect(m_ui->steps, &QTableView::doubleClicked, this, &RunAllDialog::openCurrent);
    connect(m_ui->steps->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &RunAllDialog::showCurrent);
    m_ui->runButton->setEnabled(false);
    readFile(false);
}

RunAllDialog::~RunAllDialog() = default;

void RunAllDialog::readFile(bool thenRun)
{
    m_services.files().run(
        this, [file = m_file] { return OpenFile::read(store::Workspace(file.folder), file.path); },
        [this, thenRun](const dcs::Result<OpenFile> &file) {
            showFile(file);
            if (thenRun && !m_presets.isEmpty())
                runRead();
        });
}

void RunAllDialog::showFile(const dcs::Result<OpenFile> &file)
{
    m_presets = file ? file->file.presets() : QList<interop::Preset>();
    m_variables = file ? file->file.variables() : QMap<QString, QString>();
    m_ui->runButton->setEnabled(!m_presets.isEmpty());
    if (!file)
        setPlainText(*m_ui->detailLabel, file.error().message + u' ' + file.error().remedy);
    else if (m_presets.isEmpty())
        setPlainText(*m_ui->detailLabel, tr("The file holds no request."));
    QList<QStringList> rows;
    for (const interop::Preset &preset : std::as_const(m_presets)) {
        Step step;
        step.preset = preset;
        rows.append(rowOf(step));
    }
    m_ui->steps->setRows(rows);
}

PresetPlace RunAllDialog::place() const
{
    PresetPlace place;
    place.folder = m_file.folder;
    place.path = m_file.path;
    place.variables = m_variables;
    return place;
}

bool RunAllDialog::goesLive() const
{
    return std::any_of(m_presets.begin(), m_presets.end(),
        [](const interop::Preset &preset) { return !draftOf(preset).sandbox; });
}

// What is run is what stands in the file now.
void RunAllDialog::run()
{
    if (m_run && m_run->isRunning())
        return;
    m_ui->runButton->setEnabled(false);
    readFile(true);
}

void RunAllDialog::runRead()
{
    if (goesLive() && !m_services.mayGoLive(place()))
        return;
    m_ui->runButton->setEnabled(false);
    const bool sandbox = std::any_of(m_presets.begin(), m_presets.end(),
        [](const interop::Preset &preset) { return draftOf(preset).sandbox; });
    if (!sandbox)
        return start();
    m_services.withSandbox(this, [this](const dcs::Result<void> &running) {
        if (running)
            return start();
        m_ui->runButton->setEnabled(true);
        setPlainText(*m_ui->detailLabel, running.error().message + u' ' + running.error().remedy);
    });
}

void RunAllDialog::start()
{
    const PresetPlace where = place();
    const batch::PresetRunSettings settings{m_file.path, m_services.environments().currentName(),
        m_services.environments().valuesFor(where),
        [this, where](
            const interop::Preset &preset) { return m_services.sendOptions(draftOf(preset), where); },
        &m_services.keychain(), &m_services.cookies(where)};
    m_run = std::make_unique<batch::PresetRun>(
        m_presets, settings, m_services.network(), &m_services.history(), m_services.catalogue());
    connect(m_run.get(), &batch::PresetRun::changed, this, &RunAllDialog::showSteps);
    connect(m_run.get(), &batch::PresetRun::finished, this, [this] {
        m_ui->runButton->setEnabled(true);
        m_ui->stopButton->setEnabled(false);
        showSteps();
        showSummary();
        for (const Step &step : m_run->steps())
            m_services.environments().capture(step.captured);
    });
    m_ui->stopButton->setEnabled(true);
    showSteps();
    m_run->start();
}

void RunAllDialog::showSteps()
{
    const int current = m_ui->steps->currentIndex().row();
    QList<QStringList> rows;
    for (const Step &step : m_run->steps())
        rows.append(rowOf(step));
    m_ui->steps->setRows(rows);
    m_ui->steps->setCurrentIndex(m_ui->steps->model()->index(std::max(0, current), 0));
    showCurrent();
}

const Step *RunAllDialog::chosen() const
{
    const int row = m_ui->steps->currentIndex().row();
    return m_run && row >= 0 && row < m_run->steps().size() ? &m_run->steps()[row] : nullptr;
}

void RunAllDialog::showCurrent()
{
    const Step *step = chosen();
    m_ui->openButton->setEnabled(step && step->outcome.sent);
    setPlainText(*m_ui->detailLabel, step ? detailOf(*step) : QString());
}

// The first that was not as it should be is shown: that is where somebody goes on.
void RunAllDialog::showSummary()
{
    int skipped = 0;
    int wrong = -1;
    for (int i = 0; i < m_run->steps().size(); ++i) {
        const Step &step = m_run->steps()[i];
        skipped += step.state == Step::State::Skipped;
        if (wrong < 0 && (step.state == Step::State::Failed || !step.held() || step.answer.refused()))
            wrong = i;
    }
    if (wrong >= 0)
        m_ui->steps->setCurrentIndex(m_ui->steps->model()->index(wrong, 0));
    showCurrent();
    QStringList sentences{wrong < 0 && skipped == 0 ? tr("All requests were answered as expected.")
                                                    : m_ui->detailLabel->text()};
    if (skipped > 0)
        sentences.append(skipped == 1 ? tr("One request was not sent.")
                                      : tr("%n requests were not sent.", nullptr, skipped));
    setPlainText(*m_ui->detailLabel, sentences.join(u' ').trimmed(), 2000);
}

void RunAllDialog::openCurrent()
{
    const Step *step = chosen();
    if (!step || !step->outcome.sent)
        return;
    Draft draft = draftOf(step->preset);
    draft.call = step->call;
    Q_EMIT openRequested(
        draft, step->outcome.exchange, step->preset.title.isEmpty() ? step->preset.name : step->preset.title);
    accept();
}

} // namespace gui
