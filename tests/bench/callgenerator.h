// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/history.h"

#include <random>

namespace bench {

/// Calls as a team makes them over months: some dozens of partners, a few regions, users that come back,
/// signals out of a vocabulary, answers of a few hundred bytes to some kilobytes, an error now and then. The
/// same seed gives the same calls.
class CallGenerator
{
public:
    struct Recorded {
        dcs::Exchange exchange;
        store::CallFacts facts;
        store::AnswerFacts answer;
    };

    explicit CallGenerator(unsigned seed = 1)
        : m_engine(seed)
    {
    }

    Recorded next(const QDateTime &at)
    {
        Recorded out;
        const int partner = skewed(60);
        const int region = regions[size_t(number(0, 5))];
        const QByteArray user = userId(skewed(200'000));
        out.facts.alias = QStringLiteral("partner%1").arg(partner);
        out.facts.region = region;
        out.facts.firstIdentity = QStringLiteral("uuid ") + QString::fromLatin1(user);
        if (chance(30))
            out.facts.preset = QStringLiteral("team/checks.http#case%1").arg(number(1, 40));
        if (chance(5))
            out.facts.batch = QStringLiteral("batch-%1").arg(number(1, 200));
        QByteArray target = "/event?d_rtbd=json&d_jsonv=1&d_dst=1&d_uuid=" + user;
        if (chance(40))
            target += "&d_cid=" + QByteArray::number(number(100, 900)) + "%01cust" + digits(8) + "%011";
        for (int n = number(1, 5); n > 0; --n)
            target += QByteArray("&c_") + keys[size_t(number(0, 9))] + "=" + phrase("%20");
        dcs::WireRequest &request = out.exchange.request;
        request.host = "dcs" + QByteArray::number(region) + ".demdex.net";
        request.bytes = "GET " + target + " HTTP/1.1\r\nHost: " + out.facts.alias.toLatin1()
            + ".demdex.net\r\nUser-Agent: DCS-Workbench/0.1.0\r\nAccept: */*\r\nConnection: close\r\n\r\n";
        request.headBytes = request.bytes.size();
        answer(out, user, region);
        out.exchange.startedAt = at;
        return out;
    }

    int number(int from, int to) { return std::uniform_int_distribution<int>(from, to)(m_engine); }
    bool chance(int percent) { return number(1, 100) <= percent; }
    QByteArray digits(int count)
    {
        QByteArray out;
        while (count-- > 0)
            out += char('0' + number(0, 9));
        return out;
    }
    QByteArray phrase(const QByteArray &between)
    {
        QByteArray out = words[size_t(number(0, 15))];
        for (int n = number(0, 2); n > 0; --n)
            out += between + words[size_t(number(0, 15))];
        return out;
    }
    static QByteArray userId(int n)
    {
        std::mt19937 engine(unsigned(n) + 7);
        QByteArray out;
        while (out.size() < 38)
            out += char('0' + engine() % 10);
        return out;
    }
    /// Small numbers are the likelier ones.
    int skewed(int below)
    {
        const double x = std::uniform_real_distribution<double>(0, 1)(m_engine);
        return int(x * x * below);
    }

private:
    void answer(Recorded &out, const QByteArray &user, int region)
    {
        dcs::Exchange &exchange = out.exchange;
        exchange.status = chance(98) ? 200 : 503;
        exchange.reason = exchange.status == 200 ? "OK" : "Service Unavailable";
        exchange.httpVersion = "1.1";
        out.answer.tid = QString::fromLatin1(digits(11) + '=');
        QByteArray body = "{\"stuff\":[";
        const int segments = skewed(12);
        for (int i = 0; i < segments; ++i)
            body += QByteArray(i ? "," : "") + "{\"cn\":\"seg_" + words[size_t(number(0, 15))]
                + "\",\"cv\":\"aam=" + digits(7) + "\",\"ttl\":30,\"dmn\":\".example.com\"}";
        body += "],\"uuid\":\"" + user + "\",\"dcs_region\":" + QByteArray::number(region) + ",\"tid\":\""
            + out.answer.tid.toLatin1() + "\"";
        if (chance(4)) {
            const int code = chance(50) ? 171 : number(300, 312);
            out.answer.errorCodes = {code};
            body += ",\"errors\":[{\"code\":" + QByteArray::number(code) + ",\"msg\":\"Encountered code "
                + QByteArray::number(code) + "\"}]";
        }
        exchange.body = body + "}";
        exchange.responseHead = "HTTP/1.1 " + QByteArray::number(exchange.status) + ' ' + exchange.reason
            + "\r\nContent-Type: application/json;charset=utf-8\r\nDCS: dcs-prod-"
            + QByteArray::number(region) + "-v069.edge-" + QByteArray::number(region)
            + ".demdex.com\r\nX-TID: " + out.answer.tid.toLatin1() + "\r\nSet-Cookie: demdex=" + user
            + "; Max-Age=15552000; Expires=Thu, 30 Jul 2026 12:00:00 GMT; Path=/; Domain=.demdex.net; "
              "Secure; SameSite=None"
              "\r\nCache-Control: "
              "no-cache,no-store,must-revalidate,max-age=0,proxy-revalidate,no-transform,private"
              "\r\nContent-Length: "
            + QByteArray::number(exchange.body.size()) + "\r\n\r\n";
        for (const QByteArray &line : exchange.responseHead.split('\n')) {
            const qsizetype colon = line.indexOf(": ");
            if (colon > 0)
                exchange.headers.append({line.first(colon), line.sliced(colon + 2).trimmed(), true});
        }
        exchange.wireBytes = exchange.responseHead.size() + exchange.body.size();
        exchange.timings
            = {0.4, 11.5, 23.25, 0.1, 40 + number(0, 4000) / 100.0, 0.2, 110 + number(0, 4000) / 100.0};
        exchange.peer = QStringLiteral("203.0.113.9:443");
    }

    static constexpr int regions[] = {3, 6, 7, 8, 9, 12};
    static constexpr const char *keys[] = {
        "likes", "page", "city", "brand", "campaign", "product", "color", "age_group", "journey", "channel"};
    static constexpr const char *words[] = {"famous", "popstar", "jazz", "piano", "checkout", "basket",
        "zurich", "lisbon", "sneaker", "summer", "winter", "sale", "video", "mobile", "tablet", "newsletter"};
    std::mt19937 m_engine;
};

} // namespace bench
