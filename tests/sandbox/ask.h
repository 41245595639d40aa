// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/catalogue.h"
#include "sandbox/simulator.h"
#include "support/print.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>

#include <gtest/gtest.h>

#include <deque>

/// A response taken apart.
struct Answered {
    QByteArray bytes;
    int status = 0;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;

    explicit Answered(const QByteArray &response = {})
        : bytes(response)
    {
        const qsizetype end = response.indexOf("\r\n\r\n");
        const auto lines = response.left(end).split('\n');
        status = lines.first().split(' ').value(1).toInt();
        for (qsizetype i = 1; i < lines.size(); ++i) {
            const QByteArray line = lines[i].trimmed();
            const qsizetype colon = line.indexOf(':');
            headers.append({line.left(colon), line.mid(colon + 1).trimmed()});
        }
        body = end < 0 ? QByteArray() : response.mid(end + 4);
    }
    QByteArray header(const QByteArray &name) const
    {
        for (const auto &[key, value] : headers) {
            if (key.compare(name, Qt::CaseInsensitive) == 0)
                return value;
        }
        return {};
    }
    QList<QByteArray> cookies() const
    {
        QList<QByteArray> out;
        for (const auto &[key, value] : headers) {
            if (key == "Set-Cookie")
                out.append(value);
        }
        return out;
    }
    QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
    QString uuid() const { return json().value(u"uuid").toString(); }
    QString mid() const { return json().value(u"d_mid").toString(); }
    int region() const { return json().value(u"dcs_region").toInt(-1); }
    QList<int> codes() const
    {
        const QJsonObject object = json();
        QList<int> out;
        const QJsonArray errors
            = object.contains(u"errors") ? object[u"errors"].toArray() : object[u"error_message"].toArray();
        for (const auto &error : errors)
            out.append(error.toObject()[u"code"].toInt(-1));
        return out;
    }
    QList<int> numbers(QStringView key) const
    {
        QList<int> out;
        const QJsonArray array = json().value(key).toArray();
        for (const auto &number : array)
            out.append(number.toInt());
        return out;
    }
};

/// A simulator with a clock and randomness of the test's own.
struct Asking {
    explicit Asking(const sandbox::Config &config = sandbox::Config::standard())
        : simulator(config, dcs::Catalogue::builtIn())
    {
        simulator.setRandom([this] { return nextRandom(); });
    }

    quint64 nextRandom()
    {
        if (randoms.empty())
            return counter += 0x9e3779b97f4a7c15U;
        const quint64 first = randoms.front();
        randoms.pop_front();
        return first;
    }
    void setTid(const QByteArray &tid)
    {
        randoms.push_back(qFromBigEndian<quint64>(QByteArray::fromBase64(tid).constData()));
    }
    void setNewUuid(const QByteArray &uuid)
    {
        randoms.push_back(uuid.left(19).toULongLong() << 1);
        randoms.push_back(uuid.mid(19).toULongLong() << 1);
    }

    sandbox::Response respond(const QByteArray &raw)
    {
        const auto parsed = sandbox::parseRequest(raw);
        const auto *request = std::get_if<sandbox::HttpRequest>(&parsed);
        if (!request) {
            ADD_FAILURE() << "not a request: " << raw.constData();
            return {};
        }
        EXPECT_EQ(request->bytes, raw.size());
        return simulator.respond(*request, {tls, serverName, now});
    }
    Answered raw(const QByteArray &bytes) { return Answered(respond(bytes).bytes); }

    /// GET `target` at acme (or `host`), with more header lines if need be.
    Answered get(
        const QByteArray &target, const QByteArray &lines = {}, const QByteArray &host = "acme.demdex.net")
    {
        return raw("GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\n" + lines + "\r\n");
    }
    /// GET /event?d_rtbd=json&`query`.
    Answered event(const QByteArray &query, const QByteArray &lines = {})
    {
        return get("/event?d_rtbd=json" + (query.isEmpty() ? query : '&' + query), lines);
    }

    sandbox::Simulator simulator;
    bool tls = false;
    QByteArray serverName;
    QDateTime now = QDateTime::fromString(QStringLiteral("2026-01-01T12:00:00Z"), Qt::ISODate);
    std::deque<quint64> randoms;
    quint64 counter = 1;
};

inline const QByteArray aUuid = "78570995290214909736928846629863152490";
inline const QByteArray aMid = "37772646773714021060542651496937081269";

/// The standard configuration with some members replaced.
inline sandbox::Config changed(const QByteArray &json)
{
    sandbox::Config config = sandbox::Config::standard();
    const QJsonObject changes = QJsonDocument::fromJson(json).object();
    EXPECT_FALSE(changes.isEmpty());
    for (auto member = changes.begin(); member != changes.end(); ++member)
        config.json[member.key()] = member.value();
    const auto read = sandbox::Config::read(QJsonDocument(config.json).toJson());
    EXPECT_TRUE(read) << (read ? "" : read.error().message.toStdString());
    return config;
}
