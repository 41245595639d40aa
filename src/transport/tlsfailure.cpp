// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "transport/tlsfailure.h"

#include "dcs/text.h"

#include <QSslCertificate>
#include <QSslKey>

using namespace Qt::StringLiterals;

namespace transport {

namespace {

using Kind = dcs::Failure::Kind;

/// A name out of a certificate or a library is foreign text.
QString shown(const QString &text)
{
    return dcs::visible(text, 200);
}

QString commonName(const QSslCertificate &certificate)
{
    const QStringList names = certificate.subjectInfo(QSslCertificate::CommonName);
    return names.isEmpty() ? u"(no name)"_s : shown(names.first());
}

QString issuerName(const QSslCertificate &certificate)
{
    const QStringList names = certificate.issuerInfo(QSslCertificate::CommonName);
    return names.isEmpty() ? u"(no name)"_s : shown(names.first());
}

dcs::Failure tls(const QString &message, const QString &remedy)
{
    return {Kind::Tls, message, remedy, false};
}

QString date(const QDateTime &time)
{
    return time.toUTC().toString(u"yyyy-MM-dd HH:mm 'UTC'"_s);
}

/// The error that explains the others: an expired certificate of an unknown issuer is told as the unknown
/// issuer, and so on.
int weight(QSslError::SslError error)
{
    switch (error) {
    case QSslError::CertificateRevoked:
    case QSslError::CertificateBlacklisted:
        return 9;
    case QSslError::SelfSignedCertificate:
        return 8;
    case QSslError::CertificateExpired:
    case QSslError::CertificateNotYetValid:
        return 7;
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToGetIssuerCertificate:
        return 6;
    case QSslError::HostNameMismatch:
        return 5;
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return 4;
    case QSslError::NoError:
        return 0;
    default:
        return 3;
    }
}

QSslError chiefError(const QList<QSslError> &errors)
{
    QSslError chief;
    for (const QSslError &error : errors) {
        if (weight(error.error()) > weight(chief.error()))
            chief = error;
    }
    return chief;
}

bool hasWeakKey(const QSslCertificate &certificate)
{
    const QSslKey key = certificate.publicKey();
    const bool factoring
        = key.algorithm() == QSsl::Rsa || key.algorithm() == QSsl::Dsa || key.algorithm() == QSsl::Dh;
    return !key.isNull() && key.length() > 0 && key.length() < (factoring ? 2048 : 224);
}

} // namespace

dcs::Failure certificateFailure(const QList<QSslError> &errors, const QString &host)
{
    const QSslError error = chiefError(errors);
    const QSslCertificate certificate = error.certificate();
    switch (error.error()) {
    case QSslError::CertificateExpired:
        return tls(u"The certificate “%1” of “%2” expired on %3."_s.arg(
                       commonName(certificate), host, date(certificate.expiryDate())),
            u"Check this machine's clock; if it is right, whoever runs the server must renew the certificate."_s);
    case QSslError::CertificateNotYetValid:
        return tls(u"The certificate “%1” of “%2” is not valid before %3."_s.arg(
                       commonName(certificate), host, date(certificate.effectiveDate())),
            u"Check this machine's clock."_s);
    case QSslError::SelfSignedCertificate:
        return tls(u"The certificate “%1” of “%2” is self-signed: nobody vouches for it."_s.arg(
                       commonName(certificate), host),
            u"If it is a server of your own, give its certificate as the CA file."_s);
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return tls(u"The certificate of “%1” was issued by “%2”, a CA that is not trusted here."_s.arg(
                       host, issuerName(certificate)),
            u"Behind a company proxy, or with a server of your own, give its CA as the CA file."_s);
    case QSslError::HostNameMismatch:
        return nameFailure(certificate, host);
    case QSslError::CertificateRevoked:
    case QSslError::CertificateBlacklisted:
        return tls(u"The certificate “%1” of “%2” was withdrawn."_s.arg(commonName(certificate), host),
            u"Do not send to this server; tell whoever runs it."_s);
    case QSslError::InvalidPurpose:
    case QSslError::InvalidCaCertificate:
    case QSslError::PathLengthExceeded:
        return tls(u"The certificate “%1” in the chain of “%2” must not be used for this purpose."_s.arg(
                       commonName(certificate), host),
            u"Whoever runs the server must mend its certificate chain."_s);
    default:
        break;
    }
    if (!certificate.isNull() && hasWeakKey(certificate))
        return tls(u"The key of the certificate “%1” of “%2” is too weak: %3 bits."_s
                       .arg(commonName(certificate), host)
                       .arg(certificate.publicKey().length()),
            u"Whoever runs the server must renew its certificate with a key of at least 2048 bits (RSA) or 256 bits (EC)."_s);
    return tls(u"The certificate of “%1” was not accepted: %2."_s.arg(host, shown(error.errorString())),
        u"Its key or signature may be too weak; whoever runs the server must renew it."_s);
}

dcs::Failure nameFailure(const QSslCertificate &certificate, const QString &host)
{
    const QStringList names = certificate.subjectAlternativeNames().values();
    if (names.isEmpty())
        return tls(u"The certificate “%1” has no subjectAltName, so it covers no host, “%2” neither."_s.arg(
                       commonName(certificate), host),
            u"A name in commonName alone no longer counts; whoever runs the server must renew the certificate."_s);
    return tls(u"The certificate is for %1, not for “%2”."_s.arg(shown(names.mid(0, 5).join(u", "_s)), host),
        u"Check the host of the call: TLS is verified against the region's host, never against the alias in Host."_s);
}

dcs::Failure handshakeFailure(const QString &libraryText, const QString &host, bool clientCertificateGiven)
{
    const auto says
        = [&](QLatin1StringView words) { return libraryText.contains(words, Qt::CaseInsensitive); };
    if (says("no application protocol"_L1))
        return tls(
            u"“%1” speaks only HTTP/2 over TLS; calls are sent by HTTP/1.1, which keeps the Host header."_s
                .arg(host),
            u"Use a server or proxy that offers HTTP/1.1."_s);
    if (says("wrong version number"_L1) || says("http request"_L1) || says("packet length too long"_L1))
        return tls(u"“%1” does not speak TLS at this port."_s.arg(host),
            u"Check the port, or send the call without TLS."_s);
    if (says("unsupported protocol"_L1) || says("protocol version"_L1))
        return tls(u"“%1” offers no version of TLS that is safe: 1.2 or newer is needed."_s.arg(host),
            u"Whoever runs the server must switch on TLS 1.2 or 1.3."_s);
    if (says("certificate required"_L1) || (says("handshake failure"_L1) && !clientCertificateGiven))
        return tls(
            u"“%1” ended the TLS handshake; it asks for a client certificate, or shares no cipher with us."_s
                .arg(host),
            u"Give a client certificate and its key."_s);
    if (says("unknown ca"_L1) || says("bad certificate"_L1) || says("certificate unknown"_L1)
        || says("certificate expired"_L1) || (says("handshake failure"_L1) && clientCertificateGiven))
        return tls(u"“%1” did not accept the client certificate."_s.arg(host),
            u"Check that the certificate is the one that the server expects, and that its key belongs to it."_s);
    if (says("key too small"_L1) || says("md too weak"_L1))
        return tls(u"The key or signature in the certificate of “%1” is too weak."_s.arg(host),
            u"Whoever runs the server must renew its certificate."_s);
    return tls(u"TLS with “%1” failed: %2."_s.arg(host, shown(libraryText)),
        u"Check the port and any proxy between."_s);
}

QString ignoredCertificateNote(const QList<QSslError> &errors, const QString &host)
{
    return u"Insecure: the certificate was accepted for this call alone. "_s
        + certificateFailure(errors, host).message;
}

} // namespace transport
