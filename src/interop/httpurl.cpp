// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "interop/httpurl.h"

#include "dcs/decode.h"
#include "dcs/text.h"

namespace interop {

namespace {

// Stands in for the authority of "GET /event" until the Host line is read; .invalid never resolves (RFC
// 2606).
constexpr char placeholder[] = "https://nobody.invalid";

} // namespace

dcs::Result<HttpUrl> readHttpUrl(QByteArrayView text)
{
    HttpUrl out;
    const bool bare = text.startsWith('/') && !text.startsWith("//");
    auto read = dcs::decodeUrl(bare ? placeholder + text.toByteArray() : text.toByteArray());
    if (!read)
        return read.error();
    out.call = *std::move(read);
    if (bare)
        out.call.connectHost.clear();
    else
        out.authority = dcs::hostHeader(out.call);
    return out;
}

QByteArray httpAuthority(const dcs::Call &call)
{
    const QByteArray &host = call.connectHost;
    QByteArray out;
    if (host.contains("{{") || !host.contains(':') || host.startsWith('['))
        out += host;
    else
        out += '[' + host + ']';
    if (call.port != (call.tls ? 443 : 80))
        out += ':' + QByteArray::number(call.port);
    return out;
}

QByteArray httpUrlBase(const dcs::Call &call)
{
    return (call.tls ? "https://" : "http://") + httpAuthority(call);
}

dcs::Result<void> settleConnectHost(dcs::Call &call)
{
    QByteArray text = call.connectHost;
    const bool hasScheme = text.contains("://");
    const bool ipv6 = text.count(':') > 1 && !text.startsWith('[') && !hasScheme;
    if (!hasScheme && (ipv6 || (!text.contains(':') && !text.contains('/'))))
        return {};
    if (!hasScheme)
        text.prepend(call.tls ? "https://" : "http://");
    const auto read = dcs::decodeUrl(text);
    if (!read)
        return read.error();
    if (!dcs::query(*read).isEmpty()) {
        return dcs::Error{dcs::Errc::InvalidInput,
            QStringLiteral("The variable for the host stands for a URL with a query: “%1”.")
                .arg(dcs::visible(QString::fromUtf8(text), 80)),
            QStringLiteral("Keep the parameters in the request."), {}};
    }
    call.tls = read->tls;
    call.connectHost = read->connectHost;
    if (read->port != (read->tls ? 443 : 80) || hasScheme)
        call.port = read->port;
    QByteArray prefix = read->path;
    if (prefix.endsWith('/'))
        prefix.chop(1);
    call.path.prepend(prefix);
    if (call.path.isEmpty())
        call.path = "/";
    return {};
}

} // namespace interop
