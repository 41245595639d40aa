// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/exchange.h"
#include "dcs/sendoptions.h"
#include "transport/exchangejob.h"
#include "transport/wiremanager.h"

#include <QEventLoop>
#include <QTest>
#include <QTimer>

#include <gtest/gtest.h>

/// A wire request to the region's host, as the form would make it.
inline dcs::WireRequest wireRequest(
    const QByteArray &method = "GET", bool tls = false, const QByteArray &target = "/event?d_rtbd=json")
{
    dcs::WireRequest out;
    out.tls = tls;
    out.host = "usw2.demdex.net";
    out.port = tls ? 443 : 80;
    const QByteArray body = method == "POST" ? "d_rtbd=json&d_cb=x" : "";
    out.bytes = method + ' ' + target + " HTTP/1.1\r\nHost: acme.demdex.net\r\nAccept: */*\r\n";
    if (!body.isEmpty())
        out.bytes += "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
            + QByteArray::number(body.size()) + "\r\n";
    out.bytes += "\r\n";
    out.headBytes = out.bytes.size();
    out.bytes += body;
    return out;
}

/// Dials the loopback in the region's place.
inline dcs::SendOptions toPort(quint16 port, int timeoutMs = 5000)
{
    dcs::SendOptions out;
    out.connectTo = dcs::HostPort{QStringLiteral("127.0.0.1"), port};
    out.timeout = std::chrono::milliseconds(timeoutMs);
    return out;
}

struct Made {
    dcs::Exchange exchange;
    QList<dcs::Exchange> hops;
    int finishes = 0;
};

/// Makes one exchange and waits for its end.
inline Made make(
    transport::WireManager &network, const dcs::WireRequest &request, const dcs::SendOptions &options)
{
    Made out;
    QEventLoop loop;
    transport::ExchangeJob job(request, options, network);
    QObject::connect(&job, &transport::ExchangeJob::finished, &job, [&](const dcs::Exchange &exchange) {
        out.exchange = exchange;
        ++out.finishes;
        loop.quit();
    });
    job.start();
    EXPECT_EQ(out.finishes, 0) << "finished before start() returned";
    QTimer::singleShot(options.timeout + std::chrono::seconds(5), &loop, &QEventLoop::quit);
    loop.exec();
    EXPECT_EQ(out.finishes, 1) << "an exchange finishes exactly once, in time";
    out.hops = job.hops();
    return out;
}

inline dcs::Exchange exchange(const dcs::WireRequest &request, const dcs::SendOptions &options)
{
    transport::WireManager network;
    return make(network, request, options).exchange;
}
