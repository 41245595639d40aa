// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/wirerequest.h"

namespace dcs {

QByteArrayView WireRequest::requestLine() const
{
    const qsizetype end = bytes.indexOf("\r\n");
    return QByteArrayView(bytes).first(end < 0 ? headBytes : end);
}

QByteArray WireRequest::method() const
{
    const QByteArrayView line = requestLine();
    return line.first(qMax(qsizetype(0), line.indexOf(' '))).toByteArray();
}

QByteArray WireRequest::target() const
{
    const QByteArrayView line = requestLine();
    const qsizetype first = line.indexOf(' ');
    const qsizetype last = line.lastIndexOf(' ');
    return first < 0 || last <= first ? QByteArray() : line.sliced(first + 1, last - first - 1).toByteArray();
}

QList<Header> WireRequest::headers() const
{
    QList<Header> out;
    qsizetype at = requestLine().size() + 2;
    while (at < headBytes) {
        const qsizetype end = bytes.indexOf("\r\n", at);
        if (end <= at)
            break;
        const QByteArrayView line = QByteArrayView(bytes).sliced(at, end - at);
        const qsizetype colon = line.indexOf(':');
        if (colon >= 0)
            out.append({line.first(colon).toByteArray(), line.sliced(colon + 1).trimmed().toByteArray(), true});
        at = end + 2;
    }
    return out;
}

QByteArray WireRequest::url() const
{
    QByteArray out = tls ? "https://" : "http://";
    out += host.contains(':') ? '[' + host + ']' : host;
    if (port != (tls ? 443 : 80))
        out += ':' + QByteArray::number(port);
    return out + target();
}

} // namespace dcs
