// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

// The options that make or change a call.

#include "cli/callinput.h"
#include "dcs/catalogue.h"
#include "dcs/decode.h"
#include "dcs/host.h"
#include "dcs/text.h"

#include <algorithm>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

dcs::Error usage(const QString &message, const QString &remedy = {})
{
    return {dcs::Errc::Usage, message, remedy, {}};
}

dcs::Result<void> addIdentities(const Arguments &arguments, dcs::Call &call)
{
    if (arguments.has("uuid"))
        dcs::addIdentity(call, {dcs::Identity::Kind::Uuid, {}, arguments.text("uuid")});
    if (arguments.has("mid"))
        dcs::addIdentity(call, {dcs::Identity::Kind::Mid, {}, arguments.text("mid")});
    for (const char *name : {"cid", "cid-ic"}) {
        const auto kind = qstrcmp(name, "cid") == 0 ? dcs::Identity::Kind::Cid : dcs::Identity::Kind::CidIc;
        for (const QByteArray &value : arguments.all(name)) {
            auto identity = dcs::readCustomerId(QString::fromUtf8(value), kind);
            if (!identity)
                return identity.error();
            dcs::addIdentity(call, *identity);
        }
    }
    return {};
}

dcs::Result<void> addParameters(const Arguments &arguments, dcs::Call &call)
{
    const dcs::Parameter::Place place = dcs::defaultPlace(call);
    for (const QByteArray &pair : arguments.all("param")) {
        const qsizetype equals = pair.indexOf('=');
        const QByteArray key = equals < 0 ? pair : pair.left(equals);
        if (key.isEmpty())
            return usage(
                u"--param is \"%1\", which is not KEY=VALUE."_s.arg(dcs::visible(QString::fromUtf8(pair))));
        // The fresh call has it already; it is set, not repeated.
        if (key == "d_rtbd") {
            dcs::setOption(call, u"d_rtbd"_s, QString::fromUtf8(pair.mid(key.size() + 1)));
            continue;
        }
        QByteArray wire = dcs::percentEncode(key);
        if (equals >= 0)
            wire += '=' + dcs::percentEncode(pair.mid(equals + 1));
        call.parameters.append({wire, place, true});
    }
    for (const QByteArray &wire : arguments.all("raw-param"))
        call.parameters.append({wire, place, true});
    return {};
}

dcs::Result<void> addHeaders(const Arguments &arguments, dcs::Call &call)
{
    for (const QByteArray &line : arguments.all("header")) {
        const qsizetype colon = line.indexOf(':');
        if (colon <= 0)
            return usage(u"--header is \"%1\", which is not NAME: VALUE."_s.arg(
                dcs::visible(QString::fromUtf8(line))));
        const QByteArray name = line.left(colon);
        const QByteArray value = line.mid(colon + 1).trimmed();
        if (name.compare("host", Qt::CaseInsensitive) == 0) {
            dcs::setHostHeader(call, value);
            continue;
        }
        const auto same
            = std::find_if(call.headers.begin(), call.headers.end(), [&](const dcs::Header &header) {
                  return header.name.compare(name, Qt::CaseInsensitive) == 0
                      && (name.compare("user-agent", Qt::CaseInsensitive) == 0
                          || name.compare("accept", Qt::CaseInsensitive) == 0
                          || name.compare("content-type", Qt::CaseInsensitive) == 0);
              });
        if (same != call.headers.end())
            *same = {name, value, true};
        else
            call.headers.append({name, value, true});
    }
    return {};
}

/// Options of which only one can be meant.
dcs::Result<void> checkConflicts(const Arguments &arguments)
{
    for (const auto &[one, other] :
        {std::pair("region", "direct"), std::pair("tls", "no-tls"), std::pair("sandbox", "connect-to")}) {
        if (arguments.has(one) && arguments.has(other))
            return usage(
                u"--%1 and --%2 contradict each other."_s.arg(QLatin1String(one), QLatin1String(other)),
                u"Leave one of them out."_s);
    }
    if (arguments.has("post") && arguments.has("method") && arguments.bytes("method") != "POST")
        return usage(u"--post and --method %1 contradict each other."_s.arg(
                         dcs::visible(arguments.text("method"), 40)),
            u"Leave one of them out."_s);
    return {};
}

dcs::Result<void> applyTarget(const Arguments &arguments, const dcs::Catalogue &catalogue, dcs::Call &call)
{
    if (arguments.has("alias")) {
        auto alias = dcs::readAlias(arguments.text("alias"));
        if (!alias)
            return alias.error();
        dcs::setAlias(call, *alias);
    }
    if (arguments.has("region")) {
        auto region = catalogue.findRegion(arguments.text("region"));
        if (!region)
            return region.error();
        dcs::setConnectHost(call, region->host);
    }
    if (arguments.has("direct")) {
        const QByteArray host = dcs::hostHeader(call);
        dcs::setConnectHost(call, dcs::splitPort(host).first.toByteArray());
    }
    if (arguments.has("no-tls") || arguments.has("tls")) {
        const bool tls = arguments.has("tls");
        if (call.port == (call.tls ? 443 : 80))
            call.port = tls ? 443 : 80;
        call.tls = tls;
    }
    return {};
}

} // namespace

dcs::Result<void> applyCallOptions(const Arguments &arguments, const Context &context, dcs::Call &call)
{
    if (auto done = checkConflicts(arguments); !done)
        return done.error();
    // The method first: it decides where new parameters go.
    if (arguments.has("post"))
        dcs::setMethod(call, "POST");
    if (arguments.has("method"))
        dcs::setMethod(call, arguments.bytes("method"));
    if (auto done = applyTarget(arguments, *context.catalogue, call); !done)
        return done.error();
    if (auto done = addIdentities(arguments, call); !done)
        return done.error();
    if (auto done = addParameters(arguments, call); !done)
        return done.error();
    if (auto done = addHeaders(arguments, call); !done)
        return done.error();
    if (arguments.has("body"))
        call.parameters += dcs::splitParameters(arguments.bytes("body"), dcs::Parameter::Place::Body);
    // A Host given as a header counts for --direct, too.
    if (arguments.has("direct"))
        return applyTarget(arguments, *context.catalogue, call);
    return {};
}

} // namespace cli
