// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

namespace sandbox {

/// The functions of OpenSSL's libcrypto that make certificates. They are looked up at run time, as Qt's own
/// TLS does it: a program that links libcrypto pays for loading it at every start, and only a sandbox with
/// TLS needs it.
class LibCrypto
{
public:
    /// Null where the library is missing or too old.
    static const LibCrypto *load();

    decltype(&::BIO_ctrl) bioCtrl;
    decltype(&::BIO_free) bioFree;
    decltype(&::BIO_new) bioNew;
    decltype(&::BIO_new_mem_buf) bioNewMemBuf;
    decltype(&::BIO_s_mem) bioMemory;
    decltype(&::EVP_PKEY_Q_keygen) generateKey;
    decltype(&::EVP_PKEY_free) keyFree;
    decltype(&::EVP_sha256) sha256;
    decltype(&::PEM_read_bio_PrivateKey) readKey;
    decltype(&::PEM_read_bio_X509) readCertificate;
    decltype(&::PEM_write_bio_PrivateKey) writeKey;
    decltype(&::PEM_write_bio_X509) writeCertificate;
    decltype(&::ASN1_INTEGER_set_uint64) integerSet;
    decltype(&::ASN1_TIME_set) timeSet;
    decltype(&::X509_new) certificateNew;
    decltype(&::X509_free) certificateFree;
    decltype(&::X509_set_version) setVersion;
    decltype(&::X509_get_serialNumber) serialNumber;
    decltype(&::X509_getm_notBefore) notBefore;
    decltype(&::X509_getm_notAfter) notAfter;
    decltype(&::X509_get_subject_name) subjectName;
    decltype(&::X509_set_issuer_name) setIssuerName;
    decltype(&::X509_NAME_add_entry_by_txt) addNameEntry;
    decltype(&::X509_set_pubkey) setPublicKey;
    decltype(&::X509_sign) sign;
    decltype(&::X509_verify) verify;
    decltype(&::X509_check_private_key) keyFits;
    decltype(&::X509_add_ext) addExtension;
    decltype(&::X509_EXTENSION_free) extensionFree;
    decltype(&::X509V3_EXT_conf_nid) makeExtension;
    decltype(&::X509V3_set_ctx) setContext;
    decltype(&::X509_cmp_time) compareTime;
    decltype(&::ERR_clear_error) clearErrors;

private:
    bool resolveAll();
};

} // namespace sandbox
