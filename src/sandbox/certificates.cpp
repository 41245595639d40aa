// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "sandbox/certificates.h"

#include "sandbox/libcrypto.h"

#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QRandomGenerator>
#include <QSaveFile>

#include <memory>
#include <optional>

namespace sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 daySeconds = 86400;
constexpr qint64 authorityDays = 5 * 365;
constexpr qint64 serverDays = 365;
constexpr qint64 renewDays = 30;
constexpr qint64 clockSkewSeconds = 3600;
constexpr int lockMs = 15000;
constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner;

// P-256: Qt and every client know it, and a key takes a tenth of a millisecond.
constexpr const char *keyType = "EC";
constexpr const char *curve = "P-256";

struct Freer {
    void operator()(X509 *certificate) const { LibCrypto::load()->certificateFree(certificate); }
    void operator()(EVP_PKEY *key) const { LibCrypto::load()->keyFree(key); }
    void operator()(BIO *bio) const { LibCrypto::load()->bioFree(bio); }
};
using Certificate = std::unique_ptr<X509, Freer>;
using Key = std::unique_ptr<EVP_PKEY, Freer>;
using Bio = std::unique_ptr<BIO, Freer>;

struct Pair {
    Certificate certificate;
    Key key;
};

struct Extension {
    int nid;
    const char *value;
};

QByteArray contents(const LibCrypto &crypto, const Bio &bio)
{
    char *data = nullptr;
    const long size = crypto.bioCtrl(bio.get(), BIO_CTRL_INFO, 0, &data);
    return QByteArray(data, size);
}

QByteArray pem(const LibCrypto &crypto, X509 *certificate)
{
    const Bio bio(crypto.bioNew(crypto.bioMemory()));
    return crypto.writeCertificate(bio.get(), certificate) == 1 ? contents(crypto, bio) : QByteArray();
}

QByteArray pem(const LibCrypto &crypto, EVP_PKEY *key)
{
    const Bio bio(crypto.bioNew(crypto.bioMemory()));
    const bool written = crypto.writeKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr) == 1;
    return written ? contents(crypto, bio) : QByteArray();
}

/// The form of OpenSSL's name entries: bytes with their length.
bool setName(const LibCrypto &crypto, X509 *certificate, const char *commonName)
{
    X509_NAME *name = crypto.subjectName(certificate);
    const auto add = [&](const char *field, const char *value) {
        const auto *bytes = reinterpret_cast<const unsigned char *>(value);
        return crypto.addNameEntry(name, field, MBSTRING_UTF8, bytes, -1, -1, 0) == 1;
    };
    return add("O", "DCS Workbench") && add("CN", commonName);
}

/// A certificate for `key` that the issuer signs; without an issuer it signs itself.
std::optional<Pair> issue(const LibCrypto &crypto, const char *commonName, qint64 fromSeconds, qint64 days,
    const Pair *issuer, std::initializer_list<Extension> extensions)
{
    Pair made{
        Certificate(crypto.certificateNew()), Key(crypto.generateKey(nullptr, nullptr, keyType, curve))};
    if (!made.certificate || !made.key)
        return {};
    X509 *certificate = made.certificate.get();
    X509 *signer = issuer ? issuer->certificate.get() : certificate;
    const quint64 serial = QRandomGenerator::system()->generate64() >> 1;
    bool ok = crypto.setVersion(certificate, X509_VERSION_3) == 1
        && crypto.integerSet(crypto.serialNumber(certificate), serial) == 1
        && crypto.timeSet(crypto.notBefore(certificate), time_t(fromSeconds - clockSkewSeconds))
        && crypto.timeSet(crypto.notAfter(certificate), time_t(fromSeconds + days * daySeconds))
        && setName(crypto, certificate, commonName)
        && crypto.setIssuerName(certificate, crypto.subjectName(signer)) == 1
        && crypto.setPublicKey(certificate, made.key.get()) == 1;
    X509V3_CTX context{};
    crypto.setContext(&context, signer, certificate, nullptr, nullptr, 0);
    for (const Extension &extension : extensions) {
        X509_EXTENSION *one
            = ok ? crypto.makeExtension(nullptr, &context, extension.nid, extension.value) : nullptr;
        ok = one && crypto.addExtension(certificate, one, -1) == 1;
        if (one)
            crypto.extensionFree(one);
    }
    EVP_PKEY *signingKey = issuer ? issuer->key.get() : made.key.get();
    ok = ok && crypto.sign(certificate, signingKey, crypto.sha256()) > 0;
    crypto.clearErrors();
    return ok ? std::optional(std::move(made)) : std::nullopt;
}

std::optional<Pair> issueAuthority(const LibCrypto &crypto, qint64 nowSeconds)
{
    return issue(crypto, "DCS Workbench sandbox CA", nowSeconds, authorityDays, nullptr,
        {{NID_basic_constraints, "critical,CA:TRUE,pathlen:0"},
            {NID_key_usage, "critical,keyCertSign,cRLSign"}, {NID_subject_key_identifier, "hash"},
            {NID_name_constraints,
                "critical,permitted;DNS:demdex.net,permitted;DNS:localhost,"
                "permitted;IP:127.0.0.1/255.255.255.255"}});
}

std::optional<Pair> issueServer(const LibCrypto &crypto, qint64 nowSeconds, const Pair &authority)
{
    return issue(crypto, "DCS Workbench sandbox", nowSeconds, serverDays, &authority,
        {{NID_basic_constraints, "critical,CA:FALSE"}, {NID_key_usage, "critical,digitalSignature"},
            {NID_ext_key_usage, "serverAuth"}, {NID_subject_key_identifier, "hash"},
            {NID_authority_key_identifier, "keyid"},
            {NID_subject_alt_name, "DNS:*.demdex.net,DNS:demdex.net,DNS:localhost,IP:127.0.0.1"}});
}

/// Certificate and key out of one PEM text; nothing if they do not fit each other or do not last.
std::optional<Pair> readAuthority(const LibCrypto &crypto, const QByteArray &text, qint64 nowSeconds)
{
    const Bio forCertificate(crypto.bioNewMemBuf(text.constData(), int(text.size())));
    const Bio forKey(crypto.bioNewMemBuf(text.constData(), int(text.size())));
    Pair pair{Certificate(crypto.readCertificate(forCertificate.get(), nullptr, nullptr, nullptr)),
        Key(crypto.readKey(forKey.get(), nullptr, nullptr, nullptr))};
    bool usable = pair.certificate && pair.key && crypto.keyFits(pair.certificate.get(), pair.key.get()) == 1
        && crypto.verify(pair.certificate.get(), pair.key.get()) == 1;
    if (usable) {
        time_t now = time_t(nowSeconds);
        time_t later = time_t(nowSeconds + renewDays * daySeconds);
        usable = crypto.compareTime(crypto.notBefore(pair.certificate.get()), &now) < 0
            && crypto.compareTime(crypto.notAfter(pair.certificate.get()), &later) > 0;
    }
    crypto.clearErrors();
    return usable ? std::optional(std::move(pair)) : std::nullopt;
}

dcs::Error storageError(const QString &path, const QString &reason)
{
    return {dcs::Errc::Storage,
        u"The sandbox's certificates cannot be kept in \"%1\": %2."_s.arg(path, reason),
        u"Make the folder writable, or start the sandbox without TLS."_s, {}};
}

dcs::Result<void> writeOwnerOnly(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    // Permissions before content: a key must at no time be readable by others.
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(ownerOnly)
        || file.write(bytes) != bytes.size() || !file.commit())
        return storageError(path, file.errorString());
    return {};
}

dcs::Result<Pair> authorityIn(const LibCrypto &crypto, const QString &folder, qint64 nowSeconds)
{
    const QString secret = folder + u"/ca-key.pem"_s;
    QFile file(secret);
    if (file.open(QIODevice::ReadOnly)) {
        if (auto known = readAuthority(crypto, file.readAll(), nowSeconds))
            return *std::move(known);
    }
    auto made = issueAuthority(crypto, nowSeconds);
    if (!made)
        return dcs::Error{dcs::Errc::Unsupported, u"OpenSSL could not make a certificate."_s, {}, {}};
    // Key and certificate in one file: they cannot come to differ.
    const QByteArray text = pem(crypto, made->key.get()) + pem(crypto, made->certificate.get());
    if (auto written = writeOwnerOnly(secret, text); !written)
        return written.error();
    return *std::move(made);
}

} // namespace

dcs::Result<ServerIdentity> serverIdentity(const QString &folder, const QDateTime &now)
{
    const LibCrypto *crypto = LibCrypto::load();
    if (!crypto) {
        return dcs::Error{dcs::Errc::Unsupported, u"The sandbox cannot serve TLS: OpenSSL 3 is missing."_s,
            u"Install OpenSSL 3, or start the sandbox without TLS."_s, {}};
    }
    if (!QDir().mkpath(folder))
        return storageError(folder, u"the folder cannot be made"_s);
    QFile::setPermissions(folder, ownerOnly | QFile::ExeOwner);
    QLockFile lock(folder + u"/ca.lock"_s);
    if (!lock.tryLock(lockMs))
        return storageError(folder, u"another sandbox is holding the folder"_s);

    const qint64 nowSeconds = now.toSecsSinceEpoch();
    const auto authority = authorityIn(*crypto, folder, nowSeconds);
    if (!authority)
        return authority.error();
    const auto server = issueServer(*crypto, nowSeconds, *authority);
    if (!server)
        return dcs::Error{dcs::Errc::Unsupported, u"OpenSSL could not make a certificate."_s, {}, {}};
    ServerIdentity identity{pem(*crypto, server->certificate.get()), pem(*crypto, server->key.get()),
        pem(*crypto, authority->certificate.get()), folder + u"/ca.pem"_s};
    QFile known(identity.authorityFile);
    const bool isCurrent = known.open(QIODevice::ReadOnly) && known.readAll() == identity.authority;
    known.close();
    if (!isCurrent) {
        if (auto written = writeOwnerOnly(identity.authorityFile, identity.authority); !written)
            return written.error();
    }
    return identity;
}

} // namespace sandbox
