// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/catalogue.h"
#include "dcs/check.h"
#include "dcs/decode.h"
#include "support/generate.h"
#include "support/print.h"

#include <gtest/gtest.h>

#include <algorithm>

using namespace dcs;

namespace {

const QByteArray uuid("78570995290214909736928846629863152490");

Call regional(const QByteArray &target, const QByteArray &host = "acme.demdex.net")
{
    Call call = *decodeUrl("https://usw2.demdex.net" + target);
    setHostHeader(call, host);
    return call;
}

std::optional<Finding> find(const Call &call, QStringView code, const CheckContext &context = {})
{
    for (const Finding &finding : check(call, Catalogue::builtIn(), context)) {
        if (finding.code == code)
            return finding;
    }
    return std::nullopt;
}

/// The call after the mend of its first finding of that code.
Call mended(const Call &call, QStringView code, const CheckContext &context = {})
{
    const std::optional<Finding> finding = find(call, code, context);
    EXPECT_TRUE(finding && !finding->mend.isEmpty())
        << code.toString().toStdString() << " on " << url(call).toStdString();
    return finding ? applyMend(call, *finding, Catalogue::builtIn()) : call;
}

} // namespace

TEST(Mend, ChangesTheBytesItNamesAndRemovesItsFinding)
{
    struct Case {
        QStringView code;
        QByteArray before, after; ///< targets; the ID and d_rtbd stand before them
    };
    for (const Case &one : {
             Case{u"raw-character", "c_%7e=a b\xc3\xa9|{{v}}\x01", "c_%7e=a%20b%C3%A9%7C{{v}}%01"},
             Case{u"raw-character", "d_cid=1\x01x", "d_cid=1%01x"},
             Case{u"percent-broken", "c_x=%20100%&c_y=1", "c_x=%20100%25&c_y=1"},
             Case{u"percent-broken", "c_x=%esid!", "c_x=%25esid!"},
             Case{u"plus-is-space", "d_cid=1%01a+b", "d_cid=1%01a%2Bb"},
             Case{u"plus-is-space", "c_x=a+b+", "c_x=a%20b%20"},
             Case{u"double-encoded", "d_cid=1%01a%252Bb%25zz", "d_cid=1%01a%2Bb%25zz"},
             Case{u"separator-encoded", "d_cid=1%2501a%25011", "d_cid=1%01a%011"},
             Case{u"cid-multi-pair", "c_a&d_cid=1%01a%012%01b&c_b", "c_a&d_cid=1%01a&d_cid=2%01b&c_b"},
             Case{u"auth-state", "d_cid=1%01a%017", "d_cid=1%01a"},
             Case{u"device-id-format", "d_cid=20915%01e172bd80-781d-4f52-8fc0-aadb88b4f32c%011",
                 "d_cid=20915%01E172BD80-781D-4F52-8FC0-AADB88B4F32C%011"},
             Case{u"device-id-format", "d_cid_ic=DSID_20914%01B4AE58F7-1484-45DC-8A03-E9DD5F6BCDD0",
                 "d_cid_ic=DSID_20914%01b4ae58f7-1484-45dc-8a03-e9dd5f6bcdd0"},
             Case{u"hashed-email-case",
                 "d_cid_ic=h%0153FB8AB85C5A6EF8FDEBA8B239A23E20859A7CF14909CFC627CF807E6C70A2AF%011",
                 "d_cid_ic=h%0153fb8ab85c5a6ef8fdeba8b239a23e20859a7cf14909cfc627cf807e6c70a2af%011"},
             Case{u"deprecated-key", "c_a=1&d_dpid=123&c_b=2&d_dpuuid=a%2Bb&c_c=3",
                 "c_a=1&d_cid=123%01a%2Bb&c_b=2&c_c=3"},
             Case{u"deprecated-key", "dpuuid=a&dpid=7", "d_cid=7%01a"},
             Case{u"unprefixed-key", "mid=1", "d_mid=1"},
             Case{u"unprefixed-key", "cid=1%01a%2B", "d_cid=1%01a%2B"},
             Case{u"key-case", "D_NSID=0", "d_nsid=0"},
             Case{u"key-case", "d_conversiontype=1", "d_conversionType=1"},
             Case{u"unknown-d-key", "d_cidic=x%01y", "d_cid_ic=x%01y"},
             Case{u"unknown-d-key", "d_calller=x", "d_caller=x"},
             Case{u"key-space", "%20c_x%20=1", "c_x=1"},
             Case{u"repeated-option", "d_nsid=0&c_x=1&d_nsid=1&c_y", "d_nsid=0&c_x=1&c_y"},
             Case{u"option-value", "d_coppa=TRUE", "d_coppa=true"},
             Case{u"ptfm-value", "d_ptfm=iOS", "d_ptfm=ios"},
             Case{u"event-value", "d_event=Imp", "d_event=imp"},
             Case{u"orgid-format", "d_orgid=6418DF487603467B0A49DC47",
                 "d_orgid=6418DF487603467B0A49DC47%40AdobeOrg"},
             Case{u"orgid-format", "d_orgid=6418DF487603467B0A49DC47@adobeorg",
                 "d_orgid=6418DF487603467B0A49DC47%40AdobeOrg"},
             Case{u"redirect-encoding", "d_event=click&d_rd=https%3A%2F%2Fx.example%2F%3Fc%3D%25d_src%25",
                 "d_event=click&d_rd=https%253A%252F%252Fx.example%252F%253Fc%253D%2525d_src%2525"},
             Case{u"redirect-encoding", "d_event=click&d_rd=https://x.example",
                 "d_event=click&d_rd=https%253A%252F%252Fx.example"},
             Case{u"comma-in-quotes", "c_x=%22a,b%22,c", "c_x=%22a%2Cb%22,c"},
             Case{u"quoted-value", "c_x=%22a%22,%22b%22,c", "c_x=a,b,c"},
             Case{u"quoted-value", "c_x=%22a%2Cb%22,c", "c_x=a%2Cb,c"},
         }) {
        const QByteArray base = "/event?d_rtbd=json&d_uuid=" + uuid + '&';
        const Call after = mended(regional(base + one.before), one.code);
        EXPECT_EQ(target(after), base + one.after) << one.code.toString().toStdString();
        EXPECT_FALSE(find(after, one.code)) << one.code.toString().toStdString();
    }
}

TEST(Mend, OfTheCallAroundItsParameters)
{
    const QByteArray tail = "/event?d_rtbd=json&d_uuid=" + uuid;

    Call swapped = *decodeUrl("https://acme.demdex.net" + tail);
    setHostHeader(swapped, "usw2.demdex.net");
    EXPECT_EQ(mended(swapped, u"alias-misplaced"), regional(tail));
    EXPECT_EQ(mended(*decodeUrl("https://usw2.demdex.net/acme" + tail), u"alias-misplaced"), regional(tail));

    Call noHost = *decodeUrl("https://acme.demdex.net" + tail);
    noHost.headers.clear();
    EXPECT_EQ(mended(noHost, u"host-missing"), *decodeUrl("https://acme.demdex.net" + tail));

    EXPECT_EQ(mended(*decodeUrl("http://usw2.demdex.net" + tail), u"insecure-scheme"),
        *decodeUrl("https://usw2.demdex.net" + tail));
    EXPECT_TRUE(find(*decodeUrl("http://usw2.demdex.net:8080" + tail), u"insecure-scheme")->mend.isEmpty())
        << "which port speaks TLS is not known";
    EXPECT_EQ(mended(*decodeUrl("https://usw2.demdex.net" + tail + "#x"), u"fragment"),
        *decodeUrl("https://usw2.demdex.net" + tail));

    Call lower = regional(tail);
    lower.method = "get";
    EXPECT_EQ(mended(lower, u"method"), regional(tail));

    EXPECT_EQ(mended(regional(tail), u"region-differs", {6}).connectHost, "irl1.demdex.net");

    EXPECT_EQ(target(mended(regional("/event?d_uuid=" + uuid), u"no-json")),
        "/event?d_uuid=" + uuid + "&d_rtbd=json");
    EXPECT_EQ(target(mended(regional("/event?d_rtbd=xml&d_uuid=" + uuid), u"option-value")), tail);
    EXPECT_EQ(target(mended(regional("/event?d_event=imp&d_cb=f&d_uuid=" + uuid), u"callback-without-json")),
        "/event?d_event=imp&d_cb=f&d_uuid=" + uuid + "&d_rtbd=json");
    EXPECT_EQ(target(mended(*decodeUrl("https://dpm.demdex.net/id?d_rtbd=json"), u"id-needs-ver")),
        "/id?d_rtbd=json&d_ver=2");
    EXPECT_EQ(mended(regional("/ev%ent"), u"percent-broken").path, "/ev%25ent");
    EXPECT_EQ(mended(regional("/e t"), u"raw-character").path, "/e%20t");
}

TEST(Mend, ALargeGetBecomesAPostWithTheSameBytes)
{
    const QByteArray text = "d_rtbd=json&d_uuid=" + uuid + "&c_x=%7e" + QByteArray(9000, 'a');
    const Call after = mended(regional("/event?" + text), u"get-too-large");

    EXPECT_EQ(after.method, "POST");
    EXPECT_EQ(body(after), text);
    EXPECT_TRUE(check(after, Catalogue::builtIn()).isEmpty());
}

TEST(Mend, TheContentTypeMakesABodyReadable)
{
    const QByteArray text = "d_rtbd=json&d_uuid=" + uuid;
    const auto posted = [&](const QByteArray &headers) {
        return *decodeRequest("POST /event HTTP/1.1\r\nHost: acme.demdex.net\r\n" + headers + "\r\n" + text,
            true, "usw2.demdex.net");
    };
    EXPECT_EQ(mended(posted("content-type: text/plain\r\n"), u"post-content-type"),
        posted("content-type: application/x-www-form-urlencoded\r\n"));
    EXPECT_EQ(mended(posted(""), u"post-content-type"),
        posted("Content-Type: application/x-www-form-urlencoded\r\n"));

    const Call json = *decodeRequest("POST /event HTTP/1.1\r\nHost: acme.demdex.net\r\nContent-Type: "
                                     "application/json\r\n\r\n{\"a\":\"=\"}");
    EXPECT_TRUE(find(json, u"post-content-type")->mend.isEmpty())
        << "a JSON body cannot become a form by its header";
}

TEST(Mend, ARawSeparatorInABody)
{
    Call call = regional("/event?d_rtbd=json&d_uuid=" + uuid
        + "&d_cid=1\x01"
          "a\x01"
          "1");
    setMethod(call, "POST");

    EXPECT_EQ(body(mended(call, u"separator-raw")), "d_rtbd=json&d_uuid=" + uuid + "&d_cid=1%01a%011");
}

TEST(Mend, WithoutALabelOrWithAStaleFindingNothingChanges)
{
    const Call call = regional("/event?d_uuid=1");
    Finding finding = *find(call, u"uuid-format");
    EXPECT_TRUE(finding.mend.isEmpty());
    EXPECT_EQ(applyMend(call, finding, Catalogue::builtIn()), call);

    finding.code = QStringLiteral("plus-is-space");
    finding.mend = QStringLiteral("Write %2B");
    finding.parameter = 17;
    EXPECT_EQ(applyMend(call, finding, Catalogue::builtIn()), call);
}

TEST(Mend, EveryOfferedMendRemovesItsFindingAndLeavesOtherParametersAlone)
{
    Generate generate;
    QByteArrayList keys = {"c_x", "mid", "cid", "D_UUID", "d_foo", "d_cidd", "%20c_x", "price!"};
    for (const Attribute &attribute : Catalogue::builtIn().attributes())
        keys.append(attribute.name.toUtf8());
    const QByteArrayList values
        = {"", "1", "json", "JSON", "123%01a", "123%2501b", "1%01a%012%01b", "1%01a%01x", "a+b", "%zz", "a b",
            "1%01a%252Bb", "click", "IOS", "http%3A%2F%2Fx", "%22a,b%22", "%22a%22", "\x01", "{a}", uuid,
            "20915%01e172bd80-781d-4f52-8fc0-aadb88b4f32c", "6418DF487603467B0A49DC47"};
    int mends = 0;
    for (int i = 0; i < 4000; ++i) {
        QByteArray text = generate.pick(QByteArrayList{"/event?", "/id?", "/ibs:", "/demoptout?"});
        for (int n = generate.number(1, 5); n > 0; --n)
            text += generate.pick(keys) + '=' + generate.pick(values) + '&';
        Call call
            = regional(text + "c_z=1", generate.pick(QByteArrayList{"acme.demdex.net", "usw2.demdex.net"}));
        if (generate.chance(20))
            setMethod(call, "POST");
        for (const Finding &finding : check(call, Catalogue::builtIn())) {
            if (finding.mend.isEmpty())
                continue;
            ++mends;
            const Call after = applyMend(call, finding, Catalogue::builtIn());
            const std::string shown = finding.code.toStdString() + ": " + url(call).toStdString() + " -> "
                + url(after).toStdString();
            ASSERT_NE(after, call) << shown;
            const auto count = [&](const Call &one) {
                const QList<Finding> findings = check(one, Catalogue::builtIn());
                return std::count_if(findings.begin(), findings.end(), [&](const Finding &other) {
                    return other.code == finding.code
                        && (finding.parameter < 0 || other.message == finding.message);
                });
            };
            ASSERT_LT(count(after), count(call)) << shown;
            // What is not the finding's parameter keeps its bytes and order (a pair has two, an added one is
            // last).
            QByteArrayList before, behind;
            for (const Parameter &parameter : call.parameters)
                before.append(parameter.wire);
            for (const Parameter &parameter : after.parameters)
                behind.append(parameter.wire);
            int kept = 0;
            for (int at = 0; at < before.size(); ++at)
                kept += behind.contains(before[at]);
            ASSERT_GE(kept, before.size() - (finding.code == u"deprecated-key" ? 2 : 1)) << shown;
        }
    }
    EXPECT_GT(mends, 1000);
}
