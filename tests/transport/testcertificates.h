// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/temporaryfolder.h"

#include <QSslConfiguration>
#include <QString>
#include <QStringList>

/// A CA of the tests' own, made by the openssl command when first asked for, and certificates issued by it.
class TestCertificates
{
public:
    static TestCertificates &instance();

    QString caFile() const { return m_folder.path(QStringLiteral("ca.pem")); }

    struct Wish {
        QString name; ///< of the files
        QString commonName = QStringLiteral("usw2.demdex.net");
        QString altNames = QStringLiteral("DNS:usw2.demdex.net"); ///< "" for none
        QString from = QStringLiteral("20200101000000Z");
        QString until = QStringLiteral("20400101000000Z");
        QString keyKind = QStringLiteral("ec"); ///< ec, rsa1024
        QString usage = QStringLiteral("serverAuth");
        bool selfSigned = false;
    };
    struct Files {
        QString certificate, key;
    };
    Files issue(const Wish &wish);
    /// A server's configuration with that certificate.
    QSslConfiguration server(const Wish &wish);

private:
    TestCertificates();
    void run(const QStringList &arguments);

    TemporaryFolder m_folder;
};
