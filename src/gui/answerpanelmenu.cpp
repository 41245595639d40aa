// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/catalogue.h"
#include "gui/answerexport.h"
#include "gui/answerpanel.h"
#include "gui/comparedialog.h"
#include "gui/dialogprompts.h"
#include "gui/services.h"
#include "gui/timingpage.h"
#include "store/files.h"
#include "store/historythread.h"
#include "ui_answerpanel.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>
#include <QMenu>
#include <QPushButton>

// What the panel does with an answer besides showing it: export, compare, look up earlier ones.

namespace gui {

using namespace Qt::StringLiterals;

namespace {

constexpr int earlierChannel = 0x616e7377; // no other reader of the history interrupts ours
constexpr int offeredChannel = 0x6f666672;
constexpr int offeredRows = 50; // to compare with; older ones by their number
constexpr int earlierRows = 20; // the call itself and others that run at the time may come first

// A body that came from a file has nothing else to compare.
bool isWhole(const AnswerReading &reading)
{
    return !reading.exchange.request.bytes.isEmpty();
}

} // namespace

void AnswerPanel::setServices(Services &services)
{
    m_services = &services;
}

Prompts &AnswerPanel::prompts()
{
    if (m_services)
        return m_services->prompts();
    if (!m_ownPrompts)
        m_ownPrompts = std::make_unique<DialogPrompts>(*window());
    return *m_ownPrompts;
}

void AnswerPanel::addMenu()
{
    auto *button = new QPushButton;
    button->setText(tr("Export"));
    button->setToolTip(tr("Save, copy or compare this answer"));
    button->setAutoDefault(false);
    auto *menu = new QMenu(button);
    const auto add
        = [&](const QString &text, auto slot) { m_exports.append(menu->addAction(text, this, slot)); };
    add(tr("&Save body…"), &AnswerPanel::saveBody);
    add(tr("Save as &HAR…"), &AnswerPanel::saveHar);
    add(tr("Copy as &JSON"), &AnswerPanel::copyJson);
    menu->addSeparator();
    m_mask = menu->addAction(tr("&Mask IDs in what is exported"));
    m_mask->setCheckable(true);
    menu->addSeparator();
    menu->addAction(tr("&Compare with another answer…"), this, &AnswerPanel::compare);
    button->setMenu(menu);
    m_ui->answerTabs->setCornerWidget(button);
}

void AnswerPanel::save(
    const QString &title, const QString &name, QByteArray (*bytes)(const AnswerReading &, bool))
{
    if (!m_reading)
        return;
    const auto path = prompts().saveFile(title, name);
    if (!path)
        return;
    m_exporting.run([reading = m_reading, bytes, path = *path,
                        mask = m_mask->isChecked()] { return store::writeFile(path, bytes(*reading, mask)); },
        [this, path = *path](const dcs::Result<void> &written) {
            showMessage(written ? tr("Saved “%1”.").arg(path)
                                : written.error().message + u' ' + written.error().remedy);
        });
}

void AnswerPanel::saveBody()
{
    const bool json = m_reading && m_reading->rows;
    save(tr("Save the body"), json ? QStringLiteral("answer.json") : QStringLiteral("answer.txt"),
        exportedBody);
}

void AnswerPanel::saveHar()
{
    save(tr("Save the exchange"), QStringLiteral("exchange.har"), exportedHar);
}

void AnswerPanel::copyJson()
{
    if (!m_reading)
        return;
    m_exporting.run(
        [reading = m_reading, mask = m_mask->isChecked()] {
            return QString::fromUtf8(exportedJson(*reading, mask));
        },
        [this](const QString &text) {
            QGuiApplication::clipboard()->setText(text);
            showMessage(tr("Copied."));
        });
}

void AnswerPanel::compare()
{
    auto *dialog = new CompareDialog(prompts(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (m_reading)
        dialog->choose(CompareDialog::After,
            dialog->addAnswer({tr("this answer: %1").arg(interop::comparableName(m_reading->exchange)),
                m_reading->exchange, isWhole(*m_reading)}));
    for (const AnswerPanel *other : window()->findChildren<AnswerPanel *>()) {
        if (other != this && other->reading())
            dialog->addAnswer({tr("open call: %1").arg(interop::comparableName(other->reading()->exchange)),
                other->reading()->exchange, isWhole(*other->reading())});
    }
    if (m_services)
        offerHistory(*dialog);
    if (m_earlier)
        dialog->openHistory(CompareDialog::Before, *m_earlier);
    dialog->show();
}

void AnswerPanel::offerHistory(CompareDialog &dialog)
{
    dialog.setHistory([this](qint64 id, QObject *context, const CompareDialog::Deliver &deliver) {
        m_services->history().entry(id, context, [deliver](const dcs::Result<store::HistoryEntry> &entry) {
            if (entry)
                deliver(entry->exchange);
            else
                deliver(entry.error());
        });
    });
    m_services->history().page({}, {}, offeredRows, offeredChannel, &dialog,
        [dialog = &dialog](const dcs::Result<QList<store::HistoryRow>> &rows) {
            for (const store::HistoryRow &row : rows ? *rows : QList<store::HistoryRow>()) {
                if (row.outcome == store::Outcome::Done)
                    dialog->addHistory(row.id,
                        tr("call %1: %2, %3, %4")
                            .arg(QString::number(row.id), QString::fromUtf8(row.method) + u' ' + row.alias,
                                QString::number(row.status),
                                QLocale().toString(row.startedAt.toLocalTime(), QLocale::ShortFormat)));
            }
        });
}

// The last call to the same region that had an answer, for the waterfall.
void AnswerPanel::findEarlier()
{
    const std::optional<int> region = dcs::region(m_reading->call, dcs::Catalogue::builtIn());
    if (!m_services || !region || m_reading->exchange.status == 0)
        return;
    store::HistoryFilter filter;
    filter.region = region;
    m_services->history().page(filter, {}, earlierRows, earlierChannel, this,
        [this, reading = m_reading](const dcs::Result<QList<store::HistoryRow>> &rows) {
            if (!rows || reading != m_reading)
                return;
            QList<qint64> candidates;
            for (const store::HistoryRow &row : *rows) {
                if (row.outcome == store::Outcome::Done && row.startedAt < reading->exchange.startedAt)
                    candidates.append(row.id);
            }
            lookAtEarlier(candidates);
        });
}

// The history notes a call a moment before it starts, so that the first candidate may be this very call.
void AnswerPanel::lookAtEarlier(QList<qint64> candidates)
{
    if (candidates.isEmpty())
        return;
    const qint64 id = candidates.takeFirst();
    m_services->history().entry(
        id, this, [this, id, candidates, reading = m_reading](const dcs::Result<store::HistoryEntry> &entry) {
            if (!entry || reading != m_reading)
                return;
            const dcs::Exchange &earlier = entry->exchange;
            if (earlier.timings == reading->exchange.timings
                && earlier.responseHead == reading->exchange.responseHead) {
                lookAtEarlier(candidates);
                return;
            }
            m_earlier = id;
            fillPage(m_timing);
            m_timing->setEarlier(earlier.timings, earlier.startedAt);
        });
}

} // namespace gui
