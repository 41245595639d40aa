// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/history.h"

#include <QCoreApplication>

#include <gtest/gtest.h>

namespace sample {

inline dcs::WireRequest request(const QByteArray &target = "/event?d_rtbd=json&c_likes=famous%20popstar",
    const QByteArray &host = "acme.demdex.net", const QByteArray &body = {})
{
    dcs::WireRequest request;
    request.host = "usw2.demdex.net";
    request.bytes = (body.isEmpty() ? "GET " : "POST ") + target + " HTTP/1.1\r\nHost: " + host
        + "\r\nAccept: */*\r\n\r\n";
    request.headBytes = request.bytes.size();
    request.bytes += body;
    return request;
}

inline dcs::Exchange exchange(
    const dcs::WireRequest &request, const QByteArray &body = R"({"uuid":"123","tid":"31ZpxW5bQGc="})")
{
    dcs::Exchange exchange;
    exchange.request = request;
    exchange.startedAt = QDateTime::fromMSecsSinceEpoch(1769860800123, Qt::UTC);
    exchange.status = 200;
    exchange.reason = "OK";
    exchange.httpVersion = "1.1";
    exchange.headers
        = {{"Content-Type", "application/json;charset=utf-8", true}, {"X-TID", "31ZpxW5bQGc=", true}};
    exchange.responseHead
        = "HTTP/1.1 200 OK\r\nContent-Type: application/json;charset=utf-8\r\nX-TID: 31ZpxW5bQGc=\r\n\r\n";
    exchange.body = body;
    exchange.wireBytes = exchange.responseHead.size() + body.size();
    exchange.timings = {0.1, 0.2, 3.5, 0.1, 12.25, 0.3, 16.45};
    exchange.peer = QStringLiteral("127.0.0.1:8443");
    return exchange;
}

inline QDateTime time(qint64 second = 0)
{
    return QDateTime::fromMSecsSinceEpoch(1769860800000 + second * 1000, Qt::UTC);
}

inline std::unique_ptr<store::History> open(const QString &folder)
{
    auto history = store::History::open(folder);
    EXPECT_TRUE(history.has_value()) << history.error().message.toStdString();
    return history ? std::move(*history) : nullptr;
}

/// A whole call, recorded.
inline store::ExchangeId record(store::History &history, const dcs::Exchange &exchange,
    const store::CallFacts &facts = {}, const store::AnswerFacts &answer = {})
{
    const auto id = history.begin(exchange.request, exchange.startedAt, facts);
    EXPECT_TRUE(id.has_value()) << (id ? "" : id.error().message.toStdString());
    if (!id)
        return 0;
    const auto done = history.finish(*id, exchange, answer);
    EXPECT_TRUE(done.has_value()) << (done ? "" : done.error().message.toStdString());
    return *id;
}

inline void tidy(store::History &history)
{
    while (history.tidySome()) { }
}

inline QList<store::ExchangeId> ids(const QList<store::HistoryRow> &rows)
{
    QList<store::ExchangeId> out;
    for (const store::HistoryRow &row : rows)
        out.append(row.id);
    return out;
}

inline QList<store::ExchangeId> find(const store::History &history, const QString &line, int count = 100,
    std::optional<store::ExchangeId> before = {})
{
    const auto filter = store::parseSearch(line, QDateTime::currentDateTime());
    EXPECT_TRUE(filter.has_value()) << (filter ? "" : filter.error().message.toStdString());
    if (!filter)
        return {};
    const auto rows = history.page(*filter, before, count);
    EXPECT_TRUE(rows.has_value()) << (rows ? "" : rows.error().message.toStdString());
    return rows ? ids(*rows) : QList<store::ExchangeId>();
}

} // namespace sample
