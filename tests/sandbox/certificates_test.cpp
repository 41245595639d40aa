// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "sandbox/certificates.h"
#include "support/print.h"
#include "support/temporaryfolder.h"

#include <QDir>
#include <QFileInfo>
#include <QSslCertificate>
#include <QSslCertificateExtension>
#include <QSslKey>

#include <gtest/gtest.h>

#include <thread>
#include <vector>

using namespace Qt::StringLiterals;
using sandbox::serverIdentity;

namespace {

const QDateTime now = QDateTime::currentDateTimeUtc();

QSslCertificate certificate(const QByteArray &pem)
{
    return QSslCertificate::fromData(pem).value(0);
}

} // namespace

TEST(Certificates, CoverTheNamesOfTheServersAndTheLoopback)
{
    TemporaryFolder folder;

    const auto identity = serverIdentity(folder.path(u"tls"_s), now);

    ASSERT_TRUE(identity);
    const auto names = certificate(identity->certificate).subjectAlternativeNames();
    EXPECT_EQ(names.values(QSsl::DnsEntry).size(), 3);
    for (const QString &name : {u"*.demdex.net"_s, u"demdex.net"_s, u"localhost"_s})
        EXPECT_TRUE(names.contains(QSsl::DnsEntry, name)) << name.toStdString();
    EXPECT_EQ(names.values(QSsl::IpAddressEntry), QStringList{u"127.0.0.1"_s});
    EXPECT_EQ(certificate(identity->certificate).publicKey().algorithm(), QSsl::Ec);
    EXPECT_EQ(certificate(identity->certificate).publicKey().length(), 256);
    EXPECT_FALSE(QSslKey(identity->key, QSsl::Ec).isNull());
    const QList<QSslCertificate> chain{certificate(identity->certificate), certificate(identity->authority)};
    EXPECT_TRUE(chain[0].issuerInfo(QSslCertificate::CommonName)
        == chain[1].subjectInfo(QSslCertificate::CommonName));
    EXPECT_FALSE(chain[0].isSelfSigned());
    EXPECT_TRUE(chain[1].isSelfSigned());
}

TEST(Certificates, FilesAreReadableByTheirOwnerAlone)
{
    TemporaryFolder folder;
    const QString path = folder.path(u"tls"_s);

    ASSERT_TRUE(serverIdentity(path, now));

    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    for (const QString &name : {u"ca.pem"_s, u"ca-key.pem"_s})
        EXPECT_FALSE(QFile::permissions(path + u'/' + name) & others) << name.toStdString();
    EXPECT_FALSE(QFile::permissions(path) & (others | QFile::ExeGroup | QFile::ExeOther));
}

TEST(Certificates, TheAuthorityIsUsedAgainWhileItLasts)
{
    TemporaryFolder folder;
    const auto first = serverIdentity(folder.path(), now);
    ASSERT_TRUE(first);
    const QDateTime end = certificate(first->authority).expiryDate();

    const auto second = serverIdentity(folder.path(), now.addDays(100));
    const auto almost = serverIdentity(folder.path(), end.addDays(-31));
    const auto late = serverIdentity(folder.path(), end.addDays(-29));

    EXPECT_EQ(second->authority, first->authority);
    EXPECT_NE(second->certificate, first->certificate);
    EXPECT_EQ(almost->authority, first->authority);
    EXPECT_NE(late->authority, first->authority) << "renewed before it ends";
    EXPECT_EQ(folder.read(u"ca.pem"_s), late->authority);
}

TEST(Certificates, BrokenFilesAreReplaced)
{
    TemporaryFolder folder;
    const auto first = serverIdentity(folder.path(), now);
    ASSERT_TRUE(first);
    const auto other = [&] {
        TemporaryFolder elsewhere;
        EXPECT_TRUE(serverIdentity(elsewhere.path(), now));
        return elsewhere.read(u"ca-key.pem"_s);
    }();
    const QByteArray own = folder.read(u"ca-key.pem"_s);
    const qsizetype certificateAt = own.indexOf("-----BEGIN CERTIFICATE");
    const QByteArray mixed = own.left(certificateAt) + other.mid(other.indexOf("-----BEGIN CERTIFICATE"));

    for (const QByteArray &broken : {QByteArray(), QByteArray("nonsense"), own.left(own.size() / 2), mixed}) {
        folder.write(u"ca-key.pem"_s, broken);
        const auto identity = serverIdentity(folder.path(), now);
        ASSERT_TRUE(identity);
        EXPECT_EQ(folder.read(u"ca.pem"_s), identity->authority);
        EXPECT_NE(identity->authority, first->authority);
    }
}

TEST(Certificates, StartsAtTheSameMomentAgreeOnOneAuthority)
{
    TemporaryFolder folder;
    std::vector<QByteArray> authorities(4);
    std::vector<std::thread> threads;

    for (QByteArray &authority : authorities) {
        threads.emplace_back([&] {
            if (const auto identity = serverIdentity(folder.path(u"tls"_s), now))
                authority = identity->authority;
        });
    }
    for (std::thread &thread : threads)
        thread.join();

    EXPECT_FALSE(authorities[0].isEmpty());
    for (const QByteArray &authority : authorities)
        EXPECT_EQ(authority, authorities[0]);
}

TEST(Certificates, AFolderThatCannotBeMadeIsAnError)
{
    TemporaryFolder folder;
    folder.write(u"file"_s, "x");

    const auto identity = serverIdentity(folder.path(u"file/tls"_s), now);

    ASSERT_FALSE(identity);
    EXPECT_EQ(identity.error().code, dcs::Errc::Storage);
}
