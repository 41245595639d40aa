// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/catalogue.h"
#include "interop/curl.h"
#include "interop/environmentwriter.h"
#include "interop/exportcall.h"
#include "interop/har.h"
#include "interop/importcalls.h"
#include "interop/postman.h"
#include "support/print.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace {

const QByteArray west
    = "@region = usw2.demdex.net\n\n"
      "### One\n# @expect status == 200\nGET https://{{region}}/event?c_a=1\n"
      "Host: acme.demdex.net\n\n"
      "### Two\nGET https://{{region}}/event?d_uuid={{user}}\nHost: {{alias}}.demdex.net\n\n"
      "### Broken\nGET\n";

interop::ExportedCalls workspace(const QMap<QString, QString> &values)
{
    interop::ExportedCalls out;
    out.name = u"Calls"_s;
    interop::addPresets(out, {u"west"_s}, west, values);
    interop::addPresets(out, {u"team"_s, u"east"_s}, QByteArray(west).replace("usw2", "irl1"), values);
    return out;
}

dcs::Result<QByteArray> written(const char *format, const interop::ExportedCalls &calls)
{
    return interop::exportCalls(*interop::exportFormat(format), calls);
}

const QMap<QString, QString> values{{u"alias"_s, u"foo"_s}, {u"user"_s, u"00087"_s}};

} // namespace

TEST(ExportCalls, EachFileKeepsItsOwnValuesAndItsPlace)
{
    const interop::ExportedCalls calls = workspace({});
    ASSERT_EQ(calls.calls.size(), 4);
    EXPECT_EQ(calls.notes.size(), 2);
    EXPECT_TRUE(calls.notes.first().contains(u"Broken"));

    const auto read = interop::readPostman(written("postman", calls).value_or({}));

    ASSERT_TRUE(read.has_value());
    ASSERT_EQ(read->items.size(), 4);
    EXPECT_EQ(read->items[1].folders, QStringList{u"west"_s});
    EXPECT_EQ(dcs::url(read->items[1].preset.call), "https://usw2.demdex.net/event?d_uuid={{user}}");
    EXPECT_EQ(dcs::hostHeader(read->items[1].preset.call), "{{alias}}.demdex.net");
    EXPECT_EQ(read->items[3].folders, (QStringList{u"team"_s, u"east"_s}));
    EXPECT_EQ(dcs::url(read->items[3].preset.call), "https://irl1.demdex.net/event?d_uuid={{user}}");
}

TEST(ExportCalls, OneTextHoldsAllCallsWithTheirValues)
{
    const interop::ExportedCalls calls = workspace(values);
    const QList<QByteArray> urls{"https://usw2.demdex.net/event?c_a=1",
        "https://usw2.demdex.net/event?d_uuid=00087", "https://irl1.demdex.net/event?c_a=1",
        "https://irl1.demdex.net/event?d_uuid=00087"};
    for (const char *format : {"curl", "curl-cmd", "curl-powershell", "har"}) {
        SCOPED_TRACE(format);
        const auto text = written(format, calls);
        ASSERT_TRUE(text.has_value()) << text.error().message.toStdString();

        const auto read
            = interop::importCalls(*text, interop::recogniseFormat(*text), dcs::Catalogue::builtIn());

        ASSERT_TRUE(read.has_value()) << text->toStdString();
        ASSERT_EQ(read->calls.size(), urls.size()) << text->toStdString();
        for (qsizetype i = 0; i < urls.size(); ++i)
            EXPECT_EQ(dcs::url(read->calls[i].preset.call), urls[i]);
        EXPECT_EQ(dcs::hostHeader(read->calls[1].preset.call), "foo.demdex.net");
    }
}

TEST(ExportCalls, AnHttpFileOfAllPresetsKeepsWhatTheyExpect)
{
    const auto text = written("http", workspace(values));
    ASSERT_TRUE(text.has_value());

    const interop::HttpFile file = interop::HttpFile::parse(*text);

    ASSERT_EQ(file.presets().size(), 4) << text->toStdString();
    EXPECT_EQ(file.presets()[2].expectations, QStringList{u"status == 200"_s});
    EXPECT_EQ(dcs::url(file.presets()[3].call), "https://irl1.demdex.net/event?d_uuid={{user}}");
}

TEST(ExportCalls, AFormatForOneCallSaysSo)
{
    for (const char *format : {"python", "javascript", "java", "csharp", "artillery", "k6"}) {
        const auto text = written(format, workspace(values));
        ASSERT_FALSE(text.has_value()) << format;
        EXPECT_EQ(text.error().code, dcs::Errc::Unsupported);
    }
}

TEST(ExportCalls, WhatHasNoValueIsNamedWithItsCall)
{
    const auto text = written("curl", workspace({}));

    ASSERT_FALSE(text.has_value());
    EXPECT_TRUE(text.error().message.contains(u"Two")) << text.error().message.toStdString();
}

TEST(ExportCalls, AMaskedTextHasNoValueOfAnybody)
{
    const auto &catalogue = dcs::Catalogue::builtIn();
    interop::ExportedCalls calls = workspace(values);
    calls.variables.insert(u"user"_s, u"00087"_s);
    const interop::ExportedCalls masked = interop::maskIdentifiers(calls, catalogue);
    for (const interop::ExportFormat &format : interop::exportFormats()) {
        if (!format.holdsSeveral)
            continue;
        EXPECT_TRUE(written(format.name, calls).has_value());
        EXPECT_FALSE(written(format.name, masked).value_or({}).contains("00087")) << format.name;
    }
}

TEST(AddEnvironment, KeepsTheFileAndSeparatesWhatIsPrivate)
{
    const interop::Environment staging{
        u"staging"_s, {{u"alias"_s, u"a\"b"_s}, {u"token"_s, u"s3cret"_s}}, {u"token"_s}, false, {}};
    for (const QByteArray &file : {QByteArray(), QByteArray("{}"), QByteArray("{\"live\":{\"alias\":\"x\"}}"),
             QByteArray("{\n\t\"live\" : {\"alias\":\"x\" }\n\n}\n")}) {
        const auto shared = interop::addEnvironment(file, staging, false);
        const auto secret = interop::addEnvironment({}, staging, true);
        ASSERT_TRUE(shared.has_value() && secret.has_value()) << file.toStdString();
        EXPECT_FALSE(shared->contains("s3cret"));
        if (file.contains("live")) {
            EXPECT_TRUE(shared->startsWith(file.left(file.lastIndexOf('}')).trimmed()));
        }

        const auto read = interop::readEnvironments(*shared, *secret);

        ASSERT_TRUE(read.has_value()) << shared->toStdString();
        const interop::Environment &added = read->last();
        EXPECT_EQ(added.name, u"staging"_s) << shared->toStdString();
        EXPECT_EQ(added.values, staging.values);
        EXPECT_EQ(added.privateNames, staging.privateNames);
        EXPECT_FALSE(interop::addEnvironment(*shared, staging, false).has_value());
    }
    EXPECT_FALSE(interop::addEnvironment("{\"live\": ", staging, false).has_value());
    EXPECT_FALSE(interop::addEnvironment("[]", staging, false).has_value());
}

TEST(ImportCalls, TakesAnEnvironmentOfPostmanForWhatItIs)
{
    const QByteArray text
        = interop::writePostmanEnvironment({u"staging"_s, {{u"alias"_s, u"acme"_s}}, {}, false, {}});

    const auto read = interop::importCalls(text, interop::recogniseFormat(text), dcs::Catalogue::builtIn());

    ASSERT_TRUE(read.has_value());
    EXPECT_TRUE(read->calls.isEmpty());
    ASSERT_TRUE(read->environment.has_value());
    EXPECT_EQ(read->environment->values.value(u"alias"_s), u"acme"_s);
}
