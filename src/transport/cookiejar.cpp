// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "transport/cookiejar.h"

#include "dcs/json.h"
#include "dcs/jsonwriter.h"

#include <QDateTime>
#include <QUrl>

#include <algorithm>

namespace transport {

using namespace Qt::StringLiterals;

namespace {

QUrl urlOf(bool tls, QByteArrayView host, QByteArrayView target)
{
    const qsizetype colon = host.lastIndexOf(':');
    if (colon > host.lastIndexOf(']'))
        host = host.first(colon);
    const qsizetype query = target.indexOf('?');
    QUrl url;
    url.setScheme(tls ? u"https"_s : u"http"_s);
    url.setHost(QString::fromLatin1(host));
    url.setPath(QString::fromLatin1(query < 0 ? target : target.first(query)));
    return url;
}

QUrl urlOf(const dcs::WireRequest &request)
{
    return urlOf(
        request.tls, dcs::headerValue(request.headers(), "Host").value_or(request.host), request.target());
}

/// What could not stand in a header line again.
bool isSafe(const QNetworkCookie &cookie)
{
    const QByteArray text = cookie.name() + cookie.value();
    return std::none_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 || byte == 0x7f;
    });
}

bool isExpired(const QNetworkCookie &cookie)
{
    return !cookie.isSessionCookie() && cookie.expirationDate() < QDateTime::currentDateTimeUtc();
}

} // namespace

bool CookieJar::take(const dcs::Exchange &exchange)
{
    const QList<QNetworkCookie> before = allCookies();
    const QUrl url = urlOf(exchange.request);
    for (const dcs::Header &header : exchange.headers) {
        if (header.name.compare("Set-Cookie", Qt::CaseInsensitive) != 0)
            continue;
        QList<QNetworkCookie> set = QNetworkCookie::parseCookies(header.value);
        set.removeIf([](const QNetworkCookie &cookie) { return !isSafe(cookie); });
        setCookiesFromUrl(set, url);
    }
    return allCookies() != before;
}

QByteArray CookieJar::headerFor(bool tls, QByteArrayView host, QByteArrayView target) const
{
    QByteArray out;
    for (const QNetworkCookie &cookie : cookiesForUrl(urlOf(tls, host, target)))
        out += (out.isEmpty() ? QByteArray() : QByteArray("; ")) + cookie.name() + '=' + cookie.value();
    return out;
}

dcs::WireRequest CookieJar::renewed(const dcs::WireRequest &request) const
{
    QByteArray head = request.requestLine().toByteArray() + "\r\n";
    for (const dcs::Header &header : request.headers()) {
        if (header.name.compare("Cookie", Qt::CaseInsensitive) != 0)
            head += header.name + ": " + header.value + "\r\n";
    }
    const QByteArray host = dcs::headerValue(request.headers(), "Host").value_or(request.host);
    if (const QByteArray cookies = headerFor(request.tls, host, request.target()); !cookies.isEmpty())
        head += "Cookie: " + cookies + "\r\n";
    head += "\r\n";
    dcs::WireRequest out = request;
    out.bytes = head + request.body().toByteArray();
    out.headBytes = head.size();
    return out;
}

QList<QNetworkCookie> CookieJar::cookies() const
{
    QList<QNetworkCookie> out = allCookies();
    out.removeIf(isExpired);
    return out;
}

void CookieJar::write(dcs::JsonWriter &out, const QNetworkCookie &cookie)
{
    out.beginObject();
    out.key(u"name").value(QString::fromLatin1(cookie.name()));
    out.key(u"value").value(QString::fromLatin1(cookie.value()));
    out.key(u"domain").value(cookie.domain());
    out.key(u"path").value(cookie.path());
    out.key(u"expires");
    if (cookie.isSessionCookie())
        out.null();
    else
        out.value(cookie.expirationDate().toUTC().toString(Qt::ISODate));
    out.key(u"secure").value(cookie.isSecure());
    out.key(u"httpOnly").value(cookie.isHttpOnly());
    out.endObject();
}

QByteArray CookieJar::bytes() const
{
    dcs::JsonWriter out;
    out.beginObject().key(u"cookies").beginArray();
    for (const QNetworkCookie &cookie : cookies())
        write(out, cookie);
    return out.endArray().endObject().take();
}

dcs::Result<void> CookieJar::setBytes(const QByteArray &bytes)
{
    const dcs::JsonDocument document = dcs::JsonDocument::parse(bytes);
    if (!document.isValid())
        return dcs::Error{dcs::Errc::InvalidInput, u"The cookie jar cannot be read."_s,
            u"Clear it; the DCS sets its cookies again."_s, {}};
    QList<QNetworkCookie> out;
    for (dcs::JsonValue item = document.root().member(u"cookies").firstChild(); item.exists();
         item = item.next()) {
        QNetworkCookie cookie(
            item.member(u"name").string().toLatin1(), item.member(u"value").string().toLatin1());
        cookie.setDomain(item.member(u"domain").string());
        cookie.setPath(item.member(u"path").string());
        if (const QString expires = item.member(u"expires").string(); !expires.isEmpty())
            cookie.setExpirationDate(QDateTime::fromString(expires, Qt::ISODate));
        cookie.setSecure(item.member(u"secure").kind() == dcs::JsonValue::Kind::True);
        cookie.setHttpOnly(item.member(u"httpOnly").kind() == dcs::JsonValue::Kind::True);
        out.append(cookie);
    }
    setAllCookies(out);
    return {};
}

} // namespace transport
