// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "sandbox/reply.h"

namespace sandbox {

namespace {

// The simulator's own release, which the DCS header names; it changes when answers change.
constexpr QByteArrayView release = "1.0.0";

// Headers that every answer of the real servers carries (dcs-protocol 8.4).
constexpr QByteArrayView fixedHeaders
    = "Cache-Control: no-cache,no-store,must-revalidate,max-age=0,proxy-revalidate,no-transform,private\r\n"
      "Expires: Thu, 01 Jan 1970 00:00:00 GMT\r\n"
      "Pragma: no-cache\r\n"
      "P3P: policyref=\"/w3c/p3p.xml\", CP=\"NOI NID CURa ADMa DEVa PSAa PSDa OUR SAMa BUS PUR COM NAV "
      "INT\"\r\n";

constexpr char hexDigits[] = "0123456789abcdef";

void appendEscaped(QByteArray &out, unsigned char c)
{
    out += "\\u00";
    out += hexDigits[c >> 4];
    out += hexDigits[c & 15];
}

void appendCodes(QByteArray &out, const QList<CodedError> &errors)
{
    for (qsizetype i = 0; i < errors.size(); ++i) {
        if (i > 0)
            out += ',';
        out += QByteArray::number(errors[i].code);
    }
}

} // namespace

QByteArrayView reasonPhrase(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 302:
        return "Found";
    case 400:
        return "Bad Request";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 408:
        return "Request Timeout";
    case 413:
        return "Content Too Large";
    case 414:
        return "URI Too Long";
    case 417:
        return "Expectation Failed";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 500:
        return "Internal Server Error";
    case 501:
        return "Not Implemented";
    case 502:
        return "Bad Gateway";
    case 503:
        return "Service Unavailable";
    case 505:
        return "HTTP Version Not Supported";
    }
    return "Unknown";
}

void appendJsonString(QByteArray &out, QByteArrayView text, bool forScript)
{
    out += '"';
    for (qsizetype i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += text[i];
        } else if (c < 0x20 || c == 0x7f || (forScript && c == '<')) {
            appendEscaped(out, c);
        } else if (forScript && text.sliced(i).startsWith("\xe2\x80\xa8")) {
            out += "\\u2028";
            i += 2;
        } else if (forScript && text.sliced(i).startsWith("\xe2\x80\xa9")) {
            out += "\\u2029";
            i += 2;
        } else {
            out += text[i];
        }
    }
    out += '"';
}

void appendJsonErrors(QByteArray &out, const QList<CodedError> &errors, bool forScript)
{
    out += '[';
    for (qsizetype i = 0; i < errors.size(); ++i) {
        out += i > 0 ? ",{\"code\":" : "{\"code\":";
        out += QByteArray::number(errors[i].code);
        out += ",\"msg\":";
        appendJsonString(out, errors[i].message, forScript);
        out += '}';
    }
    out += ']';
}

QByteArray pixel()
{
    static const QByteArray bytes
        = QByteArray::fromBase64("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==");
    return bytes;
}

QByteArray headerSafe(QByteArrayView url)
{
    QByteArray out;
    out.reserve(url.size());
    for (const char c : url) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte > 0x20 && byte < 0x7f) {
            out += c;
        } else {
            out += '%';
            out += char(QChar::toUpper(uint(hexDigits[byte >> 4])));
            out += char(QChar::toUpper(uint(hexDigits[byte & 15])));
        }
    }
    return out;
}

QByteArray write(const Reply &reply, const HeadFacts &facts, qsizetype &headBytes)
{
    QByteArray out;
    out.reserve(1100 + reply.body.size() + reply.location.size());
    out += "HTTP/1.1 ";
    out += QByteArray::number(reply.status);
    out += ' ';
    out += reasonPhrase(reply.status);
    out += "\r\nDate: ";
    out += facts.date;
    out += "\r\n";
    out += fixedHeaders;
    // Strict-Transport-Security over clear text would be ignored, and a lie (RFC 6797).
    if (facts.tls)
        out += "Strict-Transport-Security: max-age=31536000; includeSubDomains\r\n";
    if (reply.isRedirect()) {
        out += "Vary: Origin\r\n";
    } else {
        out += "Vary: Origin, Accept-Encoding, User-Agent\r\nDCS: dcs-sandbox-";
        out += facts.regionLabel;
        out += "-1.sandbox ";
        out += release;
        out += ' ';
        out += QByteArray::number(facts.processingMs);
        out += " ms\r\n";
    }
    out += "X-TID: ";
    out += facts.tid;
    out += "\r\n";
    if (!reply.errors.isEmpty()) {
        out += "X-Error: ";
        appendCodes(out, reply.errors);
        out += "\r\n";
    }
    if (!facts.origin.isEmpty()) {
        out += "Access-Control-Allow-Origin: ";
        out += facts.origin;
        out += "\r\nAccess-Control-Allow-Credentials: true\r\n";
    }
    if (!reply.allow.isEmpty()) {
        out += reply.status == 405 ? "Allow: " : "Access-Control-Allow-Methods: ";
        out += reply.allow;
        out += "\r\n";
    }
    if (!reply.retryAfter.isEmpty()) {
        out += "Retry-After: ";
        out += reply.retryAfter;
        out += "\r\n";
    }
    if (!reply.location.isEmpty()) {
        out += "Location: ";
        out += reply.location;
        out += "\r\n";
    }
    for (const QByteArray &cookie : reply.cookies) {
        out += "Set-Cookie: ";
        out += cookie;
        out += "\r\n";
    }
    if (!reply.contentType.isEmpty()) {
        out += "Content-Type: ";
        out += reply.contentType;
        out += "\r\n";
    }
    if (reply.unfinishedChunk) {
        out += "Transfer-Encoding: chunked\r\n";
    } else {
        out += "Content-Length: ";
        out += QByteArray::number(reply.declaredLength.value_or(reply.body.size()));
        out += "\r\n";
    }
    out += facts.keepAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
    headBytes = out.size();
    if (!facts.isHead) {
        if (reply.unfinishedChunk)
            out += QByteArray::number(reply.body.size(), 16) + "\r\n";
        out += reply.body;
    }
    return out;
}

} // namespace sandbox
