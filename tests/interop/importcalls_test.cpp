// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/catalogue.h"
#include "interop/importcalls.h"
#include "support/print.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace {

QByteArray table(int rows)
{
    QByteArray csv = "alias,region,d_uuid,c_a\n";
    for (int i = 0; i < rows; ++i)
        csv += "acme,9," + QByteArray::number(i).rightJustified(38, '0') + ",x y\n";
    return csv;
}

} // namespace

TEST(WriteHttp, WhatWasImportedIsReadAgainCallForCall)
{
    const auto calls = interop::importCalls(table(3), interop::ImportFormat::Csv, dcs::Catalogue::builtIn());
    ASSERT_TRUE(calls);
    interop::ImportedCalls withVariables = *calls;
    withVariables.variables.insert(u"host"_s, u"acme"_s);

    const interop::HttpFile file = interop::HttpFile::parse(interop::writeHttp(withVariables));

    ASSERT_EQ(file.presets().size(), 3);
    EXPECT_EQ(file.variables().value(u"host"_s), u"acme"_s);
    for (int i = 0; i < 3; ++i) {
        EXPECT_EQ(file.presets()[i].call, calls->calls[i].preset.call) << i;
        EXPECT_EQ(file.presets()[i].name, calls->calls[i].preset.name) << i;
        EXPECT_FALSE(file.presets()[i].error) << i;
    }
}

// Reading every block anew for each one that is added took minutes here.
TEST(WriteHttp, ManyThousandCallsAreWrittenInOneGo)
{
    const auto calls
        = interop::importCalls(table(20000), interop::ImportFormat::Csv, dcs::Catalogue::builtIn());
    ASSERT_TRUE(calls);

    const QByteArray text = interop::writeHttp(*calls);

    EXPECT_EQ(interop::HttpFile::parse(text).presets().size(), 20000);
}

TEST(ImportCalls, SaysWhatIsWrongWithATextAndWhere)
{
    struct Case {
        interop::ImportFormat format;
        QByteArray text;
        QByteArray word;
    };
    using enum interop::ImportFormat;
    const QList<Case> cases{
        {Csv, "alias,c_x\nacme,a\nacme,\xe9\n", "line 3"},
        {Csv, "alias,c_x\nacme,a\nacme,a,b\n", "row 2"},
        {Csv, QByteArray("alias,c_x\nacme,a\0b\n", 19), "NUL"},
        {Csv, "alias,region\nacme,Atlantis\n", "Row 1"},
        {Har, QByteArray("{\"log\":\0", 8), "NUL"},
        {Har, "{\"log\":{\n\"entries\":x", "line 2"},
        {Postman, "{\"info\":{},\n\"item\":[\n{\"name\":1,}]}", "line 3"},
        {Postman, "{\"item\":" + QByteArray(100000, '['), "deeper"},
        {Curl, "curl 'http://h/\n", "line 1"},
        {Url, "https://h/\nftp://h/", "Line 2"},
    };
    for (const Case &one : cases) {
        const auto read = interop::importCalls(one.text, one.format, dcs::Catalogue::builtIn());
        ASSERT_FALSE(read.has_value()) << one.text.left(80).toStdString();
        EXPECT_TRUE(read.error().message.toUtf8().contains(one.word)) << read.error().message.toStdString();
        EXPECT_FALSE(read.error().remedy.isEmpty()) << read.error().message.toStdString();
    }
}

TEST(ImportCalls, ReadsTheUtf16ThatWindowsWritesAndSaysSo)
{
    const QString line = u"\uFEFFcurl 'https://acme.demdex.net/event?c_a=1'\r\n"_s;
    const QByteArray text(reinterpret_cast<const char *>(line.utf16()), line.size() * 2);
    ASSERT_EQ(interop::recogniseFormat(text), interop::ImportFormat::Curl);

    const auto read = interop::importCalls(text, interop::ImportFormat::Curl, dcs::Catalogue::builtIn());

    ASSERT_TRUE(read.has_value()) << read.error().message.toStdString();
    ASSERT_EQ(read->calls.size(), 1);
    EXPECT_EQ(dcs::url(read->calls.first().preset.call), "https://acme.demdex.net/event?c_a=1");
    EXPECT_EQ(read->notes.size(), 1);
    EXPECT_FALSE(interop::importCalls("\xFF\xFEx", interop::ImportFormat::Curl, dcs::Catalogue::builtIn()));
}

TEST(ImportCalls, TakesNoHarEntryThatBreaksOff)
{
    const QByteArray whole = R"({"request":{"method":"GET","url":"https://a.demdex.net/event?c=1"}})";
    for (const QByteArray &rest : {QByteArray(R"({"request":{"method":"GET","url":"https://a.demdex.net/)"),
             QByteArray("{\"request\":{\"method\":\"GET\",\"url\":\"https://a.demdex.net/\xe9\"}}]}}"),
             "{\"request\":{\"url\":\"https://a.demdex.net/\",\"headers\":" + QByteArray(2000, '[')}) {
        const auto read = interop::importCalls("{\"log\":{\"entries\":[" + whole + ',' + rest,
            interop::ImportFormat::Har, dcs::Catalogue::builtIn());
        ASSERT_TRUE(read.has_value());
        EXPECT_EQ(read->calls.size(), 1) << rest.left(80).toStdString();
        EXPECT_TRUE(read->notes.join(u' ').contains(u"line 1"));
    }
}
