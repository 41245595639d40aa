// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/exchange.h"
#include "dcs/result.h"

#include <QNetworkCookie>
#include <QNetworkCookieJar>

namespace dcs {
class JsonWriter;
}

namespace transport {

/// Cookies by the rules of RFC 6265, filed under the Host header: a call that dials a region is the partner's
/// all the same, and its `demdex` cookie belongs to .demdex.net. Nothing is ever taken or sent by itself.
class CookieJar : public QNetworkCookieJar
{
    Q_OBJECT
public:
    using QNetworkCookieJar::QNetworkCookieJar;

    /// The cookies that the answer sets; true if that changed anything.
    bool take(const dcs::Exchange &exchange);
    /// The value of the Cookie header for a request to that host; "" without cookies. `target`: path and
    /// query.
    QByteArray headerFor(bool tls, QByteArrayView host, QByteArrayView target) const;
    /// The same request with the header that it would have now, in place of one of the jar's.
    dcs::WireRequest renewed(const dcs::WireRequest &request) const;

    QList<QNetworkCookie> cookies() const; ///< those that have not expired
    void setCookies(const QList<QNetworkCookie> &cookies) { setAllCookies(cookies); }
    void clear() { setAllCookies({}); }

    /// One cookie as an object of the file and of the command line. Latin-1 stands for its bytes, which need
    /// not be UTF-8.
    static void write(dcs::JsonWriter &out, const QNetworkCookie &cookie);
    QByteArray bytes() const; ///< JSON; cookies that end with the session included
    dcs::Result<void> setBytes(const QByteArray &bytes);
};

} // namespace transport
