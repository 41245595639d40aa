// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "support/print.h"
#include "transport/exchanges.h"
#include "transport/redirect.h"
#include "transport/scriptedpeer.h"

using namespace Qt::StringLiterals;

namespace {

QByteArray redirectTo(const QByteArray &location, int status = 302)
{
    return "HTTP/1.1 " + QByteArray::number(status) + " Found\r\nLocation: " + location
        + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
}

dcs::Exchange redirected(const QByteArray &location, const QByteArray &method = "GET", int status = 302)
{
    dcs::Exchange out;
    out.request = wireRequest(method, true, "/a/b?x=1");
    out.request.bytes.replace(
        "Accept: */*\r\n", "Accept: */*\r\nCookie: demdex=1\r\nAuthorization: secret\r\nX-Own: 1\r\n");
    out.request.headBytes = out.request.bytes.indexOf("\r\n\r\n") + 4;
    out.status = status;
    out.headers = {{"Location", location}};
    return out;
}

} // namespace

TEST(Redirect, TheNextRequestIsDerivedFromTheLocation)
{
    const struct {
        QByteArray location, url, host;
    } rows[] = {
        {"/id/rd?d=1", "https://usw2.demdex.net/id/rd?d=1", "acme.demdex.net"},
        {"?y", "https://usw2.demdex.net/a/b?y", "acme.demdex.net"},
        {"c", "https://usw2.demdex.net/a/c", "acme.demdex.net"},
        {"../c?../d", "https://usw2.demdex.net/c?../d", "acme.demdex.net"},
        {"#x", "https://usw2.demdex.net/a/b?x=1", "acme.demdex.net"},
        {"https://acme.demdex.net/z", "https://usw2.demdex.net/z", "acme.demdex.net"},
        {"http://acme.demdex.net/z", "http://acme.demdex.net/z", "acme.demdex.net"},
        {"https://dpm.demdex.net/ibs:dpid=1", "https://dpm.demdex.net/ibs:dpid=1", "dpm.demdex.net"},
        {"HTTP://Example.com:8080?q", "http://Example.com:8080/?q", "Example.com:8080"},
        {"//example.com/p%7e|x#f", "https://example.com/p%7e|x", "example.com"},
        {"https://[::1]:8443/a", "https://[::1]:8443/a", "[::1]:8443"},
        {"https://example.com/a b\xc3\xa9", "https://example.com/a%20b%C3%A9", "example.com"},
    };
    for (const auto &row : rows) {
        const transport::NextHop next = transport::nextHop(redirected(row.location));

        ASSERT_TRUE(next.request) << row.location.toStdString();
        EXPECT_EQ(next.request->url(), row.url);
        EXPECT_EQ(dcs::headerValue(next.request->headers(), "Host"), row.host);
        EXPECT_EQ(next.request->method(), "GET");
        EXPECT_TRUE(next.request->body().isEmpty());
    }
}

TEST(Redirect, WhatIsNoWebAddressIsNotFollowed)
{
    for (const QByteArray location : {"file:///etc/passwd", "javascript:alert(1)", "ftp://example.com/",
             "data:,x", "https://user:pw@example.com/", "https:///x", "https://a b/",
             "https://example.com:0/", "https://example.com:99999/", "https:x"}) {
        const transport::NextHop next = transport::nextHop(redirected(location));

        EXPECT_FALSE(next.request) << location.toStdString();
        EXPECT_FALSE(next.reason.isEmpty());
    }
}

TEST(Redirect, CredentialsStayWithTheirHost)
{
    const auto same = transport::nextHop(redirected("/c"));
    const auto other = transport::nextHop(redirected("https://example.com/c"));

    ASSERT_TRUE(same.request && other.request);
    EXPECT_EQ(dcs::headerValue(same.request->headers(), "Cookie"), "demdex=1");
    EXPECT_EQ(dcs::headerValue(other.request->headers(), "Cookie"), std::nullopt);
    EXPECT_EQ(dcs::headerValue(other.request->headers(), "Authorization"), std::nullopt);
    EXPECT_EQ(dcs::headerValue(other.request->headers(), "X-Own"), "1");
}

TEST(Redirect, APostIsNeverSentAgain)
{
    EXPECT_EQ(transport::nextHop(redirected("/c", "POST", 302)).request->method(), "GET");
    EXPECT_EQ(dcs::headerValue(
                  transport::nextHop(redirected("/c", "POST", 303)).request->headers(), "Content-Length"),
        std::nullopt);
    EXPECT_FALSE(transport::nextHop(redirected("/c", "POST", 307)).request);
    EXPECT_FALSE(transport::nextHop(redirected("/c", "POST", 308)).request);
}

TEST(Redirect, IsShownAndNotFollowedByDefault)
{
    ScriptedPeer peer({readRequest(), sendBytes(redirectTo("/next"))});

    const dcs::Exchange result = exchange(wireRequest(), toPort(peer.port()));

    EXPECT_EQ(result.status, 302);
    EXPECT_FALSE(result.failure);
    EXPECT_EQ(peer.requests(), 1);
}

TEST(Redirect, HopsAreKeptAndBounded)
{
    ScriptedPeer peer({readRequest(), sendBytes(redirectTo("next/"))});
    transport::WireManager network;
    dcs::SendOptions options = toPort(peer.port());
    options.followRedirects = 3;

    const Made made = make(network, wireRequest(), options);

    EXPECT_EQ(made.hops.size(), 3);
    EXPECT_EQ(made.exchange.status, 302);
    EXPECT_EQ(made.exchange.request.target(), "/next/next/next/");
    EXPECT_FALSE(made.exchange.failure);
    EXPECT_TRUE(made.exchange.notes.join(u' ').contains(u"Another redirect"_s));
    EXPECT_EQ(peer.requests(), 4);
}

TEST(Redirect, ACircleIsAFailure)
{
    ScriptedPeer peer({readRequest(), sendBytes(redirectTo("/event?d_rtbd=json"))});
    transport::WireManager network;
    dcs::SendOptions options = toPort(peer.port());
    options.followRedirects = 50;

    const Made made = make(network, wireRequest(), options);

    ASSERT_TRUE(made.exchange.failure);
    EXPECT_EQ(made.exchange.failure->kind, dcs::Failure::Kind::Protocol);
    EXPECT_EQ(peer.requests(), 1);
}

TEST(Redirect, TheDeadlineIsOneForAllHops)
{
    ScriptedPeer peer({readRequest(), pauseFor(120), sendBytes(redirectTo("next/"))});
    transport::WireManager network;
    dcs::SendOptions options = toPort(peer.port(), 300);
    options.followRedirects = 50;

    const Made made = make(network, wireRequest(), options);

    ASSERT_TRUE(made.exchange.failure);
    EXPECT_EQ(made.exchange.failure->kind, dcs::Failure::Kind::Timeout);
    EXPECT_LE(peer.requests(), 3) << "each hop takes 120 ms of the 300";
    EXPECT_TRUE(made.exchange.failure->message.startsWith(u"The time of 0.3 s"_s))
        << made.exchange.failure->message.toStdString();
}
