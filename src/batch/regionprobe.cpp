// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "batch/regionprobe.h"

#include "dcs/encode.h"
#include "transport/exchangejob.h"
#include "transport/wiremanager.h"

namespace batch {

namespace {

dcs::WireRequest probeRequest(const dcs::Region &region)
{
    dcs::Call call;
    call.connectHost = region.host;
    call.path = "/";
    call.headers = {{"Host", region.host, true}, {"User-Agent", "dcs-workbench/" DCS_VERSION, true}};
    return *dcs::encode(call); // a host of the table can always be sent
}

} // namespace

RegionProbe::RegionProbe(const QList<dcs::Region> &regions, dcs::SendOptions options,
    transport::WireManager &network, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_network(network)
{
    for (const dcs::Region &region : regions)
        m_rows.append({region, {}});
}

RegionProbe::~RegionProbe() = default;

void RegionProbe::start()
{
    m_pending = int(m_rows.size());
    for (int i = 0; i < m_rows.size(); ++i) {
        auto *job = new transport::ExchangeJob(probeRequest(m_rows[i].region), m_options, m_network, this);
        connect(job, &transport::ExchangeJob::finished, this, [this, job, i](const dcs::Exchange &exchange) {
            m_rows[i].exchange = exchange;
            job->deleteLater();
            Q_EMIT measured(i);
            if (--m_pending == 0)
                Q_EMIT finished();
        });
        job->start();
    }
}

void RegionProbe::cancel()
{
    for (transport::ExchangeJob *job : findChildren<transport::ExchangeJob *>())
        job->cancel();
}

std::optional<int> RegionProbe::nearest() const
{
    std::optional<int> best;
    for (int i = 0; i < m_rows.size(); ++i) {
        const dcs::Exchange &exchange = m_rows[i].exchange;
        if (exchange.failure || exchange.status == 0)
            continue;
        if (!best || exchange.timings.total < m_rows[*best].exchange.timings.total)
            best = i;
    }
    return best;
}

} // namespace batch
