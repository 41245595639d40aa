// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "support/print.h"
#include "support/temporaryfolder.h"
#include "transport/exchanges.h"
#include "transport/scriptedpeer.h"
#include "transport/testcertificates.h"

#include <QNetworkProxy>
#include <QProcess>
#include <QTcpSocket>

using namespace Qt::StringLiterals;
using Kind = dcs::Failure::Kind;
using ProxyKind = dcs::SendOptions::Proxy::Kind;

namespace {

const QByteArray okAnswer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
const Script answerOnce{readRequest(), sendBytes(okAnswer)};

quint16 freePort()
{
    QTcpServer server;
    EXPECT_TRUE(server.listen(QHostAddress::LocalHost));
    return server.serverPort();
}

/// A proxy program on a free port, up when the constructor returns.
class ProxyProgram
{
public:
    ProxyProgram(const QString &program, const QStringList &arguments, quint16 port)
    {
        m_process.start(program, arguments);
        EXPECT_TRUE(m_process.waitForStarted()) << program.toStdString() << " is needed";
        const bool up = QTest::qWaitFor([port] {
            QTcpSocket probe;
            probe.setProxy(QNetworkProxy::NoProxy);
            probe.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
            return probe.waitForConnected(100);
        });
        EXPECT_TRUE(up) << program.toStdString();
    }
    ~ProxyProgram()
    {
        m_process.terminate();
        if (!m_process.waitForFinished(3000))
            m_process.kill();
    }

private:
    QProcess m_process;
};

dcs::SendOptions through(
    ProxyKind kind, quint16 proxyPort, quint16 port, const QString &user = {}, const QString &password = {})
{
    dcs::SendOptions out = toPort(port);
    out.caFile = TestCertificates::instance().caFile();
    out.proxy = {kind, u"127.0.0.1"_s, proxyPort, user, password};
    return out;
}

/// Clear text and TLS arrive byte for byte through that proxy.
void expectTunnel(ProxyKind kind, quint16 proxyPort, const QString &user = {}, const QString &password = {})
{
    for (const bool tls : {false, true}) {
        SCOPED_TRACE(tls ? "tls" : "clear");
        ScriptedPeer peer(
            answerOnce, tls ? std::optional(TestCertificates::instance().server({u"good"_s})) : std::nullopt);
        const dcs::WireRequest request = wireRequest("POST", tls, "/event?%esid!|x");

        const dcs::Exchange result = exchange(request, through(kind, proxyPort, peer.port(), user, password));

        EXPECT_FALSE(result.failure) << result.failure->message.toStdString();
        EXPECT_EQ(peer.received(), request.bytes);
        EXPECT_EQ(result.status, 200);
        EXPECT_EQ(result.peer, QString());
        EXPECT_LT(result.timings.dns, 0);
    }
}

QString tinyproxyConfiguration(const TemporaryFolder &folder, quint16 port, const QByteArray &more = {})
{
    return folder.write(u"tinyproxy.conf"_s,
        "Port " + QByteArray::number(port)
            + "\nListen 127.0.0.1\nTimeout 20\nMaxClients 20\nLogLevel Critical\n" + more);
}

} // namespace

TEST(Proxy, TinyproxyTunnelsClearTextAndTls)
{
    TemporaryFolder folder;
    const quint16 port = freePort();
    ProxyProgram proxy(u"tinyproxy"_s, {u"-d"_s, u"-c"_s, tinyproxyConfiguration(folder, port)}, port);

    expectTunnel(ProxyKind::Http, port);
}

TEST(Proxy, TinyproxyWantsItsUser)
{
    TemporaryFolder folder;
    const quint16 port = freePort();
    ProxyProgram proxy(u"tinyproxy"_s,
        {u"-d"_s, u"-c"_s, tinyproxyConfiguration(folder, port, "BasicAuth user secret\n")}, port);
    ScriptedPeer peer(answerOnce);

    expectTunnel(ProxyKind::Http, port, u"user"_s, u"secret"_s);
    const dcs::Exchange without = exchange(wireRequest(), through(ProxyKind::Http, port, peer.port()));

    ASSERT_TRUE(without.failure);
    EXPECT_EQ(without.failure->kind, Kind::Proxy);
    EXPECT_TRUE(without.failure->message.contains(u"password"_s)) << without.failure->message.toStdString();
    EXPECT_EQ(peer.connections(), 0);
}

TEST(Proxy, MicrosocksTunnelsClearTextAndTls)
{
    const quint16 port = freePort();
    ProxyProgram proxy(u"microsocks"_s, {u"-i"_s, u"127.0.0.1"_s, u"-p"_s, QString::number(port)}, port);

    expectTunnel(ProxyKind::Socks5, port);
    const dcs::Exchange refused = exchange(wireRequest(), through(ProxyKind::Socks5, port, freePort()));

    ASSERT_TRUE(refused.failure);
    EXPECT_EQ(refused.failure->kind, Kind::Connect) << refused.failure->message.toStdString();
}

TEST(Proxy, MicrosocksWantsItsUser)
{
    const quint16 port = freePort();
    ProxyProgram proxy(u"microsocks"_s,
        {u"-i"_s, u"127.0.0.1"_s, u"-p"_s, QString::number(port), u"-u"_s, u"user"_s, u"-P"_s, u"secret"_s},
        port);
    ScriptedPeer peer(answerOnce);

    expectTunnel(ProxyKind::Socks5, port, u"user"_s, u"secret"_s);
    const dcs::Exchange without = exchange(wireRequest(), through(ProxyKind::Socks5, port, peer.port()));
    const dcs::Exchange wrong
        = exchange(wireRequest(), through(ProxyKind::Socks5, port, peer.port(), u"user"_s, u"wrong"_s));

    for (const dcs::Exchange &result : {without, wrong}) {
        ASSERT_TRUE(result.failure);
        EXPECT_EQ(result.failure->kind, Kind::Proxy);
        EXPECT_TRUE(result.failure->message.contains(u"password"_s)) << result.failure->message.toStdString();
    }
    EXPECT_EQ(peer.connections(), 0);
}

TEST(Proxy, SquidWantsItsUser)
{
    TemporaryFolder folder;
    const quint16 port = freePort();
    // Started as root, Squid becomes somebody else, who has to be able to read these.
    QFile::setPermissions(folder.path(),
        QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther);
    const QString users = folder.write(u"users"_s, "user:$apr1$salt$VEpBc9VHGUKwI9.yg13Iu0\n");
    QFile::setPermissions(users, QFile::ReadOwner | QFile::ReadOther);
    const QString configuration = folder.write(u"squid.conf"_s,
        "http_port 127.0.0.1:" + QByteArray::number(port)
            + "\npid_filename none\naccess_log none\ncache_log /dev/null\ncache deny all\n"
              "pinger_enable off\nshutdown_lifetime 0 seconds\nmax_filedescriptors 1024\n"
              "auth_param basic program /usr/lib/squid/basic_ncsa_auth "
            + users.toUtf8()
            + "\nacl known proxy_auth REQUIRED\nhttp_access allow known\nhttp_access deny all\n");
    ProxyProgram proxy(u"/usr/sbin/squid"_s, {u"-N"_s, u"-f"_s, configuration}, port);
    ScriptedPeer peer(answerOnce);

    expectTunnel(ProxyKind::Http, port, u"user"_s, u"secret"_s);
    const dcs::Exchange without = exchange(wireRequest(), through(ProxyKind::Http, port, peer.port()));

    ASSERT_TRUE(without.failure);
    EXPECT_EQ(without.failure->kind, Kind::Proxy);
    EXPECT_TRUE(without.failure->message.contains(u"password"_s)) << without.failure->message.toStdString();
    EXPECT_EQ(peer.connections(), 0);
}

TEST(Proxy, TheHostIsLookedUpByTheProxy)
{
    ScriptedPeer http({readRequest(), closeNow()});
    dcs::SendOptions options = through(ProxyKind::Http, http.port(), 0);
    options.connectTo.reset();

    exchange(wireRequest("GET", true), options);

    EXPECT_TRUE(http.received().startsWith(
        "CONNECT usw2.demdex.net:443 HTTP/1.1\r\nHost: usw2.demdex.net:443\r\n\r\n"));
}

TEST(Proxy, ABrokenProxyIsAProxyFailureAndNothingOfTheCallLeaves)
{
    const struct {
        const char *name;
        ProxyKind kind;
        Script script;
        Kind failure;
    } rows[] = {
        {"403", ProxyKind::Http,
            {readRequest(), sendBytes("HTTP/1.1 403 Forbidden\r\nContent-Length: 9\r\n\r\nForbidden")},
            Kind::Proxy},
        {"503 and closes", ProxyKind::Http, {readRequest(), sendBytes("HTTP/1.0 503 No\r\n\r\n"), closeNow()},
            Kind::Proxy},
        {"garbage", ProxyKind::Http, {readRequest(), sendBytes("\x05\x01\x02 garbage")}, Kind::Proxy},
        {"closes", ProxyKind::Http, {readRequest(), closeNow()}, Kind::Proxy},
        {"resets", ProxyKind::Http, {readRequest(), resetNow()}, Kind::Proxy},
        {"resets at once", ProxyKind::Http, {resetNow()}, Kind::Proxy},
        {"more than its answer", ProxyKind::Http,
            {readRequest(), sendBytes("HTTP/1.1 200 OK\r\n\r\nHTTP/1.1 200 OK\r\n\r\n")}, Kind::Proxy},
        {"endless head", ProxyKind::Http,
            {readRequest(), sendBytes("HTTP/1.1 200 OK\r\n"), endless("X: y\r\n")}, Kind::Proxy},
        {"silence", ProxyKind::Http, {readRequest()}, Kind::Timeout},
        {"no SOCKS", ProxyKind::Socks5, {sendBytes("HTTP/1.1 400 Bad\r\n\r\n")}, Kind::Proxy},
        {"no method", ProxyKind::Socks5, {sendBytes("\x05\xff")}, Kind::Proxy},
        {"general failure", ProxyKind::Socks5, {sendBytes(QByteArray("\x05\x00\x05\x01", 4))}, Kind::Proxy},
        {"not allowed", ProxyKind::Socks5,
            {sendBytes(QByteArray("\x05\x00", 2)), pauseFor(5), sendBytes("\x05\x02")}, Kind::Proxy},
        {"unreachable", ProxyKind::Socks5,
            {sendBytes(QByteArray("\x05\x00", 2)), pauseFor(5), sendBytes("\x05\x04")}, Kind::Connect},
        {"silence", ProxyKind::Socks5, {}, Kind::Timeout},
    };
    for (const auto &row : rows) {
        SCOPED_TRACE(row.name);
        ScriptedPeer proxy(row.script);
        dcs::SendOptions options = through(row.kind, proxy.port(), 9);
        options.timeout = std::chrono::milliseconds(300);

        const dcs::Exchange result = exchange(wireRequest(), options);

        ASSERT_TRUE(result.failure);
        EXPECT_EQ(result.failure->kind, row.failure) << result.failure->message.toStdString();
        EXPECT_FALSE(result.failure->outcomeUnknown);
        EXPECT_FALSE(proxy.received().contains("acme"));
        EXPECT_EQ(proxy.connections(), 1);
    }
}

TEST(Proxy, AProxyThatIsNotThereIsAProxyFailure)
{
    const dcs::Exchange closed = exchange(wireRequest(), through(ProxyKind::Http, freePort(), 9));
    dcs::SendOptions options = through(ProxyKind::Socks5, 1080, 9);
    options.proxy.host = u"no-such-proxy.invalid"_s;
    const dcs::Exchange nowhere = exchange(wireRequest(), options);

    ASSERT_TRUE(closed.failure && nowhere.failure);
    EXPECT_EQ(closed.failure->kind, Kind::Proxy);
    EXPECT_EQ(nowhere.failure->kind, Kind::Proxy);
}

TEST(Proxy, TheEnvironmentCountsOnlyIfTheSystemsProxyIsChosen)
{
    ScriptedPeer proxy({readRequest(), sendBytes("HTTP/1.1 403 Forbidden\r\n\r\n")});
    ScriptedPeer peer(answerOnce);
    dcs::WireRequest request = wireRequest();
    request.host = "somewhere.invalid";
    request.port = 8080;
    qputenv("http_proxy", "http://127.0.0.1:" + QByteArray::number(proxy.port()));

    const dcs::Exchange direct = exchange(request, toPort(peer.port()));
    dcs::SendOptions options;
    options.timeout = std::chrono::milliseconds(5000);
    options.proxy.kind = ProxyKind::System;
    const dcs::Exchange system = exchange(request, options);
    qunsetenv("http_proxy");

    EXPECT_FALSE(direct.failure);
    ASSERT_TRUE(system.failure);
    EXPECT_EQ(system.failure->kind, Kind::Proxy) << system.failure->message.toStdString();
    EXPECT_TRUE(proxy.received().startsWith("CONNECT somewhere.invalid:8080 "));
}
