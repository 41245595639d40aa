// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/catalogue.h"
#include "dcs/check.h"
#include "dcs/decode.h"
#include "support/generate.h"
#include "support/print.h"

#include <QSet>

#include <gtest/gtest.h>

using namespace dcs;

namespace {

const Catalogue &catalogue()
{
    return Catalogue::builtIn();
}

const QByteArray uuid("78570995290214909736928846629863152490");
const QByteArray mid("37772646773714021060542651496937081269");

/// A call to a region with the alias in Host, as a server makes it; `target` with its leading slash.
Call regional(const QByteArray &target, const QByteArray &host = "acme.demdex.net")
{
    Call call = *decodeUrl("https://usw2.demdex.net" + target);
    setHostHeader(call, host);
    return call;
}

/// A correct call, with `query` behind its ID.
Call with(const QByteArray &query)
{
    return regional("/event?d_rtbd=json&d_uuid=" + uuid + '&' + query);
}

Call posted(const QByteArray &body, const QByteArray &type = "application/x-www-form-urlencoded")
{
    QByteArray bytes = "POST /event HTTP/1.1\r\nHost: acme.demdex.net\r\n";
    if (!type.isEmpty())
        bytes += "Content-Type: " + type + "\r\n";
    return *decodeRequest(bytes + "\r\n" + body, true, "usw2.demdex.net");
}

QStringList codes(const Call &call, const CheckContext &context = {})
{
    QStringList out;
    for (const Finding &finding : check(call, catalogue(), context))
        out.append(finding.code);
    return out;
}

struct Case {
    Call call;
    QStringList expected;
    QString where; ///< of the first finding, where it matters
    std::optional<Severity> severity; ///< likewise
};

QStringList list(const char *text)
{
    return QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts);
}

void expectCodes(const QList<Case> &cases)
{
    for (const Case &one : cases) {
        const QList<Finding> findings = check(one.call, catalogue());
        const std::string shown = url(one.call).toStdString() + " " + body(one.call).toStdString();
        EXPECT_EQ(codes(one.call), one.expected) << shown;
        const bool hasFinding = !findings.isEmpty();
        EXPECT_EQ(hasFinding && !one.where.isEmpty() ? findings[0].where : one.where, one.where) << shown;
        EXPECT_EQ(hasFinding && one.severity ? findings[0].severity : one.severity, one.severity) << shown;
    }
}

} // namespace

TEST(Check, ACorrectCallHasNoFinding)
{
    for (const QByteArray &query : {
             QByteArray("c_likes=jazz%20piano,opera&p_age=23"),
             QByteArray("d_jsonv=1&d_dst=1&d_cid=123%01cust%2B4711%011"),
             QByteArray("d_cid_ic=crm_main%01cust%2B4711%011"),
             QByteArray("d_cid=123%01a%010&d_cid=123%01b%011&d_cid=123%01c%012"),
             QByteArray("d_cid=20914%01b4ae58f7-1484-45dc-8a03-e9dd5f6bcdd0%010"),
             QByteArray("d_cid=20915%01E172BD80-781D-4F52-8FC0-AADB88B4F32C"),
             QByteArray("d_cid_ic=DSID_20915%01E172BD80-781D-4F52-8FC0-AADB88B4F32C%011"),
             QByteArray("d_cid=121963%01e819259d-c1b0-4c5a-bcf1-ad1a08e1def0"),
             QByteArray("d_cid=389146%018f3b1c77a9d24e6fb0c5d2e1f4a69b30"),
             QByteArray("d_cid=456%0153fb8ab85c5a6ef8fdeba8b239a23e20859a7cf14909cfc627cf807e6c70a2af%011"),
             QByteArray("d_cid_ic=crm%0168079"),
             QByteArray("d_cid=123%01900719925474099355555"),
             QByteArray("d_cid=123%01caf%C3%A9"),
             QByteArray("d_orgid=6418DF487603467B0A49DC47%40AdobeOrg"),
             QByteArray("d_orgid=6418DF487603467B0A49DC47@AdobeOrg"),
             QByteArray("d_cb=acme_callback"),
             QByteArray("d_cb=s_c_il%5B0%5D._setAnalyticsFields"),
             QByteArray("d_ptfm=android&d_nsid=0&d_caller=order-service&d_coppa=true"),
             QByteArray("d_sid=289983,289984&d_tdpid=123"),
             QByteArray("gdpr=1&gdpr_consent=CQdWToAQdWToAAfABBENAwEgAP_AAAAAAAAABAgEawAQEagAAAA"),
             QByteArray("gdpr=0&gdpr_consent=CQdWToAQdWToAAfABBENAwEgAP_A.YAAAAAAAAAA"),
             QByteArray("dcs_region=9&d_blob=6G1ynYcLPuiQxYZrsz_pkqfLG9yMXBpb2zX5dvJdYQJzPXImdj0y"),
             QByteArray("videoTypeID=2&price123=1&123price=1&price-123=1&c_price_123=9.99"),
             QByteArray("c_url=https%3A%2F%2Fshop.example%2Fl%3Fc%3D1%26d%3D2"),
             QByteArray("c_page=https://shop.example/a/b;c=d?x"),
             QByteArray("h_referer=https%3A%2F%2Fexample.com%2F&h_user-agent=x"),
             QByteArray("c_order=4711&c_price=1%2C99").replace("%2C", "."),
             QByteArray("c_discount=50%25&c_note=100%25%20cotton"),
             QByteArray("c_flag&flag&_dc=1").replace("&_dc=1", ""),
             QByteArray("&&c_x=1&"),
             QByteArray("c_phone=iPhone&c_tel=none&c_mobile=1"),
             QByteArray("c_handle=%40acme&c_score=%2B12&c_ts=1767225600000"),
             QByteArray("c_x=%D0%9F%D1%80%D0%B8%D0%B2%D0%B5%D1%82&c_y=%F0%9F%98%80"),
             QByteArray("d_px=1").replace("d_px=1", "d_bust=83612&r_rand=1"),
             QByteArray("_ts=1767225600000&d_dil_ver=9.5&d_ld=_ts%3D1767225600000"),
         })
        EXPECT_EQ(codes(with(query)), QStringList()) << query.toStdString();
}

TEST(Check, TheCorrectCallsOfTheDocumentationHaveAtMostHints)
{
    const QByteArray org("6418DF487603467B0A49DC47%40AdobeOrg");
    expectCodes({
        {regional("/event?d_rtbd=json&d_jsonv=1&d_dst=1&d_cts=2&d_uuid=" + uuid
             + "&d_cid=123%01cust%2B4711%011&c_likes=jazz%20piano,opera&p_age=23"),
            list("cts-needs-enablement"), QStringLiteral("d_cts"), Severity::Hint},
        {posted("d_rtbd=json&d_uuid=" + uuid + "&c_likes=jazz%20piano&c_loves=opera"), {}, {}, {}},
        {posted("d_rtbd=json&d_uuid=" + uuid, "Application/X-WWW-Form-Urlencoded;charset=utf-8"), {}, {}, {}},
        {regional("/event?d_rtbd=json&d_cb=acme_callback&d_uuid=" + uuid), {}, {}, {}},
        {regional("/event?d_sid=420020&d_uuid=" + uuid), list("no-json"), QStringLiteral("d_rtbd"),
            Severity::Hint},
        {*decodeUrl("https://dpm.demdex.net/id?d_ver=2&d_rtbd=json&d_orgid=" + org
             + "&d_cid_ic=crm_main%01cust%2B4711%011"),
            {}, {}, {}},
        {*decodeUrl("https://dpm.demdex.net/"
                    "id?d_visid_ver=5.5.0&d_fieldgroup=MC&d_rtbd=json&d_ver=2&d_verify=1&d_orgid="
             + org + "&d_nsid=0&ts=1767268800000"),
            {}, {}, {}},
        {*decodeUrl("https://dpm.demdex.net/id?d_ver=2&d_orgid=" + org + "&d_rtbd=json"), {}, {}, {}},
        {*decodeUrl("https://dpm.demdex.net/id?d_ver=2&d_rtbd=json&d_mid=" + mid + "&d_orgid=" + org
             + "&d_cid=20915%01E172BD80-781D-4F52-8FC0-AADB88B4F32C%011&d_blob=x&dcs_region=9&d_coop_safe=1"),
            {}, {}, {}},
        {*decodeUrl("https://dpm.demdex.net/"
                    "ibs:dpid=743&dpuuid=vendor-99&redir=https%3A%2F%2Fsync.example%2Fcb%3Fid%3D%24%7B"
                    "DD_UUID%7D"),
            {}, {}, {}},
        {*decodeUrl("https://dpm.demdex.net/ibs:d_cid=743%01vendor-99"), {}, {}, {}},
        {*decodeUrl("https://dpm.demdex.net/demconf.jpg?et:ibs%7cdata:dpid=743&dpuuid=vendor-99"), {}, {},
            {}},
        {regional("/event?d_event=click&d_src=743&d_creative=1235&d_campaign=4709&d_uuid=" + uuid
             + "&d_rd=https%253A%252F%252Fshop.example%252Fl%253Fc%253D%2525d_creative%2525%2526k%253D%2525d_"
               "campaign%2525"),
            {}, {}, {}},
        {regional("/event?d_event=imp&d_src=743&d_site=5512&d_creative=1235&d_adgroup=3408&d_placement=1001&"
                  "d_campaign=4709"
                  "&d_bust=83612&d_cid=20914%01b4ae58f7-1484-45dc-8a03-e9dd5f6bcdd0"),
            list("customer-id-only"), {}, {}},
        {regional("/demoptout.jpg?d_uuid=" + uuid), {}, {}, {}},
        {regional("/demoptout.jpg?d_rtbd=json&d_mid=" + mid + "&d_orgid=" + org), {}, {}, {}},
        {regional("/demoptout?d_cid_ic=crm%01x&d_cid=123%01y"), {}, {}, {}},
        {*decodeRequest(
             "GET /demoptout.jpg HTTP/1.1\r\nHost: www.demdex.net\r\nCookie: demdex=" + uuid + "\r\n\r\n"),
            {}, {}, {}},
        {*decodeUrl("https://fast.acme.demdex.net/dest5.html?d_nsid=0"), {}, {}, {}},
        {*decodeUrl("http://127.0.0.1:8080/event?d_rtbd=json&d_uuid=" + uuid), list("host-foreign"),
            QStringLiteral("Host"), Severity::Hint},
    });
}

TEST(Check, HostAndConnection)
{
    const QByteArray target = "/event?d_rtbd=json&d_uuid=" + uuid;
    Call withoutHost = regional(target);
    withoutHost.headers.clear();
    Call swapped = *decodeUrl("https://acme.demdex.net" + target);
    setHostHeader(swapped, "usw2.demdex.net");
    Call cname = *decodeUrl("https://dcs.example.com" + target);
    Call clear = regional(target);
    clear.tls = false;
    clear.port = 80;
    Call lower = regional(target);
    lower.method = "get";
    Call put = regional(target);
    put.method = "PUT";
    Call putId = *decodeUrl("https://dpm.demdex.net/id?d_ver=2");
    putId.method = "PUT";
    Call emptyHost = regional(target, "");
    Call fragment = *decodeUrl("https://usw2.demdex.net" + target + "#x");
    setHostHeader(fragment, "acme.demdex.net");
    expectCodes({
        {withoutHost, list("host-missing"), QStringLiteral("Host"), Severity::Error},
        {emptyHost, list("host-missing"), QStringLiteral("Host"), Severity::Error},
        {*decodeUrl("https://usw2.demdex.net/acme" + target), list("host-not-alias alias-misplaced"),
            QStringLiteral("Host"), Severity::Error},
        {*decodeUrl("https://www.example.com/shop/id?a=1"), list("host-foreign"), {}, {}},
        {*decodeUrl("https://usw2.demdex.net" + target), list("host-not-alias"), QStringLiteral("Host"),
            Severity::Error},
        {regional(target, "www.demdex.net"), list("host-not-alias"), QStringLiteral("Host"), Severity::Error},
        {regional(target, "dcs.demdex.net"), list("host-not-alias"), {}, {}},
        {regional(target, "a.b.demdex.net"), list("host-not-alias"), {}, {}},
        {regional(target, "demdex.net"), list("host-not-alias"), {}, {}},
        {regional("/event?d_rtbd=json&d_uuid=" + uuid, "WWW.demdex.net:443"), list("host-not-alias"), {}, {}},
        {regional(target, "ACME.demdex.net."), {}, {}, {}},
        {swapped, list("host-not-alias alias-misplaced"), QStringLiteral("Host"), Severity::Error},
        {cname, list("host-foreign"), QStringLiteral("Host"), Severity::Hint},
        {*decodeUrl("https://acme.demdex.net" + target), list("region-unknown"), QStringLiteral("url"),
            Severity::Hint},
        {clear, list("insecure-scheme"), QStringLiteral("url"), Severity::Hint},
        {fragment, list("fragment"), QStringLiteral("url"), Severity::Warning},
        {lower, list("method"), QStringLiteral("method"), Severity::Error},
        {put, list("method"), QStringLiteral("method"), Severity::Error},
        {putId, {}, {}, {}},
    });
}

TEST(Check, TheUsersRegion)
{
    const Call call = with("");
    EXPECT_EQ(codes(call, {9}), QStringList());
    EXPECT_EQ(codes(call, {6}), list("region-differs"));
    EXPECT_EQ(codes(with("dcs_region=9")), QStringList());
    EXPECT_EQ(codes(with("dcs_region=6")), list("region-differs")) << "the call says it itself";
    EXPECT_EQ(codes(with("dcs_region=6"), {9}), QStringList());
    EXPECT_EQ(codes(call, {5}), list("region-differs"));
    EXPECT_TRUE(check(call, catalogue(), {5})[0].mend.isEmpty()) << "no host is published for region 5";
    EXPECT_EQ(codes(*decodeUrl("https://acme.demdex.net/event?d_rtbd=json&d_uuid=" + uuid), {6}),
        list("region-unknown"));
}

TEST(Check, Sizes)
{
    const auto getOf = [](qsizetype bytes) {
        Call call = with("c_x=1");
        call.parameters.last().wire += QByteArray(bytes - requestLineBytes(call), 'a');
        EXPECT_EQ(requestLineBytes(call), bytes);
        return call;
    };
    const auto postOf = [](qsizetype bytes) {
        Call call = posted("d_rtbd=json&d_uuid=" + uuid + "&c_x=1");
        call.parameters.last().wire += QByteArray(bytes - bodyBytes(call), 'a');
        EXPECT_EQ(bodyBytes(call), bytes);
        return call;
    };
    expectCodes({
        {getOf(8000), {}, {}, {}},
        {getOf(8001), list("size-near-limit"), QStringLiteral("url"), Severity::Warning},
        {getOf(8192), list("size-near-limit"), QStringLiteral("url"), Severity::Warning},
        {getOf(8193), list("get-too-large"), QStringLiteral("url"), Severity::Error},
        {postOf(32000), {}, {}, {}},
        {postOf(32001), list("size-near-limit"), QStringLiteral("body"), Severity::Warning},
        {postOf(32768), list("size-near-limit"), QStringLiteral("body"), Severity::Warning},
        {postOf(32769), list("post-too-large"), QStringLiteral("body"), Severity::Error},
    });
}

TEST(Check, ContentTypeOfAPost)
{
    const QByteArray body = "d_rtbd=json&d_uuid=" + uuid;
    expectCodes({
        {posted(body), {}, {}, {}},
        {posted(body, ""), list("post-content-type"), QStringLiteral("headers"), Severity::Error},
        {posted(body, "text/plain"), list("post-content-type"), QStringLiteral("headers"), Severity::Error},
        {posted(body, "application/x-www-form-urlencoded2"), list("post-content-type"), {}, {}},
    });
}

TEST(Check, RawCharactersPercentsAndPluses)
{
    expectCodes({
        {with("c_x=a b"), list("raw-character"), QStringLiteral("c_x"), Severity::Error},
        {with("c_x=\xc3\xa9"), list("raw-character"), QStringLiteral("c_x"), Severity::Error},
        {with("c_x=\x01"), list("raw-character"), QStringLiteral("c_x"), Severity::Error},
        {with("c_x=a\tb"), list("raw-character"), QStringLiteral("c_x"), Severity::Error},
        {with("c_x=a\x7f"), list("raw-character"), QStringLiteral("c_x"), Severity::Error},
        {with("c_x=a|b"), list("raw-character"), QStringLiteral("c_x"), Severity::Warning},
        {with("c_x=a\"b"), list("raw-character"), QStringLiteral("c_x"), Severity::Warning},
        {with("c_x=a<b"), list("raw-character"), {}, Severity::Warning},
        {with("c_x=a>b"), list("raw-character"), {}, Severity::Warning},
        {with("c_x=a\\b"), list("raw-character"), {}, Severity::Warning},
        {with("c_x=a^b"), list("raw-character"), {}, Severity::Warning},
        {with("c_x={a}"), list("raw-character"), {}, Severity::Warning},
        {with("c_x=`a"), list("raw-character"), {}, Severity::Warning},
        {with("c_x=a|b c"), list("raw-character"), {}, Severity::Error},
        {with("c_x=!$'()*,;:@/?[]~-._"), {}, {}, {}},
        {with("c_x={{name}}"), {}, {}, {}},
        {with("c_x={{name}}%20b|"), {}, {}, {}},
        {with("d_cid=123\x01x"), list("raw-character"), QStringLiteral("d_cid"), Severity::Error},
        {posted("d_rtbd=json&d_uuid=" + uuid
             + "&d_cid=123\x01x\x01"
               "1"),
            list("separator-raw"), QStringLiteral("d_cid"), Severity::Warning},
        {posted("d_rtbd=json&d_uuid=" + uuid + "&d_cid=123\x01x y"), list("separator-raw raw-character"), {},
            {}},
        {posted("d_rtbd=json&d_uuid=" + uuid + "&c_x=\x01"), list("raw-character"), {}, {}},
        {with("c_x=%esid!"), list("percent-broken"), QStringLiteral("c_x"), Severity::Error},
        {with("c_x=100%"), list("percent-broken"), {}, {}},
        {with("c_%zz=1"), list("percent-broken key-name"), {}, {}},
        {regional("/event%?d_rtbd=json"), list("percent-broken"), QStringLiteral("url"), Severity::Error},
        {regional("/a b?d_rtbd=json"), list("raw-character"), QStringLiteral("url"), Severity::Error},
        {with("c_x=%E9"), list("percent-not-utf8"), QStringLiteral("c_x"), Severity::Warning},
        {with("c_x=%C3%A9"), {}, {}, {}},
        {with("c_x=a+b"), list("plus-is-space"), QStringLiteral("c_x"), Severity::Hint},
        {with("c_x=a%2Bb"), {}, {}, {}},
        {with("d_cid=123%01a+b"), list("plus-is-space"), QStringLiteral("d_cid"), Severity::Warning},
        {with("d_cid=123%01a%252Bb"), list("double-encoded"), QStringLiteral("d_cid"), Severity::Warning},
        {with("d_cid_ic=crm%01100%25"), {}, {}, {}},
        {with("c_x=a%252Bb"), {}, {}, {}},
    });
}

TEST(Check, DeviceAndOrganizationIds)
{
    const QByteArray base = "/event?d_rtbd=json&";
    expectCodes({
        {regional(base + "d_uuid=12345"), list("uuid-format"), QStringLiteral("d_uuid"), Severity::Error},
        {regional(base + "d_uuid=" + uuid.left(37)), list("uuid-format"), {}, {}},
        {regional(base + "d_uuid=" + uuid + "0"), list("uuid-format"), {}, {}},
        {regional(base + "d_uuid=" + uuid.left(37) + "x"), list("uuid-format"), {}, {}},
        {regional(base + "d_uuid="), list("uuid-format"), {}, {}},
        {regional(base + "d_uuid=%20" + uuid), list("uuid-format"), {}, {}},
        {regional(base + "d_uuid=%30" + uuid.mid(1)), {}, {}, {}},
        {regional(base + "d%5Fuuid=12"), list("uuid-format"), QStringLiteral("d_uuid"), {}},
        {regional(base + "d_uuid={{uuid}}"), {}, {}, {}},
        {regional(base + "d_mid=abc"), list("mid-format"), QStringLiteral("d_mid"), Severity::Error},
        {regional(base + "d_mid=" + mid), {}, {}, {}},
        {regional(base + "d_mid=" + mid, "metrics.example.com"), list("mid-needs-orgid host-foreign"),
            QStringLiteral("d_mid"), Severity::Warning},
        {regional(base + "d_orgid=6418DF487603467B0A49DC47%40AdobeOrg&d_mid=" + mid, "metrics.example.com"),
            list("host-foreign"), {}, {}},
        {*decodeUrl("https://dpm.demdex.net/id?d_ver=2&d_mid=" + mid), list("mid-needs-orgid"), {}, {}},
        {regional("/demoptout.jpg?d_mid=" + mid), list("mid-needs-orgid"), {}, {}},
        {with("d_mid=" + mid), list("two-device-ids"), QStringLiteral("d_mid"), Severity::Hint},
        {with("d_orgid=6418DF487603467B0A49DC47"), list("orgid-format"), QStringLiteral("d_orgid"),
            Severity::Error},
        {with("d_orgid=6418DF487603467B0A49DC47%40adobeorg"), list("orgid-format"), {}, {}},
        {with("d_orgid=6418DF487603467B0A49DC4%40AdobeOrg"), list("orgid-format"), {}, {}},
        {with("d_orgid=6418DF487603467B0A49DC47%2540AdobeOrg"), list("orgid-format"), {}, {}},
        {regional("/event?d_rtbd=json&c_x=1"), list("no-user"), QStringLiteral("url"), Severity::Hint},
        {regional("/event?d_rtbd=json&d_cid=123%01a"), list("customer-id-only"), QStringLiteral("d_cid"),
            Severity::Hint},
        {*decodeUrl("https://dpm.demdex.net/ibs:redir=x"), list("no-user"), {}, {}},
        {*decodeUrl("https://dpm.demdex.net/id?d_rtbd=json"), list("id-needs-ver"), QStringLiteral("d_ver"),
            Severity::Error},
        {*decodeUrl("https://dpm.demdex.net/id?d_rtbd=json&d_ver=1"), list("option-value"),
            QStringLiteral("d_ver"), {}},
        {with("d_blob=" + QByteArray(512, 'a')), {}, {}, {}},
        {with("d_blob=" + QByteArray(513, 'a')), list("blob-too-long"), QStringLiteral("d_blob"),
            Severity::Warning},
    });
}

TEST(Check, CustomerIds)
{
    expectCodes({
        {with("d_cid=123"), list("cid-malformed"), QStringLiteral("d_cid"), Severity::Error},
        {with("d_cid="), list("cid-malformed"), {}, {}},
        {with("d_cid=%01x"), list("cid-malformed"), {}, {}},
        {with("d_cid=123%01"), list("cid-malformed"), {}, {}},
        {with("d_cid=123%01%011"), list("cid-malformed"), {}, {}},
        {with("d_cid=%01%01%01"), list("cid-multi-pair cid-malformed"), {}, {}},
        {with("d_cid=1%01a%012%01b%01c"), list("cid-malformed"), {}, {}},
        {with("d_cid_ic=39217_myIntegrationCode"), list("cid-malformed"), QStringLiteral("d_cid_ic"), {}},
        {with("d_cid=crm%01a"), list("cid-namespace-format"), QStringLiteral("d_cid"), Severity::Error},
        {with("d_cid=12a%01a"), list("cid-namespace-format"), {}, {}},
        {with("d_cid_ic=crm%01a"), {}, {}, {}},
        {with("d_cid=123%01a%25011"), list("separator-encoded"), QStringLiteral("d_cid"), Severity::Error},
        {with("d_cid=123%2501a%25011"), list("separator-encoded cid-malformed"), {}, {}},
        {with("d_cid=1%01a%012%01b"), list("cid-multi-pair"), QStringLiteral("d_cid"), Severity::Warning},
        {with("d_cid_ic=x%01a%01y%01b%01z%01c"), list("cid-multi-pair"), {}, {}},
        {with("d_cid=123%011"), list("cid-id-looks-like-state"), {}, Severity::Warning},
        {with("d_cid=20915%010"), list("device-id-format cid-id-looks-like-state"), {}, {}},
        {with("d_cid=123%0111"), {}, {}, {}},
        {with("d_cid=123%01a%013"), list("auth-state"), {}, Severity::Warning},
        {with("d_cid=123%01a%01authenticated"), list("auth-state"), {}, {}},
        {with("d_cid=123%01a%01"), list("auth-state"), {}, {}},
        {with("d_cid=1%01a&d_cid=2%01a&d_cid=3%01a&d_cid=4%01a&d_cid=5%01a&d_cid=6%01a&d_cid=7%01a&d_cid=8%"
              "01a&d_cid=9%01a"
              "&d_cid_ic=10%01a"),
            {}, {}, {}},
        {with("d_cid=1%01a&d_cid=2%01a&d_cid=3%01a&d_cid=4%01a&d_cid=5%01a&d_cid=6%01a&d_cid=7%01a&d_cid=8%"
              "01a&d_cid=9%01a"
              "&d_cid_ic=10%01a&d_cid=11%01a"),
            list("cid-too-many"), QStringLiteral("d_cid"), Severity::Warning},
        {with("d_cid=1%01a&d_cid=1%01b&d_cid=1%01c&d_cid=1%01d"), list("cid-namespace-too-many"),
            QStringLiteral("d_cid"), Severity::Warning},
        {with("d_cid=1%01a&d_cid=1%01b&d_cid=1%01c&d_cid_ic=1%01d"), {}, {}, {}},
        {with("d_cid=1%01a%011%01b%011%01c%011%01d"), list("cid-multi-pair cid-namespace-too-many"), {}, {}},
        {with("d_cid=20915%01e172bd80-781d-4f52-8fc0-aadb88b4f32c"), list("device-id-format"),
            QStringLiteral("d_cid"), Severity::Error},
        {with("d_cid=20914%01B4AE58F7-1484-45DC-8A03-E9DD5F6BCDD0"), list("device-id-format"), {}, {}},
        {with("d_cid=20914%01b4ae58f7148445dc8a03e9dd5f6bcdd0"), list("device-id-format"), {}, {}},
        {with("d_cid_ic=DSID_20915%01E172BD80-781D-4F52-8FC0-AADB88B4F32Z"), list("device-id-format"), {},
            Severity::Error},
        {with("d_cid=1171489%019KDW%20PQLM"), list("device-id-format"), {}, Severity::Warning},
        {with("d_cid=20914%0100000000-0000-0000-0000-000000000000"), list("device-id-zero"), {},
            Severity::Warning},
        {with("d_cid_ic=hashed%0153FB8AB85C5A6EF8FDEBA8B239A23E20859A7CF14909CFC627CF807E6C70A2AF"),
            list("hashed-email-case"), QStringLiteral("d_cid_ic"), Severity::Warning},
        {with("d_cid_ic=hashed%0153fb8ab85c5a6ef8fdeba8b239a23e20859a7cf14909cfc627cf807e6c70a2af"), {}, {},
            {}},
        {with("d_cid=123%01jane%40example.com"), list("pii-email"), {}, Severity::Warning},
        {with("d_cid=123%01jane@example"), list("pii-email"), {}, {}},
        {with("d_cid=123%016418DF487603467B0A49DC47%40AdobeOrg"), {}, {}, {}},
        {with("d_cid=123%01%2B491711234567"), list("pii-phone"), {}, Severity::Warning},
        {with("d_cid=123%01491711234567"), {}, {}, {}},
        {with("c_email=jane%40example.com"), list("pii-email"), QStringLiteral("c_email"), Severity::Warning},
        {with("c_phone=0171-1234567"), list("pii-phone"), QStringLiteral("c_phone"), {}},
        {with("c_contact=%2B49%20171%201234567"), list("pii-phone"), {}, {}},
        {with("c_url=https%3A%2F%2Fu%40example.com%2F"), {}, {}, {}},
        {with("d_cid_ns=Email%01abc"), list("unknown-d-key"), QStringLiteral("d_cid_ns"), {}},
        {*decodeUrl("https://dpm.demdex.net/id?d_ver=2&d_cid_ns=Email%01abc%011"), {}, {}, {}},
    });
}

TEST(Check, LegacyPairs)
{
    expectCodes({
        {with("d_dpid=123&d_dpuuid=a"), list("deprecated-key deprecated-key"), QStringLiteral("d_dpid"),
            Severity::Warning},
        {with("dpid=123&dpuuid=a"), list("deprecated-key deprecated-key"), QStringLiteral("dpid"), {}},
        {with("d_dpid=123"), list("dpid-unpaired deprecated-key"), QStringLiteral("d_dpid"), Severity::Error},
        {with("d_dpuuid=a"), list("dpid-unpaired deprecated-key"), QStringLiteral("d_dpuuid"), {}},
        {*decodeUrl("https://dpm.demdex.net/ibs:dpid=743"), list("dpid-unpaired"), QStringLiteral("dpid"),
            Severity::Error},
        {*decodeUrl("https://dpm.demdex.net/ibs:dpid=743&dpuuid="), list("dpid-unpaired"),
            QStringLiteral("dpid"), {}},
        {*decodeUrl("https://dpm.demdex.net/ibs:dpid=x&dpuuid=y"), list("cid-namespace-format"), {}, {}},
        {*decodeUrl("https://dpm.demdex.net/ibs:dpid=20915&dpuuid=e172bd80-781d-4f52-8fc0-aadb88b4f32c"),
            list("device-id-format"), QStringLiteral("dpuuid"), {}},
        {*decodeUrl("https://dpm.demdex.net/ibs:dpid=1&dpuuid=jane@example.com"), list("pii-email"), {}, {}},
    });
}

TEST(Check, Keys)
{
    expectCodes({
        {with("d_rs=1"), list("reserved-key deprecated-key"), QStringLiteral("d_rs"), Severity::Warning},
        {with("d_dst_filter=1"), list("reserved-key"), {}, Severity::Warning},
        {with("d_px=1"), list("deprecated-key"), {}, Severity::Warning},
        {with("d_stuff=1"), list("deprecated-key"), {}, {}},
        {with("d_foo=1"), list("unknown-d-key"), QStringLiteral("d_foo"), Severity::Warning},
        {with("d_uid=1"), list("unknown-d-key"), {}, {}},
        {with("d_ver=2"), list("unknown-d-key"), {}, {}},
        {with("mid=1"), list("unprefixed-key"), QStringLiteral("mid"), Severity::Warning},
        {with("uuid=1"), list("unprefixed-key"), {}, {}},
        {with("c_mid=1"), {}, {}, {}},
        {with("D_UUID=1"), list("key-case"), QStringLiteral("D_UUID"), Severity::Warning},
        {with("d_Rtbd=1"), list("key-case"), {}, {}},
        {with("GDPR=1"), list("key-case"), {}, {}},
        {with("d_conversiontype=1"), list("key-case"), {}, {}},
        {with("c_Likes=1&c_contextData=1"), {}, {}, {}},
        {with("%20d_mid=1"), list("key-space"), QStringLiteral(" d_mid"), Severity::Error},
        {with("c_x+y=1"), list("key-space"), {}, {}},
        {with("c_x y=1"), list("raw-character key-space"), {}, {}},
        {with("price!123=1"), list("key-name"), QStringLiteral("price!123"), Severity::Hint},
        {with("123=1"), list("key-name"), {}, {}},
        {with("c_contextData.a.RunMode=x"), list("key-name"), {}, {}},
        {with("=1"), list("key-name"), {}, {}},
        {with("c_x="), list("empty-value"), QStringLiteral("c_x"), Severity::Hint},
        {with("c_x"), {}, {}, {}},
        {with("d_caller="), list("empty-value"), {}, {}},
        {with("d_dst=1&d_dst=1"), {}, {}, {}},
        {with("d_nsid=0&d_nsid=1"), list("repeated-option"), QStringLiteral("d_nsid"), Severity::Warning},
        {with("d_nsid=1&d_nsid=%31"), {}, {}, {}},
        {with("d_uuid=12345678901234567890123456789012345678"), list("repeated-option"),
            QStringLiteral("d_uuid"), {}},
        {with("c_x=1&c_x=2&d_sid=1&d_sid=2&d_cid=1%01a&d_cid=1%01b"), {}, {}, {}},
    });
}

TEST(Check, Options)
{
    const QByteArray bare = "/event?d_uuid=" + uuid;
    expectCodes({
        {regional(bare), list("no-json"), QStringLiteral("d_rtbd"), Severity::Hint},
        {regional(bare + "&d_rtbd=xml"), list("option-value"), QStringLiteral("d_rtbd"), Severity::Warning},
        {regional(bare + "&d_rtbd=JSON"), list("option-value"), {}, {}},
        {regional(bare + "&d_event=imp"), {}, {}, {}},
        {regional(bare + "&d_event=imp&d_cb=f"), list("callback-without-json"), QStringLiteral("d_cb"),
            Severity::Warning},
        {regional(bare + "&d_event=imp&d_dst=1"), list("dst-without-json"), QStringLiteral("d_dst"),
            Severity::Hint},
        {with("d_cb=a-b"), list("callback-name"), QStringLiteral("d_cb"), Severity::Warning},
        {with("d_cb="), list("callback-name"), {}, {}},
        {with("d_cb=a.b%5B0%5D.c"), {}, {}, {}},
        {with("d_cb=a..b"), list("callback-name"), {}, {}},
        {with("d_cb=a%5Bx%5D"), list("callback-name"), {}, {}},
        {with("d_cts=3"), list("cts-value cts-needs-enablement"), QStringLiteral("d_cts"), Severity::Warning},
        {with("d_cts=1"), list("cts-needs-enablement"), {}, Severity::Hint},
        {with("d_jsonv=0"), list("jsonv-0"), QStringLiteral("d_jsonv"), Severity::Hint},
        {with("d_jsonv=2"), list("option-value"), {}, {}},
        {with("d_ptfm=java"), list("ptfm-value"), QStringLiteral("d_ptfm"), Severity::Warning},
        {with("d_event=view"), list("event-value"), QStringLiteral("d_event"), Severity::Warning},
        {with("d_event=conv"), {}, {}, {}},
        {with("gdpr=1"), list("consent-pair"), QStringLiteral("gdpr"), Severity::Error},
        {with("gdpr=0"), list("consent-pair"), QStringLiteral("gdpr"), Severity::Warning},
        {with("gdpr_consent=abc"), list("consent-pair"), QStringLiteral("gdpr_consent"), Severity::Warning},
        {with("gdpr=2&gdpr_consent=abc"), list("consent-value"), QStringLiteral("gdpr"), Severity::Warning},
        {with("gdpr=1&gdpr_consent=a%2Fb%3D"), list("consent-format"), QStringLiteral("gdpr_consent"),
            Severity::Error},
        {with("gdpr=1&gdpr_consent="), list("consent-format"), {}, {}},
        {with("d_event=click"), list("click-needs-redirect"), QStringLiteral("d_event"), Severity::Error},
        {with("d_event=click&d_rd=https%253A%252F%252Fx.example"), {}, {}, {}},
        {with("d_event=click&d_rd=https%3A%2F%2Fx.example"), list("redirect-encoding"),
            QStringLiteral("d_rd"), Severity::Warning},
        {with("d_event=click&d_rd=https://x.example"), list("redirect-encoding"), {}, {}},
        {with("d_event=click&d_rd=shop"), list("redirect-encoding"), {}, {}},
        {with("d_sid=a"), list("option-value"), {}, {}},
        {with("d_nsid=a"), list("option-value"), {}, {}},
    });
}

TEST(Check, Signals)
{
    expectCodes({
        {with("c_x=a%2Cb"), list("comma-encoded"), QStringLiteral("c_x"), Severity::Hint},
        {with("c_x=a%2cb"), list("comma-encoded"), {}, {}},
        {with("c_x=a,b"), {}, {}, {}},
        {with("d_caller=a%2Cb"), {}, {}, {}},
        {with("c_x=%22a%22"), list("quoted-value"), QStringLiteral("c_x"), Severity::Hint},
        {with("c_x=%22a%22,%22b%22"), list("quoted-value"), {}, {}},
        {with("c_x=%22a%2Cb%22"), list("comma-encoded quoted-value"), {}, {}},
        {with("c_x=a,b%40example.org,c"), list("pii-email"), QStringLiteral("c_x"), Severity::Warning},
        {with("c_x=1,%2B4930123456789"), list("pii-phone"), {}, {}},
        {with("c_x=a%40b,example.org,"), {}, {}, {}},
        {with("c_x=%22a,b%22"), list("comma-in-quotes"), QStringLiteral("c_x"), Severity::Warning},
        {with("c_x=5%22,6%22"), list("comma-in-quotes"), {}, {}},
        {with("c_x=5%22"), {}, {}, {}},
    });
}

TEST(Check, FindingsComeInTheOrderOfTheParameters)
{
    const QList<Finding> findings
        = check(*decodeUrl("http://acme.demdex.net/event?c_x=&d_uuid=1&d_foo=1&c_y=#x"), catalogue());
    QList<int> places;
    QStringList found;
    for (const Finding &finding : findings) {
        places.append(finding.parameter);
        found.append(finding.code);
    }
    EXPECT_EQ(places, (QList<int>{0, 1, 2, 3, -1, -1, -1, -1}));
    EXPECT_EQ(found,
        list("empty-value uuid-format unknown-d-key empty-value region-unknown insecure-scheme fragment "
             "no-json"));
}

TEST(Check, ALongCallHasTheFindingsOfAShortOne)
{
    const QByteArray text
        = "d_rtbd=json&d_dpid=1&d_dpid=2&d_dpuuid=a&c_x=&d_nsid=0&d_foo=1&d_nsid=1&d_dpuuid=b"
          "&dpid=3&gdpr=1&d_cb=1&d_mid=1&d_foo=2";
    QByteArray filled = text;
    for (int i = 0; i < 100; ++i)
        filled += "&c_more" + QByteArray::number(i) + "=1";

    const QStringList expected = codes(posted(text));

    EXPECT_GT(expected.size(), 10);
    EXPECT_EQ(codes(posted(filled)), expected);
}

TEST(Check, SwitchedOffParametersHaveNoFindings)
{
    Call call = with("d_foo=%&d_cid=1");
    for (Parameter &parameter : call.parameters)
        parameter.sent = parameter.wire.startsWith("d_rtbd") || parameter.wire.startsWith("d_uuid");

    EXPECT_EQ(codes(call), QStringList());
}

TEST(Check, EveryFindingIsListedSaysWhatAndHowToMendIt)
{
    Generate generate;
    QSet<QString> seen;
    QSet<QString> aboutCalls;
    for (const FindingEntry &entry : catalogue().findingCodes()) {
        if (entry.about == u"call")
            aboutCalls.insert(entry.code);
    }
    QByteArrayList keys = {"c_x", "mid", "D_UUID", "d_foo", "%20c", "1", ""};
    for (const Attribute &attribute : catalogue().attributes())
        keys.append(attribute.name.toUtf8());
    const QByteArrayList values = {"", "1", "json", "123%01a", "123%2501b", "1%01a%012%01b", "a+b", "%zz",
        "%E9", "a b", "x@y.de", "%2B4912345678901", "click", "http%3A%2F%2Fx", "%22a,b%22", "a%2Cb", "{{v}}",
        "\x01", "{a}", "0", "3", uuid};
    for (int i = 0; i < 4000; ++i) {
        QByteArray text = generate.pick(QByteArrayList{"/event?", "/id?", "/ibs:", "/demoptout?", "/x?"});
        for (int n = generate.number(0, 8); n > 0; --n)
            text += generate.pick(keys) + '=' + generate.pick(values) + '&';
        Call call = *decodeUrl(
            "https://" + generate.pick(QByteArrayList{"usw2", "acme", "dpm", "www"}) + ".demdex.net" + text);
        if (generate.chance(30))
            setMethod(call, "POST");
        for (const Finding &finding : check(call, catalogue(), {6})) {
            seen.insert(finding.code);
            ASSERT_TRUE(aboutCalls.contains(finding.code)) << finding.code.toStdString();
            ASSERT_TRUE(finding.message.endsWith(u'.')) << finding.message.toStdString();
            ASSERT_FALSE(finding.fix.isEmpty()) << finding.code.toStdString();
            ASSERT_FALSE(finding.where.isEmpty() && finding.code != u"key-name"
                && finding.code != u"raw-character" && finding.code != u"percent-broken"
                && finding.code != u"plus-is-space" && finding.code != u"percent-not-utf8")
                << finding.code.toStdString();
            ASSERT_LT(finding.parameter, call.parameters.size());
        }
    }
    EXPECT_GT(seen.size(), 40);
}
