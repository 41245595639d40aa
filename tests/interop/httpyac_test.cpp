// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "interop/bytelogger.h"
#include "interop/httpfile.h"
#include "interop/peers.h"
#include "interop/sentrequest.h"
#include "support/generate.h"
#include "support/temporaryfolder.h"

#include <gtest/gtest.h>

using interop::HttpFile;
using interop::Preset;

namespace {

using Place = dcs::Parameter::Place;

// What httpyac adds by itself (measured with 6.16.7).
const QList<QByteArray> added{
    "accept", "accept-encoding", "connection", "content-length", "user-agent", "content-type"};

Preset presetTo(quint16 port, const QString &title)
{
    Preset preset;
    preset.title = title;
    preset.call = dcs::newCall("acme", "127.0.0.1");
    preset.call.tls = false;
    preset.call.port = port;
    return preset;
}

/// httpyac writes ' as %27 in a target and encodes what is no URL byte in both; the presets here leave these
/// out.
QByteArray wire(Generate &generate)
{
    QByteArray out = generate.text("abcXYZ019_%-.~=+,:@/?!$*();", 10);
    // A '%' that stands alone is what the DCS calls error 311; httpyac mends it, so it cannot be compared.
    return out.replace("%", "%2b");
}

QList<QByteArray> run(const QList<Preset> &presets, ByteLogger &logger)
{
    const TemporaryFolder folder;
    HttpFile file = HttpFile::parse({});
    for (const Preset &preset : presets)
        file.append(preset);
    folder.write(QStringLiteral("presets.http"), file.bytes());
    const Peers::Run run = Peers::bin(QStringLiteral("httpyac"),
        {QStringLiteral("send"), QStringLiteral("presets.http"), QStringLiteral("--all"),
            QStringLiteral("--output"), QStringLiteral("none")},
        folder.path());
    EXPECT_EQ(run.exitCode, 0) << run.out.toStdString() << run.errors.toStdString()
                               << file.bytes().toStdString();
    return logger.take();
}

void expectSameFromHttpyac(const QList<Preset> &presets, ByteLogger &logger)
{
    const QList<QByteArray> sent = run(presets, logger);
    ASSERT_EQ(sent.size(), presets.size());
    for (qsizetype i = 0; i < sent.size(); ++i) {
        SCOPED_TRACE(interop::writePreset(presets.at(i)).toStdString());
        expectSent(sent.at(i), presets.at(i).call, added);
    }
}

} // namespace

TEST(Httpyac, SendsWhatAPresetSays)
{
    if (Peers::folder().isEmpty())
        return;
    ByteLogger logger;
    QList<Preset> presets;

    Preset plain = presetTo(logger.port(), QStringLiteral("Plain"));
    presets.append(plain);

    Preset bare = presetTo(logger.port(), QStringLiteral("Bare keys"));
    bare.call.parameters = {{"flag", Place::Query, true}, {"off", Place::Query, false},
        {"d_rtbd=json", Place::Query, true}, {"c_x=%01%2B%2b", Place::Query, false},
        {"other", Place::Query, true}, {"", Place::Query, true}, {"c_l=a,b", Place::Query, true},
        {"c_l=d", Place::Query, true}, {"c_cid=123%01a%2Bb%3Dc%011", Place::Query, true}};
    presets.append(bare);

    Preset told = presetTo(logger.port(), QStringLiteral("Everything & more #1"));
    told.name = QStringLiteral("everything");
    told.comments = {QStringLiteral("Why this is here: &x=1"), QStringLiteral("@me is no directive"), {}};
    told.expectations = {QStringLiteral("status == 200"), QStringLiteral("json $.dcs_region == 9")};
    told.captures = {QStringLiteral("user = uuid")};
    told.options.timeout = std::chrono::milliseconds(10000);
    told.options.connectTo = dcs::HostPort{QStringLiteral("127.0.0.1"), logger.port()};
    told.options.cookies = dcs::SendOptions::Cookies::Off;
    told.options.proxy.kind = dcs::SendOptions::Proxy::Kind::None;
    told.options.caFile = QStringLiteral("/no/such/ca.pem");
    told.call.headers.append({"X-Off", "1", false});
    told.call.headers.append({"X-On", "a: b; c=\"d\"", true});
    presets.append(told);

    Preset post = presetTo(logger.port(), QStringLiteral("Form"));
    post.call.method = "POST";
    post.call.headers.append({"Content-Type", "application/x-www-form-urlencoded", true});
    post.call.parameters = {{"q=1", Place::Query, true}, {"d_rtbd=json", Place::Body, true},
        {"c_off=1", Place::Body, false}, {"flag", Place::Body, true}, {"c_x=%01%2b", Place::Body, true},
        {"", Place::Body, true}, {"z=", Place::Body, true}};
    presets.append(post);

    Preset json = presetTo(logger.port(), QStringLiteral("JSON"));
    json.call.method = "POST";
    json.call.headers.append({"Content-Type", "application/json", true});
    json.call.opaqueBody = "{\n  \"a\": \"b\"\n}";
    presets.append(json);

    Preset sync = presetTo(logger.port(), QStringLiteral("Sync"));
    sync.call.path = "/ibs:";
    sync.call.parameters
        = {{"dpid=1", Place::Path, true}, {"off=1", Place::Path, false}, {"dpuuid=2", Place::Path, true}};
    presets.append(sync);

    expectSameFromHttpyac(presets, logger);
}

TEST(Httpyac, SendsGeneratedPresetsAsWeDo)
{
    if (Peers::folder().isEmpty())
        return;
    Generate generate;
    ByteLogger logger;
    QList<Preset> presets;
    for (int round = 0; round < 40; ++round) {
        Preset preset = presetTo(logger.port(), QStringLiteral("generated %1").arg(round));
        preset.call.parameters.clear();
        for (int n = generate.number(0, 8); n > 0; --n)
            preset.call.parameters.append({generate.chance(60) ? "c_x=" + wire(generate) : wire(generate),
                Place::Query, generate.chance(75)});
        preset.call.parameters.removeIf([](const dcs::Parameter &p) { return p.wire.isEmpty() && !p.sent; });
        // A '?' with nothing behind it does not outlive Node's URL class.
        if (dcs::query(preset.call).isEmpty())
            preset.call.parameters.clear();
        if (generate.chance(40)) {
            preset.call.method = "POST";
            preset.call.headers.append({"Content-Type", "application/x-www-form-urlencoded", true});
            preset.call.parameters.append({"c_first=1", Place::Body, true});
            for (int n = generate.number(0, 5); n > 0; --n)
                preset.call.parameters.append({"c_y=" + wire(generate), Place::Body, generate.chance(75)});
        }
        presets.append(preset);
    }
    expectSameFromHttpyac(presets, logger);
}

TEST(Httpyac, TakesVariablesFromTheEnvironmentFiles)
{
    if (Peers::folder().isEmpty())
        return;
    ByteLogger logger;
    const TemporaryFolder folder;
    folder.write(QStringLiteral("http-client.env.json"),
        "{\"staging\": {\"base\": \"http://" + logger.authority() + "\", \"alias\": \"acme\"}}");
    folder.write(QStringLiteral("http-client.private.env.json"), "{\"staging\": {\"user\": \"42\"}}");
    Preset preset;
    preset.title = QStringLiteral("Variables");
    preset.call = dcs::newCall("acme", "{{base}}");
    dcs::setHostHeader(preset.call, "{{alias}}.demdex.net");
    preset.call.parameters.append({"d_uuid={{user}}", Place::Query, true});
    QByteArray text = interop::writePreset(preset);
    EXPECT_TRUE(text.contains("GET https://{{base}}/event")) << text.toStdString();
    text.replace("https://{{base}}", "{{base}}");
    folder.write(QStringLiteral("v.http"), text);

    const Peers::Run run = Peers::bin(QStringLiteral("httpyac"),
        {QStringLiteral("send"), QStringLiteral("v.http"), QStringLiteral("--all"), QStringLiteral("-e"),
            QStringLiteral("staging"), QStringLiteral("--output"), QStringLiteral("none")},
        folder.path());

    EXPECT_EQ(run.exitCode, 0) << run.out.toStdString() << run.errors.toStdString();
    const QList<QByteArray> sent = logger.take();
    ASSERT_EQ(sent.size(), 1);
    EXPECT_TRUE(sent.first().startsWith("GET /event?d_rtbd=json&d_uuid=42 HTTP/1.1\r\n"))
        << sent.first().toStdString();
    EXPECT_TRUE(sent.first().toLower().contains("host: acme.demdex.net\r\n")) << sent.first().toStdString();
}
