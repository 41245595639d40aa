// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "sandbox/endpoints.h"

#include "dcs/text.h"

namespace sandbox {

using namespace Qt::StringLiterals;

namespace {

/// A cookie's value, how long it lives and where it goes.
struct Cookie {
    QByteArrayView name;
    QByteArrayView value;
    QByteArrayView domain;
    qint64 lifeSeconds = cookieLifeSeconds;
};

QByteArray written(const Cookie &cookie, const Visit &visit, State &state)
{
    QByteArray out;
    out += cookie.name;
    out += '=';
    out += cookie.value;
    out += "; Max-Age=";
    out += QByteArray::number(cookie.lifeSeconds);
    out += "; Expires=";
    out += cookie.lifeSeconds == cookieLifeSeconds
        ? state.cookieExpiry(visit.arrival.now)
        : State::httpDate(visit.arrival.now.addSecs(cookie.lifeSeconds));
    out += "; Path=/; Domain=";
    out += cookie.domain;
    // A browser drops a Secure cookie that comes over clear text.
    out += visit.arrival.tls ? "; Secure; SameSite=None" : "; SameSite=None";
    return out;
}

} // namespace

Reply answer(const Visit &visit, const QByteArray &object)
{
    Reply reply;
    if (!visit.wantsJson) {
        reply.contentType = "image/gif";
        reply.body = pixel();
    } else if (visit.isJsonp()) {
        reply.contentType = "application/javascript;charset=utf-8";
        reply.body = visit.callback + '(' + object + ");";
    } else {
        reply.contentType = "application/json;charset=utf-8";
        reply.body = object;
    }
    return reply;
}

Reply refusal(const Visit &visit)
{
    const bool isId = visit.path.startsWith("/id");
    QByteArray object = isId ? "{\"d_mid\":null" : "{\"errors\":";
    if (!isId)
        appendJsonErrors(object, visit.errors, visit.isJsonp());
    appendNumber(object, "dcs_region", visit.moment.region);
    if (isId) {
        object += ",\"error_message\":";
        appendJsonErrors(object, visit.errors, visit.isJsonp());
    }
    appendText(object, "tid", visit.tid, false);
    object += '}';
    return answer(visit, object);
}

Reply plainText(int status, const QByteArray &text)
{
    Reply reply;
    reply.status = status;
    reply.contentType = "text/plain;charset=utf-8";
    reply.body = text;
    return reply;
}

Reply redirect(const QByteArray &target)
{
    Reply reply;
    reply.status = 302;
    reply.location = headerSafe(target);
    return reply;
}

void appendNumber(QByteArray &out, QByteArrayView key, qint64 number)
{
    out += out.endsWith('{') ? "\"" : ",\"";
    out += key;
    out += "\":";
    out += QByteArray::number(number);
}

void appendText(QByteArray &out, QByteArrayView key, QByteArrayView text, bool forScript)
{
    out += out.endsWith('{') ? "\"" : ",\"";
    out += key;
    out += "\":";
    appendJsonString(out, text, forScript);
}

void appendIdSyncs(QByteArray &out, const Visit &visit, const User &user)
{
    const QString container = visit.option(u"d_nsid") ? visit.optionText(u"d_nsid") : u"0"_s;
    out += ",\"ibs\":[";
    bool isFirst = true;
    for (const IdSync &sync : visit.partner->idSyncs) {
        if (sync.container != container)
            continue;
        out += isFirst ? "{" : ",{";
        isFirst = false;
        appendText(out, "id", sync.id, visit.isJsonp());
        appendNumber(out, "ttl", sync.ttlMinutes);
        appendText(out, "tag", sync.tag, visit.isJsonp());
        out += ",\"url\":[";
        for (qsizetype i = 0; i < sync.urls.size(); ++i) {
            QByteArray url = sync.urls[i];
            url.replace("%did%", user.uuid);
            if (i > 0)
                out += ',';
            appendJsonString(out, url, visit.isJsonp());
        }
        out += "],\"fireURLSync\":1,\"syncOnPage\":0}";
    }
    out += ']';
}

QByteArray demdexCookie(const Visit &visit, State &state, const QByteArray &uuid)
{
    return written({"demdex", uuid, ".demdex.net"}, visit, state);
}

QByteArray optedOutCookie(const Visit &visit, State &state, QByteArrayView name)
{
    constexpr qint64 tenYears = qint64(10) * 365 * 86400;
    return written({name, "NOTARGET", ".demdex.net", tenYears}, visit, state);
}

void addCookies(const Visit &visit, State &state, const QByteArray &uuid, Reply &reply)
{
    if (uuid.isEmpty() || visit.isCoppa() || state.world.cookies == CookieRule::Never)
        return;
    if (state.world.cookies == CookieRule::Documented) {
        // A server that passes d_uuid keeps no cookie jar, and /id answers the mobile SDK without one.
        const bool namesUser = visit.identity(dcs::Identity::Kind::Uuid) || visit.path.startsWith("/id");
        if (namesUser && !visit.isBrowser)
            return;
        // A redirect only brings the cookie to a browser that has none yet.
        if (reply.isRedirect() && (!visit.isBrowser || !visit.cookieUser.isEmpty()))
            return;
    }
    reply.cookies.append(demdexCookie(visit, state, uuid));
    if (visit.label == "dpm")
        reply.cookies.append(written({"dpm", uuid, ".dpm.demdex.net"}, visit, state));
}

Reply answerOptions(const Visit &visit)
{
    Reply reply;
    if (!visit.origin.isEmpty())
        reply.allow = "GET, POST, OPTIONS";
    return reply;
}

Reply answerDestinationPage(Visit &visit)
{
    if (!visit.partner) {
        visit.errors.clear();
        return plainText(404, "No partner of the sandbox has this host.\n");
    }
    Reply reply;
    reply.contentType = "text/html;charset=utf-8";
    reply.body
        = "<!DOCTYPE html>\n<html><head><title>Destination publishing</title></head>"
          "<body><p>In a browser this page would fire ID syncs and URL destinations.</p></body></html>\n";
    return reply;
}

} // namespace sandbox
