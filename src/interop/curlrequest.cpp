// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "interop/curlrequest.h"

#include "dcs/text.h"

#include <QUrl>

namespace interop {

namespace {

using Proxy = dcs::SendOptions::Proxy;

/// curl's --data-urlencode: as everywhere, but a space becomes '+'.
QByteArray urlencoded(QByteArrayView text)
{
    return dcs::percentEncode(text).replace("%20", "+");
}

} // namespace

void CurlRequest::note(const QString &text)
{
    if (!m_notes.contains(text))
        m_notes.append(text);
}

std::optional<QByteArray> CurlRequest::fileBytes(const QByteArray &path, const QString &spelling)
{
    const QString name = QString::fromUtf8(path);
    if (path == "-" || !*m_readFile) {
        note(QStringLiteral("%1 takes its data from “%2”, which was not read: the data is missing.")
                 .arg(spelling, dcs::visible(name, 80)));
        return std::nullopt;
    }
    auto bytes = (*m_readFile)(name);
    if (!bytes) {
        note(QStringLiteral("%1: %2 The data is missing.").arg(spelling, bytes.error().message));
        return std::nullopt;
    }
    return *bytes;
}

std::optional<QByteArray> CurlRequest::dataOf(const QByteArray &value, const QString &spelling)
{
    if (!value.startsWith('@'))
        return value;
    auto bytes = fileBytes(value.mid(1), spelling);
    // Line ends and NUL are taken out of a file by all but the binary forms.
    if (bytes && spelling != u"--data-binary" && spelling != u"--json")
        bytes->replace("\r", "").replace("\n", "").replace(QByteArray(1, '\0'), "");
    return bytes;
}

void CurlRequest::addData(const QByteArray &piece, bool asJson)
{
    if (!m_data)
        m_data = piece;
    else
        *m_data += (asJson ? QByteArray() : QByteArray("&")) + piece;
}

// content, =content, name=content, @file and name@file.
void CurlRequest::addUrlencoded(const QByteArray &value)
{
    const QString spelling = QStringLiteral("--data-urlencode");
    const qsizetype equals = value.indexOf('=');
    const qsizetype at = value.indexOf('@');
    if (equals >= 0) {
        const QByteArray name = value.left(equals);
        addData((name.isEmpty() ? QByteArray() : name + '=')
            + urlencoded(QByteArrayView(value).sliced(equals + 1)));
    } else if (at >= 0) {
        if (const auto bytes = fileBytes(value.mid(at + 1), spelling))
            addData((at > 0 ? value.left(at) + '=' : QByteArray()) + urlencoded(*bytes));
    } else {
        addData(urlencoded(value));
    }
}

// As --data-urlencode, but "+text" goes as it is.
void CurlRequest::addUrlQuery(const QByteArray &value)
{
    if (value.startsWith('+')) {
        m_urlQuery.append(value.mid(1));
        return;
    }
    std::optional<QByteArray> data;
    data.swap(m_data);
    addUrlencoded(value);
    if (m_data)
        m_urlQuery.append(*m_data);
    m_data = data;
}

void CurlRequest::addHeader(const QByteArray &line)
{
    if (line.startsWith('@')) {
        note(QStringLiteral("-H takes headers from “%1”, which was not read: they are missing.")
                 .arg(dcs::visible(QString::fromUtf8(line.mid(1)), 80)));
        return;
    }
    const qsizetype colon = line.indexOf(':');
    if (colon < 0) {
        if (line.trimmed().endsWith(';') && line.trimmed().size() > 1)
            m_headers.append({line.trimmed().chopped(1), {}, true});
        else
            note(QStringLiteral("The header “%1” has no colon; curl does not send it.")
                     .arg(dcs::visible(QString::fromUtf8(line), 80)));
        return;
    }
    const QByteArray name = line.left(colon).trimmed();
    const QByteArray value = line.mid(colon + 1).trimmed();
    if (value.isEmpty())
        m_removed.append(name);
    else
        m_headers.append({name, value, true});
}

void CurlRequest::addCookie(const QByteArray &value)
{
    if (value.contains('='))
        m_cookies.append(value);
    else
        note(QStringLiteral("-b takes cookies from “%1”, which was not read: they are missing.")
                 .arg(dcs::visible(QString::fromUtf8(value), 80)));
}

void CurlRequest::setProxy(const QByteArray &value, Proxy::Kind kind)
{
    if (value.isEmpty()) {
        m_options.proxy = {};
        m_options.proxy.kind = Proxy::Kind::None;
        return;
    }
    const QUrl url(QString::fromUtf8(value.contains("://") ? value : "http://" + value));
    const QString scheme = url.scheme();
    if (scheme == u"socks5" || scheme == u"socks5h") {
        kind = Proxy::Kind::Socks5;
    } else if (value.contains("://") && scheme != u"http") {
        note(QStringLiteral("A proxy of the kind “%1” is not supported; it was left out.")
                 .arg(dcs::visible(scheme, 40)));
        return;
    }
    m_options.proxy.kind = kind;
    m_options.proxy.host = url.host();
    m_options.proxy.port = quint16(url.port(1080));
    if (!url.userName().isEmpty()) {
        m_options.proxy.user = url.userName();
        m_options.proxy.password = url.password();
    }
}

void CurlRequest::setTime(const QString &spelling, const QByteArray &value)
{
    bool ok = false;
    const double seconds = value.toDouble(&ok);
    if (!ok || seconds < 0 || seconds > 1e6)
        note(QStringLiteral("%1 does not understand “%2”; it was left out.")
                 .arg(spelling, dcs::visible(QString::fromUtf8(value), 40)));
    else if (seconds > 0)
        m_options.timeout = std::chrono::milliseconds(qint64(seconds * 1000 + 0.5));
}

void CurlRequest::apply(CurlEffect effect, const QString &spelling, const QByteArray &value)
{
    using enum CurlEffect;
    switch (effect) {
    case Ignored:
    case Next:
        return;
    case LeftOut:
        note(QStringLiteral("%1 was left out: it has no counterpart here.").arg(spelling));
        return;
    case OtherHttp:
        note(QStringLiteral("%1 was left out: the call goes by HTTP/1.1.").arg(spelling));
        return;
    case Cacert:
        m_options.caFile = QString::fromUtf8(value);
        return;
    case Cert:
        m_options.clientCertificateFile = QString::fromUtf8(value);
        return;
    case Key:
        m_options.clientKeyFile = QString::fromUtf8(value);
        return;
    case Compressed:
        m_compressed = true;
        return;
    case ConnectTo:
        m_connectTo.append(value);
        return;
    case Resolve:
        m_resolve.append(value);
        return;
    case Cookie:
        addCookie(value);
        return;
    case Data:
        if (const auto data = dataOf(value, spelling))
            addData(*data);
        return;
    case DataRaw:
        addData(value);
        return;
    case DataUrlencode:
        addUrlencoded(value);
        return;
    case Json:
        m_json = true;
        if (const auto data = dataOf(value, spelling))
            addData(*data, true);
        return;
    case GlobOff:
        m_globOff = true;
        return;
    case Get:
        m_get = true;
        return;
    case Head:
        m_head = true;
        return;
    case Header:
        addHeader(value);
        return;
    case Insecure:
        m_options.insecure = true;
        return;
    case Ipv4:
        m_options.ipVersion = dcs::SendOptions::IpVersion::V4;
        return;
    case Ipv6:
        m_options.ipVersion = dcs::SendOptions::IpVersion::V6;
        return;
    case Location:
        m_location = true;
        return;
    case MaxRedirects:
        m_maxRedirects = value.toInt();
        return;
    case MaxTime:
        setTime(spelling, value);
        return;
    case NoProxy:
        m_noProxy = value;
        return;
    case CurlEffect::Proxy:
        setProxy(value, dcs::SendOptions::Proxy::Kind::Http);
        return;
    case Socks5:
        setProxy(value, dcs::SendOptions::Proxy::Kind::Socks5);
        return;
    case ProxyUser:
        m_options.proxy.user
            = QString::fromUtf8(value.left(value.indexOf(':') < 0 ? value.size() : value.indexOf(':')));
        m_options.proxy.password
            = value.contains(':') ? QString::fromUtf8(value.mid(value.indexOf(':') + 1)) : QString();
        return;
    case Range:
        m_range = value;
        return;
    case Referer:
        m_referer = value.endsWith(";auto") ? value.chopped(5) : value;
        return;
    case PathAsIs:
        m_pathAsIs = true;
        return;
    case Request:
        m_method = value;
        return;
    case RequestTarget:
        m_requestTarget = value;
        return;
    case Url:
        addUrl(value);
        return;
    case UrlQuery:
        addUrlQuery(value);
        return;
    case User:
        if (!value.contains(':'))
            note(QStringLiteral("-u has no password; curl would ask for it. An empty one was taken."));
        m_user = value.contains(':') ? value : value + ':';
        return;
    case UserAgent:
        m_userAgent = value;
        return;
    case Bearer:
        m_bearer = value;
        return;
    }
}

void CurlRequest::takeBack(CurlEffect effect)
{
    switch (effect) {
    case CurlEffect::Compressed:
        m_compressed = false;
        return;
    case CurlEffect::Get:
        m_get = false;
        return;
    case CurlEffect::GlobOff:
        m_globOff = false;
        return;
    case CurlEffect::Head:
        m_head = false;
        return;
    case CurlEffect::Insecure:
        m_options.insecure = false;
        return;
    case CurlEffect::Location:
        m_location = false;
        return;
    case CurlEffect::PathAsIs:
        m_pathAsIs = false;
        return;
    default: // what the others switch on is not taken over or is the default here
        return;
    }
}

dcs::Result<QList<CurlCall>> CurlRequest::calls() const
{
    if (m_urls.isEmpty()) {
        return dcs::Error{dcs::Errc::InvalidInput, QStringLiteral("The curl command has no URL."),
            QStringLiteral("Copy the whole command line."), {}};
    }
    QList<CurlCall> out;
    for (const QByteArray &url : m_urls) {
        auto read = call(url);
        if (!read)
            return read.error();
        out.append(*read);
    }
    return out;
}

} // namespace interop
