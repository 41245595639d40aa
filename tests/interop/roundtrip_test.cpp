// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/catalogue.h"
#include "dcs/decode.h"
#include "dcs/encode.h"
#include "interop/exportcall.h"
#include "interop/importcalls.h"
#include "support/generate.h"
#include "support/print.h"

#include <gtest/gtest.h>

namespace {

using Place = dcs::Parameter::Place;

/// Every printable byte that a target may have, as text; { and } would name variables.
QByteArray targetBytes()
{
    QByteArray out;
    for (char c = '!'; c <= '~'; ++c) {
        if (c != '#' && c != '{' && c != '}')
            out += c;
    }
    return out;
}

QByteArray parameterOf(Generate &generate)
{
    static const QByteArray noPair = targetBytes().replace("&", "");
    QByteArray wire = generate.text(noPair, 6);
    if (generate.chance(70))
        wire += '=' + generate.text(noPair, 12);
    return wire;
}

dcs::Call callOf(Generate &generate)
{
    dcs::Call call = dcs::newCall("acme", generate.chance(80) ? "usw2.demdex.net" : "127.0.0.1");
    call.tls = generate.chance(80);
    call.port = generate.chance(80) ? (call.tls ? 443 : 80) : 8443;
    call.parameters.clear();
    for (int n = generate.number(0, 6); n > 0; --n)
        call.parameters.append({parameterOf(generate), Place::Query, true});
    for (int n = generate.number(0, 2); n > 0; --n)
        call.headers.append({"X-" + generate.text("abcXYZ09", 5, 1),
            'x' + generate.text("abc019 _-.:;=,\"'\\$%^&`|~!?", 12) + 'x', true});
    if (generate.chance(60)) {
        call.method = generate.chance(80) ? "POST" : "PUT";
        const bool form = generate.chance(60);
        call.headers.append(
            {"Content-Type", form ? "application/x-www-form-urlencoded" : "application/json", true});
        if (form) {
            for (int n = generate.number(1, 4); n > 0; --n)
                call.parameters.append({"c_" + parameterOf(generate), Place::Body, true});
        } else {
            call.opaqueBody = "{\"a\": \"" + generate.text("abc019 ,:'%&", 20) + "\"}";
        }
    }
    return call;
}

} // namespace

// Whatever program a call goes to, what comes back out of its file is the same request, byte for byte.
TEST(RoundTrip, ThroughEveryFormatThatIsReadAndWritten)
{
    Generate generate;
    const auto &catalogue = dcs::Catalogue::builtIn();
    for (int round = 0; round < 400; ++round) {
        interop::ExportedCall exported;
        exported.call = callOf(generate);
        exported.preset.name = QStringLiteral("call");
        exported.preset.title = exported.preset.name;
        exported.preset.call = exported.call;
        const auto sent = dcs::encode(exported.call);
        if (!sent)
            continue;
        for (const char *name : {"curl", "curl-cmd", "curl-powershell", "har", "postman", "http"}) {
            const auto text = interop::exportCall(*interop::exportFormat(name), exported);
            ASSERT_TRUE(text.has_value()) << name << text.error().message.toStdString();

            const auto read = interop::importCalls(*text, interop::recogniseFormat(*text), catalogue);

            ASSERT_TRUE(read.has_value()) << name << '\n' << text->toStdString();
            ASSERT_EQ(read->calls.size(), 1) << name << '\n' << text->toStdString();
            const auto again = dcs::encode(read->calls.first().preset.call);
            ASSERT_TRUE(again.has_value()) << name << '\n' << text->toStdString();
            EXPECT_EQ(again->bytes.toStdString(), sent->bytes.toStdString()) << name << '\n'
                                                                             << text->toStdString();
            EXPECT_EQ(again->host, sent->host) << name;
            EXPECT_EQ(again->port, sent->port) << name;
            EXPECT_EQ(again->tls, sent->tls) << name;
        }
        if (HasFailure())
            return; // one case is enough to look at
    }
}
