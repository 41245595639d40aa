// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "interop/anycall.h"

#include "dcs/decode.h"
#include "dcs/text.h"
#include "interop/curl.h"
#include "interop/httpfile.h"

#include <QRegularExpression>

namespace interop {

namespace {

// More is no text that a person pastes.
constexpr qsizetype maxText = 64 * 1024 * 1024;

bool isSingleLine(QByteArrayView text)
{
    return !text.contains('\n');
}

/// "GET /event?… HTTP/1.1" with what follows, as it stands in a log or a capture.
bool looksLikeRawRequest(QByteArrayView text)
{
    static const QRegularExpression start(QStringLiteral("^[A-Z]+ +\\S.* HTTP/\\d(\\.\\d)?\\s*$"));
    const qsizetype feed = text.indexOf('\n');
    const QByteArrayView line = (feed < 0 ? text : text.first(feed)).trimmed();
    return start.match(QString::fromLatin1(line)).hasMatch();
}

/// An `.http` text: a separator, directives or comments at its head, or METHOD URL.
bool looksLikeHttpFile(QByteArrayView text)
{
    static const QRegularExpression request(QStringLiteral("^[A-Z]+[ \\t]+\\S"));
    const qsizetype feed = text.indexOf('\n');
    const QByteArrayView line = (feed < 0 ? text : text.first(feed)).trimmed();
    return line.startsWith('#') || line.startsWith("//") || line.startsWith('@')
        || request.match(QString::fromLatin1(line)).hasMatch();
}

dcs::Result<ReadCall> readPreset(const QByteArray &text)
{
    const HttpFile file = HttpFile::parse(text);
    if (file.presets().isEmpty()) {
        return dcs::Error{dcs::Errc::InvalidInput, QStringLiteral("The text holds no request."),
            QStringLiteral("Paste a URL, a curl line, an HTTP request or an .http text."), {}};
    }
    const Preset &first = file.presets().first();
    if (first.error)
        return *first.error;
    ReadCall out{first.call, first.options, {}};
    if (file.presets().size() > 1) {
        out.notes.append(
            QStringLiteral("The text holds %1 requests; the first was taken.").arg(file.presets().size()));
    }
    return out;
}

dcs::Result<ReadCall> readFirstCurl(const QByteArray &text)
{
    auto calls = readCurl(text);
    if (!calls)
        return calls.error();
    const CurlCall &first = calls->first();
    ReadCall out{first.call, first.options, first.notes};
    if (calls->size() > 1)
        out.notes.append(QStringLiteral("The text holds %1 calls; the first was taken.").arg(calls->size()));
    return out;
}

/// A URL as people paste it: in quotes or angle brackets, or broken over lines by a mail program.
dcs::Result<ReadCall> readUrl(QByteArray text)
{
    ReadCall out;
    for (const auto &[open, close] : {std::pair('"', '"'), std::pair('\'', '\''), std::pair('<', '>')}) {
        if (text.size() > 2 && text.startsWith(open) && text.endsWith(close))
            text = text.mid(1, text.size() - 2).trimmed();
    }
    if (!isSingleLine(text)) {
        QByteArray joined;
        for (const QByteArray &line : text.split('\n'))
            joined += line.trimmed();
        text = joined;
        out.notes.append(QStringLiteral("The URL stood on several lines; they were joined."));
    }
    auto call = dcs::decodeUrl(text);
    if (!call)
        return call.error();
    out.call = *std::move(call);
    return out;
}

} // namespace

dcs::Result<ReadCall> readAnyCall(const QByteArray &given)
{
    QByteArray text = given.startsWith("\xEF\xBB\xBF") ? given.mid(3) : given;
    if (text.size() > maxText) {
        return dcs::Error{dcs::Errc::TooLarge, QStringLiteral("The text is larger than 64 MiB."),
            QStringLiteral("Paste one call."), {}};
    }
    const QByteArray trimmed = text.trimmed();
    if (trimmed.isEmpty()) {
        return dcs::Error{dcs::Errc::InvalidInput, QStringLiteral("There is no text to read a call from."),
            QStringLiteral("Paste a URL, a curl line, an HTTP request or an .http text."), {}};
    }
    if (looksLikeCurl(trimmed))
        return readFirstCurl(trimmed);
    if (looksLikeRawRequest(trimmed)) {
        // Only white space in front goes: the body's end is the body's business.
        while (!text.isEmpty() && (text.front() == '\n' || text.front() == '\r' || text.front() == ' '))
            text.remove(0, 1);
        auto call = dcs::decodeRequest(text);
        if (!call)
            return call.error();
        return ReadCall{*std::move(call), {}, {}};
    }
    if (looksLikeHttpFile(trimmed))
        return readPreset(text);
    return readUrl(trimmed);
}

} // namespace interop
