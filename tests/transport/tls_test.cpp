// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "support/print.h"
#include "transport/exchanges.h"
#include "transport/scriptedpeer.h"
#include "transport/testcertificates.h"
#include "transport/tlssettings.h"

#include <QProcess>
#include <QSslCertificate>

using namespace Qt::StringLiterals;
using Kind = dcs::Failure::Kind;
using Wish = TestCertificates::Wish;

namespace {

const QByteArray okAnswer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
const Script answerOnce{readRequest(), sendBytes(okAnswer)};

dcs::SendOptions trustingTestCa(quint16 port, int timeoutMs = 5000)
{
    dcs::SendOptions out = toPort(port, timeoutMs);
    out.caFile = TestCertificates::instance().caFile();
    return out;
}

const Wish good{u"good"_s};
const Wish wrongName{.name = u"wrongname"_s,
    .commonName = u"other"_s,
    .altNames = u"DNS:irl1.demdex.net,DNS:acme.demdex.net"_s};
const Wish expired{.name = u"expired"_s, .until = u"20210101000000Z"_s};
const Wish notYet{.name = u"notyet"_s, .from = u"20390101000000Z"_s};
const Wish commonNameOnly{.name = u"cnonly"_s, .altNames = {}};
const Wish commonNameBeside{.name = u"cnbeside"_s, .altNames = u"DNS:irl1.demdex.net"_s};
const Wish selfSigned{.name = u"selfsigned"_s, .selfSigned = true};
const Wish forClients{
    .name = u"client"_s, .commonName = u"a client"_s, .altNames = {}, .usage = u"clientAuth"_s};

const Wish clientUsage{.name = u"clientusage"_s, .usage = u"clientAuth"_s};

/// The openssl command as a server, for what QSslSocket cannot be.
class OpensslServer
{
public:
    explicit OpensslServer(const Wish &wish, const QStringList &more)
    {
        const auto files = TestCertificates::instance().issue(wish);
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(u"openssl"_s,
            QStringList{u"s_server"_s, u"-accept"_s, u"127.0.0.1:0"_s, u"-cert"_s, files.certificate,
                u"-key"_s, files.key, u"-www"_s}
                + more);
        EXPECT_TRUE(m_process.waitForStarted());
        while (m_port == 0 && m_process.waitForReadyRead(5000)) {
            m_output += m_process.readAll();
            const qsizetype at = m_output.indexOf("ACCEPT 127.0.0.1:");
            if (at >= 0 && m_output.indexOf('\n', at) > 0)
                m_port = m_output.mid(at + 17, m_output.indexOf('\n', at) - at - 17).trimmed().toUShort();
        }
        EXPECT_NE(m_port, 0) << m_output.toStdString();
    }
    ~OpensslServer()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    quint16 port() const { return m_port; }

private:
    QProcess m_process;
    QByteArray m_output;
    quint16 m_port = 0;
};

} // namespace

TEST(Tls, TheAliasReachesTheServerAlthoughTheCertificateIsTheRegions)
{
    ScriptedPeer peer(answerOnce, TestCertificates::instance().server(good));

    const dcs::Exchange result = exchange(wireRequest("GET", true), trustingTestCa(peer.port()));

    ASSERT_FALSE(result.failure) << result.failure->message.toStdString();
    EXPECT_TRUE(peer.received().contains("\r\nHost: acme.demdex.net\r\n"));
    ASSERT_TRUE(result.tls);
    EXPECT_EQ(result.tls->serverName, u"usw2.demdex.net"_s);
    EXPECT_EQ(result.tls->version, u"TLSv1.3"_s);
    EXPECT_FALSE(result.tls->cipher.isEmpty());
    EXPECT_TRUE(result.tls->verified);
    ASSERT_FALSE(result.tls->chain.isEmpty());
    EXPECT_EQ(result.tls->chain[0].names, QStringList{u"usw2.demdex.net"_s});
    EXPECT_EQ(result.tls->chain[0].notAfter, QDateTime(QDate(2040, 1, 1), QTime(0, 0), Qt::UTC));
    EXPECT_EQ(result.tls->chain[0].sha256.size(), 64);
    EXPECT_EQ(result.peer, u"127.0.0.1:%1"_s.arg(peer.port()));
    EXPECT_GT(result.timings.tls, 0);
}

TEST(Tls, ACertificateThatIsNotRightIsRefusedBeforeAnythingIsSent)
{
    const struct {
        const char *name;
        Wish wish;
        const char *says;
    } rows[] = {
        {"wrong name", wrongName, "not for"},
        {"expired", expired, "expired on 2021-01-01"},
        {"not yet valid", notYet, "not valid before 2039-01-01"},
        {"self-signed", selfSigned, "self-signed"},
        {"no subjectAltName", commonNameOnly, "no subjectAltName"},
        {"commonName beside a foreign subjectAltName", commonNameBeside, "not for"},
        {"for clients only", clientUsage, "must not be used"},
    };
    for (const auto &row : rows) {
        SCOPED_TRACE(row.name);
        ScriptedPeer peer(answerOnce, TestCertificates::instance().server(row.wish));

        const dcs::Exchange result = exchange(wireRequest("GET", true), trustingTestCa(peer.port()));

        ASSERT_TRUE(result.failure);
        EXPECT_EQ(result.failure->kind, Kind::Tls);
        EXPECT_TRUE(result.failure->message.contains(QString::fromLatin1(row.says)))
            << result.failure->message.toStdString();
        EXPECT_FALSE(result.failure->remedy.isEmpty());
        EXPECT_FALSE(result.failure->outcomeUnknown);
        EXPECT_EQ(peer.received(), QByteArray());
        ASSERT_TRUE(result.tls);
        EXPECT_FALSE(result.tls->verified);
        EXPECT_FALSE(result.tls->chain.isEmpty());
    }
}

TEST(Tls, AnUnknownCaIsRefusedAndNamed)
{
    ScriptedPeer peer(answerOnce, TestCertificates::instance().server(good));

    const dcs::Exchange result = exchange(wireRequest("GET", true), toPort(peer.port()));

    ASSERT_TRUE(result.failure);
    EXPECT_EQ(result.failure->kind, Kind::Tls);
    EXPECT_TRUE(result.failure->message.contains(u"DCS Workbench test CA"_s))
        << result.failure->message.toStdString();
    EXPECT_EQ(peer.received(), QByteArray());
}

TEST(Tls, InsecureHoldsForItsCallAlone)
{
    ScriptedPeer peer(answerOnce + answerOnce, TestCertificates::instance().server(expired));
    transport::WireManager network;
    network.setKeepConnections(true);
    dcs::SendOptions insecure = toPort(peer.port());
    insecure.insecure = true;

    const dcs::Exchange first = make(network, wireRequest("GET", true), insecure).exchange;
    const dcs::Exchange second = make(network, wireRequest("GET", true), toPort(peer.port())).exchange;

    EXPECT_FALSE(first.failure);
    ASSERT_TRUE(first.tls);
    EXPECT_FALSE(first.tls->verified);
    EXPECT_TRUE(first.notes.join(u' ').contains(u"Insecure"_s));
    ASSERT_TRUE(second.failure);
    EXPECT_EQ(second.failure->kind, Kind::Tls);
    EXPECT_EQ(peer.requests(), 1);
}

TEST(Tls, AnAnswerWithoutLengthNeedsCloseNotify)
{
    const QByteArray bytes = "HTTP/1.1 200 OK\r\n\r\nabc";
    for (const bool orderly : {true, false}) {
        SCOPED_TRACE(orderly);
        ScriptedPeer peer({readRequest(), sendBytes(bytes), pauseFor(20), orderly ? closeNow() : cutNow()},
            TestCertificates::instance().server(good));

        const dcs::Exchange result = exchange(wireRequest("GET", true), trustingTestCa(peer.port()));

        EXPECT_EQ(result.body, "abc");
        EXPECT_EQ(result.failure.has_value(), !orderly);
        if (result.failure) {
            EXPECT_EQ(result.failure->kind, Kind::Protocol);
            EXPECT_TRUE(result.failure->message.contains(u"cut"_s)) << result.failure->message.toStdString();
        }
    }
}

TEST(Tls, AClientCertificateIsShownAndItsAbsenceExplained)
{
    const auto files = TestCertificates::instance().issue(forClients);
    const QStringList demand{
        u"-Verify"_s, u"1"_s, u"-verify_return_error"_s, u"-CAfile"_s, TestCertificates::instance().caFile()};
    for (const QString &version : {u"-tls1_2"_s, u"-tls1_3"_s}) {
        SCOPED_TRACE(version.toStdString());
        OpensslServer server(good, demand + QStringList{version});
        dcs::SendOptions options = trustingTestCa(server.port());

        const dcs::Exchange without = exchange(wireRequest("GET", true), options);
        options.clientCertificateFile = files.certificate;
        options.clientKeyFile = files.key;
        const dcs::Exchange with = exchange(wireRequest("GET", true), options);

        ASSERT_TRUE(without.failure);
        EXPECT_EQ(without.failure->kind, Kind::Tls);
        EXPECT_TRUE(without.failure->message.contains(u"client certificate"_s))
            << without.failure->message.toStdString();
        EXPECT_FALSE(with.failure) << with.failure->message.toStdString();
        EXPECT_EQ(with.status, 200);
    }
}

TEST(Tls, AServerThatSpeaksOnlyHttp2IsToldSo)
{
    OpensslServer server(good, {u"-alpn"_s, u"h2"_s});

    const dcs::Exchange result = exchange(wireRequest("GET", true), trustingTestCa(server.port()));

    ASSERT_TRUE(result.failure);
    EXPECT_EQ(result.failure->kind, Kind::Tls);
    EXPECT_TRUE(result.failure->message.contains(u"HTTP/2"_s)) << result.failure->message.toStdString();
    EXPECT_FALSE(result.failure->outcomeUnknown);
}

TEST(Tls, AServerThatOffersHttp2AsWellIsSpokenToByHttp1)
{
    OpensslServer server(good, {u"-alpn"_s, u"h2,http/1.1"_s});

    const dcs::Exchange result = exchange(wireRequest("GET", true), trustingTestCa(server.port()));

    EXPECT_FALSE(result.failure) << result.failure->message.toStdString();
    EXPECT_EQ(result.status, 200);
}

TEST(Tls, OldVersionsAndWeakKeysAreRefusedInWords)
{
    const Wish weak{.name = u"weak"_s, .keyKind = u"rsa1024"_s};
    const struct {
        const char *name;
        Wish wish;
        QStringList options;
        const char *says;
    } rows[] = {
        {"TLS 1.1", good, {u"-tls1_1"_s, u"-cipher"_s, u"DEFAULT@SECLEVEL=0"_s}, "1.2 or newer"},
        {"RSA of 1024 bits", weak, {u"-cipher"_s, u"DEFAULT@SECLEVEL=0"_s}, "too weak"},
    };
    for (const auto &row : rows) {
        SCOPED_TRACE(row.name);
        OpensslServer server(row.wish, row.options);

        const dcs::Exchange result = exchange(wireRequest("GET", true), trustingTestCa(server.port()));

        ASSERT_TRUE(result.failure);
        EXPECT_EQ(result.failure->kind, Kind::Tls);
        EXPECT_TRUE(result.failure->message.contains(QString::fromLatin1(row.says)))
            << result.failure->message.toStdString();
    }
}

TEST(Tls, APortThatSpeaksClearTextIsToldSo)
{
    ScriptedPeer peer({sendBytes("HTTP/1.1 400 Bad Request\r\n\r\n")});

    const dcs::Exchange result = exchange(wireRequest("GET", true), trustingTestCa(peer.port()));

    ASSERT_TRUE(result.failure);
    EXPECT_EQ(result.failure->kind, Kind::Tls);
    EXPECT_TRUE(result.failure->message.contains(u"does not speak TLS"_s))
        << result.failure->message.toStdString();
    EXPECT_FALSE(peer.received().contains("GET"));
}

TEST(Tls, ASilentHandshakeEndsAtTheDeadline)
{
    ScriptedPeer peer(Script{});

    const Made made = [&] {
        transport::WireManager network;
        return make(network, wireRequest("GET", true), trustingTestCa(peer.port(), 300));
    }();

    ASSERT_TRUE(made.exchange.failure);
    EXPECT_EQ(made.exchange.failure->kind, Kind::Timeout);
    EXPECT_TRUE(made.exchange.failure->message.contains(u"TLS handshake"_s));
    EXPECT_FALSE(made.exchange.failure->outcomeUnknown);
    EXPECT_GT(made.exchange.timings.tls, 200);
}

TEST(Tls, FilesThatCannotBeUsedAreNamed)
{
    TemporaryFolder folder;
    const QString garbage = folder.write(u"garbage.pem"_s, "no certificate");
    const auto files = TestCertificates::instance().issue(forClients);
    dcs::SendOptions missingCa = toPort(1), garbageCa = toPort(1), missingKey = toPort(1);
    missingCa.caFile = folder.path(u"nowhere.pem"_s);
    garbageCa.caFile = garbage;
    missingKey.clientCertificateFile = files.certificate;
    missingKey.clientKeyFile = garbage;
    for (const dcs::SendOptions &options : {missingCa, garbageCa, missingKey}) {
        const dcs::Exchange result = exchange(wireRequest("GET", true), options);

        ASSERT_TRUE(result.failure);
        EXPECT_EQ(result.failure->kind, Kind::Tls);
        EXPECT_TRUE(result.failure->message.contains(folder.path())) << result.failure->message.toStdString();
        EXPECT_FALSE(result.failure->remedy.isEmpty());
    }
}

TEST(Tls, NamesAreCoveredAsBrowsersDo)
{
    const Wish wish{.name = u"names"_s,
        .altNames = u"DNS:*.demdex.net,DNS:plain.example,IP:127.0.0.1,IP:::1,DNS:*.net"_s};
    const QList<QSslCertificate> chain
        = QSslCertificate::fromPath(TestCertificates::instance().issue(wish).certificate);
    ASSERT_EQ(chain.size(), 1);
    const struct {
        QString host;
        bool covered;
    } rows[] = {{u"usw2.demdex.net"_s, true}, {u"USW2.Demdex.NET"_s, true}, {u"usw2.demdex.net."_s, true},
        {u"a.b.demdex.net"_s, false}, {u"demdex.net"_s, false}, {u".demdex.net"_s, false},
        {u"plain.example"_s, true}, {u"x.plain.example"_s, false}, {u"127.0.0.1"_s, true},
        {u"127.0.0.2"_s, false}, {u"::1"_s, true}, {u"example.net"_s, false},
        {u"evil.demdex.net.example"_s, false}};
    for (const auto &row : rows)
        EXPECT_EQ(transport::certificateCovers(chain[0], row.host), row.covered) << row.host.toStdString();
}
