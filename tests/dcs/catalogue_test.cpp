// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/catalogue.h"
#include "support/print.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QResource>
#include <QSet>

#include <gtest/gtest.h>

#include <thread>
#include <vector>

using namespace dcs;
using namespace Qt::StringLiterals;

namespace {

const Catalogue &catalogue()
{
    return Catalogue::builtIn();
}

QJsonObject table(const QString &name)
{
    catalogue().regions(); // registers the resource
    const QResource resource(u":/tables/"_s + name);
    return QJsonDocument::fromJson(resource.uncompressedData()).object();
}

TEST(CatalogueTest, EveryRowOfEveryTableIsRead)
{
    EXPECT_EQ(catalogue().regions().size(), 8);
    EXPECT_EQ(catalogue().otherHosts().size(), 5);
    EXPECT_EQ(catalogue().attributes().size(), 91);
    EXPECT_EQ(catalogue().prefixes().size(), 5);
    EXPECT_EQ(catalogue().authStates().size(), 3);
    EXPECT_EQ(catalogue().errors().size(), 35);
    EXPECT_EQ(catalogue().statuses().size(), 3);
    EXPECT_EQ(catalogue().globalDataSources().size(), 8);
    EXPECT_EQ(catalogue().relatedSources().size(), 5);
    EXPECT_GE(catalogue().findingCodes().size(), 70);
}

TEST(CatalogueTest, NoRowOccursTwiceAndEachIsFoundByItsKey)
{
    QSet<QString> names;
    for (const Attribute &row : catalogue().attributes()) {
        EXPECT_FALSE(names.contains(row.name)) << row.name.toStdString();
        names.insert(row.name);
        EXPECT_EQ(catalogue().attribute(row.name), &row);
    }
    QSet<int> codes;
    for (const ErrorEntry &row : catalogue().errors()) {
        EXPECT_FALSE(codes.contains(row.code)) << row.code;
        codes.insert(row.code);
        EXPECT_EQ(catalogue().error(row.code), &row);
    }
    for (const FindingEntry &row : catalogue().findingCodes())
        EXPECT_EQ(catalogue().findingCode(row.code), &row) << row.code.toStdString();
    for (const Topic &row : catalogue().topics())
        EXPECT_EQ(catalogue().topic(row.name.toUpper()), &row) << row.name.toStdString();
}

TEST(CatalogueTest, EveryKeyOfARowIsOneThatTheReaderKnows)
{
    // A misspelt key in a table would otherwise be passed over in silence.
    const QSet<QString> known{u"name"_s, u"kind"_s, u"adobe"_s, u"summary"_s, u"type"_s, u"format"_s,
        u"pattern"_s, u"allowed"_s, u"default"_s, u"endpoints"_s, u"direction"_s, u"repeatable"_s,
        u"commaList"_s, u"required"_s, u"requires"_s, u"conflictsWith"_s, u"deprecated"_s, u"replacedBy"_s,
        u"reserved"_s, u"sensitive"_s, u"answer"_s, u"errorCodes"_s, u"findingCodes"_s, u"example"_s,
        u"notes"_s, u"certainty"_s, u"source"_s};
    const QJsonArray rows = table(u"attributes.json"_s).value(u"attributes"_s).toArray();
    ASSERT_EQ(rows.size(), catalogue().attributes().size());
    for (const QJsonValue row : rows) {
        for (const QString &key : row.toObject().keys())
            EXPECT_TRUE(known.contains(key)) << key.toStdString();
    }
}

TEST(CatalogueTest, EveryAttributeIsComplete)
{
    const QStringList kinds{u"identity"_s, u"option"_s, u"answer"_s, u"trait"_s, u"context"_s, u"sync"_s,
        u"consent"_s, u"media"_s, u"geo"_s, u"device"_s, u"header"_s};
    const QStringList endpoints{u"event"_s, u"id"_s, u"ibs"_s, u"optout"_s, u"inbound file"_s};
    for (const Attribute &row : catalogue().attributes()) {
        SCOPED_TRACE(row.name.toStdString());
        EXPECT_TRUE(kinds.contains(row.kind));
        EXPECT_GT(row.summary.size(), 10);
        EXPECT_FALSE(row.endpoints.isEmpty());
        for (const QString &endpoint : row.endpoints)
            EXPECT_TRUE(endpoints.contains(endpoint));
        EXPECT_TRUE(
            row.certainty == u"documented"_s || row.certainty == u"seen"_s || row.certainty == u"unknown"_s);
        EXPECT_FALSE(row.source.isEmpty());
        EXPECT_EQ(row.allowed.size(), row.allowedMeanings.size());
        for (const QString &meaning : row.allowedMeanings)
            EXPECT_FALSE(meaning.isEmpty());
    }
}

TEST(CatalogueTest, EveryReferenceLeadsSomewhere)
{
    const auto checkCodes = [](const QList<int> &codes) {
        for (const int code : codes)
            EXPECT_TRUE(catalogue().error(code)) << code;
    };
    const auto checkFindings = [](const QStringList &codes) {
        for (const QString &code : codes)
            EXPECT_TRUE(catalogue().findingCode(code)) << code.toStdString();
    };
    for (const Attribute &row : catalogue().attributes()) {
        SCOPED_TRACE(row.name.toStdString());
        checkCodes(row.errorCodes);
        checkFindings(row.findingCodes);
        for (const QString &key : row.replacedBy + row.requires_ + row.conflictsWith)
            EXPECT_TRUE(catalogue().attribute(key)) << key.toStdString();
    }
    for (const ErrorEntry &row : catalogue().errors())
        checkFindings(row.findingCodes);
    for (const FindingEntry &row : catalogue().findingCodes())
        checkCodes(row.dcsCodes);
    for (const Topic &row : catalogue().topics()) {
        checkCodes(row.errorCodes);
        checkFindings(row.findingCodes);
    }
    const QJsonArray mistakes = table(u"attributes.json"_s).value(u"likelyMistakes"_s).toArray();
    EXPECT_EQ(mistakes.size(), 14);
    for (const QJsonValue row : mistakes) {
        const QString meant = catalogue().likelyMistakeFor(row.toObject().value(u"key"_s).toString());
        EXPECT_TRUE(catalogue().attribute(meant)) << meant.toStdString();
    }
}

TEST(CatalogueTest, EveryPatternCompilesAndItsExampleMatches)
{
    for (const Attribute &row : catalogue().attributes()) {
        SCOPED_TRACE(row.name.toStdString());
        ASSERT_TRUE(row.matcher.isValid()) << row.matcher.errorString().toStdString();
        if (row.pattern.isEmpty())
            continue;
        EXPECT_TRUE(row.pattern.startsWith(u'^') && row.pattern.endsWith(u'$'));
        EXPECT_TRUE(row.matcher.match(row.example).hasMatch()) << row.example.toStdString();
        EXPECT_FALSE(row.matcher.match(u"&"_s).hasMatch());
        for (const QString &value : row.allowed)
            EXPECT_TRUE(row.matcher.match(value).hasMatch()) << value.toStdString();
    }
    for (const GlobalDataSource &row : catalogue().globalDataSources()) {
        SCOPED_TRACE(row.code.toStdString());
        ASSERT_TRUE(row.matcher.isValid());
        EXPECT_TRUE(row.matcher.match(row.example).hasMatch());
        EXPECT_FALSE(row.invalidExamples.isEmpty());
        for (const QString &wrong : row.invalidExamples)
            EXPECT_FALSE(row.matcher.match(wrong).hasMatch()) << wrong.toStdString();
        EXPECT_EQ(row.strict, !row.zeroValue.isEmpty());
        if (!row.zeroValue.isEmpty()) {
            EXPECT_TRUE(row.matcher.match(row.zeroValue).hasMatch());
        }
    }
    const QRegularExpression hash(catalogue().hashedEmail().pattern);
    EXPECT_TRUE(hash.match(catalogue().hashedEmail().exampleOutput).hasMatch());
    EXPECT_FALSE(hash.match(catalogue().hashedEmail().exampleOutput.toUpper()).hasMatch());
}

TEST(CatalogueTest, SignalKeysThatTraitRulesCanNameMatchThePattern)
{
    const QJsonObject rule = table(u"attributes.json"_s).value(u"signalKey"_s).toObject();
    ASSERT_FALSE(rule.value(u"valid"_s).toArray().isEmpty());
    for (const QJsonValue key : rule.value(u"valid"_s).toArray())
        EXPECT_TRUE(catalogue().signalKeyMatcher().match(key.toString()).hasMatch())
            << key.toString().toStdString();
    for (const QJsonValue key : rule.value(u"invalid"_s).toArray())
        EXPECT_FALSE(catalogue().signalKeyMatcher().match(key.toString()).hasMatch())
            << key.toString().toStdString();
}

TEST(CatalogueTest, ErrorMessagesMatchTheirOwnPatternAndNoOther)
{
    for (const ErrorEntry &row : catalogue().errors()) {
        SCOPED_TRACE(row.code);
        ASSERT_TRUE(row.pattern.isValid());
        QString sample = row.message;
        sample.replace(QRegularExpression(u"<maximum [a-z]+>"_s), u"11"_s);
        sample.replace(QRegularExpression(u"<[^>]*>"_s), u"4711"_s);
        EXPECT_TRUE(row.pattern.match(sample).hasMatch()) << sample.toStdString();
        EXPECT_TRUE(row.pattern.match(sample.toUpper()).hasMatch());
        for (const QString &variant : row.variants)
            EXPECT_TRUE(row.pattern.match(variant).hasMatch()) << variant.toStdString();
        for (const ErrorEntry &other : catalogue().errors()) {
            if (other.code != row.code) {
                EXPECT_FALSE(other.pattern.match(sample).hasMatch()) << other.code;
            }
        }
        EXPECT_EQ(row.level, row.code < 300 ? u"error"_s : u"warning"_s);
        EXPECT_FALSE(row.meaning.isEmpty());
        EXPECT_FALSE(row.causes.isEmpty());
        EXPECT_FALSE(row.effect.isEmpty());
        EXPECT_FALSE(row.action.isEmpty());
    }
}

TEST(CatalogueTest, ErrorPatternsNameWhatTheMessageIsAbout)
{
    const auto match = catalogue().error(310)->pattern.match(
        u"Customer id was discarded because it exceeded the limit for a given namespace. Namespace id is 123, customer id is a.b."_s);
    EXPECT_EQ(match.captured(u"namespace"_s), u"123"_s);
    EXPECT_EQ(match.captured(u"id"_s), u"a.b"_s);
}

TEST(CatalogueTest, RegionsAreFoundByIdLabelAndHost)
{
    struct Case {
        QString typed;
        int id;
    };
    const Case cases[] = {{u"9"_s, 9}, {u" 9 "_s, 9}, {u"usw2"_s, 9}, {u"USW2"_s, 9},
        {u"usw2.demdex.net"_s, 9}, {u"Usw2.Demdex.Net."_s, 9}, {u"3"_s, 3}, {u"apse"_s, 3}, {u"apse2"_s, 8},
        {u"sae"_s, 4}, {u"irl1"_s, 6}, {u"use"_s, 7}, {u"tyo3"_s, 11}, {u"ind1.demdex.net"_s, 12}};
    for (const Case &c : cases) {
        const Result<Region> found = catalogue().findRegion(c.typed);
        ASSERT_TRUE(found) << c.typed.toStdString();
        EXPECT_EQ(found->id, c.id) << c.typed.toStdString();
        EXPECT_EQ(catalogue().regionByHost(found->host), catalogue().region(c.id));
        EXPECT_EQ(catalogue().regionByLabel(found->label), catalogue().region(c.id));
    }
}

TEST(CatalogueTest, UnknownRegionsAreRefusedWithTheListOfKnownOnes)
{
    for (const QString &typed : {u"1"_s, u"5"_s, u"0"_s, u"13"_s, u"-9"_s, u"usw"_s, u""_s,
             u"acme.demdex.net"_s, u"usw2.demdex.com"_s}) {
        const Result<Region> found = catalogue().findRegion(typed);
        ASSERT_FALSE(found) << typed.toStdString();
        EXPECT_EQ(found.error().code, Errc::NotFound);
        EXPECT_TRUE(found.error().remedy.contains(u"9 usw2"_s));
    }
    EXPECT_FALSE(catalogue().region(5));
    EXPECT_FALSE(catalogue().regionByHost("dpm.demdex.net"));
}

TEST(CatalogueTest, NamesOfAdobesOwnServersAreNobodysAlias)
{
    for (const QString &label : {u"www"_s, u"dcs"_s, u"fast"_s, u"dcs-beta"_s, u"usw2"_s, u"USE"_s})
        EXPECT_TRUE(catalogue().isReservedLabel(label)) << label.toStdString();
    for (const QString &label : {u"acme"_s, u"dpm"_s, u"my_domain"_s, u""_s})
        EXPECT_FALSE(catalogue().isReservedLabel(label)) << label.toStdString();
}

TEST(CatalogueTest, AdobesKeysAreToldFromThePartnersSignals)
{
    for (const QString &key :
        {u"d_uuid"_s, u"d_never_seen"_s, u"dcs_region"_s, u"gdpr"_s, u"gdpr_consent"_s, u"redir"_s, u"ts"_s,
            u"_ts"_s, u"callback"_s, u"mcorgid"_s, u"device_consent"_s, u"dpid"_s, u"dpuuid"_s})
        EXPECT_TRUE(catalogue().isAdobeKey(key)) << key.toStdString();
    for (const QString &key : {u"c_likes"_s, u"p_age"_s, u"h_host"_s, u"videoTypeID"_s, u"mid"_s, u"D_UUID"_s,
             u" d_uuid"_s, u"GDPR"_s, u"r_rand"_s, u""_s})
        EXPECT_FALSE(catalogue().isAdobeKey(key)) << key.toStdString();
}

TEST(CatalogueTest, AMisspeltKeyLeadsToTheOneThatWasMeant)
{
    struct Case {
        QString key, nearest;
    };
    const Case cases[] = {{u"d_uid"_s, u"d_uuid"_s}, {u"d_uiud"_s, u"d_uuid"_s}, {u"D_UUID"_s, u"d_uuid"_s},
        {u" d_uuid"_s, u"d_uuid"_s}, {u"d_rtdb"_s, u"d_rtbd"_s}, {u"d_json"_s, u"d_jsonv"_s},
        {u"d_ecid"_s, u"d_mid"_s}, {u"d_mcid"_s, u"d_mid"_s}, {u"d_callback"_s, u"d_cb"_s},
        {u"d_cid-ic"_s, u"d_cid_ic"_s}, {u"d_gdpr"_s, u"gdpr"_s}, {u"d_orgID"_s, u"d_orgid"_s},
        {u"d_conversiontype"_s, u"d_conversionType"_s}, {u"d_completely_new"_s, QString()},
        {u""_s, QString()}, {u"rtbd"_s, u"d_rtbd"_s}};
    for (const Case &c : cases)
        EXPECT_EQ(catalogue().nearestKey(c.key), c.nearest) << c.key.toStdString();
}

TEST(CatalogueTest, GlobalDataSourcesAreFoundByNumberAndIntegrationCode)
{
    ASSERT_TRUE(catalogue().globalDataSource(u"20915"));
    EXPECT_EQ(catalogue().globalDataSource(u"20915")->code, u"IDFA"_s);
    EXPECT_EQ(catalogue().globalDataSource(u"DSID_20914")->code, u"GAID"_s);
    EXPECT_EQ(catalogue().globalDataSource(u"20915")->letterCase, u"upper"_s);
    for (const QString &other : {u"dsid_20914"_s, u"020915"_s, u"IDFA"_s, u"123"_s, u""_s})
        EXPECT_FALSE(catalogue().globalDataSource(other)) << other.toStdString();
}

TEST(CatalogueTest, LimitsAreThoseOfTheProtocol)
{
    const Limits &limits = catalogue().limits();
    EXPECT_EQ(limits.getBytes, 8192);
    EXPECT_EQ(limits.postBytes, 32768);
    EXPECT_EQ(limits.nearGetBytes, 8000);
    EXPECT_EQ(limits.nearPostBytes, 32000);
    EXPECT_EQ(limits.customerIds, 10);
    EXPECT_EQ(limits.customerIdsPerNamespace, 3);
    EXPECT_EQ(limits.blobBytes, 512);
}

TEST(CatalogueTest, FindingCodesHaveTheirSeverityAndTheDcsCode)
{
    struct Case {
        QString code;
        Severity severity;
        std::optional<int> dcsCode;
    };
    const Case cases[] = {{u"host-missing"_s, Severity::Error, 100},
        {u"host-not-alias"_s, Severity::Error, 1}, {u"percent-broken"_s, Severity::Error, 311},
        {u"uuid-format"_s, Severity::Error, 102}, {u"mid-format"_s, Severity::Error, 101},
        {u"orgid-format"_s, Severity::Error, 2}, {u"cid-too-many"_s, Severity::Warning, 301},
        {u"cid-namespace-too-many"_s, Severity::Warning, 310}, {u"device-id-format"_s, Severity::Error, 312},
        {u"no-user"_s, Severity::Hint, std::nullopt}, {u"pii-phone"_s, Severity::Warning, std::nullopt},
        {u"region-differs"_s, Severity::Warning, std::nullopt}, {u"opted-out"_s, Severity::Warning, 171}};
    for (const Case &c : cases) {
        const FindingEntry *entry = catalogue().findingCode(c.code);
        ASSERT_TRUE(entry) << c.code.toStdString();
        EXPECT_EQ(entry->severity, c.severity) << c.code.toStdString();
        EXPECT_EQ(entry->dcsCode, c.dcsCode) << c.code.toStdString();
        EXPECT_TRUE(entry->summary.endsWith(u'.') || entry->summary.endsWith(u')')) << c.code.toStdString();
    }
}

TEST(CatalogueTest, HelpOnAKeyTellsAllThatTheTableKnows)
{
    const QString help = catalogue().help(u"d_cid");
    for (const QString &part : {u"d_cid: "_s, u"Format: "_s, u"Example: d_cid=123%01cust-4711%011"_s,
             u"Endpoints: /event, /id, /ibs:, /demoptout"_s, u"Can be repeated."_s,
             u"  300 Invalid customer id <ID>"_s, u"  cid-malformed (error): "_s, u"Source: "_s,
             u"(documented by Adobe)"_s})
        EXPECT_TRUE(help.contains(part)) << part.toStdString() << "\nin\n" << help.toStdString();

    EXPECT_TRUE(catalogue().help(u"d_cts").contains(u"Values: 1 (legacy segment IDs), 2 (segment IDs)"_s));
    EXPECT_TRUE(catalogue().help(u"d_dpid").contains(u"Out of date; use d_cid or d_cid_ic instead."_s));
    EXPECT_TRUE(catalogue().help(u"d_rs").contains(u"Reserved by Adobe"_s));
    EXPECT_TRUE(catalogue().help(u"d_full").contains(u"documented nowhere"_s));
}

TEST(CatalogueTest, HelpAnswersForEverythingThatHasAName)
{
    for (const Attribute &row : catalogue().attributes())
        EXPECT_TRUE(catalogue().help(row.name).startsWith(row.name + u": "_s)) << row.name.toStdString();
    for (const FindingEntry &row : catalogue().findingCodes())
        EXPECT_TRUE(catalogue().help(row.code).contains(row.summary)) << row.code.toStdString();
    for (const ErrorEntry &row : catalogue().errors())
        EXPECT_TRUE(catalogue().help(QString::number(row.code)).contains(row.action)) << row.code;
    for (const Topic &row : catalogue().topics())
        EXPECT_TRUE(catalogue().help(row.name).contains(row.summary)) << row.name.toStdString();
    for (const Region &row : catalogue().regions())
        EXPECT_TRUE(catalogue().help(row.label).contains(row.name)) << row.label.toStdString();
    for (const OtherHost &row : catalogue().otherHosts())
        EXPECT_TRUE(catalogue().help(row.host).contains(row.summary)) << row.host.toStdString();
    for (const AuthStateEntry &row : catalogue().authStates())
        EXPECT_TRUE(catalogue().help(row.name).contains(row.summary)) << row.name.toStdString();
    for (const StatusEntry &row : catalogue().statuses())
        EXPECT_TRUE(catalogue().help(QString::number(row.status)).contains(row.meaning)) << row.status;
    for (const GlobalDataSource &row : catalogue().globalDataSources())
        EXPECT_TRUE(catalogue().help(row.code).contains(row.example)) << row.code.toStdString();
    for (const RelatedSource &row : catalogue().relatedSources())
        EXPECT_TRUE(catalogue().help(row.code).contains(row.summary)) << row.code.toStdString();
    for (const QString &key :
        {u"c_"_s, u"c_likes"_s, u"p_age"_s, u"h_"_s, u"h_x-custom"_s, u"host"_s, u"20915"_s, u"DSID_20914"_s})
        EXPECT_FALSE(catalogue().help(key).isEmpty()) << key.toStdString();
    for (const QString &key : {u""_s, u"d_never_seen"_s, u"videoTypeID"_s, u"174"_s, u"C_likes"_s})
        EXPECT_EQ(catalogue().help(key), QString()) << key.toStdString();
}

TEST(CatalogueTest, ManyThreadsMayAskAFreshCatalogueAtOnce)
{
    const Catalogue fresh;
    std::vector<std::thread> threads;
    std::atomic<int> right = 0;
    for (int i = 0; i < 8; ++i) {
        threads.emplace_back([&fresh, &right] {
            const bool ok = fresh.attribute(u"d_uuid") && fresh.error(171) && fresh.region(9)
                && fresh.globalDataSource(u"20914") && fresh.findingCode(u"no-json")
                && fresh.attribute(u"d_uuid")->matcher.match(QString(38, u'1')).hasMatch();
            right += ok ? 1 : 0;
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    EXPECT_EQ(right, 8);
}

} // namespace
