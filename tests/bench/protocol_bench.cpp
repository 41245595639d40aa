// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

// Decoding and checking calls, and reading answers, beside what a bare Qt program would use. Ours does more:
// order, repetitions and exact bytes are kept, and every rule of the protocol is looked at.

#include "bench/pair.h"
#include "dcs/answer.h"
#include "dcs/catalogue.h"
#include "dcs/check.h"
#include "dcs/decode.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>
#include <QUrlQuery>

#include <random>

namespace {

QList<QByteArray> generatedUrls(int count)
{
    std::mt19937 engine(1);
    const auto digits = [&engine](int n) {
        QByteArray out;
        while (out.size() < n)
            out += char('0' + engine() % 10);
        return out;
    };
    QList<QByteArray> urls;
    for (int i = 0; i < count; ++i) {
        urls.append("https://usw2.demdex.net/event?d_rtbd=json&d_jsonv=1&d_dst=1&d_uuid=" + digits(38)
            + "&d_cid=123%01cust%2B" + digits(6)
            + "%011&c_likes=jazz%20piano,opera&c_page=checkout&c_total=" + digits(3) + "&p_age=" + digits(2));
    }
    return urls;
}

QList<QByteArray> generatedAnswers(int count)
{
    std::mt19937 engine(2);
    QList<QByteArray> answers;
    for (int i = 0; i < count; ++i) {
        answers.append("{\"stuff\":[{\"cn\":\"aam\",\"cv\":\"seg=984263\",\"ttl\":30,\"dmn\":\"example.com\"}"
                       "],\"dests\":[{\"id\":\"2523-"
            + QByteArray::number(engine() % 1000000)
            + "\",\"y\":\"img\",\"c\":\"http://px.example/i?s=984263\",\"e\":\"https://px.example/"
              "i?s=984263\"}],\"uuid\":"
              "\"78570995290214909736928846629863152490\",\"dcs_region\":9,\"traits\":[420020,5421506],"
              "\"segments\":[984263],\"tid\":"
              "\"A7WVh7svyGU=\"}");
    }
    return answers;
}

} // namespace

int main()
{
    const dcs::Catalogue &catalogue = dcs::Catalogue::builtIn();
    const QList<QByteArray> urls = generatedUrls(2000);
    qsizetype sink = 0;
    bench::pair(
        "decode and check a call", "QUrl and QUrlQuery", double(urls.size()),
        [&] {
            for (const QByteArray &url : urls) {
                auto call = dcs::decodeUrl(url);
                dcs::setHostHeader(*call, "acme.demdex.net");
                sink += dcs::check(*call, catalogue).size();
            }
        },
        [&] {
            for (const QByteArray &url : urls)
                sink += QUrlQuery(QUrl::fromEncoded(url)).queryItems(QUrl::FullyDecoded).size();
        });

    const QList<QByteArray> answers = generatedAnswers(2000);
    bench::pair(
        "read an answer", "QJsonDocument", double(answers.size()),
        [&] {
            for (const QByteArray &answer : answers)
                sink += dcs::Answer::parse(answer, {}, catalogue).traits.size();
        },
        [&] {
            for (const QByteArray &answer : answers)
                sink += QJsonDocument::fromJson(answer).object().size();
        });
    return sink > 0 ? 0 : 1;
}
