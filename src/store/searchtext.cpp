// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "store/searchtext.h"

#include "dcs/text.h"

#include <algorithm>

namespace store {

namespace {

bool isAscii(QByteArrayView bytes)
{
    return std::none_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<signed char>(c) < 0; });
}

bool hasControls(QByteArrayView bytes)
{
    return std::any_of(bytes.begin(), bytes.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f';
    });
}

// The first bytes of a text as UTF-8, not cut inside a character; "" for what is no text.
QByteArray textOf(QByteArrayView bytes)
{
    QByteArrayView text = bytes.first(std::min(bytes.size(), searchedBytes));
    if (text.size() < bytes.size()) {
        while (!text.isEmpty() && (text.back() & 0xc0) == 0x80)
            text.chop(1);
        if (!text.isEmpty() && static_cast<signed char>(text.back()) < 0)
            text.chop(1);
    }
    if (text.contains('\0'))
        return {};
    if (dcs::isUtf8(text))
        return text.toByteArray();
    // Of a text in another encoding at least the ASCII is found.
    return hasControls(text) ? QByteArray() : QString::fromLatin1(text).toUtf8();
}

// What stands there already is not said twice: the index grows with every character.
void append(QByteArray &out, QByteArrayView part)
{
    if (part.isEmpty() || (part.size() < 200 && out.contains(part)))
        return;
    out += '\n'; // no term goes over the end of a part
    out += part;
}

// Calls with name and value of each header line.
template <typename Visit>
void eachHeader(QByteArrayView head, Visit visit)
{
    qsizetype at = head.indexOf('\n') + 1; // behind the first line
    while (at > 0 && at < head.size()) {
        qsizetype end = head.indexOf('\n', at);
        if (end < 0)
            end = head.size();
        const QByteArrayView line = head.sliced(at, end - at);
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            visit(line.first(colon), line.sliced(colon + 1).trimmed());
        at = end + 1;
    }
}

bool isNamed(QByteArrayView name, QByteArrayView wanted)
{
    return name.compare(wanted, Qt::CaseInsensitive) == 0;
}

// Each parameter that reads otherwise once it is decoded.
void appendDecoded(QByteArray &out, QByteArrayView parameters)
{
    qsizetype at = 0;
    while (at < parameters.size()) {
        qsizetype end = parameters.indexOf('&', at);
        if (end < 0)
            end = parameters.size();
        const QByteArrayView wire = parameters.sliced(at, end - at);
        if (wire.contains('%') || wire.contains('+'))
            append(out, textOf(dcs::percentDecode(wire)));
        at = end + 1;
    }
}

} // namespace

QByteArray folded(QByteArrayView utf8)
{
    if (isAscii(utf8)) {
        QByteArray out = utf8.toByteArray();
        for (char &c : out)
            c = c >= 'A' && c <= 'Z' ? char(c + 32) : c;
        return out;
    }
    return QString::fromUtf8(utf8).toCaseFolded().toUtf8();
}

QByteArray searchText(const dcs::WireRequest &request, QByteArrayView responseHead, QByteArrayView body)
{
    QByteArray out = request.url();
    out.replace('\0', ' ');
    const qsizetype query = out.indexOf('?');
    if (query >= 0)
        appendDecoded(out, QByteArray(out.sliced(query + 1)));
    eachHeader(request.head(), [&](QByteArrayView name, QByteArrayView value) {
        if (isNamed(name, "host"))
            append(out, textOf(value));
    });
    const QByteArray form = textOf(request.body());
    append(out, form);
    appendDecoded(out, form);
    QByteArray text = textOf(body);
    append(out, text.replace("\\/", "/")); // some encoders of JSON write URLs so
    eachHeader(responseHead, [&](QByteArrayView name, QByteArrayView value) {
        const bool isCookie = isNamed(name, "set-cookie");
        if (isCookie && value.contains(';'))
            value = value.first(value.indexOf(';')); // the rest is the same in all of them
        if (isCookie || isNamed(name, "x-tid") || isNamed(name, "x-error") || isNamed(name, "location"))
            append(out, textOf(value));
    });
    return folded(out);
}

} // namespace store
