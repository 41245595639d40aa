// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

// Readers of others that do not send: what they understand of our files is compared with what we meant.
#include "interop/codeexport.h"
#include "interop/curl.h"
#include "interop/har.h"
#include "interop/peers.h"
#include "interop/samplecall.h"
#include "support/print.h"
#include "support/temporaryfolder.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <gtest/gtest.h>

namespace {

/// Header lines of a call but Content-Length, without the case of their names.
QList<QByteArray> headerLines(const dcs::Call &call)
{
    QList<QByteArray> out;
    for (const dcs::Header &header : call.headers) {
        if (header.sent && header.name.toLower() != "content-length")
            out.append(header.name.toLower() + ": " + header.value);
    }
    std::sort(out.begin(), out.end());
    return out;
}

dcs::Call callToTheDcs(bool post)
{
    dcs::Call call = sampleCall(443, post);
    call.connectHost = "usw2.demdex.net";
    call.tls = true;
    return call;
}

} // namespace

// Our line becomes a HAR there, which is read here.
TEST(Curlconverter, UnderstandsOurCurlLines)
{
    if (Peers::folder().isEmpty())
        return;
    const TemporaryFolder folder;
    folder.write(QStringLiteral("convert.cjs"),
        "import('curlconverter').then(({ toHarString }) => "
        "console.log(toHarString(require('fs').readFileSync('line.sh', 'utf8'))));\n");
    // An import() looks beside the file, not in NODE_PATH.
    QFile::link(
        Peers::folder() + QStringLiteral("/node_modules"), folder.path(QStringLiteral("node_modules")));
    for (const bool post : {false, true}) {
        const dcs::Call call = callToTheDcs(post);
        folder.write(QStringLiteral("line.sh"), interop::writeCurl(wireOf(call), {}));

        const Peers::Run run = Peers::run(Peers::node(), {QStringLiteral("convert.cjs")}, folder.path());

        ASSERT_EQ(run.exitCode, 0) << run.errors.toStdString();
        const auto har = interop::readHar(run.out);
        ASSERT_TRUE(har.has_value()) << run.out.toStdString();
        ASSERT_EQ(har->entries.size(), 1) << run.out.toStdString();
        const dcs::Call &read = har->entries.first().call;
        EXPECT_EQ(dcs::url(read), dcs::url(call));
        EXPECT_EQ(read.method, call.method);
        EXPECT_EQ(dcs::body(read), dcs::body(call));
        EXPECT_EQ(headerLines(read), headerLines(call));
    }
}

// It adds the second of two equal keys once more, and a + in its other spelling; so the calls here have
// neither.
TEST(HarToK6, MakesTheSameCallsOfOurHar)
{
    if (Peers::folder().isEmpty())
        return;
    const TemporaryFolder folder;
    QList<dcs::Exchange> exchanges;
    QByteArray url;
    for (const bool post : {false, true}) {
        dcs::Call call = callToTheDcs(post);
        call.parameters.removeIf([](const dcs::Parameter &parameter) {
            return parameter.wire == "c_l=d" || parameter.wire == "c_plus=a+b";
        });
        url = dcs::url(call);
        dcs::Exchange exchange;
        exchange.request = wireOf(call);
        exchange.startedAt = QDateTime::currentDateTimeUtc();
        exchanges.append(exchange);
    }
    folder.write(QStringLiteral("calls.har"), interop::writeHar(exchanges));

    const Peers::Run run = Peers::bin(QStringLiteral("har-to-k6"),
        {QStringLiteral("calls.har"), QStringLiteral("-o"), QStringLiteral("calls.mjs")}, folder.path());

    ASSERT_EQ(run.exitCode, 0) << run.out.toStdString() << run.errors.toStdString();
    const QByteArray script = folder.read(QStringLiteral("calls.mjs"));
    EXPECT_EQ(script.count('"' + url + '"'), 2) << script.toStdString();
    EXPECT_EQ(script.count("Host: 'acme.demdex.net'"), 2) << script.toStdString();
    EXPECT_TRUE(script.contains("'c_body=1%01\\'\"\\\\&c_utf8=\xc3\xa9'")) << script.toStdString();
}

// No C# of 2021 or later is to be had on Debian 12, so that the program is parsed, not run.
TEST(TreeSitter, FindsNoFaultInOurCSharp)
{
    if (Peers::folder().isEmpty())
        return;
    const TemporaryFolder folder;
    folder.write(QStringLiteral("parse.js"),
        "const Parser = require('tree-sitter');\n"
        "const parser = new Parser();\n"
        "parser.setLanguage(require('tree-sitter-c-sharp'));\n"
        "const tree = parser.parse(require('fs').readFileSync('Call.cs', 'utf8'));\n"
        "console.log(tree.rootNode.hasError ? tree.rootNode.toString() : 'fine');\n");
    dcs::SendOptions options;
    options.insecure = true;
    for (const bool post : {false, true}) {
        const QByteArray code
            = interop::writeCode(wireOf(callToTheDcs(post)), options, interop::Language::CSharp);
        for (const bool broken : {false, true}) {
            folder.write(QStringLiteral("Call.cs"), broken ? QByteArray(code).replace(");", ")") : code);

            const Peers::Run run = Peers::run(Peers::node(), {QStringLiteral("parse.js")}, folder.path());

            EXPECT_EQ(run.exitCode, 0) << run.errors.toStdString();
            EXPECT_EQ(run.out == "fine\n", !broken) << run.out.toStdString() << code.toStdString();
        }
    }
}
