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

// The first bytes of a text, not cut inside a character; "" for what is no text.
QByteArrayView textOf(QByteArrayView bytes)
{
    QByteArrayView text = bytes.first(std::min(bytes.size(), searchedBytes));
    if (text.size() < bytes.size()) {
        while (!text.isEmpty() && (text.back() & 0xc0) == 0x80)
            text.chop(1);
        if (!text.isEmpty() && static_cast<signed char>(text.back()) < 0)
            text.chop(1);
    }
    return text.contains('\0') || !dcs::isUtf8(text) ? QByteArrayView() : text;
}

void append(QByteArray &out, QByteArrayView part)
{
    if (part.isEmpty())
        return;
    out += '\n'; // no term goes over the end of a part
    out += part;
}

// Header lines that carry IDs or errors; the rest is the same in every answer.
bool isTelling(QByteArrayView line)
{
    const auto begins = [&](QByteArrayView name) {
        return line.size() > name.size() && line.first(name.size()).compare(name, Qt::CaseInsensitive) == 0;
    };
    return begins("x-") || begins("set-cookie:") || begins("location:");
}

void appendLines(QByteArray &out, QByteArrayView head, bool (*wanted)(QByteArrayView))
{
    qsizetype at = 0;
    while (at < head.size()) {
        qsizetype end = head.indexOf('\n', at);
        if (end < 0)
            end = head.size();
        const QByteArrayView line = head.sliced(at, end - at).trimmed();
        if (wanted(line))
            append(out, line);
        at = end + 1;
    }
}

bool isHost(QByteArrayView line)
{
    return line.size() > 5 && line.first(5).compare("host:", Qt::CaseInsensitive) == 0;
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
    if (query >= 0) {
        const QByteArray decoded = dcs::percentDecode(QByteArrayView(out).sliced(query + 1));
        if (decoded != QByteArrayView(out).sliced(query + 1))
            append(out, textOf(decoded));
    }
    appendLines(out, request.head(), isHost);
    const QByteArrayView form = textOf(request.body());
    append(out, form);
    if (form.contains('%') || form.contains('+'))
        append(out, textOf(dcs::percentDecode(form)));
    appendLines(out, responseHead, isTelling);
    QByteArray text = textOf(body).toByteArray();
    append(out, text.replace("\\/", "/")); // some encoders of JSON write URLs so
    return folded(out);
}

} // namespace store
