// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/catalogue.h"
#include "dcs/ids.h"
#include "dcs/text.h"
#include "support/generate.h"
#include "support/print.h"

#include <gtest/gtest.h>

using namespace dcs;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 now = 1767268800; // 2026-01-01 12:00 UTC
const QByteArray mid = "37772646773714021060542651496937081269";
const QByteArray uuid = "78570995290214909736928846629863152490";
const QByteArray org = "6418DF487603467B0A49DC47";
const QByteArray amcv
    = "179643557|MCIDTS|20454|MCMID|37772646773714021060542651496937081269|MCAAMLH-1767873600|6|"
      "MCAAMB-1767873600|6G1ynYcLPuiQxYZrsz_pkqfLG9yMXBpb2zX5dvJdYQJzPXImdj0y|MCOPTOUT-1767276000s|NONE|"
      "MCAID|NONE|vVersion|5.5.0";
const QByteArray blob = "6G1ynYcLPuiQxYZrsz_pkqfLG9yMXBpb2zX5dvJdYQJzPXImdj0y";

QByteArray encoded(QByteArrayView text, int times = 1)
{
    QByteArray out = text.toByteArray();
    for (int i = 0; i < times; ++i)
        out = percentEncode(QByteArrayView(out));
    return out;
}

QByteArray cookieName()
{
    return "AMCV_" + org + "%40AdobeOrg";
}

Result<QList<Ids>> find(QByteArrayView text)
{
    return findIds(text, Catalogue::builtIn(), now);
}

Ids only(QByteArrayView text)
{
    const Result<QList<Ids>> found = find(text);
    if (!found) {
        ADD_FAILURE() << found.error().message.toStdString() << " in " << text.toByteArray().toStdString();
        return {};
    }
    EXPECT_EQ(found->size(), 1) << text.toByteArray().toStdString();
    return found->isEmpty() ? Ids() : found->first();
}

QStringList codes(const Ids &ids)
{
    QStringList out;
    for (const Finding &finding : ids.findings)
        out.append(finding.code);
    return out;
}

std::string label(const Ids &ids)
{
    return u"source %1 mid %2 uuid %3 region %4 org %5"_s
        .arg(sourceName(ids.source), ids.mid, ids.uuid, ids.region ? QString::number(*ids.region) : u"-"_s,
            ids.orgId)
        .toStdString();
}

TEST(IdsTest, TheSameCookieIsReadInEveryFormThatPeoplePaste)
{
    const QByteArray name = cookieName();
    const QByteArray plainName = "AMCV_" + org + "@AdobeOrg";
    struct Case {
        const char *form;
        QByteArray text;
        bool named;
    };
    const Case cases[] = {
        {"raw value", amcv, false},
        {"encoded value", encoded(amcv), false},
        {"value encoded twice", encoded(amcv, 2), false},
        {"value in quotes", '"' + amcv + '"', false},
        {"value with a line feed", amcv + "\r\n", false},
        {"name=value, raw", name + '=' + amcv, true},
        {"name=value, encoded", name + '=' + encoded(amcv), true},
        {"plain name", plainName + '=' + amcv, true},
        {"plain name, encoded value", plainName + '=' + encoded(amcv), true},
        {"everything encoded once more", encoded(name + '=' + encoded(amcv)), true},
        {"plain pair encoded", encoded(plainName + '=' + amcv), true},
        {"Cookie line",
            "Cookie: s_cc=true; " + name + '=' + encoded(amcv) + "; AMCVS_" + org + "%40AdobeOrg=1; x=y",
            true},
        {"lower-case header name", "cookie: " + name + '=' + amcv + "; _ga=GA1.2.3", true},
        {"cookies without header name", "a=b; AMCVS_" + org + "%40AdobeOrg=1; " + name + '=' + encoded(amcv),
            true},
        {"Set-Cookie line", "Set-Cookie: " + name + '=' + encoded(amcv) + "; Path=/; Domain=example.com",
            true},
        {"curl line", "curl 'https://www.example.com/' -H 'Cookie: " + name + '=' + encoded(amcv) + "; a=b'",
            true},
        {"row of a browser's cookie table",
            name + '\t' + encoded(amcv) + "\t.example.com\t/\t2028-01-01T12:00:00.000Z\t259", true},
        {"cookie jar of curl",
            "# Netscape HTTP Cookie File\n.example.com\tTRUE\t/\tFALSE\t1830340800\t" + name + '\t'
                + encoded(amcv) + '\n',
            true},
        {"quoted in JSON that is none", "\"" + name + "\": \"" + amcv + "\"", true},
        {"exported cookies",
            "[{\"name\":\"" + name + "\",\"value\":\"" + encoded(amcv) + "\",\"domain\":\".example.com\"}]",
            true},
        {"cookies as an object", "{\"cookies\":{\"" + plainName + "\":\"" + amcv + "\"}}", true},
        {"with a byte order mark", "\xEF\xBB\xBF" + amcv, false},
    };
    for (const Case &c : cases) {
        SCOPED_TRACE(c.form);
        const Ids ids = only(c.text);
        EXPECT_EQ(ids.source, Ids::Source::Amcv);
        EXPECT_EQ(ids.mid, QString::fromLatin1(mid));
        EXPECT_EQ(ids.region, 6);
        EXPECT_EQ(ids.regionHost, "irl1.demdex.net");
        EXPECT_EQ(ids.blob, QString::fromLatin1(blob));
        EXPECT_TRUE(ids.uuid.isNull());
        EXPECT_EQ(ids.orgId, c.named ? u"6418DF487603467B0A49DC47@AdobeOrg"_s : QString());
        EXPECT_EQ(codes(ids), QStringList());
    }
}

TEST(IdsTest, ValuesOfTheCookieFollowItsRules)
{
    const QString id = QString::fromLatin1(mid);
    const QString null;
    struct Case {
        const char *rule;
        QByteArray value;
        QString mid;
        std::optional<qint64> region;
        QString blob;
    };
    const Case cases[] = {
        {"a negative digest", "-1124106680|MCMID|" + mid + "|MCAAMLH-1767873600|9", id, 9, null},
        {"a digest of zero", "0|MCMID|" + mid, id, std::nullopt, null},
        {"no digest", "MCMID|" + mid + "|MCAAMLH-1767873600|6", id, 6, null},
        {"an expiry that ends with the session", "1|MCAAMLH-1767873600s|7|MCMID|" + mid, id, 7, null},
        {"an expiry on the ID", "1|MCMID-1767873600|" + mid, id, std::nullopt, null},
        {"keys without expiry", "1|MCMID|" + mid + "|MCAAMLH|11|MCAAMB|ab_c-d", id, 11, u"ab_c-d"_s},
        {"another order", "1|vVersion|5.5.0|MCAAMB-1767873600|x-y|MCAAMLH-1767873600|12|MCMID|" + mid, id, 12,
            u"x-y"_s},
        {"an odd leftover", "1|MCMID|" + mid + "|MCAAMLH-1767873600", id, std::nullopt, null},
        {"a trailing bar", "1|MCMID|" + mid + "|MCAAMLH-1767873600|9|", id, 9, null},
        {"values with hyphens", "1|MCSYNCSOP|411-20450|MCMID|" + mid + "|MCSYNCS|411-20450*1957-20451", id,
            std::nullopt, null},
        {"leading zeros", "1|MCMID|00000000000000000000000000000000000007|MCAAMLH-1767873600|3",
            u"00000000000000000000000000000000000007"_s, 3, null},
        {"NONE everywhere", "1|MCMID|NONE|MCAAMLH-1767873600|NONE|MCAAMB-1767873600|NONE|MCAID|NONE", null,
            std::nullopt, null},
        {"only a region", "1|MCAAMLH-1767873600|9|MCAID|NONE", null, 9, null},
        {"a region without a host", "1|MCMID|" + mid + "|MCAAMLH-1767873600|5", id, 5, null},
        {"a region that is no number", "1|MCMID|" + mid + "|MCAAMLH-1767873600|west", id, std::nullopt, null},
        {"the cookie test", "T", null, std::nullopt, null},
        {"an empty value in between", "1|MCAID||MCMID|" + mid + "|MCAAMLH-1767873600|6", id, 6, null},
        {"the keys of Analytics", "mid|" + mid + "|aamlh|6|aamb|abc", id, 6, u"abc"_s},
    };
    for (const Case &c : cases) {
        for (const QByteArray &text : {c.value, encoded(c.value), cookieName() + '=' + c.value,
                 cookieName() + '=' + encoded(c.value)}) {
            SCOPED_TRACE(std::string(c.rule) + ": " + text.toStdString());
            const Ids ids = only(text);
            EXPECT_EQ(ids.source, Ids::Source::Amcv);
            EXPECT_EQ(ids.mid, c.mid);
            EXPECT_EQ(ids.mid.isNull(), c.mid.isNull());
            EXPECT_EQ(ids.region, c.region);
            EXPECT_EQ(ids.blob, c.blob);
            EXPECT_EQ(ids.blob.isNull(), c.blob.isNull());
        }
    }
}

TEST(IdsTest, TheCookieOfEachOrganizationIsReportedOneWithAnIdFirst)
{
    const QByteArray line
        = "Cookie: AMCV_AAAAAAAAAAAAAAAAAAAAAAAA%40AdobeOrg=T; AMCVS_AAAAAAAAAAAAAAAAAAAAAAAA%40AdobeOrg=1; "
          "AMCV_BBBBBBBBBBBBBBBBBBBBBBBB%40AdobeOrg=1%7CMCMID%7CNONE%7CMCAAMLH-1767873600%7C9; "
          "AMCV_CCCCCCCCCCCCCCCCCCCCCCCC%40AdobeOrg=1%7CMCMID%7C"
        + mid + "; AMCV_DDDDDDDDDDDDDDDDDDDDDDDD%40AdobeOrg=1|MCMID|" + uuid + "|MCAAMLH-1767873600|7";
    const Result<QList<Ids>> found = find(line);
    ASSERT_TRUE(found);
    QStringList orgs;
    for (const Ids &ids : *found)
        orgs.append(ids.orgId.left(1));
    EXPECT_EQ(orgs, (QStringList{u"C"_s, u"D"_s, u"A"_s, u"B"_s}));
    EXPECT_EQ(found->at(1).mid, QString::fromLatin1(uuid));
    EXPECT_EQ(found->at(3).region, 9);
}

TEST(IdsTest, WhatIsPastItsDateIsReportedWithAFinding)
{
    struct Case {
        QByteArray value;
        QStringList codes;
    };
    const QByteArray start = "1|MCMID|" + mid + '|';
    const Case cases[] = {
        {start + "MCAAMLH-1767268801|6", {}},
        {start + "MCAAMLH-1767268800|6", {u"region-expired"_s}},
        {start + "MCAAMLH-1500000000s|6", {u"region-expired"_s}},
        {start + "MCAAMLH-1500000000|NONE", {}},
        {start + "MCAAMLH-0|6", {}},
        {start + "MCAAMB-1500000000|abc", {u"blob-expired"_s}},
        {start + "MCAAMLH-1|6|MCAAMB-1|abc", {u"region-expired"_s, u"blob-expired"_s}},
        {start + "MCAAMLH-1767873600|5", {u"region-no-host"_s}},
        {start + "MCOPTOUT-1767276000s|global", {u"opted-out"_s}},
        {start + "MCOPTOUT-1767276000s|NONE", {}},
        {"1|MCMID|NOTARGET", {u"opted-out"_s}},
        {"1|MCMID|123", {u"mid-format"_s}},
    };
    for (const Case &c : cases) {
        const Ids ids = only(c.value);
        EXPECT_EQ(codes(ids), c.codes) << c.value.toStdString();
        for (const Finding &finding : ids.findings) {
            EXPECT_TRUE(Catalogue::builtIn().findingCode(finding.code)) << finding.code.toStdString();
            EXPECT_FALSE(finding.message.isEmpty());
            EXPECT_FALSE(finding.fix.isEmpty());
        }
    }
    EXPECT_EQ(only("1|MCMID|" + mid + "|MCAAMLH-1500000000s|6").region, 6);
}

TEST(IdsTest, LinksCarryTheEcidInAdobeMc)
{
    const QByteArray plain = "TS=1767268800|MCMID=" + mid + "|MCORGID=" + org + "@AdobeOrg";
    const QByteArray inner = "TS=1767268800|MCMID=" + mid + "|MCORGID=" + org + "%40AdobeOrg";
    for (const QByteArray &text :
        {plain, inner, encoded(plain), encoded(inner), "adobe_mc=" + plain, "adobe_mc=" + encoded(plain),
            "adobe_mc=" + encoded(inner), "https://shop.example/?a=b&adobe_mc=" + encoded(plain) + "&c=d#top",
            "https://shop.example/?adobe_mc_sdid=SDID%3D1234&adobe_mc=" + encoded(inner),
            encoded("adobe_mc=" + encoded(plain))}) {
        SCOPED_TRACE(text.toStdString());
        const Ids ids = only(text);
        EXPECT_EQ(ids.source, Ids::Source::Amcv);
        EXPECT_EQ(ids.mid, QString::fromLatin1(mid));
        EXPECT_EQ(ids.orgId, u"6418DF487603467B0A49DC47@AdobeOrg"_s);
        EXPECT_EQ(ids.region, std::nullopt);
    }
}

TEST(IdsTest, AnalyticsHitsAndListingsNameTheSameThings)
{
    const QByteArray m = mid;
    for (const QByteArray &text : {"https://acme.sc.omtrdc.net/b/ss/acmeprod/1/JS-2.0/s1?AQB=1&ndh=1&mid=" + m
                 + "&aamlh=9&aamb=ab-c_d&AQE=1",
             "mid=" + m + "&aamlh=9&aamb=ab-c_d", "aamlh=9; mid=" + m + "; aamb=ab-c_d",
             "mid:" + m + " aamlh:9 aamb:ab-c_d", "mid: " + m + "\naamlh: 9\naamb: ab-c_d\n",
             "mid|" + m + "|aamlh|9|aamb|ab-c_d", encoded("mid=" + m + "&aamlh=9&aamb=ab-c_d")}) {
        SCOPED_TRACE(text.toStdString());
        const Ids ids = only(text);
        EXPECT_EQ(ids.source, Ids::Source::Amcv);
        EXPECT_EQ(ids.mid, QString::fromLatin1(mid));
        EXPECT_EQ(ids.region, 9);
        EXPECT_EQ(ids.regionHost, "usw2.demdex.net");
        EXPECT_EQ(ids.blob, u"ab-c_d"_s);
    }
}

TEST(IdsTest, ACallNamesItsUserToo)
{
    const Ids ids = only("https://usw2.demdex.net/event?d_rtbd=json&d_uuid=" + uuid + "&dcs_region=9");
    EXPECT_EQ(ids.source, Ids::Source::Dcs);
    EXPECT_EQ(ids.uuid, QString::fromLatin1(uuid));
    EXPECT_EQ(ids.region, 9);
    const Ids fromId
        = only("https://dpm.demdex.net/id?d_ver=2&d_mid=" + mid + "&d_orgid=" + org + "%40AdobeOrg");
    EXPECT_EQ(fromId.source, Ids::Source::Id);
    EXPECT_EQ(fromId.mid, QString::fromLatin1(mid));
    EXPECT_EQ(fromId.orgId, u"6418DF487603467B0A49DC47@AdobeOrg"_s);
}

TEST(IdsTest, AnswersAreReadInEveryShape)
{
    using S = Ids::Source;
    const QString m = QString::fromLatin1(mid);
    const QString u = QString::fromLatin1(uuid);
    const QString null;
    struct Case {
        QByteArray text;
        S source;
        QString mid, uuid;
        std::optional<qint64> region;
        QString blob;
    };
    const Case cases[] = {
        {R"({"stuff":[],"uuid":")" + uuid + R"(","dcs_region":7,"tid":"31ZpxW5bQGc="})", S::Dcs, null, u, 7,
            null},
        {R"({"uuid":)" + uuid + R"(,"dcs_region":"7"})", S::Dcs, null, u, 7, null},
        {R"( { "dcs_region" : 9 , "u" : ")" + uuid + "\" } \n", S::Dcs, null, u, 9, null},
        {R"({"uuid":"1","uuid":")" + uuid + R"(","dcs_region":1,"dcs_region":9})", S::Dcs, null, u, 9, null},
        {R"({"data_collection":{"uuid":"1","dcs_region":3},"stuff":[]})", S::Dcs, null, null, std::nullopt,
            null},
        {R"(acme_callback({"stuff":[],"uuid":")" + uuid + R"(","dcs_region":9,"tid":"6A5qXBUrMac="});)",
            S::Dcs, null, u, 9, null},
        {R"(/* hi */ s_c_il[0]._set ( {"uuid":")" + uuid + R"(","dcs_region":9} ))", S::Dcs, null, u, 9,
            null},
        {R"({"d_mid":")" + mid
                + R"(","id_sync_ttl":604800,"d_blob":"n0tAreaLbl0b_4-docs","dcs_region":6,"d_ottl":7200,"ibs":[],"subdomain":"acme","tid":"lVdW40HOHiw="})",
            S::Id, m, null, 6, u"n0tAreaLbl0b_4-docs"_s},
        {R"({"d_mid":")" + mid + R"(","id_sync_ttl":"604800","d_blob":"b","dcs_region":"6"})", S::Id, m, null,
            6, u"b"_s},
        {R"({"d_mid":)" + mid + R"(,"dcs_region":6})", S::Id, m, null, 6, null},
        {R"(cb({"d_mid":")" + mid + R"(","dcs_region":6}))", S::Id, m, null, 6, null},
        {R"({"d_mid":null,"error_message":[{"code":2,"msg":"Invalid d_orgid value"}]})", S::Id, null, null,
            std::nullopt, null},
        {R"({"error_msg":"Invalid marketing cloud passed in 12345"})", S::Id, null, null, std::nullopt, null},
        {R"({"id":")" + mid + R"(","blob":"b","d_region":6,"d_ottl":7200})", S::Id, m, null, 6, u"b"_s},
        {R"({"errors":[{"code":171,"msg":"Encountered opt out tag"}],"dcs_region":6,"tid":"x"})", S::Dcs,
            null, null, 6, null},
        {R"({"uuid":")" + uuid + R"(","dcs_region":9,"stuff":[{"cn":"aam)", S::Dcs, null, u, 9, null},
        {"HTTP/1.1 200 OK\r\nX-TID: a\r\nSet-Cookie: demdex=" + mid + "\r\n\r\n" + R"({"uuid":")" + uuid
                + R"(","dcs_region":9})",
            S::Dcs, null, u, 9, null},
        {"HTTP/1.1 302 Found\nSet-Cookie: demdex=" + uuid
                + "; Max-Age=15552000\nLocation: https://dpm.demdex.net/id/rd\n\n",
            S::Dcs, null, u, std::nullopt, null},
        {R"({"source":"amcv","mid":")" + mid
                + R"(","uuid":null,"region":6,"regionHost":"irl1.demdex.net","blob":null,"orgId":null})",
            S::Amcv, m, null, 6, null},
        {R"({"status":200,"answer":{"form":"json","uuid":")" + uuid
                + R"(","region":7,"idSyncs":[],"mid":null}})",
            S::Dcs, null, u, 7, null},
    };
    for (const Case &c : cases) {
        SCOPED_TRACE(c.text.toStdString());
        const Ids ids = only(c.text);
        SCOPED_TRACE(label(ids));
        EXPECT_EQ(ids.source, c.source);
        EXPECT_EQ(ids.mid, c.mid);
        EXPECT_EQ(ids.mid.isNull(), c.mid.isNull());
        EXPECT_EQ(ids.uuid, c.uuid);
        EXPECT_EQ(ids.uuid.isNull(), c.uuid.isNull());
        EXPECT_EQ(ids.region, c.region);
        EXPECT_EQ(ids.blob, c.blob);
        EXPECT_TRUE(ids.orgId.isNull());
    }
    EXPECT_EQ(only(R"({"d_mid":"x","subdomain":"acme"})").alias, u"acme"_s);
}

TEST(IdsTest, AnAnswerWithoutAUserSaysWhy)
{
    EXPECT_EQ(
        codes(only(
            R"({"errors":[{"code":101,"msg":"Invalid Experience Cloud id passed in abc"}],"dcs_region":9})")),
        QStringList{u"ids-none"_s});
    EXPECT_EQ(codes(only(R"({"errors":[{"code":171,"msg":"x"}],"dcs_region":6})")),
        (QStringList{u"opted-out"_s, u"ids-none"_s}));
    EXPECT_EQ(codes(only(R"({"uuid":"NOTARGET","dcs_region":6})")), QStringList{u"opted-out"_s});
    EXPECT_EQ(codes(only(R"({"d_mid":")" + mid + R"(","d_optout":["global"],"dcs_region":6})")),
        QStringList{u"opted-out"_s});
    EXPECT_EQ(codes(only(R"({"uuid":7.8570995290214909e37,"dcs_region":6})")), QStringList{u"uuid-format"_s});
    EXPECT_EQ(codes(only(R"({"uuid":")" + uuid + R"(","dcs_region":99})")), QStringList{u"region-no-host"_s});
}

TEST(IdsTest, AHarGivesEveryUserOnce)
{
    const QByteArray har = R"({"log":{"version":"1.2","entries":[
      {"request":{"url":"https://www.example.com/","cookies":[{"name":"AMCV_)"
        + org + R"(%40AdobeOrg","value":")" + encoded(amcv) + R"("}],
        "headers":[{"name":"Cookie","value":"a=b; )"
        + cookieName() + '=' + encoded(amcv) + R"("}]},
        "response":{"headers":[],"content":{"text":"<html>mid=1</html>"}}},
      {"request":{"url":"https://shop.example/?mid=5&product=6","headers":[{"name":"cookie","value":"mid=77"}]},"response":{"content":{}}},
      {"request":{"url":"https://usw2.demdex.net/event?d_rtbd=json"},
        "response":{"content":{"mimeType":"application/json","text":"{\"uuid\":\")"
        + uuid + R"(\",\"dcs_region\":9,\"stuff\":[]}"}}},
      {"request":{"url":"https://dpm.demdex.net/id?d_cb=f","postData":{"text":"x=1"}},
        "response":{"content":{"encoding":"base64","text":")"
        + (R"(f({"d_mid":")" + mid + R"(","dcs_region":6});)").toBase64() + R"("}}},
      {"request":{"url":"https://t.example/b/ss/x/1?mid=)"
        + mid + R"(&aamlh=6"},"response":{}}
    ]}})";
    const Result<QList<Ids>> found = find(har);
    ASSERT_TRUE(found) << found.error().message.toStdString();
    ASSERT_EQ(found->size(), 4);
    EXPECT_EQ(found->at(0).source, Ids::Source::Amcv);
    EXPECT_EQ(found->at(0).orgId, u"6418DF487603467B0A49DC47@AdobeOrg"_s);
    EXPECT_EQ(found->at(1).uuid, QString::fromLatin1(uuid));
    EXPECT_EQ(found->at(2).source, Ids::Source::Id);
    EXPECT_EQ(found->at(2).region, 6);
    EXPECT_EQ(found->at(3).mid, QString::fromLatin1(mid));
}

TEST(IdsTest, WhatHoldsNoIdsIsRefusedWithAReasonAndARemedy)
{
    for (const QByteArray &text : {QByteArray(), QByteArray(" \r\n "), QByteArray("hello"), QByteArray("{}"),
             QByteArray("[]"), QByteArray("{\"a\":1}"), QByteArray("{\"log\":{\"entries\":[]}}"),
             QByteArray("{\"uu"), QByteArray("a=b; c=d"), QByteArray("AMCVS_X%40AdobeOrg=1"),
             QByteArray("1|2|3"), QByteArray("GIF89a\0\1", 8), QByteArray("\xff\xfe\xfd"), QByteArray("%"),
             QByteArray("AMCV_"), QByteArray("mid=abc"), QByteArray("HTTP/1.1 200 OK\r\n\r\n<html>")}) {
        const Result<QList<Ids>> found = find(text);
        ASSERT_FALSE(found) << text.toStdString();
        EXPECT_EQ(found.error().code, Errc::InvalidInput);
        EXPECT_FALSE(found.error().message.isEmpty());
        EXPECT_FALSE(found.error().remedy.isEmpty());
    }
    EXPECT_TRUE(find(mid).error().remedy.contains(u"d_uuid or as d_mid"_s));
    EXPECT_TRUE(find("AMCVS_X%40AdobeOrg=1").error().message.contains(u"AMCVS_"_s));
}

TEST(IdsTest, LongNonsenseIsReadInOneGo)
{
    // A reader that began anew at every name would take minutes.
    EXPECT_EQ(find(QByteArray("AMCV_=").repeated(200000))->size(), 1);
    EXPECT_FALSE(find(QByteArray("AMCV_").repeated(200000)));
    EXPECT_FALSE(find(QByteArray("mid ").repeated(200000)));
    EXPECT_FALSE(find(QByteArray("[").repeated(200000)));
}

TEST(IdsTest, GeneratedCookiesAreReadBackFromEveryEncoding)
{
    Generate generate;
    for (int i = 0; i < 300; ++i) {
        const QByteArray id = generate.text("0123456789", 38, 38);
        const QByteArray region = QByteArray::number(generate.number(0, 20));
        QByteArrayList pairs{"MCMID|" + id,
            "MCAAMLH-" + QByteArray::number(1767268801 + i) + (generate.chance(50) ? "s" : "") + '|'
                + region};
        if (generate.chance(50))
            pairs.append("MCSYNCSOP|411-" + generate.text("0123456789", 6));
        if (generate.chance(50))
            pairs.insert(0, "MCIDTS|" + generate.text("0123456789", 5, 1));
        QByteArray value = pairs.join('|');
        if (generate.chance(80))
            value.prepend(QByteArray::number(generate.number(-2000000000, 2000000000)) + '|');
        const QByteArray text = generate.chance(50) ? value : cookieName() + '=' + value;
        const QByteArray sent = generate.chance(30) ? text : encoded(text, generate.number(0, 2));
        const Ids ids = only(sent);
        EXPECT_EQ(ids.mid, QString::fromLatin1(id)) << sent.toStdString();
        EXPECT_EQ(ids.region, region.toLongLong()) << sent.toStdString();
    }
}

TEST(IdsTest, NoisyTextIsNeverAProblem)
{
    Generate generate;
    const QByteArrayList pieces{"AMCV_", "AMCVS_", "%40", "@AdobeOrg", "=", "|", "%7C", "MCMID", "MCAAMLH-",
        "1767873600s", mid, "T", "NONE", "{", "}", "\"", ":", "d_mid", "uuid", "dcs_region", "(", ")", ";",
        "&", "adobe_mc", "\t", "%", "%2", "\xff", "[", "log", "entries", "HTTP/", "\r\n", "mid"};
    for (int i = 0; i < 2000; ++i) {
        QByteArray text;
        for (int n = generate.number(0, 25); n > 0; --n)
            text += generate.pick(pieces);
        const Result<QList<Ids>> found = find(text);
        if (found) {
            EXPECT_FALSE(found->isEmpty()) << text.toStdString();
        } else {
            EXPECT_FALSE(found.error().message.isEmpty());
        }
    }
}

} // namespace
