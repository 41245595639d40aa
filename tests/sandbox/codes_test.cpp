// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "sandbox/ask.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

const QByteArray consentsToAll = "CQdWToAQdWToAAfABBENAwEgAP_AAAAAABAgEawAQEagAAAA";
const QByteArray consentsToOne = "CQdWToAQdWToAAfABBENAwEgAIAAAAAAABAgEawAQEagAAAA";
const QByteArray consentsToNothing = "CQdWToAQdWToAAfABBENAwEgAAAAAAAAABAgAAAAAAAA";
const QByteArray consentsToOthers = "CQdWToAQdWToAAfABBENAwEgAIBAAAAAABAgF5wAgAFALzAAAAAA";
const QByteArray unknownPlatform = "CQdWToAQdWToA-gABBENAwEgAIBAAAAAABAgEawAQEagAAAA";

/// A request that earns a code by the rules, at the standard partner unless `config` changes it.
struct Earned {
    int code;
    QByteArray target; ///< behind /event?d_rtbd=json& unless it begins with a slash
    QByteArray lines;
    QByteArray host = "acme.demdex.net";
    QByteArray config = "";
    QList<int> all = {}; ///< every code of the answer, if more than the one
};

const Earned earned[] = {
    {1, "", "", "nobody.demdex.net"},
    {1, "", "", "usw2.demdex.net"},
    {1, "", "", "www.example.com"},
    {1, "", "", "demdex.net"},
    {1, "", "", "a.acme.demdex.net"},
    {2, "d_orgid=ABCDEF487603467B0A49DC47%40AdobeOrg", ""},
    {2, "d_orgid=6418df487603467b0a49dc47%40AdobeOrg", ""},
    {0, "/id?d_rtbd=json&d_orgid=6418DF487603467B0A49DC47@AdobeOrg", "", "dpm.demdex.net"},
    {2, "/id?d_rtbd=json&d_ver=2", "", "dpm.demdex.net"},
    {101, "d_mid=abc", ""},
    {101, "d_mid=" + aMid.left(37), ""},
    {101, "d_mid=abc&d_uuid=" + aUuid, ""},
    {101, "d_mid=" + aMid + "%0A", ""},
    {102, "d_uuid=12345", ""},
    {102, "d_uuid=", ""},
    {102, "d_uuid=" + aUuid + "0", ""},
    {104, "d_cid=abc", "", "acme.demdex.net", "", {300, 104}},
    {104, "d_cid=777%01x&d_cid_ic=nocode%01y", "", "acme.demdex.net", "", {302, 300, 104}},
    {109, "", "Referer: https://www.other.example/page\r\n", "globex.demdex.net"},
    {171, "d_uuid=17117117117117117117117117117117117117", ""},
    {171, "", "Cookie: a=b; demdex=NOTARGET\r\n"},
    {172, "/id/rd?d_ver=2&d_rtbd=json&d_orgid=6418DF487603467B0A49DC47%40AdobeOrg&d_verify=1", "",
        "dpm.demdex.net"},
    {198, "", "X-Sandbox-Country: XX\r\n", "globex.demdex.net"},
    {199, "", "X-Sandbox-Country: KP\r\n"},
    {300, "d_cid=123%01good&d_cid=999999%01x", ""},
    {300, "d_cid=123%01good&d_cid=abc%01x", ""},
    {300, "d_cid=123%01good&d_cid_ic=crm_main%01", ""},
    {300, "d_cid=123%01good&d_cid_ic=crm_main%01%20", ""},
    {300, "d_cid=123%01good&d_cid=%01x", ""},
    {300, "d_cid=123%01good&d_dpid=123", ""},
    {300, "d_cid=123%01good&d_cid=123%2501x", ""},
    {301,
        "d_cid=123%01a&d_cid=123%01b&d_cid=123%01c&d_cid=456%01a&d_cid=456%01b&d_cid=456%01c&d_cid=743%01a&d_"
        "cid=743%01b"
        "&d_cid=743%01c&d_cid=20920%01a&d_cid=20920%01b",
        "", "acme.demdex.net", "", {301, 309}},
    {302, "d_cid=123%01good&d_cid=777%01x", ""},
    {302, "d_cid=123%01good&d_cid_ic=globex_crm%01x", ""},
    {303, "d_cid=123%01good&d_cid=123%01blocked-customer", ""},
    {304, "d_cid=123%01good&d_cid=888%01x", ""},
    {306, "d_cid=123%01good&d_uuid=30630630630630630630630630630630630630", ""},
    {306, "d_cid=123%01good&d_mid=30630630630630630630630630630630630630", ""},
    {307, "d_uuid=30730730730730730730730730730730730730", ""},
    {310, "d_cid=123%01a&d_cid=123%01b&d_cid_ic=crm_main%01c&d_dpid=123&d_dpuuid=d", ""},
    {311, "c_x=100%", ""},
    {311, "c_x=%zz", ""},
    {311, "c_x=%4", ""},
    {311, "%g1=x", ""},
    {312, "d_cid=123%01good&d_cid=20915%01e172bd80-781d-4f52-8fc0-aadb88b4f32c", "", "acme.demdex.net", "",
        {312, 300}},
    {312, "d_cid=123%01good&d_cid_ic=DSID_20914%01B4AE58F7-1484-45DC-8A03-E9DD5F6BCDD0", "",
        "acme.demdex.net", "", {312, 300}},
    {313, "gdpr=1&gdpr_consent=" + unknownPlatform, ""},
    {314, "gdpr=1&gdpr_consent=" + unknownPlatform, "", "acme.demdex.net",
        R"({"consent": {"deletedCmps": [4000]}})"},
    {315, "gdpr=1&gdpr_consent=" + consentsToOne, ""},
    {315, "gdpr=1&gdpr_consent=" + consentsToNothing, ""},
    {315, "gdpr=1&gdpr_consent=" + consentsToOthers, ""},
};

QList<int> xErrors(const Answered &answer)
{
    QList<int> out;
    const auto codes = answer.header("X-Error").split(',');
    for (const QByteArray &code : codes)
        out.append(code.toInt());
    return out;
}

} // namespace

TEST(Codes, AreEarnedByTheRules)
{
    for (const Earned &row : earned) {
        Asking asking(row.config.isEmpty() ? sandbox::Config::standard() : changed(row.config));
        const QByteArray target = row.target.startsWith('/')
            ? row.target
            : "/event?d_rtbd=json" + (row.target.isEmpty() ? QByteArray() : '&' + row.target);

        const Answered answer = asking.get(target, row.lines, row.host);

        const std::string name = target.toStdString() + " at " + row.host.toStdString();
        EXPECT_EQ(answer.status, 200) << name;
        EXPECT_EQ(answer.codes(), row.all.isEmpty() ? QList<int>{row.code} : row.all)
            << name << ' ' << answer.body.constData();
        EXPECT_EQ(xErrors(answer), answer.codes()) << name;
        EXPECT_EQ(answer.json()[u"tid"].toString().size(), 12) << name;
        EXPECT_EQ(answer.region(), 9) << name;
        const bool isVoid = row.code < 200 || row.code == 311 || row.code == 315;
        EXPECT_EQ(answer.uuid().isEmpty(), isVoid) << name << ' ' << answer.body.constData();
    }
}

TEST(Codes, ARequestWithoutHostHeaderEarns100)
{
    Asking asking;

    const Answered answer = asking.raw("GET /event?d_rtbd=json HTTP/1.0\r\n\r\n");

    EXPECT_EQ(answer.codes(), QList<int>{100});
}

TEST(Codes, MessagesMatchThePatternsOfTheCatalogue)
{
    for (const Earned &row : earned) {
        Asking asking(row.config.isEmpty() ? sandbox::Config::standard() : changed(row.config));
        const QByteArray target
            = row.target.startsWith('/') ? row.target : "/event?d_rtbd=json&" + row.target;
        const QJsonObject json = asking.get(target, row.lines, row.host).json();
        QJsonArray errors = json[u"errors"].toArray();
        if (errors.isEmpty())
            errors = json[u"error_message"].toArray();
        for (const auto &error : errors) {
            const dcs::ErrorEntry *entry
                = dcs::Catalogue::builtIn().error(error.toObject()[u"code"].toInt(-1));
            ASSERT_TRUE(entry);
            const QString message = error.toObject()[u"msg"].toString();
            EXPECT_TRUE(entry->pattern.match(message).hasMatch())
                << entry->code << ": " << message.toStdString();
        }
    }
}

// One table over all codes: each can be had by a request, in three ways.
TEST(Codes, EveryCodeOfTheCatalogueCanBeProvokedByARequest)
{
    const QList<dcs::ErrorEntry> &entries = dcs::Catalogue::builtIn().errors();
    ASSERT_GT(entries.size(), 30);
    for (const dcs::ErrorEntry &entry : entries) {
        const QByteArray code = QByteArray::number(entry.code);
        const std::pair<QByteArray, QByteArray> ways[] = {
            {"/event?d_rtbd=json&c_sandbox_error=" + code + "&d_uuid=" + aUuid, ""},
            {"/event?d_rtbd=json&d_uuid=" + aUuid, "X-Sandbox-Error: " + code + "\r\n"},
            {"/event?d_rtbd=json&d_uuid=" + aUuid, "X-Sandbox-Fault: code-" + code + "\r\n"},
        };
        for (const auto &[target, lines] : ways) {
            Asking asking;

            const Answered answer = asking.get(target, lines);

            EXPECT_EQ(answer.codes(), QList<int>{entry.code}) << target.constData();
            EXPECT_EQ(answer.header("X-Error"), code);
            const QString message = answer.json()[u"errors"].toArray()[0].toObject()[u"msg"].toString();
            EXPECT_TRUE(entry.pattern.match(message).hasMatch())
                << code.constData() << ": " << message.toStdString();
            const bool isVoid = entry.code < 200 || entry.code == 311 || entry.code == 315;
            EXPECT_EQ(answer.uuid().isEmpty(), isVoid) << code.constData();
            EXPECT_EQ(answer.json().contains(u"stuff"), !isVoid) << code.constData();
        }
    }
}

TEST(Codes, CanBeProvokedByTheConfigurationAndSeveralAtOnce)
{
    Asking configured(changed(R"({"provoke": [200, 313]})"));
    Asking asked;

    EXPECT_EQ(configured.event("").codes(), (QList<int>{200, 313}));
    EXPECT_EQ(
        asked.event("c_sandbox_error=200,301&c_sandbox_error=204").codes(), (QList<int>{200, 301, 204}));
    EXPECT_EQ(asked.event("c_sandbox_error=nonsense").codes(), QList<int>());
}

TEST(Codes, AProvokedVoidStoresNothing)
{
    Asking asking;

    EXPECT_EQ(asking.event("c_sandbox_error=0&d_uuid=" + aUuid + "&c_likes=jazz%20piano&d_cts=2").codes(),
        QList<int>{0});

    EXPECT_EQ(asking.event("d_cts=2&d_uuid=" + aUuid).numbers(u"traits"), QList<int>());
}

TEST(Codes, StandInTheHeaderOfAPixelToo)
{
    Asking asking;

    const Answered answer = asking.get("/event?d_uuid=12345");

    EXPECT_EQ(answer.header("X-Error"), "102");
    EXPECT_EQ(answer.header("Content-Type"), "image/gif");
}

TEST(Codes, A311SaysOnlyThatAndStoresNothing)
{
    Asking asking;

    const Answered answer = asking.event("d_uuid=12345&d_mid=abc&d_cid=x&c_likes=jazz%20piano&c_bad=%");

    EXPECT_EQ(answer.codes(), QList<int>{311});
    EXPECT_EQ(asking
                  .raw("POST /event HTTP/1.1\r\nHost: acme.demdex.net\r\nContent-Type: "
                       "application/x-www-form-urlencoded\r\n"
                       "Content-Length: 19\r\n\r\nd_rtbd=json&c_x=%zz")
                  .codes(),
        QList<int>{311});
}

TEST(Codes, AnInvalidCustomerIdDoesNotCostTheDevice)
{
    Asking asking;

    const Answered answer = asking.event("d_uuid=" + aUuid + "&d_cid=nonsense&c_likes=jazz%20piano&d_cts=2");

    EXPECT_EQ(answer.codes(), (QList<int>{300, 104}));
    EXPECT_EQ(answer.uuid().toLatin1(), aUuid);
    EXPECT_EQ(answer.numbers(u"traits"), QList<int>{420020});
}

TEST(Codes, DeviceIdsThatAreBothInvalidAreBothNamed)
{
    Asking asking;

    EXPECT_EQ(asking.event("d_uuid=1&d_mid=2").codes(), (QList<int>{101, 102}));
}

TEST(Codes, SurplusIdsAreDroppedByNamespaceFirst)
{
    Asking asking;
    QByteArray query;
    for (int i = 0; i < 5; ++i)
        query += "d_cid=123%01a" + QByteArray::number(i) + '&';
    for (const char *source : {"456", "743", "20920"}) {
        for (int i = 0; i < 3; ++i)
            query += QByteArray("d_cid=") + source + "%01b" + QByteArray::number(i) + '&';
    }

    const QJsonArray errors = asking.event(query).json()[u"errors"].toArray();

    // 14 were sent, 12 are left after the limit of 3, 10 after the limit of 10.
    QList<int> codes;
    QStringList messages;
    for (const auto &error : errors) {
        codes.append(error.toObject()[u"code"].toInt());
        messages.append(error.toObject()[u"msg"].toString());
    }
    EXPECT_EQ(codes, (QList<int>{310, 310, 301, 309, 309}));
    EXPECT_EQ(messages.value(0),
        u"Customer id was discarded because it exceeded the limit for a given namespace. Namespace id is 123, customer id is a3."_s);
    EXPECT_EQ(
        messages.value(2), u"Maximum number of customer ids exceeded. Maximum allowed is 10. Found is 12."_s);
}

TEST(Codes, ExactlyTenIdsAndThreeOfASourceAreFine)
{
    Asking asking;
    QByteArray query;
    for (const char *source : {"123", "456", "743"}) {
        for (int i = 0; i < 3; ++i)
            query += QByteArray("d_cid=") + source + "%01b" + QByteArray::number(i) + '&';
    }
    query += "d_cid=20915%01E172BD80-781D-4F52-8FC0-AADB88B4F32C";

    EXPECT_EQ(asking.event(query).codes(), QList<int>());
}

TEST(Codes, GlobalDeviceIdsOfEverySourceAreJudgedByTheirPattern)
{
    for (const dcs::GlobalDataSource &source : dcs::Catalogue::builtIn().globalDataSources()) {
        Asking asking;
        const QByteArray key = "d_cid=" + QByteArray::number(source.id) + "%01";

        EXPECT_EQ(asking.event(key + source.example.toLatin1()).codes(), QList<int>()) << source.id;
        const QList<int> expected = source.strict ? QList<int>{312, 300, 104} : QList<int>{};
        EXPECT_EQ(asking.event(key + "not-a-device-id!").codes(), expected) << source.id;
    }
}

TEST(Codes, AnIdThatIsSeenTooOftenIsDeniedFromThenOn)
{
    Asking asking(changed(R"({"denyList": {"callsPerIdAndMinute": 3}})"));
    const QByteArray uuid = "d_uuid=" + aUuid;
    for (int i = 0; i < 3; ++i)
        EXPECT_EQ(asking.event(uuid).codes(), QList<int>());

    EXPECT_EQ(asking.event(uuid).codes(), QList<int>{306});
    EXPECT_EQ(asking.event(uuid).uuid(), QString()) << "alone the call is void";
    asking.now = asking.now.addSecs(3600);
    EXPECT_EQ(asking.event(uuid).codes(), QList<int>{306}) << "for ever";

    for (int i = 0; i < 3; ++i)
        EXPECT_EQ(asking.event("d_cid=123%01often").codes(), QList<int>());
    EXPECT_EQ(asking.event("d_cid=123%01often").codes(), (QList<int>{303, 104}));
    EXPECT_EQ(asking.event("d_cid=123%01often&d_cid=123%01other").codes(), QList<int>{303});
    EXPECT_NE(asking.event("d_cid=123%01often&d_cid=123%01other").uuid(), QString())
        << "the other ID still counts";
}

TEST(Codes, AnIdThatIsSeenSeldomIsNotDenied)
{
    Asking asking(changed(R"({"denyList": {"callsPerIdAndMinute": 3}})"));
    for (int i = 0; i < 12; ++i) {
        EXPECT_EQ(asking.event("d_uuid=" + aUuid).codes(), QList<int>());
        asking.now = asking.now.addSecs(30);
    }
}

TEST(Codes, CallsAboveTheRateGet429AndLaterOnesNot)
{
    Asking asking(changed(R"({"callsPerSecond": 2})"));
    EXPECT_EQ(asking.event("").status, 200);
    EXPECT_EQ(asking.event("").status, 200);

    const Answered refused = asking.event("c_likes=jazz%20piano");

    EXPECT_EQ(refused.status, 429);
    EXPECT_EQ(refused.header("Retry-After"), "1");
    EXPECT_EQ(refused.header("Content-Type"), "text/plain;charset=utf-8");
    asking.now = asking.now.addSecs(1);
    EXPECT_EQ(asking.event("").status, 200);
}

TEST(Codes, FaultsSpoilStatusTypeAndBody)
{
    Asking asking;
    const auto ask = [&](const QByteArray &fault) {
        return asking.event("d_uuid=" + aUuid, "X-Sandbox-Fault: " + fault + "\r\n");
    };

    for (const int status : {429, 500, 502, 503})
        EXPECT_EQ(ask("status-" + QByteArray::number(status)).status, status);
    EXPECT_EQ(ask("status-429").header("Retry-After"), "1");
    EXPECT_EQ(ask("empty-body").body, "");
    EXPECT_EQ(ask("empty-body").header("Content-Length"), "0");
    EXPECT_EQ(ask("empty-object").body, "{}");
    EXPECT_EQ(ask("html").header("Content-Type"), "text/html;charset=utf-8");
    EXPECT_TRUE(ask("html").body.startsWith("<html>"));
    EXPECT_EQ(ask("wrong-content-type").header("Content-Type"), "text/html;charset=utf-8");
    EXPECT_EQ(ask("wrong-content-type").uuid().toLatin1(), aUuid);
    EXPECT_TRUE(ask("uuid-number").body.contains("\"uuid\":" + aUuid + ","));
    EXPECT_TRUE(QJsonDocument::fromJson(ask("uuid-number").body).isObject());
    EXPECT_FALSE(QJsonDocument::fromJson(ask("truncated-json").body).isObject());
    EXPECT_TRUE(ask("truncated-json").body.startsWith("{\"stuff\":"));
    EXPECT_EQ(ask("truncated-json").header("Content-Length").toInt(), ask("truncated-json").body.size());
    EXPECT_EQ(ask("unspecified").codes(), QList<int>{0});
    EXPECT_EQ(ask("traits").codes(), QList<int>{10});
    EXPECT_EQ(ask("nai").codes(), QList<int>{173});
    EXPECT_EQ(ask("profile").codes(), QList<int>{200});
    EXPECT_EQ(ask("no-such-fault").status, 400);
}

TEST(Codes, EveryKindOfFaultIsListedOnceAndTaken)
{
    const QStringList kinds = sandbox::Config::faultKinds();
    EXPECT_EQ(QSet<QString>(kinds.begin(), kinds.end()).size(), kinds.size());
    Asking plain;
    const sandbox::Response normal
        = plain.respond("GET /event?d_rtbd=json HTTP/1.1\r\nHost: acme.demdex.net\r\n\r\n");
    for (const QString &kind : kinds) {
        sandbox::Config config = sandbox::Config::standard();
        config.fault = kind;
        Asking asking(config);

        const sandbox::Response response
            = asking.respond("GET /event?d_rtbd=json HTTP/1.1\r\nHost: acme.demdex.net\r\n\r\n");

        const bool differs = response.bytes.size() != normal.bytes.size() || response.status != normal.status
            || response.delayMs != normal.delayMs || response.bytesPerSecond != normal.bytesPerSecond
            || response.cutAfter != normal.cutAfter || response.reset || response.close
            || kind == u"wrong-content-type";
        EXPECT_TRUE(differs) << kind.toStdString();
    }
}

TEST(Consent, DecidesWhoIsStored)
{
    const struct {
        QByteArray query;
        QList<int> codes;
        bool named;
    } cases[] = {
        {"gdpr=1&gdpr_consent=" + consentsToAll, {}, true},
        {"gdpr=1&gdpr_consent=" + consentsToAll + ".YAAAAAAAAAA", {}, true},
        {"gdpr=1&gdpr_consent=" + unknownPlatform, {313}, true},
        {"gdpr=1&gdpr_consent=" + consentsToNothing, {315}, false},
        {"gdpr=1", {}, false},
        {"gdpr=1&gdpr_consent=", {}, false},
        {"gdpr=1&gdpr_consent=nonsense", {}, false},
        {"gdpr=1&gdpr_consent=BOEFEAyOEFEAyAHABDENAI4AAAB9vABAASA", {}, false},
        {"gdpr=1&gdpr_consent=" + consentsToAll.left(20), {}, false},
        {"gdpr=0&gdpr_consent=" + consentsToNothing, {}, true},
        {"gdpr_consent=" + consentsToNothing, {}, true},
        {"gdpr=0", {}, true},
    };
    for (const auto &[query, codes, named] : cases) {
        Asking asking;

        const Answered answer = asking.event("d_uuid=" + aUuid + "&c_likes=jazz%20piano&d_cts=2&" + query);

        EXPECT_EQ(answer.codes(), codes) << query.constData();
        EXPECT_EQ(answer.uuid().toLatin1(), named ? aUuid : QByteArray()) << query.constData();
        const Answered later = asking.event("d_cts=2&d_uuid=" + aUuid);
        EXPECT_EQ(later.codes(), codes == QList<int>{315} ? QList<int>{171} : QList<int>{})
            << query.constData();
        EXPECT_EQ(later.numbers(u"traits"), named ? QList<int>{420020} : QList<int>{}) << query.constData();
    }
}

TEST(Consent, ARefusalOptsOutTheCustomerAndItsLastDevice)
{
    Asking asking;
    EXPECT_EQ(asking.event("d_uuid=" + aUuid + "&d_cid=123%01c").codes(), QList<int>());

    EXPECT_EQ(
        asking.event("d_cid=123%01c&gdpr=1&gdpr_consent=" + consentsToNothing).codes(), QList<int>{315});

    EXPECT_EQ(asking.event("d_cid=123%01c").codes(), QList<int>{171});
    EXPECT_EQ(asking.event("d_uuid=" + aUuid).codes(), QList<int>{171});
    EXPECT_EQ(asking.event("d_uuid=" + aMid).codes(), QList<int>());
}
