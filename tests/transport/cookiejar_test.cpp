// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "support/print.h"
#include "transport/cookiejar.h"
#include "transport/exchanges.h"
#include "transport/scriptedpeer.h"

using namespace Qt::StringLiterals;

namespace {

dcs::Exchange setting(const QList<QByteArray> &cookies, bool tls = true)
{
    dcs::Exchange out;
    out.request = wireRequest("GET", tls, "/a/event?x=1");
    for (const QByteArray &cookie : cookies)
        out.headers.append({"Set-Cookie", cookie});
    return out;
}

} // namespace

TEST(CookieJar, SendsBackWhatTheRulesAllow)
{
    const struct {
        const char *what;
        QByteArray set; ///< by acme.demdex.net/a/event, over TLS
        bool tls;
        const char *host, *target;
        QByteArray sent;
    } rows[] = {
        {"the same host", "k=v; Path=/", true, "acme.demdex.net", "/event", "k=v"},
        {"host-only", "k=v; Path=/", true, "dpm.demdex.net", "/event", ""},
        {"the domain", "demdex=1; Domain=.demdex.net; Path=/", true, "dpm.demdex.net", "/ibs:dpid=1",
            "demdex=1"},
        {"the domain itself", "k=v; Domain=demdex.net; Path=/", true, "demdex.net", "/", "k=v"},
        {"a domain that only ends alike", "k=v; Domain=demdex.net; Path=/", true, "xdemdex.net", "/", ""},
        {"another domain", "k=v; Domain=example.com; Path=/", true, "example.com", "/", ""},
        {"a whole top level", "k=v; Domain=net; Path=/", true, "acme.demdex.net", "/", ""},
        {"the address that was dialled", "k=v; Path=/", true, "usw2.demdex.net", "/", ""},
        {"a port of the host", "k=v; Path=/", true, "acme.demdex.net:8443", "/", "k=v"},
        {"the default path", "k=v", true, "acme.demdex.net", "/a/other?q", "k=v"},
        {"outside the default path", "k=v", true, "acme.demdex.net", "/b", ""},
        {"a path that only begins alike", "k=v; Path=/ev", true, "acme.demdex.net", "/event", ""},
        {"secure, over TLS", "k=v; Path=/; Secure", true, "acme.demdex.net", "/", "k=v"},
        {"secure, in clear", "k=v; Path=/; Secure", false, "acme.demdex.net", "/", ""},
        {"not yet expired", "k=v; Path=/; Max-Age=600", true, "acme.demdex.net", "/", "k=v"},
        {"expired by age", "k=v; Path=/; Max-Age=0", true, "acme.demdex.net", "/", ""},
        {"expired by date", "k=v; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT", true, "acme.demdex.net",
            "/", ""},
        {"a date far ahead", "k=v; Path=/; Expires=Wed, 09 Jun 2100 10:18:14 GMT", true, "acme.demdex.net",
            "/", "k=v"},
        {"odd but legal values", "k=a=b%20\"c\"; Path=/", true, "acme.demdex.net", "/", "k=a=b%20\"c\""},
        {"a control character", "k=a\x01z; Path=/", true, "acme.demdex.net", "/", ""},
        {"nothing", "", true, "acme.demdex.net", "/", ""},
    };
    for (const auto &row : rows) {
        SCOPED_TRACE(row.what);
        transport::CookieJar jar;

        jar.take(setting({row.set}));
        EXPECT_EQ(jar.headerFor(row.tls, row.host, row.target), row.sent);

        transport::CookieJar again;
        ASSERT_TRUE(again.setBytes(jar.bytes()));
        EXPECT_EQ(again.headerFor(row.tls, row.host, row.target), row.sent) << "after a restart";
    }
}

TEST(CookieJar, ALaterValueReplacesAndAPastDateRemoves)
{
    transport::CookieJar jar;
    EXPECT_TRUE(jar.take(setting({"k=1; Path=/", "l=2; Path=/", "k=3; Path=/"})));
    EXPECT_EQ(jar.headerFor(true, "acme.demdex.net", "/"), "l=2; k=3");
    EXPECT_FALSE(jar.take(setting({})));

    jar.take(setting({"l=; Path=/; Max-Age=0"}));

    EXPECT_EQ(jar.headerFor(true, "acme.demdex.net", "/"), "k=3");
    EXPECT_EQ(jar.cookies().size(), 1);
    EXPECT_FALSE(jar.setBytes("{"));
}

TEST(CookieJar, ARedirectSetsWhatItsNextHopSends)
{
    ScriptedPeer peer({readRequest(),
        sendBytes("HTTP/1.1 302 Found\r\nSet-Cookie: demdex=7; Path=/; Domain=.demdex.net\r\n"
                  "Location: /second\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")});
    transport::WireManager network;
    transport::CookieJar jar;
    dcs::SendOptions options = toPort(peer.port());
    options.followRedirects = 1;
    transport::ExchangeJob job(wireRequest(), options, network);
    job.setCookieJar(&jar, true);
    bool finished = false;
    QObject::connect(&job, &transport::ExchangeJob::finished, &job, [&] { finished = true; });

    job.start();

    ASSERT_TRUE(QTest::qWaitFor([&] { return finished; }));
    const QList<QByteArray> requests = peer.received().split('\n');
    EXPECT_EQ(peer.received().count("Cookie: demdex=7\r\n"), 1) << peer.received().toStdString();
    EXPECT_TRUE(requests.first().startsWith("GET /event"));
    EXPECT_EQ(jar.headerFor(false, "dpm.demdex.net", "/"), "demdex=7");
}

TEST(CookieJar, ACookieHeaderOfTheUsersOwnStays)
{
    ScriptedPeer peer({readRequest(),
        sendBytes("HTTP/1.1 302 Found\r\nSet-Cookie: k=jar; Path=/\r\n"
                  "Location: /second\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")});
    transport::WireManager network;
    transport::CookieJar jar;
    dcs::SendOptions options = toPort(peer.port());
    options.followRedirects = 1;
    dcs::WireRequest request = wireRequest();
    request.bytes.replace("Accept: */*\r\n", "Accept: */*\r\nCookie: k=own\r\n");
    request.headBytes = request.bytes.size();
    transport::ExchangeJob job(request, options, network);
    job.setCookieJar(&jar, false);
    bool finished = false;
    QObject::connect(&job, &transport::ExchangeJob::finished, &job, [&] { finished = true; });

    job.start();

    ASSERT_TRUE(QTest::qWaitFor([&] { return finished; }));
    EXPECT_EQ(peer.received().count("Cookie: k=own\r\n"), 2) << peer.received().toStdString();
    EXPECT_FALSE(peer.received().contains("k=jar"));
}

TEST(CookieJar, TheHopBehindAPostHasTheCookiesOfItsMoment)
{
    ScriptedPeer peer({readRequest(),
        sendBytes("HTTP/1.1 302 Found\r\nSet-Cookie: k=new; Path=/\r\n"
                  "Location: /second\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")});
    transport::WireManager network;
    transport::CookieJar jar;
    dcs::SendOptions options = toPort(peer.port());
    options.followRedirects = 1;
    dcs::WireRequest request = wireRequest("POST");
    request.bytes.replace("Accept: */*\r\n", "Accept: */*\r\nCookie: k=old\r\n");
    request.headBytes = request.bytes.indexOf("\r\n\r\n") + 4;
    transport::ExchangeJob job(request, options, network);
    job.setCookieJar(&jar, true);
    bool finished = false;
    QObject::connect(&job, &transport::ExchangeJob::finished, &job, [&] { finished = true; });

    job.start();

    ASSERT_TRUE(QTest::qWaitFor([&] { return finished; }));
    EXPECT_EQ(peer.received().count("Cookie: k=old\r\n"), 1) << peer.received().toStdString();
    EXPECT_EQ(peer.received().count("Cookie: k=new\r\n"), 1) << peer.received().toStdString();
}
