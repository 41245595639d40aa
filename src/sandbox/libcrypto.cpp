// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "sandbox/libcrypto.h"

#include <QLibrary>
#include <QString>

#include <memory>

namespace sandbox {

using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<QLibrary> openLibrary()
{
#ifdef Q_OS_WIN
    auto library = std::make_unique<QLibrary>(u"libcrypto-3-x64"_s);
#else
    auto library = std::make_unique<QLibrary>(u"crypto"_s, 3);
#endif
    if (!library->load())
        return nullptr;
    return library;
}

template <typename Function>
bool resolve(QLibrary &library, const char *name, Function &function)
{
    function = reinterpret_cast<Function>(library.resolve(name));
    return function != nullptr;
}

} // namespace

const LibCrypto *LibCrypto::load()
{
    static LibCrypto functions;
    static const bool loaded = functions.resolveAll();
    return loaded ? &functions : nullptr;
}

bool LibCrypto::resolveAll()
{
    // Never unloaded: QLibrary keeps a library until the program ends unless told otherwise.
    const auto library = openLibrary();
    if (!library)
        return false;
    QLibrary &from = *library;
    return resolve(from, "BIO_ctrl", bioCtrl) && resolve(from, "BIO_free", bioFree)
        && resolve(from, "BIO_new", bioNew) && resolve(from, "BIO_new_mem_buf", bioNewMemBuf)
        && resolve(from, "BIO_s_mem", bioMemory) && resolve(from, "EVP_PKEY_Q_keygen", generateKey)
        && resolve(from, "EVP_PKEY_free", keyFree) && resolve(from, "EVP_sha256", sha256)
        && resolve(from, "PEM_read_bio_PrivateKey", readKey)
        && resolve(from, "PEM_read_bio_X509", readCertificate)
        && resolve(from, "PEM_write_bio_PrivateKey", writeKey)
        && resolve(from, "PEM_write_bio_X509", writeCertificate)
        && resolve(from, "ASN1_INTEGER_set_uint64", integerSet) && resolve(from, "ASN1_TIME_set", timeSet)
        && resolve(from, "X509_new", certificateNew) && resolve(from, "X509_free", certificateFree)
        && resolve(from, "X509_set_version", setVersion)
        && resolve(from, "X509_get_serialNumber", serialNumber)
        && resolve(from, "X509_getm_notBefore", notBefore) && resolve(from, "X509_getm_notAfter", notAfter)
        && resolve(from, "X509_get_subject_name", subjectName)
        && resolve(from, "X509_set_issuer_name", setIssuerName)
        && resolve(from, "X509_NAME_add_entry_by_txt", addNameEntry)
        && resolve(from, "X509_set_pubkey", setPublicKey) && resolve(from, "X509_sign", sign)
        && resolve(from, "X509_verify", verify) && resolve(from, "X509_check_private_key", keyFits)
        && resolve(from, "X509_add_ext", addExtension) && resolve(from, "X509_EXTENSION_free", extensionFree)
        && resolve(from, "X509V3_EXT_conf_nid", makeExtension) && resolve(from, "X509V3_set_ctx", setContext)
        && resolve(from, "X509_cmp_time", compareTime) && resolve(from, "ERR_clear_error", clearErrors);
}

} // namespace sandbox
