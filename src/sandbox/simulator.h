// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/result.h"
#include "sandbox/httprequest.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace dcs {
class Catalogue;
}

namespace sandbox {

/// How an answer leaves: bytes, and how to be slow, cut off or wrong on purpose.
struct Response {
    QByteArray bytes; ///< head and body, complete
    int delayMs = 0; ///< before the first byte
    int bytesPerSecond = 0; ///< 0: at once
    qsizetype paceFrom = 0; ///< with bytesPerSecond: that many bytes leave at once
    std::optional<qsizetype> cutAfter; ///< close (or reset) after that many bytes
    bool reset = false;
    bool close = false;

    int status = 0; ///< for the log
    QByteArray alias; ///< of the partner, or ""
    QByteArray user; ///< whom the call was for; "" without one
    QList<int> codes;
    int region = 0;
};

/// Partners, data sources, traits, segments, destinations, faults: docs/sandbox.md describes the file.
struct Config {
    QJsonObject json;
    QString fault; ///< --fault KIND: every answer goes wrong that way

    static Config standard(); ///< partner `acme`, so that a first call shows everything
    static dcs::Result<Config> read(const QByteArray &json);
    static QStringList faultKinds();
};

/// The DCS, simulated: rules of dcs-protocol, its section 18 where the facts end. Pure but for its own state
/// (users, opt-outs, counters); time and randomness come in. One thread.
class Simulator
{
public:
    Simulator(Config config, const dcs::Catalogue &catalogue);
    ~Simulator();
    Simulator(const Simulator &) = delete;
    Simulator &operator=(const Simulator &) = delete;

    struct Arrival {
        bool tls = false;
        QByteArray serverName; ///< SNI, names the region called; empty on clear text
        QDateTime now;
    };
    Response respond(const HttpRequest &request, const Arrival &arrival);
    /// The region that a call without TLS server name is taken to have reached (default 9).
    void setRegion(int id);
    /// Where transaction IDs and new user IDs come from; the system's generator unless set.
    void setRandom(std::function<quint64()> random);

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace sandbox
