// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/json.h"
#include "dcs/jsonwriter.h"
#include "support/generate.h"
#include "support/print.h"

#include <QLocale>

#include <gtest/gtest.h>

#include <limits>

using dcs::JsonDocument;
using dcs::JsonWriter;

TEST(JsonWriter, WritesKeysInTheOrderOfTheCalls)
{
    JsonWriter out(0);
    out.beginObject()
        .key(u"z")
        .value(1)
        .key(u"a")
        .beginArray()
        .value(QStringLiteral("x"))
        .null()
        .value(true)
        .endArray();
    out.key(u"o").beginObject().endObject().key(u"e").beginArray().endArray().endObject();
    EXPECT_EQ(out.take(), QByteArray("{\"z\":1,\"a\":[\"x\",null,true],\"o\":{},\"e\":[]}\n"));
}

TEST(JsonWriter, IndentsForPeople)
{
    JsonWriter out;
    out.beginObject()
        .key(u"a")
        .beginArray()
        .value(1)
        .value(false)
        .endArray()
        .key(u"b")
        .beginObject()
        .endObject()
        .endObject();
    EXPECT_EQ(out.take(), QByteArray("{\n  \"a\": [\n    1,\n    false\n  ],\n  \"b\": {}\n}\n"));
}

TEST(JsonWriter, WritesDocumentAfterDocument)
{
    JsonWriter out(0);
    out.beginArray().endArray();
    EXPECT_EQ(out.take(), QByteArray("[]\n"));
    out.value(7);
    EXPECT_EQ(out.take(), QByteArray("7\n"));
    out.raw("{\"kept\": 1.10}");
    EXPECT_EQ(out.take(), QByteArray("{\"kept\": 1.10}\n"));
}

TEST(JsonWriter, NumbersDoNotDependOnTheLocale)
{
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::French, QLocale::France));
    JsonWriter out(0);
    out.beginArray().value(1234567.5).value(0.1).value(3.0).value(1e-7).value(qint64(-9007199254740993));
    out.value(std::numeric_limits<double>::quiet_NaN())
        .value(std::numeric_limits<double>::infinity())
        .endArray();
    QLocale::setDefault(before);
    EXPECT_EQ(out.take(), QByteArray("[1234567.5,0.1,3,1e-07,-9007199254740993,null,null]\n"));
}

TEST(JsonWriter, EscapesWhatWouldDriveATerminalOrEndALine)
{
    struct Case {
        QString text;
        QByteArray json;
    };
    const Case cases[] = {
        {QString(), "\"\""},
        {QStringLiteral("a\"b\\c/d"), "\"a\\\"b\\\\c/d\""},
        {QStringLiteral("\b\f\n\r\t"), "\"\\b\\f\\n\\r\\t\""},
        {QString(QChar(0)) + QChar(0x1b) + QChar(0x7f) + QChar(0x9b), "\"\\u0000\\u001b\\u007f\\u009b\""},
        {QString(QChar(0x2028)) + QChar(0x2029) + QChar(0x202e) + QChar(0x2066) + QChar(0xfeff),
            "\"\\u2028\\u2029\\u202e\\u2066\\ufeff\""},
        {QString(QChar(0x61c)) + QChar(0x200b) + QChar(0x2060), "\"\\u061c\\u200b\\u2060\""},
        {QString::fromUcs4(U"\U000e0041x"), "\"\\udb40\\udc41x\""},
        {QStringLiteral("\u00e9\u20ac"), "\"\xc3\xa9\xe2\x82\xac\""},
        {QString::fromUcs4(U"\U0001f600"), "\"\xf0\x9f\x98\x80\""},
        {QString(QChar(0xd83d)), "\"\\ufffd\""},
        {QString(QChar(0xde00)) + QChar(0xd83d) + u'x', "\"\\ufffd\\ufffdx\""},
    };
    for (const Case &c : cases) {
        JsonWriter out(0);
        out.value(c.text);
        EXPECT_EQ(out.take(), c.json + '\n');
    }
}

TEST(JsonWriterProperty, WhatIsWrittenReadsBackTheSame)
{
    Generate generate;
    for (int round = 0; round < 500; ++round) {
        QString text;
        for (int n = generate.number(0, 30); n > 0; --n) {
            const int point = generate.number(0, generate.chance(50) ? 0x2fff : 0x10ffff);
            if (point < 0xd800 || point > 0xdfff)
                text += QString::fromUcs4(reinterpret_cast<const char32_t *>(&point), 1);
        }
        JsonWriter out(generate.number(0, 4));
        out.beginObject().key(text).value(text).endObject();
        const JsonDocument document = JsonDocument::parse(out.take());
        ASSERT_TRUE(document.isValid());
        EXPECT_EQ(document.root().at(0).key(), text);
        EXPECT_EQ(document.root().at(0).string(), text);
    }
}
