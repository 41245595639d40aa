// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "sandbox/ask.h"

using namespace Qt::StringLiterals;

namespace {

const QByteArray org = "6418DF487603467B0A49DC47%40AdobeOrg";

QStringList keys(const Answered &answer)
{
    // In the order of the text; a JSON library would sort them.
    QStringList out;
    const QByteArray text = answer.body;
    int depth = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == '{' || text[i] == '[')
            ++depth;
        if (text[i] == '}' || text[i] == ']')
            --depth;
        if (text[i] == '"') {
            const qsizetype end = text.indexOf('"', i + 1);
            if (depth == 1 && text.mid(end + 1, 1) == ":")
                out.append(QString::fromUtf8(text.mid(i + 1, end - i - 1)));
            i = end;
        }
    }
    return out;
}

} // namespace

TEST(Id, GivesAnEcidThatLeadsBackToItsUser)
{
    Asking asking;
    const QByteArray call = "/id?d_ver=2&d_rtbd=json&d_orgid=" + org;

    const Answered first = asking.get(call + "&d_cid_ic=crm_main%01c%011", "", "dpm.demdex.net");
    EXPECT_EQ(keys(first),
        (QStringList{u"d_mid"_s, u"id_sync_ttl"_s, u"d_blob"_s, u"dcs_region"_s, u"d_ottl"_s, u"ibs"_s,
            u"subdomain"_s, u"tid"_s}));
    const QString user = asking.event("d_cid=123%01c").uuid();
    EXPECT_EQ(asking.event("d_mid=" + first.mid().toLatin1()).uuid(), user);
    EXPECT_EQ(asking.get(call + "&d_uuid=" + user.toLatin1(), "", "dpm.demdex.net").mid(), first.mid())
        << "stable";
    EXPECT_EQ(asking.get(call + "&d_mid=" + aMid, "", "dpm.demdex.net").mid().toLatin1(), aMid);
    EXPECT_NE(asking.get(call, "", "dpm.demdex.net").mid(), first.mid());
    EXPECT_EQ(asking.get("/id?d_ver=2&d_rtbd=json", "", "acme.demdex.net").mid().size(), 38)
        << "the alias names the partner";
}

TEST(Id, RefusesWithItsOwnKeys)
{
    Asking asking;

    const Answered answer
        = asking.get("/id?d_rtbd=json&d_ver=2&d_mid=1&d_orgid=" + org, "", "dpm.demdex.net");

    EXPECT_EQ(answer.codes(), QList<int>{101});
    EXPECT_TRUE(answer.json()[u"d_mid"].isNull());
    EXPECT_TRUE(answer.json().contains(u"error_message"));
    const Answered partly = asking.get(
        "/id?d_rtbd=json&d_ver=2&d_cid=123%01a&d_cid=999%01b&d_orgid=" + org, "", "dpm.demdex.net");
    EXPECT_EQ(partly.codes(), QList<int>{300});
    EXPECT_EQ(partly.mid().size(), 38);
}

TEST(Id, TheCookieTestTakesTwoLegs)
{
    Asking asking;
    const QByteArray query = "?d_ver=2&d_rtbd=json&d_verify=1&d_orgid=" + org + "&c_raw=%7e";

    const Answered first
        = asking.get("/id" + query, "Origin: https://www.example.com\r\n", "dpm.demdex.net:8080");
    EXPECT_EQ(first.status, 302);
    EXPECT_EQ(first.header("Location"), "http://dpm.demdex.net:8080/id/rd" + query);
    const QByteArray cookie = first.header("Set-Cookie").split(';').value(0);
    const Answered second = asking.get("/id/rd" + query, "Cookie: " + cookie + "\r\n", "dpm.demdex.net");
    EXPECT_EQ(second.status, 200);
    EXPECT_EQ(second.mid().size(), 38);
    EXPECT_EQ(second.cookies().size(), 2) << "demdex and dpm";
    EXPECT_NE(second.header("X-TID"), first.header("X-TID"));
    EXPECT_EQ(asking.get("/id" + query, "Cookie: " + cookie + "\r\n", "dpm.demdex.net").mid(), second.mid())
        << "with a cookie there is no test";
}

TEST(Sync, MapsACustomerIdToTheBrowser)
{
    Asking asking;
    const QByteArray cookie = "Cookie: demdex=" + aUuid + "\r\n";

    const Answered plain = asking.get("/ibs:dpid=743&dpuuid=vendor-99", cookie, "dpm.demdex.net");
    EXPECT_EQ(plain.status, 200);
    EXPECT_EQ(plain.body, "");
    EXPECT_EQ(plain.header("Content-Type"), "");
    EXPECT_EQ(plain.header("Content-Length"), "0");
    EXPECT_EQ(plain.cookies().size(), 2);
    EXPECT_EQ(asking.event("d_cid=743%01vendor-99").uuid().toLatin1(), aUuid);
    EXPECT_EQ(asking.get("/ibs:d_cid=743%01new", cookie, "dpm.demdex.net").status, 200);
    EXPECT_EQ(asking.event("d_cid=743%01new").uuid().toLatin1(), aUuid);
}

TEST(Sync, WithoutACookieTestsForOne)
{
    Asking asking;
    const QByteArray parameters
        = "dpid=743&dpuuid=v%2D1&redir=https%3A%2F%2Fs.example%2F%3Fu%3D%24%7BDD_UUID%7D";

    const Answered first = asking.get("/ibs:" + parameters, "", "dpm.demdex.net");
    EXPECT_EQ(first.status, 302);
    EXPECT_EQ(first.header("Location"), "http://dpm.demdex.net/demconf.jpg?et:ibs%7cdata:" + parameters);
    const QByteArray cookie = first.header("Set-Cookie").split(';').value(0);
    const QByteArray uuid = cookie.mid(7);
    const QByteArray second = first.header("Location").mid(QByteArray("http://dpm.demdex.net").size());
    EXPECT_EQ(asking.get(second, "Cookie: " + cookie + "\r\n", "dpm.demdex.net").header("Location"),
        "https://s.example/?u=" + uuid);
    EXPECT_EQ(asking.event("d_cid=743%01v-1").uuid().toLatin1(), uuid);
    const Answered blocked = asking.get(second, "", "dpm.demdex.net");
    EXPECT_EQ(blocked.status, 200);
    EXPECT_EQ(blocked.header("X-Error"), "172");
}

TEST(Sync, IgnoresWhatItDoesNotKnow)
{
    Asking asking;
    const QByteArray cookie = "Cookie: demdex=" + aUuid + "\r\n";
    const QByteArray redir = "&redir=https%3A%2F%2Fs.example%2F";

    EXPECT_EQ(asking.get("/ibs:dpid=999999&dpuuid=x" + redir, cookie, "dpm.demdex.net").status, 200);
    EXPECT_EQ(asking.get("/ibs:" + redir, cookie, "dpm.demdex.net").status, 200);
    EXPECT_EQ(
        asking.get("/ibs:dpid=743&dpuuid=x&redir=javascript%3Aalert(1)", cookie, "dpm.demdex.net").status,
        200);
    const Answered split = asking.get(
        "/ibs:dpid=743&dpuuid=x&redir=https%3A%2F%2Fs.example%2F%0D%0AX%3Ay", cookie, "dpm.demdex.net");
    EXPECT_EQ(split.header("Location"), "https://s.example/%0D%0AX:y");
    EXPECT_EQ(asking.get("/ibs:dpid=743&dpuuid=%zz", cookie, "dpm.demdex.net").header("X-Error"), "311");
}

TEST(OptOut, CountsForThePartnerAndTheRegionOnly)
{
    Asking asking;
    const QByteArray uuid = "d_uuid=" + aUuid;

    const Answered done = asking.get("/demoptout.jpg?" + uuid);
    EXPECT_EQ(done.status, 200);
    EXPECT_EQ(done.header("Content-Type"), "image/gif");
    EXPECT_EQ(done.header("X-Error"), "");

    const Answered refused = asking.event(uuid);
    EXPECT_EQ(refused.codes(), QList<int>{171});
    EXPECT_EQ(refused.uuid(), QString());
    EXPECT_TRUE(refused.body.contains("Encountered opt out tag for id " + aUuid));
    EXPECT_EQ(asking.event("", "Cookie: demdex=" + aUuid + "\r\n").codes(), QList<int>{171})
        << "by the cookie as well";
    EXPECT_EQ(asking.get("/event?d_rtbd=json&" + uuid, "", "globex.demdex.net").codes(), QList<int>());
    EXPECT_EQ(asking.event(uuid, "X-Sandbox-Region: 6\r\n").codes(), QList<int>());
}

TEST(OptOut, OfACustomerTakesItsLastDeviceAlong)
{
    Asking asking;
    asking.event("d_uuid=11111111111111111111111111111111111111&d_cid=123%01c");
    asking.event("d_uuid=" + aUuid + "&d_cid=123%01c");

    const Answered done = asking.get("/demoptout?d_rtbd=json&d_cid_ic=crm_main%01c");

    EXPECT_EQ(done.codes(), QList<int>{171});
    EXPECT_EQ(asking.event("d_cid=123%01c").codes(), QList<int>{171});
    EXPECT_EQ(asking.event("d_uuid=" + aUuid).codes(), QList<int>{171});
    EXPECT_EQ(asking.event("d_uuid=11111111111111111111111111111111111111").codes(), QList<int>());
    EXPECT_TRUE(asking.event("d_cid=123%01c").body.contains("for id c\"")) << "the ID that was sent";
}

TEST(OptOut, OfALegacyPairTakesTheCookieWhereNothingElseIsKnown)
{
    Asking asking;

    EXPECT_EQ(asking.get("/demoptout.jpg?d_dpid=123&d_dpuuid=c").status, 200);
    EXPECT_EQ(asking.event("d_dpid=123&d_dpuuid=c").codes(), QList<int>{171});
    EXPECT_EQ(asking.get("/demoptout.jpg", "Cookie: demdex=" + aUuid + "\r\n").status, 200);
    EXPECT_EQ(asking.event("d_uuid=" + aUuid).codes(), QList<int>{171});
}

TEST(OptOut, OfAnEcidNeedsItsOrganization)
{
    Asking asking;

    EXPECT_EQ(asking.get("/demoptout.jpg?d_rtbd=json&d_mid=" + aMid).codes(), QList<int>{2});
    EXPECT_EQ(asking.event("d_mid=" + aMid).codes(), QList<int>());
    EXPECT_EQ(
        asking.get("/demoptout.jpg?d_rtbd=json&d_mid=" + aMid + "&d_orgid=" + org).codes(), QList<int>{171});
    EXPECT_EQ(asking.event("d_mid=" + aMid).codes(), QList<int>{171});
    EXPECT_EQ(asking.get("/demoptout.jpg?d_rtbd=json&d_uuid=1").codes(), QList<int>{102});
    EXPECT_EQ(asking.get("/demoptout.jpg?d_rtbd=json&d_cid=999%01x").codes(), (QList<int>{300, 104}));
}

TEST(OptOut, TheGlobalFormCountsEverywhereAndMarksTheBrowser)
{
    Asking asking;

    const Answered done = asking.get("/demoptout.jpg", "Cookie: demdex=" + aUuid + "\r\n", "www.demdex.net");

    EXPECT_EQ(done.status, 200);
    EXPECT_EQ(done.cookies().size(), 2);
    EXPECT_TRUE(done.cookies().value(0).startsWith(
        "demdex=NOTARGET; Max-Age=315360000; Expires=Sun, 30 Dec 2035 12:00:00 GMT"));
    EXPECT_TRUE(done.cookies().value(1).startsWith("dextp=NOTARGET;"));
    for (const QByteArray host : {"acme.demdex.net", "globex.demdex.net"}) {
        EXPECT_EQ(asking.get("/event?d_rtbd=json&d_uuid=" + aUuid, "X-Sandbox-Region: 4\r\n", host).codes(),
            QList<int>{171});
        EXPECT_EQ(
            asking.get("/event?d_rtbd=json", "Cookie: demdex=NOTARGET\r\n", host).codes(), QList<int>{171});
    }
}

TEST(OptOut, ItsStatusCanBeReadWithoutChangingAnything)
{
    Asking asking;
    const auto status = [&](const QByteArray &query, const QByteArray &lines = {}) {
        return asking.get("/optOutStatus?d_rtbd=json&d_ver=2&d_orgid=" + org + query, lines, "dpm.demdex.net")
            .json();
    };
    EXPECT_EQ(status("&d_uuid=" + aUuid)[u"d_optout"].toArray(), QJsonArray());
    EXPECT_EQ(status("")[u"d_ottl"].toInt(), 7200);

    asking.get("/demoptout.jpg?d_uuid=" + aUuid);
    EXPECT_EQ(status("&d_uuid=" + aUuid)[u"d_optout"].toArray(), QJsonArray{u"partner"_s});
    EXPECT_EQ(status("", "Cookie: demdex=NOTARGET\r\n")[u"d_optout"].toArray(), QJsonArray{u"global"_s});
}

TEST(DestinationPage, IsServedFromTheAliasAndItsFastTwin)
{
    Asking asking;

    for (const QByteArray host : {"acme.demdex.net", "fast.acme.demdex.net"}) {
        for (const QByteArray path : {"/dest3.html", "/dest4.html", "/dest5.html?d_nsid=0"}) {
            const Answered page = asking.get(path, "", host);
            EXPECT_EQ(page.status, 200);
            EXPECT_EQ(page.header("Content-Type"), "text/html;charset=utf-8");
        }
    }
    EXPECT_EQ(asking.get("/dest5.html", "", "nobody.demdex.net").status, 404);
}

TEST(IdSyncs, ComeWithAnswersUnlessTheyAreSwitchedOff)
{
    const QByteArray config = R"({"partners": [{"aliases": ["acme"], "organization": "o@AdobeOrg",
        "idSyncs": [{"id": "743", "urls": ["//s.example/?u=%did%"], "ttlMinutes": 5},
                    {"id": "411", "urls": ["//t.example/"], "container": "7"}]}]})";
    Asking asking(changed(config));

    const QJsonArray syncs = asking.event("d_uuid=" + aUuid).json()[u"ibs"].toArray();
    ASSERT_EQ(syncs.size(), 1);
    EXPECT_EQ(syncs[0].toObject()[u"url"].toArray()[0].toString(),
        u"//s.example/?u="_s + QString::fromLatin1(aUuid));
    EXPECT_EQ(syncs[0].toObject()[u"ttl"].toInt(), 5);
    EXPECT_EQ(asking.event("d_nsid=7").json()[u"ibs"].toArray()[0].toObject()[u"id"].toString(), u"411"_s);
    EXPECT_FALSE(asking.event("d_jsonv=0").json().contains(u"ibs"));
    EXPECT_FALSE(asking.event("d_coppa=true").json().contains(u"ibs"));
    EXPECT_TRUE(asking.event("d_jsonv=1").json().contains(u"ibs"));
}
