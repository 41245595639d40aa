// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/call.h"
#include "dcs/wirerequest.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace dcs {

/// Milliseconds of each phase. 0: did not happen (connection reused, no TLS); negative: cannot be seen.
struct Timings {
    double dns = 0;
    double connect = 0;
    double tls = 0;
    double send = 0;
    double wait = 0; ///< last byte sent to first byte received
    double receive = 0;
    double total = 0;

    bool operator==(const Timings &) const = default;
};

struct Certificate {
    QString subject;
    QString issuer;
    QStringList names; ///< subjectAltName
    QDateTime notBefore, notAfter;
    QByteArray sha256; ///< fingerprint, hexadecimal

    bool operator==(const Certificate &) const = default;
};

struct TlsFacts {
    QString version; ///< "TLSv1.3"
    QString cipher;
    QString serverName; ///< SNI, and the name that was verified
    QList<Certificate> chain; ///< the peer's own first
    bool verified = true; ///< false: "insecure" was asked for

    bool operator==(const TlsFacts &) const = default;
};

/// Why there is no complete answer.
struct Failure {
    enum class Kind { Dns, Connect, Proxy, Tls, Timeout, Protocol, TooLarge, Aborted };

    Kind kind = Kind::Protocol;
    QString message; ///< a sentence for the user: what happened
    QString remedy; ///< how to mend it
    bool outcomeUnknown = false; ///< bytes had left: the DCS may have counted the call

    bool operator==(const Failure &) const = default;
};
QString failureKindName(Failure::Kind kind); ///< dns connect proxy tls timeout protocol too-large aborted

/// A wire request with what came back. Partial answers keep what has come, beside the failure.
struct Exchange {
    WireRequest request;
    QDateTime startedAt; ///< UTC

    int status = 0; ///< 0: no status line came
    QByteArray reason;
    QByteArray httpVersion; ///< "1.1"
    QList<Header> headers; ///< as received: order, case, repeats
    QList<Header> trailers;
    QByteArray responseHead; ///< status line and header lines as received, with the empty line
    QByteArray body; ///< after chunked framing and content coding were taken off
    qint64 wireBytes = 0; ///< received on the connection for this answer, head and framing included
    QStringList notes; ///< oddities that were tolerated: bare LF, folded header, bytes behind the answer …

    Timings timings;
    bool reusedConnection = false;
    QString peer; ///< "127.0.0.1:8443"; empty behind a proxy
    std::optional<TlsFacts> tls;
    std::optional<Failure> failure;

    bool operator==(const Exchange &) const = default;
};

} // namespace dcs
