// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "transport/tlssettings.h"

#include <QCryptographicHash>
#include <QFile>
#include <QHostAddress>
#include <QSslCertificate>
#include <QSslCipher>
#include <QSslKey>
#include <QSslSocket>

using namespace Qt::StringLiterals;

namespace transport {

namespace {

dcs::Result<QByteArray> fileBytes(const QString &name, const QString &what)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return dcs::Error{dcs::Errc::Unreadable,
            u"The %1 “%2” cannot be read: %3."_s.arg(what, name, file.errorString()),
            u"Check the path and its permissions."_s, {}};
    return file.readAll();
}

dcs::Result<QList<QSslCertificate>> certificates(const QString &name, const QString &what)
{
    const dcs::Result<QByteArray> bytes = fileBytes(name, what);
    if (!bytes)
        return bytes.error();
    const QList<QSslCertificate> out = QSslCertificate::fromData(*bytes, QSsl::Pem);
    if (out.isEmpty())
        return dcs::Error{dcs::Errc::InvalidInput,
            u"The %1 “%2” holds no certificate in PEM form."_s.arg(what, name),
            u"Give a file with a block “-----BEGIN CERTIFICATE-----”."_s, {}};
    return out;
}

dcs::Result<QSslKey> privateKey(const QString &name)
{
    const dcs::Result<QByteArray> bytes = fileBytes(name, u"client key file"_s);
    if (!bytes)
        return bytes.error();
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Rsa, QSsl::Ec, QSsl::Dsa}) {
        if (QSslKey key(*bytes, algorithm, QSsl::Pem, QSsl::PrivateKey); !key.isNull())
            return key;
    }
    const bool encrypted = bytes->contains("ENCRYPTED");
    return dcs::Error{dcs::Errc::InvalidInput,
        u"The client key file “%1” holds no private key that can be used."_s.arg(name),
        encrypted ? u"The key is protected by a passphrase: save a copy without one, readable by you alone."_s
                  : u"Give an RSA or EC key in PEM form, “-----BEGIN PRIVATE KEY-----”."_s,
        {}};
}

QString distinguishedName(const QSslCertificate &certificate, bool issuer)
{
    QStringList parts;
    const QList<QByteArray> attributes
        = issuer ? certificate.issuerInfoAttributes() : certificate.subjectInfoAttributes();
    for (const QByteArray &attribute : attributes) {
        const QStringList values
            = issuer ? certificate.issuerInfo(attribute) : certificate.subjectInfo(attribute);
        for (const QString &value : values)
            parts.append(QString::fromLatin1(attribute) + u'=' + value);
    }
    return parts.join(u", "_s);
}

QString versionName(QSsl::SslProtocol protocol)
{
    switch (protocol) {
    case QSsl::TlsV1_2:
        return u"TLSv1.2"_s;
    case QSsl::TlsV1_3:
        return u"TLSv1.3"_s;
    default:
        return {};
    }
}

bool patternCovers(QStringView pattern, QStringView host)
{
    if (pattern.compare(host, Qt::CaseInsensitive) == 0)
        return true;
    const qsizetype dot = host.indexOf(u'.');
    return pattern.startsWith(u"*.") && dot > 0 && pattern.sliced(1).count(u'.') >= 2
        && pattern.sliced(1).compare(host.sliced(dot), Qt::CaseInsensitive) == 0;
}

} // namespace

dcs::Result<QSslConfiguration> tlsConfiguration(const dcs::SendOptions &options)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setAllowedNextProtocols({QByteArray(QSslConfiguration::NextProtocolHttp1_1)});
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (!options.caFile.isEmpty()) {
        const auto roots = certificates(options.caFile, u"CA file"_s);
        if (!roots)
            return roots.error();
        tls.setCaCertificates(*roots);
    }
    if (!options.clientCertificateFile.isEmpty()) {
        const auto chain = certificates(options.clientCertificateFile, u"client certificate file"_s);
        if (!chain)
            return chain.error();
        // A single PEM file with both is common.
        const auto key = privateKey(
            options.clientKeyFile.isEmpty() ? options.clientCertificateFile : options.clientKeyFile);
        if (!key)
            return key.error();
        tls.setLocalCertificateChain(*chain);
        tls.setPrivateKey(*key);
    }
    return tls;
}

bool certificateCovers(const QSslCertificate &certificate, const QString &host)
{
    const auto names = certificate.subjectAlternativeNames();
    const QHostAddress address(host);
    if (!address.isNull()) {
        const QStringList addresses = names.values(QSsl::IpAddressEntry);
        return std::any_of(addresses.begin(), addresses.end(),
            [&](const QString &name) { return QHostAddress(name) == address; });
    }
    QStringView plain(host);
    if (plain.endsWith(u'.'))
        plain.chop(1);
    const QStringList patterns = names.values(QSsl::DnsEntry);
    return std::any_of(
        patterns.begin(), patterns.end(), [&](const QString &name) { return patternCovers(name, plain); });
}

dcs::Certificate certificateFacts(const QSslCertificate &certificate)
{
    dcs::Certificate out;
    out.subject = distinguishedName(certificate, false);
    out.issuer = distinguishedName(certificate, true);
    out.names = certificate.subjectAlternativeNames().values();
    out.names.sort();
    out.notBefore = certificate.effectiveDate().toUTC();
    out.notAfter = certificate.expiryDate().toUTC();
    out.sha256 = certificate.digest(QCryptographicHash::Sha256).toHex();
    return out;
}

dcs::TlsFacts tlsFacts(const QSslSocket &socket, const QString &serverName, bool verified)
{
    dcs::TlsFacts out;
    out.version = versionName(socket.sessionProtocol());
    out.cipher = socket.sessionCipher().name();
    out.serverName = serverName;
    out.verified = verified;
    const QList<QSslCertificate> chain = socket.peerCertificateChain();
    for (const QSslCertificate &certificate : chain)
        out.chain.append(certificateFacts(certificate));
    return out;
}

} // namespace transport
