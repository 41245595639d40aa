// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/historyexportdialog.h"

#include "gui/plaintext.h"
#include "gui/prompts.h"
#include "gui/services.h"
#include "store/files.h"
#include "store/historythread.h"
#include "ui_historyexportdialog.h"

#include <QLocale>
#include <QPushButton>

namespace gui {

using namespace Qt::StringLiterals;

namespace {

constexpr batch::HistoryFormat formats[] = {batch::HistoryFormat::Har, batch::HistoryFormat::Csv,
    batch::HistoryFormat::Jsonl, batch::HistoryFormat::Curl};

} // namespace

HistoryExportDialog::HistoryExportDialog(Services &services, const store::HistoryFilter &filter,
    const QList<store::ExchangeId> &selected, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::HistoryExportDialog>())
    , m_services(services)
    , m_filter(filter)
    , m_selected(selected)
{
    m_ui->setupUi(this);
    m_ui->buttons->button(QDialogButtonBox::Close)->setAutoDefault(false); // Enter closes nothing
    m_ui->formatCombo->addItems(
        {tr("HAR, for browsers and proxies"), tr("CSV, a line a call, for spreadsheets"),
            tr("JSON Lines, all that is known"), tr("curl, a command a call")});
    m_ui->selectedRadio->setText(tr("The %n &selected call(s)", nullptr, int(selected.size())));
    m_ui->selectedRadio->setEnabled(!selected.isEmpty());
    (selected.size() > 1 ? m_ui->selectedRadio : m_ui->foundRadio)->setChecked(true);
    setPlainText(*m_ui->filterLabel, store::describe(filter));
    connect(m_ui->saveButton, &QPushButton::clicked, this, &HistoryExportDialog::save);
    connect(
        m_ui->stopButton, &QPushButton::clicked, &m_services.history(), &store::HistoryThread::stopTidying);
    m_ui->progress->hide();
}

HistoryExportDialog::~HistoryExportDialog()
{
    if (m_working)
        m_services.history().stopTidying();
}

batch::HistoryChoice HistoryExportDialog::choice() const
{
    batch::HistoryChoice choice;
    choice.format = formats[m_ui->formatCombo->currentIndex()];
    choice.mask = m_ui->maskCheck->isChecked();
    choice.filter = m_filter;
    if (m_ui->selectedRadio->isChecked())
        choice.ids = m_selected;
    return choice;
}

void HistoryExportDialog::save()
{
    const batch::HistoryChoice chosen = choice();
    const auto path = m_services.prompts().saveFile(windowTitle(), u"history"_s + fileSuffix(chosen.format));
    if (!path)
        return;
    setWorking(true);
    setPlainText(*m_ui->stateLabel, tr("Writing…"));
    const auto write = [chosen, path = *path, &catalogue = m_services.catalogue()](store::History &history,
                           const store::History::Progress &progress) -> dcs::Result<qint64> {
        dcs::Result<batch::HistoryExported> exported = dcs::Error{};
        bool isStopped = false;
        const auto goOn = [&](qint64 done, qint64 all) { return !(isStopped = !progress(done, all)); };
        const auto written = store::writeFile(path, [&](const store::WritePiece &piece) -> dcs::Result<void> {
            exported = batch::exportHistory(history, chosen, catalogue, piece, goOn);
            if (!exported)
                return exported.error();
            // What stood there before is worth more than half of an export.
            return isStopped
                ? dcs::Result<void>(dcs::Error{dcs::Errc::Usage, tr("Stopped; nothing was written."), {}, {}})
                : dcs::Result<void>();
        });
        if (!written)
            return written.error();
        return exported->calls;
    };
    m_services.history().work(
        write, this, [this](qint64 done, qint64 all) { showProgress(done, all); },
        [this, path = *path](const dcs::Result<qint64> &calls) { finish(path, calls); });
}

// Thousandths: a bar counts in int.
void HistoryExportDialog::showProgress(qint64 done, qint64 all)
{
    m_ui->progress->setRange(0, all > 0 ? 1000 : 0);
    if (all > 0)
        m_ui->progress->setValue(int(done * 1000 / all));
}

void HistoryExportDialog::finish(const QString &path, const dcs::Result<qint64> &calls)
{
    setWorking(false);
    setPlainText(*m_ui->stateLabel,
        calls ? tr("%n call(s) written to “%1”.", nullptr, int(*calls)).arg(path)
              : (calls.error().message + u' ' + calls.error().remedy).trimmed());
}

void HistoryExportDialog::setWorking(bool working)
{
    m_working = working;
    m_ui->formatCombo->setEnabled(!working);
    m_ui->selectedRadio->setEnabled(!working && !m_selected.isEmpty());
    m_ui->foundRadio->setEnabled(!working);
    m_ui->maskCheck->setEnabled(!working);
    m_ui->saveButton->setEnabled(!working);
    m_ui->stopButton->setEnabled(working);
    m_ui->progress->setVisible(working);
}

} // namespace gui
