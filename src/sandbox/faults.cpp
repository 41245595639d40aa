// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "sandbox/faults.h"

#include "dcs/catalogue.h"
#include "sandbox/simulator.h"

namespace sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int slowFirstByteMs = 3000;
constexpr int slowBytesPerSecond = 20;

struct NamedCode {
    QLatin1StringView kind;
    int code;
};
// Names that say what fails instead of a number.
constexpr NamedCode namedCodes[] = {
    {QLatin1StringView("unspecified"), 0},
    {QLatin1StringView("traits"), 10},
    {QLatin1StringView("nai"), 173},
    {QLatin1StringView("profile"), 200},
};

constexpr QLatin1StringView wireKinds[] = {
    QLatin1StringView("status-429"),
    QLatin1StringView("status-500"),
    QLatin1StringView("status-502"),
    QLatin1StringView("status-503"),
    QLatin1StringView("empty-body"),
    QLatin1StringView("empty-object"),
    QLatin1StringView("truncated-json"),
    QLatin1StringView("html"),
    QLatin1StringView("wrong-content-type"),
    QLatin1StringView("uuid-number"),
    QLatin1StringView("slow-first-byte"),
    QLatin1StringView("slow-body"),
    QLatin1StringView("close-before-headers"),
    QLatin1StringView("close-in-headers"),
    QLatin1StringView("close-after-headers"),
    QLatin1StringView("close-in-body"),
    QLatin1StringView("reset"),
    QLatin1StringView("content-length-long"),
    QLatin1StringView("content-length-short"),
    QLatin1StringView("unfinished-chunk"),
};

void becomePage(Reply &reply, int status, const QByteArray &text)
{
    reply = {};
    reply.status = status;
    reply.contentType = "text/html;charset=utf-8";
    reply.body = "<html><body><h1>" + text + "</h1></body></html>\n";
}

} // namespace

QStringList faultKinds()
{
    QStringList kinds;
    for (const QLatin1StringView kind : wireKinds)
        kinds.append(kind);
    for (const NamedCode &named : namedCodes)
        kinds.append(named.kind);
    for (const dcs::ErrorEntry &entry : dcs::Catalogue::builtIn().errors())
        kinds.append(u"code-%1"_s.arg(entry.code));
    return kinds;
}

bool isFaultKind(const QString &kind)
{
    return faultKinds().contains(kind);
}

std::optional<int> faultCode(const QString &kind)
{
    for (const NamedCode &named : namedCodes) {
        if (kind == named.kind)
            return named.code;
    }
    if (!kind.startsWith(u"code-"))
        return {};
    bool ok = false;
    const int code = QStringView(kind).sliced(5).toInt(&ok);
    return ok && code >= 0 ? std::optional(code) : std::nullopt;
}

void spoilReply(const QString &kind, Reply &reply)
{
    if (kind.startsWith(u"status-")) {
        const int status = QStringView(kind).sliced(7).toInt();
        becomePage(reply, status, QByteArray::number(status) + ' ' + reasonPhrase(status).toByteArray());
        if (status == 429)
            reply.retryAfter = "1";
    } else if (kind == u"html") {
        becomePage(reply, 200, "Scheduled maintenance");
    } else if (kind == u"empty-body") {
        reply.body.clear();
    } else if (kind == u"empty-object") {
        reply.body = "{}";
    } else if (kind == u"truncated-json") {
        reply.body.chop((reply.body.size() + 1) / 2);
    } else if (kind == u"wrong-content-type") {
        reply.contentType = "text/html;charset=utf-8";
    } else if (kind == u"uuid-number") {
        const QByteArray opening = "\"uuid\":\"";
        const qsizetype at = reply.body.indexOf(opening);
        if (at >= 0) {
            const qsizetype digits = at + opening.size();
            reply.body.remove(reply.body.indexOf('"', digits), 1);
            reply.body.remove(digits - 1, 1);
        }
    } else if (kind == u"content-length-long") {
        reply.declaredLength = reply.body.size() + 100;
    } else if (kind == u"content-length-short") {
        reply.declaredLength = reply.body.size() / 2;
    } else if (kind == u"unfinished-chunk") {
        reply.unfinishedChunk = true;
    }
}

void spoilResponse(const QString &kind, qsizetype headBytes, Response &response)
{
    if (kind == u"slow-first-byte") {
        response.delayMs += slowFirstByteMs;
    } else if (kind == u"slow-body") {
        response.bytesPerSecond = slowBytesPerSecond;
        response.paceFrom = headBytes;
    } else if (kind == u"close-before-headers") {
        response.cutAfter = 0;
    } else if (kind == u"close-in-headers") {
        response.cutAfter = headBytes / 2;
    } else if (kind == u"close-after-headers") {
        response.cutAfter = headBytes;
    } else if (kind == u"close-in-body") {
        response.cutAfter = headBytes + (response.bytes.size() - headBytes) / 2;
    } else if (kind == u"reset") {
        response.cutAfter = 0;
        response.reset = true;
    } else if (kind == u"content-length-long" || kind == u"content-length-short"
        || kind == u"unfinished-chunk") {
        response.close = true;
    }
}

} // namespace sandbox
