// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/catalogue.h"
#include "dcs/exchange.h"
#include "dcs/sendoptions.h"

#include <QObject>

#include <optional>

namespace transport {
class WireManager;
}

namespace batch {

/// Measures connect, TLS and answer time to every region at once. Each gets one `GET /` that names no partner
/// and no user, so that nothing is counted for anybody; whatever status comes back is an answer. Nothing is
/// recorded.
class RegionProbe : public QObject
{
    Q_OBJECT
public:
    struct Row {
        dcs::Region region;
        dcs::Exchange exchange;
    };

    RegionProbe(const QList<dcs::Region> &regions, dcs::SendOptions options, transport::WireManager &network,
        QObject *parent = nullptr);
    ~RegionProbe() override;

    void start();
    void cancel();

    const QList<Row> &rows() const { return m_rows; } ///< in the order of the regions; complete once finished
    /// Index of the row with the shortest total time and an answer, or nullopt if none answered.
    std::optional<int> nearest() const;

Q_SIGNALS:
    void measured(int row);
    void finished();

private:
    QList<Row> m_rows;
    dcs::SendOptions m_options;
    transport::WireManager &m_network;
    int m_pending = 0;
};

} // namespace batch
