// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "sandbox/ask.h"

using namespace Qt::StringLiterals;

namespace {

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

TEST(Event, ShowsEverythingOfTheStandardPartner)
{
    Asking asking;

    const Answered answer = asking.event("d_dst=1&d_cts=2&d_uuid=" + aUuid
        + "&c_likes=jazz%20piano,opera&p_age=23&c_page=checkout&c_total=100");

    EXPECT_EQ(keys(answer),
        (QStringList{
            u"stuff"_s, u"dests"_s, u"uuid"_s, u"dcs_region"_s, u"traits"_s, u"segments"_s, u"tid"_s}));
    EXPECT_EQ(answer.numbers(u"traits"), (QList<int>{420020, 420021, 5421506}));
    EXPECT_EQ(answer.numbers(u"segments"), QList<int>{984263});
    EXPECT_EQ(answer.json()[u"stuff"].toArray()[0].toObject()[u"cv"].toString(), u"seg=984263"_s);
    const QJsonObject dest = answer.json()[u"dests"].toArray()[0].toObject();
    EXPECT_EQ(
        dest[u"c"].toString(), u"http://px.example/i?s=984263&u="_s + QString::fromLatin1(aUuid) + u"&r=9"_s);
    EXPECT_EQ(dest[u"e"].toString(),
        u"https://px.example/i?s=984263&u="_s + QString::fromLatin1(aUuid) + u"&r=9"_s);
    EXPECT_EQ(dest[u"id"].toString(), u"2523-984263"_s);
}

TEST(Event, WithErrorsKeepsTheOrderOfKeys)
{
    Asking asking;

    const Answered answer = asking.event("d_dst=1&d_cts=1&c_likes=jazz%20piano&d_cid=123%01a&d_cid=999%01b");

    EXPECT_EQ(keys(answer),
        (QStringList{u"stuff"_s, u"dests"_s, u"uuid"_s, u"dcs_region"_s, u"traits"_s, u"segments"_s,
            u"errors"_s, u"tid"_s}));
    EXPECT_EQ(answer.numbers(u"segments"), QList<int>{741232}) << "d_cts=1 gives legacy IDs";
}

TEST(Event, OptionalKeysComeOnlyWhenAskedFor)
{
    Asking asking;
    const QByteArray likes = "c_likes=jazz%20piano";

    EXPECT_FALSE(asking.event(likes).json().contains(u"dests"));
    EXPECT_FALSE(asking.event("d_dst=1").json().contains(u"dests")) << "no destination";
    EXPECT_FALSE(asking.event(likes + "&d_dst=0").json().contains(u"dests"));
    EXPECT_FALSE(asking.event(likes).json().contains(u"traits"));
    EXPECT_FALSE(asking.event(likes + "&d_cts=3").json().contains(u"traits"));
    EXPECT_TRUE(asking.event("d_cts=2").json().contains(u"segments"));
    EXPECT_FALSE(asking.get("/event?d_rtbd=json&d_cts=2", "", "globex.demdex.net").json().contains(u"traits"))
        << "not enabled for this partner";
    EXPECT_TRUE(asking.event("").json()[u"stuff"].isArray());
}

TEST(Event, WithoutJsonIsAPixel)
{
    Asking asking;
    for (const QByteArray target :
        {"/event", "/event?", "/event?d_rtbd=xml&c_x=1", "/event?d_rtbd=", "/event?D_RTBD=json"}) {
        const Answered answer = asking.get(target);
        EXPECT_EQ(answer.status, 200) << target.constData();
        EXPECT_EQ(answer.header("Content-Type"), "image/gif") << target.constData();
        EXPECT_EQ(answer.body.size(), 43) << target.constData();
        EXPECT_TRUE(answer.body.startsWith("GIF89a"));
    }
}

TEST(Event, TheFirstOfRepeatedOptionsCounts)
{
    Asking asking;

    EXPECT_EQ(
        asking.get("/event?d_rtbd=json&d_rtbd=xml").header("Content-Type"), "application/json;charset=utf-8");
    EXPECT_EQ(asking.get("/event?d_rtbd=xml&d_rtbd=json").header("Content-Type"), "image/gif");
}

TEST(Event, AKeyIsDecodedBeforeItIsLookedUp)
{
    Asking asking;

    EXPECT_EQ(asking.get("/event?d%5Frtbd=json&d%5Fuuid=" + aUuid).uuid().toLatin1(), aUuid);
}

TEST(Event, JsonpNamesWhatItCallsAndIsSafeInAScript)
{
    Asking asking(changed(R"({"partners": [{"aliases": ["acme"], "organization": "x",
        "traits": [{"id": 1, "rule": "c_x == 1"}], "segments": [{"id": 2, "rule": "1"}],
        "destinations": [{"kind": "cookie", "name": "</script>", "value": "\u2028\u2029<", "segments": {"2": ""}}]}]})"));
    const QByteArray names[] = {"cb", "$", "_a.b.c", "s_c_il[0]._setFields"};
    for (const QByteArray &name : names) {
        const Answered answer = asking.event("c_x=1&d_cb=" + name.toPercentEncoding());
        EXPECT_EQ(answer.header("Content-Type"), "application/javascript;charset=utf-8");
        EXPECT_TRUE(answer.body.startsWith(
            name + "({\"stuff\":[{\"cn\":\"\\u003c/script>\",\"cv\":\"\\u2028\\u2029\\u003c\""))
            << answer.body.constData();
        EXPECT_TRUE(answer.body.endsWith("});"));
    }
    for (const QByteArray bad : {"a%20b", "alert(1)//", "a%0A", "1a", "a.", "", "a%3Cb", "%E2%80%A8"}) {
        const Answered answer = asking.event("c_x=1&d_cb=" + bad);
        EXPECT_EQ(answer.header("Content-Type"), "application/json;charset=utf-8") << bad.constData();
        EXPECT_TRUE(answer.body.startsWith("{\"stuff\":[{\"cn\":\"</script>\"")) << bad.constData();
    }
    EXPECT_EQ(asking.get("/event?d_cb=cb").header("Content-Type"), "image/gif");
    EXPECT_EQ(asking.event("d_cb=cb&d_uuid=1").body.left(14), "cb({\"errors\":[");
}

TEST(Event, FindsTheDeviceInTheDocumentedOrder)
{
    Asking asking;
    const QByteArray other = "11111111111111111111111111111111111111";
    const QByteArray cookie = "Cookie: demdex=22222222222222222222222222222222222222\r\n";
    EXPECT_EQ(asking.event("d_uuid=" + other + "&d_cid=123%01c").uuid().toLatin1(), other);
    const QString ofMid = asking.event("d_mid=" + aMid).uuid();

    EXPECT_EQ(asking.event("d_uuid=" + aUuid + "&d_mid=" + aMid + "&d_cid=123%01d", cookie).uuid().toLatin1(),
        aUuid);
    EXPECT_EQ(asking.event("d_mid=" + aMid + "&d_cid=123%01c", cookie).uuid().toLatin1(), aUuid)
        << "the ECID came with that device last";
    EXPECT_NE(ofMid.toLatin1(), aUuid);
    EXPECT_EQ(asking.event("d_cid=123%01d", cookie).uuid().toLatin1(), aUuid)
        << "the latest device of the customer";
    EXPECT_EQ(asking.event("d_cid_ic=crm_main%01d").uuid().toLatin1(), aUuid)
        << "the same source by its code";
    EXPECT_EQ(asking.event("d_dpid=123&d_dpuuid=d").uuid().toLatin1(), aUuid) << "the legacy pair";
    EXPECT_EQ(asking.event("d_cid=456%01d", cookie).uuid(), u"22222222222222222222222222222222222222"_s);
    const QString fresh = asking.event("").uuid();
    EXPECT_EQ(fresh.size(), 38);
    EXPECT_NE(asking.event("").uuid(), fresh);
    EXPECT_EQ(asking.event("", "Cookie: demdex=123\r\n").uuid().size(), 38) << "a malformed cookie is none";
}

TEST(Event, NewUuidsHaveLeadingZerosWhereTheNumbersAreSmall)
{
    Asking asking;
    asking.setTid("A7WVh7svyGU=");
    asking.randoms.push_back(2);
    asking.randoms.push_back(7);

    EXPECT_EQ(asking.event("").uuid(), u"00000000000000000010000000000000000003"_s);
}

TEST(Event, TraitsStayWithTheDeviceAndAuthenticatedOnesWithThePerson)
{
    Asking asking;
    const QByteArray phone = "d_cts=2&d_uuid=11111111111111111111111111111111111111";
    const QByteArray laptop = "d_cts=2&d_uuid=22222222222222222222222222222222222222";
    asking.event(phone + "&c_likes=jazz%20piano");
    EXPECT_EQ(asking.event(phone).numbers(u"traits"), QList<int>{420020});
    EXPECT_EQ(asking.event(laptop).numbers(u"traits"), QList<int>());

    asking.event(phone + "&p_age=20&d_cid=123%01c%011");

    EXPECT_EQ(asking.event(phone).numbers(u"traits"), QList<int>{420020})
        << "the device did not get the person's trait";
    EXPECT_EQ(asking.event(laptop + "&d_cid=123%01c%011").numbers(u"traits"), QList<int>{5421506});
    EXPECT_EQ(asking.event(phone + "&d_cid=123%01c%011").numbers(u"traits"), (QList<int>{420020, 5421506}));
    for (const char *state : {"", "%010", "%012", "%017"})
        EXPECT_EQ(asking.event(laptop + "&d_cid=123%01c" + state).numbers(u"traits"), QList<int>()) << state;
    EXPECT_EQ(asking.event(laptop + "&d_cid=743%01c%011").numbers(u"traits"), QList<int>())
        << "no cross-device source";
}

TEST(Event, AMissingStateCanBeConfiguredToMeanAuthenticated)
{
    Asking asking(changed(R"({"defaultAuthState": 1})"));
    asking.event("p_age=20&d_uuid=11111111111111111111111111111111111111&d_cid=123%01c");

    EXPECT_EQ(asking.event("d_cts=2&d_uuid=22222222222222222222222222222222222222&d_cid=123%01c")
                  .numbers(u"traits"),
        QList<int>{5421506});
}

TEST(Event, SidRealisesTraitsAndSegmentsDirectly)
{
    Asking asking;

    EXPECT_EQ(asking.event("d_cts=2&d_sid=420021,5421506").numbers(u"traits"), (QList<int>{420021, 5421506}));
    EXPECT_EQ(asking.event("d_cts=2&d_sid=420020").numbers(u"segments"), QList<int>{984263});
    EXPECT_EQ(asking.event("d_cts=2&d_sid=984263").numbers(u"segments"), QList<int>{984263});
    EXPECT_EQ(asking.event("d_cts=2&d_sid=1,x,,99").numbers(u"traits"), QList<int>());
}

TEST(Event, TdpidRestrictsEvaluationToOneSource)
{
    Asking asking(changed(R"({"partners": [{"aliases": ["acme"],
        "dataSources": [{"id": 1, "code": "one"}, {"id": 2, "code": "two"}],
        "traits": [{"id": 11, "rule": "key1 == \"val1\"", "dataSource": 1},
                   {"id": 12, "rule": "key2 == \"val2\"", "dataSource": 2}]}]})"));
    const QByteArray both = "d_cts=2&key1=val1&key2=val2";

    EXPECT_EQ(asking.event(both).numbers(u"traits"), (QList<int>{11, 12}));
    EXPECT_EQ(asking.event(both + "&d_tdpid=1").numbers(u"traits"), QList<int>{11});
    EXPECT_EQ(asking.event(both + "&d_tdpid_ic=two").numbers(u"traits"), QList<int>{12});
    EXPECT_EQ(asking.event(both + "&d_tdpid_ic=three").numbers(u"traits"), QList<int>());
}

TEST(Event, SerialisedValuesAreSplitBeforeDecoding)
{
    Asking asking(changed(R"({"partners": [{"aliases": ["acme"], "traits": [
        {"id": 1, "rule": "c_x == \"a\""}, {"id": 2, "rule": "c_x == \"a,b\""}, {"id": 3, "rule": "c_x == \"a b\""},
        {"id": 4, "rule": "c_x == \"\\\"a\\\"\""}, {"id": 5, "rule": "d_unknown == \"1\""},
        {"id": 6, "rule": "h_user-agent contains \"Fox\""}]}]})"));

    EXPECT_EQ(asking.event("d_cts=2&c_x=a,b").numbers(u"traits"), QList<int>{1});
    EXPECT_EQ(asking.event("d_cts=2&c_x=b&c_x=a").numbers(u"traits"), QList<int>{1});
    EXPECT_EQ(asking.event("d_cts=2&c_x=a%2Cb").numbers(u"traits"), QList<int>{2});
    EXPECT_EQ(asking.event("d_cts=2&c_x=a+b").numbers(u"traits"), QList<int>{3});
    EXPECT_EQ(asking.event("d_cts=2&c_x=%22a%22").numbers(u"traits"), QList<int>{4})
        << "quotes are part of the value";
    EXPECT_EQ(asking.event("d_cts=2&d_unknown=1").numbers(u"traits"), QList<int>{5});
    EXPECT_EQ(asking.event("d_cts=2", "User-Agent: Fox/1\r\n").numbers(u"traits"), QList<int>{6});
    EXPECT_EQ(asking.event("d_cts=2&C_x=a").numbers(u"traits"), QList<int>());
}

TEST(Event, APostCountsItsBodyOnlyAsAForm)
{
    Asking asking;
    const auto post = [&](const QByteArray &type, const QByteArray &query, const QByteArray &body) {
        return asking.raw("POST /event" + query + " HTTP/1.1\r\nHost: acme.demdex.net\r\n" + type
            + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    };
    const QByteArray form = "Content-Type: application/x-www-form-urlencoded\r\n";

    EXPECT_EQ(post(form, "", "d_rtbd=json&d_uuid=" + aUuid).uuid().toLatin1(), aUuid);
    EXPECT_EQ(post("Content-Type: Application/X-WWW-Form-URLencoded; charset=UTF-8\r\n", "",
                  "d_rtbd=json&d_uuid=" + aUuid)
                  .uuid()
                  .toLatin1(),
        aUuid);
    EXPECT_EQ(post(form, "?d_rtbd=json&d_uuid=" + aUuid, "d_uuid=" + aMid).uuid().toLatin1(), aUuid)
        << "query first";
    EXPECT_NE(post("Content-Type: application/json\r\n", "?d_rtbd=json", "d_uuid=" + aUuid).uuid().toLatin1(),
        aUuid);
    EXPECT_EQ(post("", "?d_rtbd=json", "d_uuid=12345").codes(), QList<int>()) << "as if the body were empty";
    EXPECT_EQ(post("", "?d_rtbd=json&d_uuid=" + aUuid, "").uuid().toLatin1(), aUuid)
        << "everything in the query";
}

TEST(Event, CookiesAreSetUnlessAServerNamesItsUser)
{
    Asking asking;
    const auto cookies = [&](const QByteArray &query, const QByteArray &lines = {}) {
        return asking.event(query, lines).cookies();
    };
    const QString fresh = asking.event("").uuid();

    EXPECT_EQ(cookies("d_uuid=" + aUuid).size(), 0);
    EXPECT_EQ(cookies("d_uuid=" + aUuid, "Origin: https://www.example.com\r\n").size(), 1);
    EXPECT_EQ(cookies("d_coppa=true").size(), 0);
    EXPECT_EQ(cookies("d_uuid=1").size(), 0);
    const Answered first = asking.event("");
    EXPECT_EQ(first.cookies(),
        QList<QByteArray>{"demdex=" + first.uuid().toLatin1()
            + "; Max-Age=15552000; Expires=Tue, 30 Jun 2026 12:00:00 GMT; Path=/; Domain=.demdex.net; "
              "SameSite=None"})
        << "not Secure over clear text";
    const Answered again = asking.event("", "Cookie: x=y; demdex=" + first.uuid().toLatin1() + "\r\n");
    EXPECT_EQ(again.uuid(), first.uuid());
    EXPECT_EQ(again.cookies().size(), 1) << "renewed on each contact";
    EXPECT_NE(asking.event("d_coppa=true", "Cookie: demdex=" + first.uuid().toLatin1() + "\r\n").uuid(),
        first.uuid())
        << "child protection uses no cookie either";
    asking.tls = true;
    EXPECT_TRUE(asking.event("").cookies().value(0).endsWith("; Secure; SameSite=None"));
}

TEST(Event, CorsHeadersComeForAnOriginOnly)
{
    Asking asking;

    const Answered with = asking.event("", "Origin: https://www.example.com\r\n");
    EXPECT_EQ(with.header("Access-Control-Allow-Origin"), "https://www.example.com");
    EXPECT_EQ(with.header("Access-Control-Allow-Credentials"), "true");
    EXPECT_EQ(asking.event("").header("Access-Control-Allow-Origin"), "");
    EXPECT_EQ(asking.get("/event", "Origin: https://www.example.com\r\n", "127.0.0.1:80")
                  .header("Access-Control-Allow-Origin"),
        "");
}

TEST(Event, HeadHasTheHeadOfGetAndOptionsAnswersCors)
{
    Asking asking;
    const Answered head = asking.raw(
        "HEAD /event?d_rtbd=json&d_uuid=" + aUuid + " HTTP/1.1\r\nHost: acme.demdex.net\r\n\r\n");
    const Answered get = asking.event("d_uuid=" + aUuid);
    EXPECT_EQ(head.body, "");
    EXPECT_EQ(head.header("Content-Length"), get.header("Content-Length"));

    const Answered options = asking.raw(
        "OPTIONS /event HTTP/1.1\r\nHost: acme.demdex.net\r\nOrigin: https://www.example.com\r\n\r\n");
    EXPECT_EQ(options.status, 200);
    EXPECT_EQ(options.header("Access-Control-Allow-Methods"), "GET, POST, OPTIONS");
    EXPECT_EQ(options.header("Access-Control-Allow-Origin"), "https://www.example.com");

    for (const QByteArray method : {"PUT", "DELETE", "PATCH", "TRACE", "get"}) {
        const Answered answer = asking.raw(method + " /event HTTP/1.1\r\nHost: acme.demdex.net\r\n\r\n");
        EXPECT_EQ(answer.status, 405) << method.constData();
        EXPECT_EQ(answer.header("Allow"), "GET, POST, HEAD, OPTIONS");
    }
}

TEST(Event, PathsAreComparedCaseSensitively)
{
    Asking asking;

    for (const QByteArray path : {"/Event", "/event/", "/events", "/", "/IBS:dpid=1", "//event"})
        EXPECT_EQ(asking.get(path).status, 404) << path.constData();
}

TEST(Event, TheServerNameTellsTheRegion)
{
    Asking asking;
    asking.tls = true;
    for (const dcs::Region &region : dcs::Catalogue::builtIn().regions()) {
        asking.serverName = region.host;
        const Answered answer = asking.event("");
        EXPECT_EQ(answer.region(), region.id);
        EXPECT_TRUE(
            answer.header("DCS").startsWith("dcs-sandbox-" + region.label.toLatin1() + "-1.sandbox "));
    }
    asking.serverName = "acme.demdex.net";
    EXPECT_EQ(asking.event("").region(), 9);
    EXPECT_EQ(asking.event("", "X-Sandbox-Region: irl1\r\n").region(), 6);
    EXPECT_EQ(asking.event("", "X-Sandbox-Region: 11\r\n").region(), 11);
}

TEST(Event, AUserLivesInTheRegionThatSawItFirst)
{
    Asking asking;
    const QByteArray call = "d_cts=2&d_uuid=" + aUuid;
    EXPECT_EQ(asking.event(call + "&c_likes=jazz%20piano", "X-Sandbox-Region: 6\r\n").region(), 6);

    const Answered elsewhere = asking.event(call, "X-Sandbox-Region: 9\r\n");

    EXPECT_EQ(elsewhere.region(), 6);
    EXPECT_TRUE(elsewhere.header("DCS").contains("-usw2-")) << "the cluster that answered is another";
    EXPECT_EQ(elsewhere.numbers(u"traits"), QList<int>{420020});
}

TEST(Event, AUserIsUnknownElsewhereUntilTheDelayHasPassed)
{
    Asking asking(changed(R"({"profileDelaySeconds": 86400})"));
    const QByteArray call = "d_cts=2&d_uuid=" + aUuid;
    const QByteArray dublin = "X-Sandbox-Region: 6\r\n";
    asking.event(call + "&c_likes=jazz%20piano&d_cid=123%01c", dublin);

    const Answered early = asking.event(call + "&p_age=20");
    EXPECT_EQ(early.region(), 9);
    EXPECT_EQ(early.numbers(u"traits"), QList<int>{5421506});
    EXPECT_NE(asking.event("d_cid=123%01c").uuid().toLatin1(), aUuid);

    asking.now = asking.now.addDays(1);
    const Answered late = asking.event(call);
    EXPECT_EQ(late.region(), 6);
    EXPECT_EQ(late.numbers(u"traits"), (QList<int>{420020, 5421506}));
}

TEST(Event, PartnersDoNotSeeEachOther)
{
    Asking asking(changed(R"({"partners": [
        {"aliases": ["one"], "traits": [{"id": 1, "rule": "c_x == 1"}]},
        {"aliases": ["two"], "traits": [{"id": 1, "rule": "c_x == 1"}]}]})"));
    const QByteArray call = "/event?d_rtbd=json&d_cts=2&d_uuid=" + aUuid;

    EXPECT_EQ(asking.get(call + "&c_x=1", "", "one.demdex.net").numbers(u"traits"), QList<int>{1});
    EXPECT_EQ(asking.get(call, "", "two.demdex.net").numbers(u"traits"), QList<int>());
}

TEST(Event, MemoryIsBounded)
{
    Asking asking(changed(R"({"users": 10})"));
    const QByteArray first = "d_cts=2&d_uuid=" + aUuid;
    asking.event(first + "&c_likes=jazz%20piano");
    for (int i = 0; i < 3; ++i) {
        asking.event("d_uuid=" + QByteArray::number(i).rightJustified(38, '1'));
        EXPECT_EQ(asking.event(first).numbers(u"traits"), QList<int>{420020}) << "still in use";
    }

    for (int i = 0; i < 20; ++i)
        asking.event("d_uuid=" + QByteArray::number(i).rightJustified(38, '2'));

    EXPECT_EQ(asking.event(first).numbers(u"traits"), QList<int>())
        << "the one not used for longest is forgotten";
}

TEST(Event, ClicksRedirectWithTheirMacrosFilled)
{
    Asking asking;
    const auto click = [&](const QByteArray &rd, const QByteArray &more = {}) {
        return asking.get(
            "/event?d_event=click&d_src=743&d_creative=12%2F35&d_uuid=" + aUuid + more + "&d_rd=" + rd);
    };
    const auto twice = [](const QByteArray &url) { return url.toPercentEncoding().toPercentEncoding(); };

    const struct {
        QByteArray url;
        QByteArray location;
    } cases[] = {
        {"https://shop.example/l?c=%d_creative%&s=%d_src%", "https://shop.example/l?c=12%2F35&s=743"},
        {"https://shop.example/?u=%d_uuid%&r=%d_region%", "https://shop.example/?u=" + aUuid + "&r=9"},
        {"https://shop.example/?a=%d_adsrc%&b=%nothing%", "https://shop.example/?a=%d_adsrc%&b=%nothing%"},
        {"https://shop.example/?c=%d_campaign%.", "https://shop.example/?c=."},
        {"https://shop.example/?g=${gdpr}&c=${GDPR_CONSENT_565}", "https://shop.example/?g=0&c=abc"},
        {"https://shop.example/a b\r\nX: y", "https://shop.example/a%20b%0D%0AX:%20y"},
        {"HTTP://shop.example/\xc3\xa9", "HTTP://shop.example/%C3%A9"},
    };
    for (const auto &[url, location] : cases) {
        const Answered answer = click(twice(url), "&gdpr=0&gdpr_consent=abc");
        EXPECT_EQ(answer.status, 302) << url.constData();
        EXPECT_EQ(answer.header("Location"), location);
        EXPECT_EQ(answer.header("Content-Length"), "0");
        EXPECT_EQ(answer.header("DCS"), "");
        EXPECT_EQ(answer.header("Vary"), "Origin");
    }
    EXPECT_EQ(click(QByteArray("https://shop.example/?s=%d_src%").toPercentEncoding()).header("Location"),
        "https://shop.example/?s=743")
        << "encoded once is accepted";
    for (const QByteArray bad :
        {"javascript:alert(1)", "//shop.example/", "ftp://shop.example/", "", "shop.example"}) {
        EXPECT_EQ(click(twice(bad)).status, 200) << bad.constData();
        EXPECT_EQ(click(twice(bad)).header("Content-Type"), "image/gif");
    }
    EXPECT_EQ(asking.get("/event?d_event=click").header("Content-Type"), "image/gif");
    EXPECT_EQ(
        asking.get("/event?d_event=imp&d_src=743&d_creative=1&d_rd=" + twice("https://shop.example/")).status,
        200);
}

TEST(Event, DestinationsFillTheirMacros)
{
    Asking asking(
        changed(R"({"partners": [{"aliases": ["acme"], "organization": "o@AdobeOrg", "vendorId": "565",
        "dataSources": [{"id": 123, "code": "crm"}],
        "traits": [{"id": 1, "rule": "c_x == 1"}], "segments": [{"id": 2, "rule": "1"}, {"id": 3, "rule": "1 AND NOT 4"}],
        "destinations": [
          {"kind": "url", "id": "9", "url": "%http_proto%://p/%alias%/%did%/%dpid_123%/%mcid%/%region%/%timestamp%/%rnd%",
           "secureUrl": "${GDPR}/${GDPR_CONSENT_565}/${GDPR_CONSENT_1}/%other%", "type": "iframe", "segments": {"2": "two"}},
          {"kind": "cookie", "name": "web", "value": "w=%alias%", "ttlDays": 0, "segments": {"2": "17", "3": "18"}}]}]})"));

    const QJsonObject json = asking.event("c_x=1&d_dst=1&d_mid=" + aMid + "&d_cid=123%01a%2Fb").json();

    const QJsonObject dest = json[u"dests"].toArray()[0].toObject();
    const QStringList parts = dest[u"c"].toString().split(u'/');
    EXPECT_EQ(parts.value(0), u"http:"_s);
    EXPECT_EQ(parts.value(3), u"two"_s);
    EXPECT_EQ(parts.value(4), json[u"uuid"].toString());
    EXPECT_EQ(parts.value(5), u"a%2Fb"_s);
    EXPECT_EQ(parts.value(6).toLatin1(), aMid);
    EXPECT_EQ(parts.value(7), u"9"_s);
    EXPECT_EQ(parts.value(8), u"1767268800"_s);
    EXPECT_FALSE(parts.value(9).isEmpty() || parts.value(9).contains(u'%'));
    EXPECT_EQ(dest[u"e"].toString(), u"0//${GDPR_CONSENT_1}/%other%"_s);
    EXPECT_EQ(dest[u"y"].toString(), u"iframe"_s);
    const QJsonObject cookie = json[u"stuff"].toArray()[0].toObject();
    EXPECT_EQ(cookie[u"cv"].toString(), u"w=17,w=18"_s);
    EXPECT_EQ(cookie[u"ttl"].toInt(-1), 0);
    EXPECT_EQ(cookie[u"dmn"].toString(), QString());
}
