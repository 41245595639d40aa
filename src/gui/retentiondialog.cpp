// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/retentiondialog.h"

#include "gui/plaintext.h"
#include "gui/prompts.h"
#include "store/historythread.h"
#include "ui_retentiondialog.h"

#include <QLocale>
#include <QPushButton>

namespace gui {

using namespace Qt::StringLiterals;

namespace {

constexpr int previewDelayMs = 150; // somebody holds a spin box's arrow

QString describe(const store::PruneReport &report)
{
    const QLocale locale;
    const QString count = report.calls == 1 ? RetentionDialog::tr("one call")
                                            : RetentionDialog::tr("%n calls", nullptr, int(report.calls));
    return RetentionDialog::tr("%1, %2, from %3 to %4")
        .arg(count, locale.formattedDataSize(report.bytes),
            locale.toString(report.oldest.toLocalTime().date(), QLocale::ShortFormat),
            locale.toString(report.newest.toLocalTime().date(), QLocale::ShortFormat));
}

} // namespace

RetentionDialog::RetentionDialog(store::HistoryThread &history, Prompts &prompts, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::RetentionDialog>())
    , m_history(history)
    , m_prompts(prompts)
{
    m_ui->setupUi(this);
    m_ui->buttons->button(QDialogButtonBox::Close)->setAutoDefault(false); // Enter closes nothing
    m_delay.setSingleShot(true);
    m_delay.setInterval(previewDelayMs);
    connect(&m_delay, &QTimer::timeout, this, &RetentionDialog::preview);
    const std::pair<QCheckBox *, QSpinBox *> limits[] = {{m_ui->daysCheck, m_ui->daysSpin},
        {m_ui->countCheck, m_ui->countSpin}, {m_ui->sizeCheck, m_ui->sizeSpin}};
    for (const auto &[check, spin] : limits) {
        connect(check, &QCheckBox::toggled, spin, &QWidget::setEnabled);
        connect(check, &QCheckBox::toggled, this, &RetentionDialog::preview);
        connect(spin, &QSpinBox::valueChanged, &m_delay, qOverload<>(&QTimer::start));
        spin->setGroupSeparatorShown(true);
    }
    connect(m_ui->removeButton, &QPushButton::clicked, this, &RetentionDialog::remove);
    connect(m_ui->stopButton, &QPushButton::clicked, &m_history, &store::HistoryThread::stopTidying);
    m_ui->progress->hide();
    preview();
}

RetentionDialog::~RetentionDialog()
{
    if (m_working)
        m_history.stopTidying();
}

store::Retention RetentionDialog::retention() const
{
    store::Retention retention;
    if (m_ui->daysCheck->isChecked())
        retention.days = m_ui->daysSpin->value();
    if (m_ui->countCheck->isChecked())
        retention.count = m_ui->countSpin->value();
    if (m_ui->sizeCheck->isChecked())
        retention.bytes = qint64(m_ui->sizeSpin->value()) << 20;
    return retention;
}

void RetentionDialog::preview()
{
    m_ui->removeButton->setEnabled(false);
    const store::Retention limits = retention();
    const quint64 number = ++m_asked;
    if (!limits.days && !limits.count && !limits.bytes)
        return setPlainText(*m_ui->previewLabel, tr("Choose what may go."));
    setPlainText(*m_ui->previewLabel, tr("Counting…"));
    m_history.prunePreview(limits, this,
        [this, number](const dcs::Result<store::PruneReport> &report) { showPreview(number, report); });
}

void RetentionDialog::showPreview(quint64 number, const dcs::Result<store::PruneReport> &report)
{
    if (number != m_asked || m_working)
        return;
    if (!report)
        return setPlainText(*m_ui->previewLabel, report.error().message + u' ' + report.error().remedy);
    m_report = *report;
    m_ui->removeButton->setEnabled(report->calls > 0);
    setPlainText(*m_ui->previewLabel,
        report->calls > 0 ? tr("Would remove %1.").arg(describe(*report)) : tr("Nothing would be removed."));
}

void RetentionDialog::remove()
{
    if (m_prompts.confirm(tr("Remove calls from the history"),
            tr("This removes %1 for good.").arg(describe(m_report)), tr("Remove")))
        prune();
}

void RetentionDialog::prune()
{
    setWorking(true);
    setPlainText(*m_ui->previewLabel, tr("Removing…"));
    m_history.prune(
        retention(), this, [this](qint64 done, qint64 all) { showProgress(done, all); },
        [this](const dcs::Result<store::PruneReport> &report) {
            if (report)
                vacuum(*report);
            else
                finish(report.error().message + u' ' + report.error().remedy);
        });
}

void RetentionDialog::vacuum(const store::PruneReport &removed)
{
    const QString text
        = removed.calls > 0 ? tr("Removed %1.").arg(describe(removed)) : tr("Nothing was removed.");
    setPlainText(*m_ui->previewLabel, text + u' ' + tr("Giving the space back to the disk…"));
    m_history.vacuum(
        this, [this](qint64 done, qint64 all) { showProgress(done, all); },
        [this, text](const dcs::Result<void> &done) {
            finish(done ? text : text + u' ' + done.error().message + u' ' + done.error().remedy);
        });
}

// Thousandths: a bar counts in int.
void RetentionDialog::showProgress(qint64 done, qint64 all)
{
    m_ui->progress->setRange(0, all > 0 ? 1000 : 0);
    if (all > 0)
        m_ui->progress->setValue(int(done * 1000 / all));
}

void RetentionDialog::finish(const QString &text)
{
    setWorking(false);
    setPlainText(*m_ui->previewLabel, text);
}

void RetentionDialog::setWorking(bool working)
{
    m_working = working;
    for (QWidget *widget :
        std::initializer_list<QWidget *>{m_ui->daysCheck, m_ui->countCheck, m_ui->sizeCheck})
        widget->setEnabled(!working);
    m_ui->daysSpin->setEnabled(!working && m_ui->daysCheck->isChecked());
    m_ui->countSpin->setEnabled(!working && m_ui->countCheck->isChecked());
    m_ui->sizeSpin->setEnabled(!working && m_ui->sizeCheck->isChecked());
    m_ui->removeButton->setEnabled(false);
    m_ui->stopButton->setEnabled(working);
    m_ui->progress->setVisible(working);
}

} // namespace gui
