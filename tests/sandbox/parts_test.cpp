// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "sandbox/clienthello.h"
#include "sandbox/consent.h"
#include "sandbox/remembered.h"
#include "sandbox/simulator.h"
#include "support/generate.h"
#include "support/print.h"

#include <QFile>
#include <QJsonDocument>
#include <QMap>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace {

/// A ClientHello with a server name, as OpenSSL lays it out.
QByteArray hello(const QByteArray &name, int splitAt = 0)
{
    const auto number = [](qsizetype value, int bytes) {
        QByteArray out;
        for (int i = bytes - 1; i >= 0; --i)
            out += char(value >> (8 * i) & 0xff);
        return out;
    };
    const auto block
        = [&](const QByteArray &bytes, int lengthBytes) { return number(bytes.size(), lengthBytes) + bytes; };
    QByteArray extensions = number(10, 2) + block(QByteArray(6, '\2'), 2);
    if (!name.isEmpty())
        extensions += number(0, 2) + block(block(QByteArray(1, '\0') + block(name, 2), 2), 2);
    const QByteArray body = number(0x0303, 2) + QByteArray(32, 'r') + block(QByteArray(32, 's'), 1)
        + block(QByteArray::fromHex("13011302"), 2) + block(QByteArray(1, '\0'), 1) + block(extensions, 2);
    const QByteArray message = QByteArray(1, '\1') + block(body, 3);
    const auto record
        = [&](const QByteArray &bytes) { return QByteArray::fromHex("160301") + block(bytes, 2); };
    return splitAt == 0 ? record(message) : record(message.left(splitAt)) + record(message.mid(splitAt));
}

} // namespace

TEST(ClientHello, NamesTheServer)
{
    EXPECT_EQ(sandbox::serverNameIn(hello("USW2.demdex.net")), QByteArray("usw2.demdex.net"));
    EXPECT_EQ(sandbox::serverNameIn(hello("usw2.demdex.net", 3)), QByteArray("usw2.demdex.net"))
        << "two records";
    EXPECT_EQ(sandbox::serverNameIn(hello("usw2.demdex.net") + "more"), QByteArray("usw2.demdex.net"));
    EXPECT_EQ(sandbox::serverNameIn(hello("")), QByteArray(""));
    EXPECT_EQ(sandbox::serverNameIn("GET / HTTP/1.1\r\n"), QByteArray(""));
}

TEST(ClientHello, WaitsAsLongAsBytesAreMissing)
{
    const QByteArray bytes = hello("usw2.demdex.net");
    for (qsizetype size = 0; size < bytes.size(); ++size)
        EXPECT_EQ(sandbox::serverNameIn(bytes.left(size)), std::nullopt) << size;
}

TEST(ClientHello, DamagedBytesDoNoHarm)
{
    Generate generate;
    for (int i = 0; i < 5000; ++i) {
        QByteArray bytes = hello("usw2.demdex.net", generate.chance(30) ? generate.number(1, 60) : 0);
        for (int n = generate.number(1, 6); n > 0; --n)
            bytes[generate.number(0, int(bytes.size()) - 1)] = char(generate.number(0, 255));
        const auto name = sandbox::serverNameIn(bytes);
        EXPECT_LE(name.value_or(QByteArray()).size(), bytes.size());
    }
}

TEST(ConsentString, IsDecodedByItsBits)
{
    const struct {
        QByteArray text;
        int cmp;
        bool given;
    } cases[] = {
        {"CQdWToAQdWToAAfABBENAwEgAP_AAAAAABAgEawAQEagAAAA", 31, true},
        {"CQdWToAQdWToAAfABBENAwEgAIAAAAAAABAgEawAQEagAAAA", 31, false},
        {"CQdWToAQdWToAAfABBENAwEgAAAAAAAAABAgAAAAAAAA", 31, false},
        {"CQdWToAQdWToAAfABBENAwEgAIBAAAAAABAgF5wAgAFALzAAAAAA", 31, false},
        {"CQdWToAQdWToA-gABBENAwEgAIBAAAAAABAgEawAQEagAAAA", 4000, true},
    };
    for (const auto &[text, cmp, given] : cases) {
        for (const QByteArray &more : {QByteArray(), QByteArray(".YAAAAAAAAAA.QAAA")}) {
            const auto consent = sandbox::Consent::decode(text + more);
            ASSERT_TRUE(consent) << text.constData();
            EXPECT_EQ(consent->cmp, cmp) << text.constData();
            EXPECT_EQ(consent->given, given) << text.constData();
        }
    }
}

TEST(ConsentString, OtherTextsAreNone)
{
    for (const QByteArray text : {"", ".", "abc",
             "B"
             "OEFEAyOEFEAyAHABDENAI4AAAB9vABAASA",
             "CQdWToAQdWToAAfABBEN", "C!dWToAQdWToAAfABBENAwEgAP_AAAAAABAgEawAQEagAAAA",
             "CQdWToAQdWToAAfABBENAwEgAP/AAAAAABAgEawAQEagAAAA",
             "CQdWToAQdWToAAfABBENAwEgAP_AAAAAABAgEawAQEagAAAA=="})
        EXPECT_FALSE(sandbox::Consent::decode(text)) << text.constData();
}

TEST(ConsentString, AnyTextIsReadWithoutHarm)
{
    Generate generate;
    for (int i = 0; i < 5000; ++i) {
        QByteArray text = "CQdWToAQdWToAAfABBENAwEgAIBAAAAAABAgF5wAgAFALzAAAAAA";
        for (int n = generate.number(1, 8); n > 0; --n)
            text[generate.number(0, int(text.size()) - 1)] = generate.pick(QByteArray("AaZz09_-."));
        text.truncate(generate.number(0, int(text.size())));
        const auto consent = sandbox::Consent::decode(text);
        EXPECT_LE(consent ? consent->cmp : 0, 4095);
    }
}

TEST(Remembered, KeepsAtLeastTheNewerHalfAndAtMostAll)
{
    Generate generate;
    for (const int most : {1, 2, 3, 10, 100}) {
        sandbox::Remembered<int> map(most);
        QList<int> order;
        for (int i = 0; i < 1000; ++i) {
            const int key = generate.number(0, most * 3);
            map.at(QByteArray::number(key)) = key;
            order.removeAll(key);
            order.append(key);
            ASSERT_LE(map.size(), qMax(2, most));
            for (qsizetype j = qMax(qsizetype(0), order.size() - most / 2); j < order.size(); ++j)
                ASSERT_TRUE(map.contains(QByteArray::number(order[j]))) << most;
        }
        for (const int key : order) {
            const int *found = map.find(QByteArray::number(key));
            EXPECT_EQ(found ? *found : key, key);
        }
    }
}

TEST(Config, TheStandardOneIsValidAndExplainsItself)
{
    const auto read = sandbox::Config::read(QJsonDocument(sandbox::Config::standard().json).toJson());

    EXPECT_TRUE(read) << (read ? "" : read.error().message.toStdString());
    EXPECT_FALSE(sandbox::Config::standard().json.isEmpty());
}

TEST(Config, MistakesAreNamedWithTheirPlace)
{
    const struct {
        QByteArray json;
        QString message;
    } cases[] = {
        {"", u"line 1, column"_s},
        {"{\n \"partners\": [}\n", u"line 2, column"_s},
        {"[]", u"no JSON object"_s},
        {R"({"partner": []})", u"partner is no key"_s},
        {R"({"partners": {}})", u"partners must be an array"_s},
        {R"({"partners": [1]})", u"partners[0] must be an object"_s},
        {R"({"partners": [{}]})", u"partners[0].aliases"_s},
        {R"({"partners": [{"aliases": ["a"], "traits": [{"id": 1, "rule": "c_x = 1"}]}]})",
            u"partners[0].traits[0].rule"_s},
        {R"({"partners": [{"aliases": ["a"], "traits": [{"rule": "c_x == 1"}]}]})",
            u"partners[0].traits[0].id"_s},
        {R"({"partners": [{"aliases": ["a"], "segments": [{"id": 1}]}]})", u"partners[0].segments[0].rule"_s},
        {R"({"partners": [{"aliases": ["a"], "destinations": [{"kind": "file"}]}]})",
            u"destinations[0].kind"_s},
        {R"({"partners": [{"aliases": ["a"], "destinations": [{"kind": "cookie", "url": "x"}]}]})",
            u"destinations[0].url is no key"_s},
        {R"({"partners": [{"aliases": ["a"], "destinations": [{"kind": "url", "segments": {"x": "1"}}]}]})",
            u"segments.x"_s},
        {R"({"partners": [{"aliases": ["a"], "dataSources": [{"id": 1.5}]}]})", u"dataSources[0].id"_s},
        {R"({"partners": [{"aliases": ["a"], "cts": 1}]})", u"cts must be true or false"_s},
        {R"({"region": "9"})", u"region must be a whole number"_s},
        {R"({"fault": "fire"})", u"fault is no kind"_s},
        {R"({"provoke": ["200"]})", u"provoke must be"_s},
        {R"({"cookies": "yes"})", u"cookies must be"_s},
        {R"({"denyList": {"ids": []}})", u"denyList.ids is no key"_s},
    };
    for (const auto &[json, message] : cases) {
        const auto read = sandbox::Config::read(json);
        ASSERT_FALSE(read) << json.constData();
        EXPECT_EQ(read.error().code, dcs::Errc::InvalidInput);
        EXPECT_TRUE(read.error().message.contains(message)) << read.error().message.toStdString();
    }
    EXPECT_TRUE(sandbox::Config::read(R"({"about": "nothing but a remark"})"));
}

TEST(Documentation, ItsExampleIsAValidConfiguration)
{
    QFile file(QStringLiteral(DCS_SOURCE_DIR "/docs/sandbox.md"));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    const qsizetype begin = text.indexOf("```json\n") + 8;
    ASSERT_GE(begin, 8);

    const auto read = sandbox::Config::read(text.mid(begin, text.indexOf("```", begin) - begin));

    EXPECT_TRUE(read) << (read ? "" : read.error().message.toStdString());
}

TEST(Documentation, NamesEveryKindOfFault)
{
    QFile file(QStringLiteral(DCS_SOURCE_DIR "/docs/sandbox.md"));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());

    const QStringList kinds = sandbox::Config::faultKinds();
    for (const QString &kind : kinds)
        EXPECT_TRUE(kind.startsWith(u"code-") || text.contains(u'`' + kind + u'`')) << kind.toStdString();
}
