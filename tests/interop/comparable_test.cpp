// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/catalogue.h"
#include "interop/comparable.h"
#include "interop/contract.h"
#include "interop/har.h"
#include "support/print.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace {

dcs::Exchange exchange(const QByteArray &query, const QByteArray &body)
{
    dcs::Exchange made;
    made.request.host = "usw2.demdex.net";
    made.request.bytes = "GET /event?" + query + " HTTP/1.1\r\nHost: acme.demdex.net\r\nX-A: 1\r\n\r\n";
    made.request.headBytes = made.request.bytes.size();
    made.startedAt = QDateTime::fromString(u"2026-01-31T12:00:00Z"_s, Qt::ISODate);
    made.status = 200;
    made.headers = {{"Content-Type", "application/json"}, {"X-TID", "t"}};
    made.body = body;
    return made;
}

} // namespace

TEST(Comparable, AHarHasOneForEachCall)
{
    const QByteArray har = interop::writeHar({exchange("c_a=1", R"({"uuid":"1"})"), exchange("c_a=2", "{}")});

    const auto read = interop::readComparables(har, u"x.har"_s);

    ASSERT_TRUE(read);
    ASSERT_EQ(read->size(), 2);
    EXPECT_TRUE(read->at(0).whole);
    EXPECT_TRUE(read->at(1).name.startsWith(u"x.har #2: GET acme.demdex.net/event, 200, 2026-"_s))
        << read->at(1).name.toStdString();
    EXPECT_EQ(interop::compare(read->at(0), read->at(1), dcs::Catalogue::builtIn(), {}).size(), 2);
}

TEST(Comparable, AHarWithoutACallToTheDcsIsRefusedWithAReason)
{
    const auto read = interop::readComparables(R"({"log":{"version":"1.2","entries":[]}})", u"x.har"_s);

    ASSERT_FALSE(read);
    EXPECT_TRUE(read.error().message.contains(u"x.har"_s));
}

TEST(Comparable, ACallThatWasPrintedAsJsonIsAWholeOne)
{
    const dcs::Exchange made = exchange("d_uuid=1&c_a=x%2fy", R"({"uuid":"1"})");
    dcs::JsonWriter out;
    interop::CallMade call;
    call.exchange = &made;
    interop::writeCallMade(out, call);

    const auto read = interop::readComparables(out.take(), u"x.json"_s);

    ASSERT_TRUE(read);
    ASSERT_EQ(read->size(), 1);
    EXPECT_TRUE(read->front().whole);
    EXPECT_EQ(read->front().exchange.request.bytes, made.request.bytes);
    EXPECT_EQ(read->front().exchange.body, made.body);
    EXPECT_EQ(read->front().exchange.headers, made.headers);
    const interop::Comparable original{{}, made, true};
    EXPECT_TRUE(interop::compare(original, read->front(), dcs::Catalogue::builtIn(), {}).isEmpty());
}

TEST(Comparable, AnythingElseIsABody)
{
    for (const QByteArray &body : {QByteArray("{}"), QByteArray(""), QByteArray("<html>"),
             QByteArray(R"({"log":"entries"})"), QByteArray(R"({"request":1,"wireBytes":2})")}) {
        const auto read = interop::readComparables(body, u"x"_s);
        ASSERT_TRUE(read) << body.toStdString();
        ASSERT_EQ(read->size(), 1);
        EXPECT_FALSE(read->front().whole);
        EXPECT_EQ(read->front().exchange.body, body);
    }
}

TEST(Comparable, ABodyIsComparedWithTheAnswerOfACallAlone)
{
    const interop::Comparable whole{{}, exchange("c_a=1", R"({"uuid":"1"})"), true};
    interop::Comparable body;
    body.exchange.body = R"({"uuid":"1"})";

    EXPECT_TRUE(interop::compare(whole, body, dcs::Catalogue::builtIn(), {}).isEmpty());
    body.exchange.body = R"({"uuid":"1")"; // the same as far as it can be read
    const auto found = interop::compare(whole, body, dcs::Catalogue::builtIn(), {});
    ASSERT_EQ(found.size(), 1);
    EXPECT_EQ(found[0].path, u"body"_s);
}
