// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <chrono>
#include <optional>

namespace dcs {

struct HostPort {
    QString host;
    quint16 port = 0;

    bool operator==(const HostPort &) const = default;
};

/// How a wire request travels; nothing here changes a byte of it.
struct SendOptions {
    enum class IpVersion { Any, V4, V6 };
    struct Proxy {
        enum class Kind { None, System, Http, Socks5 };
        Kind kind = Kind::None;
        QString host;
        quint16 port = 0;
        QString user;
        QString password; ///< never stored by us outside the keychain

        bool operator==(const Proxy &) const = default;
    };

    std::optional<HostPort> connectTo; ///< dial this address; TLS still verifies the request's host
    std::chrono::milliseconds timeout { 30000 }; ///< over everything, DNS included
    Proxy proxy;
    QString caFile; ///< PEM; trusted instead of the system's store
    QString clientCertificateFile; ///< PEM
    QString clientKeyFile; ///< PEM
    bool insecure = false; ///< accept any certificate, for this call only
    IpVersion ipVersion = IpVersion::Any;
    int followRedirects = 0; ///< hops at most; 0 shows the redirect
    qint64 maxBodyBytes = qint64(256) << 20; ///< more is Failure::TooLarge, what came is kept
    qint64 maxHeadBytes = 256 << 10;

    bool operator==(const SendOptions &) const = default;
};

} // namespace dcs
