// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/timingpage.h"

#include "gui/answertable.h"
#include "gui/answertablefinder.h"
#include "gui/timingchart.h"
#include "ui_timingpage.h"

#include <QLocale>

namespace gui {

TimingPage::TimingPage(QWidget *parent)
    : AnswerPage(parent)
    , m_ui(std::make_unique<Ui::TimingPage>())
{
    m_ui->setupUi(this);
    m_ui->connection->setColumns({tr("Fact"), tr("Value")});
    m_ui->certificates->setColumns({tr("Subject"), tr("Issuer"), tr("Names"), tr("Valid from"),
        tr("Valid until"), tr("Days left"), tr("SHA-256")});
    setContent(m_ui->phases);
    m_finder = new AnswerTableFinder({m_ui->phases, m_ui->connection, m_ui->certificates}, this);
    connect(m_finder, &AnswerTableFinder::foundChanged, this, &AnswerPage::foundChanged);
    connect(m_finder, &AnswerTableFinder::shown, this,
        [this](AnswerTable *table) { m_ui->tables->setCurrentWidget(table->parentWidget()); });
    setReading(nullptr);
}

TimingPage::~TimingPage() = default;

void TimingPage::setReading(const AnswerReadingPtr &reading)
{
    m_reading = reading;
    m_earlier.reset();
    m_ui->connection->setRows(reading ? connectionRows(reading->exchange) : QList<QStringList>());
    m_ui->certificates->setRows(
        reading ? certificateRows(reading->exchange, QDateTime::currentDateTimeUtc()) : QList<QStringList>());
    m_ui->tables->setTabVisible(2, !m_ui->certificates->rows().isEmpty());
    showTimings();
}

void TimingPage::setEarlier(const dcs::Timings &timings, const QDateTime &startedAt)
{
    m_earlier = timings;
    m_earlierAt = startedAt;
    showTimings();
}

void TimingPage::showTimings()
{
    QList<TimingCall> calls;
    QStringList columns{tr("Phase"), tr("Time")};
    if (m_reading) {
        for (const dcs::Exchange &hop : m_reading->hops)
            calls.append({tr("Redirect, %1").arg(hop.status), hop.timings, false});
        calls.append({tr("This call"), m_reading->exchange.timings, false});
    }
    if (m_reading && m_earlier) {
        const QString when = QLocale().toString(m_earlierAt.toLocalTime(), QLocale::ShortFormat);
        calls.append({tr("Last to this region, %1").arg(when), *m_earlier, true});
        columns << tr("Last call") << tr("Difference");
    }
    m_ui->chart->setCalls(calls);
    m_ui->phases->setColumns(columns);
    m_ui->phases->setRows({});
    if (m_reading)
        m_ui->phases->setRows(timingRows(m_reading->exchange.timings, m_earlier ? &*m_earlier : nullptr));
}

void TimingPage::find(const RawPattern &pattern)
{
    m_finder->find(pattern);
}

void TimingPage::findNext(bool backward)
{
    m_finder->findNext(backward);
}

AnswerFound TimingPage::found() const
{
    return m_finder->found();
}

} // namespace gui
