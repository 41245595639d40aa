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

/// How a wire request travels; nothing here but the cookie jar, which adds a header before it is made, changes
/// a byte of it. What is unset may be said by the environment (interop::completeOptions()).
struct SendOptions {
    enum class IpVersion { Any, V4, V6 };
    enum class Cookies { Unset, Off, On }; ///< a jar: Set-Cookie is kept and sent back. Unset is off
    struct Proxy {
        enum class Kind { Unset, None, System, Http, Socks5 }; ///< Unset is none
        Kind kind = Kind::Unset;
        QString host;
        quint16 port = 0;
        QString user;
        QString password; ///< never stored by us outside the keychain

        bool isUsed() const { return kind != Kind::Unset && kind != Kind::None; }
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
    Cookies cookies = Cookies::Unset;
    int followRedirects = 0; ///< hops at most; 0 shows the redirect
    qint64 maxBodyBytes = qint64(256) << 20; ///< more is Failure::TooLarge, what came is kept
    qint64 maxHeadBytes = 256 << 10;

    bool operator==(const SendOptions &) const = default;
};

} // namespace dcs
