// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "transport/testcertificates.h"

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

TestCertificates &TestCertificates::instance()
{
    static TestCertificates only;
    return only;
}

TestCertificates::TestCertificates()
{
    m_folder.write(u"index.txt"_s, {});
    m_folder.write(u"serial"_s, "1000\n");
    m_folder.write(u"ca.conf"_s,
        "[ca]\ndefault_ca=d\n[d]\ndatabase=index.txt\nserial=serial\nnew_certs_dir=.\ndefault_md=sha256\n"
        "policy=p\nunique_subject=no\nemail_in_dn=no\nrand_serial=yes\n[p]\ncommonName=supplied\n");
    run({u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:prime256v1"_s,
        u"-nodes"_s, u"-keyout"_s, u"ca.key"_s, u"-out"_s, u"ca.pem"_s, u"-days"_s, u"3650"_s, u"-subj"_s,
        u"/CN=DCS Workbench test CA"_s});
}

void TestCertificates::run(const QStringList &arguments)
{
    QProcess openssl;
    openssl.setWorkingDirectory(m_folder.path());
    openssl.setProcessChannelMode(QProcess::MergedChannels);
    openssl.start(u"openssl"_s, arguments);
    ASSERT_TRUE(openssl.waitForFinished(20000)) << "the openssl command is needed";
    ASSERT_EQ(openssl.exitCode(), 0) << openssl.readAll().toStdString();
}

TestCertificates::Files TestCertificates::issue(const Wish &wish)
{
    const Files out{m_folder.path(wish.name + u".pem"_s), m_folder.path(wish.name + u".key"_s)};
    if (QFile::exists(out.certificate))
        return out;
    const QString request = wish.name + u".csr"_s;
    QStringList key{u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:prime256v1"_s};
    if (wish.keyKind == u"rsa1024"_s)
        key = QStringList{u"-newkey"_s, u"rsa:1024"_s};
    const QString subject = u"/CN=%1"_s.arg(wish.commonName);
    run(QStringList{
            u"req"_s, u"-new"_s, u"-nodes"_s, u"-keyout"_s, out.key, u"-out"_s, request, u"-subj"_s, subject}
        + key);
    QByteArray extensions = "basicConstraints=CA:FALSE\nextendedKeyUsage=" + wish.usage.toLatin1() + '\n';
    if (!wish.altNames.isEmpty())
        extensions += "subjectAltName=" + wish.altNames.toLatin1() + '\n';
    m_folder.write(u"extensions"_s, extensions);
    if (wish.selfSigned)
        run({u"x509"_s, u"-req"_s, u"-in"_s, request, u"-signkey"_s, out.key, u"-out"_s, out.certificate,
            u"-extfile"_s, u"extensions"_s});
    else
        run({u"ca"_s, u"-batch"_s, u"-notext"_s, u"-config"_s, u"ca.conf"_s, u"-cert"_s, u"ca.pem"_s,
            u"-keyfile"_s, u"ca.key"_s, u"-in"_s, request, u"-out"_s, out.certificate, u"-extfile"_s,
            u"extensions"_s, u"-startdate"_s, wish.from, u"-enddate"_s, wish.until});
    return out;
}

QSslConfiguration TestCertificates::server(const Wish &wish)
{
    const Files files = issue(wish);
    QFile key(files.key);
    EXPECT_TRUE(key.open(QIODevice::ReadOnly));
    const QByteArray pem = key.readAll();
    QSslKey privateKey(pem, QSsl::Ec);
    if (privateKey.isNull())
        privateKey = QSslKey(pem, QSsl::Rsa);
    EXPECT_FALSE(privateKey.isNull());
    QSslConfiguration out = QSslConfiguration::defaultConfiguration();
    out.setLocalCertificateChain(QSslCertificate::fromPath(files.certificate));
    out.setPrivateKey(privateKey);
    out.setPeerVerifyMode(QSslSocket::VerifyNone);
    return out;
}
