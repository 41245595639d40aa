// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/decode.h"
#include "interop/httpfile.h"
#include "support/generate.h"
#include "support/print.h"

#include <gtest/gtest.h>

using interop::HttpFile;
using interop::Preset;

namespace {

using Place = dcs::Parameter::Place;

const QByteArray sample = "@host = usw2.demdex.net\n"
                          "\n"
                          "### Famous popstar\n"
                          "# @name popstar\n"
                          "# Asked for by the mobile team.\n"
                          "# @expect status == 200\n"
                          "# @capture user = uuid\n"
                          "# @connect-to 127.0.0.1:8080\n"
                          "GET https://{{host}}/event\n"
                          "    ?d_rtbd=json\n"
                          "    # the deprecated pair\n"
                          "    # &d_dpid=1\n"
                          "    &c_e=&flag\n"
                          "    &c_x=123%01a%2Bb\n"
                          "Host: acme.demdex.net\n"
                          "# @off X-Debug: 1\n"
                          "\n"
                          "### Post\n"
                          "POST https://irl1.demdex.net/event HTTP/1.1\n"
                          "Host: acme.demdex.net\n"
                          "Content-Type: application/x-www-form-urlencoded\n"
                          "\n"
                          "d_rtbd=json\n"
                          "# &c_off=1\n"
                          "&c_y=2\n";

Preset presetOf(const QByteArray &text)
{
    const HttpFile file = HttpFile::parse(text);
    EXPECT_EQ(file.presets().size(), 1) << text.toStdString();
    return file.presets().value(0);
}

QList<QByteArray> wires(const dcs::Call &call)
{
    QList<QByteArray> out;
    for (const dcs::Parameter &parameter : call.parameters)
        out.append((parameter.sent ? "" : "-") + parameter.wire);
    return out;
}

/// Lines that the two texts do not share, counted in both.
int changedLines(const QByteArray &a, const QByteArray &b)
{
    QList<QByteArray> left = a.split('\n');
    QList<QByteArray> right = b.split('\n');
    int common = 0;
    for (const QByteArray &line : std::as_const(left)) {
        if (right.removeOne(line))
            ++common;
    }
    return int(left.size()) - common + int(right.size());
}

} // namespace

TEST(HttpFile, ReadsWhatTheDialectSays)
{
    const HttpFile file = HttpFile::parse(sample);

    ASSERT_EQ(file.presets().size(), 2);
    const Preset &first = file.presets().first();
    EXPECT_FALSE(first.error.has_value()) << first.error->message.toStdString();
    EXPECT_EQ(first.name, QStringLiteral("popstar"));
    EXPECT_EQ(first.title, QStringLiteral("Famous popstar"));
    EXPECT_EQ(first.comments,
        (QStringList{
            QStringLiteral("Asked for by the mobile team."), QStringLiteral("the deprecated pair")}));
    EXPECT_EQ(first.expectations, QStringList{QStringLiteral("status == 200")});
    EXPECT_EQ(first.captures, QStringList{QStringLiteral("user = uuid")});
    EXPECT_EQ(first.options.connectTo, (dcs::HostPort{QStringLiteral("127.0.0.1"), 8080}));
    EXPECT_EQ(first.line, 9);
    EXPECT_EQ(first.call.connectHost, "{{host}}");
    EXPECT_EQ(wires(first.call),
        (QList<QByteArray>{"d_rtbd=json", "-d_dpid=1", "c_e=", "flag", "c_x=123%01a%2Bb"}));
    EXPECT_EQ(
        first.call.headers, (QList<dcs::Header>{{"Host", "acme.demdex.net", true}, {"X-Debug", "1", false}}));
    EXPECT_EQ(file.variables().value(QStringLiteral("host")), QStringLiteral("usw2.demdex.net"));

    const Preset &second = file.presets().last();
    EXPECT_FALSE(second.error.has_value()) << second.error->message.toStdString();
    EXPECT_EQ(second.call.method, "POST");
    EXPECT_EQ(wires(second.call), (QList<QByteArray>{"d_rtbd=json", "-c_off=1", "c_y=2"}));
    EXPECT_EQ(second.call.parameters.last().place, Place::Body);
    EXPECT_EQ(file.indexOf(u"popstar"), 0);
    EXPECT_EQ(file.indexOf(u"Post"), 1);
    EXPECT_EQ(file.indexOf(u"nobody"), -1);
}

TEST(HttpFile, GivesEveryTextBackByteForByte)
{
    EXPECT_EQ(HttpFile::parse(sample).bytes(), sample);
    QByteArray crlf = sample;
    crlf.replace("\n", "\r\n");
    EXPECT_EQ(HttpFile::parse(crlf).bytes(), crlf);
    EXPECT_EQ(HttpFile::parse(crlf).presets().first().call, HttpFile::parse(sample).presets().first().call);

    Generate generate;
    QByteArray anyByte;
    for (int i = 0; i < 256; ++i)
        anyByte += char(i);
    for (int round = 0; round < 500; ++round) {
        const QByteArray bytes = generate.text(anyByte, 300);
        EXPECT_EQ(HttpFile::parse(bytes).bytes(), bytes);
    }
    QList<QByteArray> lines = sample.split('\n');
    lines += {"### x", "###", "GET {{url}}", "garbage", "{{", "}}", "> {% client %}", "< {%", "%}",
        "\xEF\xBB\xBF", "POST /x", "&a", "?b", "# &c", "# &c ^3", "# @off", "# @timeout x", "Host:", "\t",
        "HTTP/1.1 200 OK", "@", "@=", "# @name", "<", "/*"};
    for (int round = 0; round < 2000; ++round) {
        QByteArray soup;
        for (int n = generate.number(0, 20); n > 0; --n)
            soup += generate.pick(lines) + (generate.chance(80) ? "\n" : generate.chance(50) ? "\r\n" : "\r");
        HttpFile file = HttpFile::parse(soup);
        EXPECT_EQ(file.bytes(), soup);
        for (int i = 0; i < file.presets().size(); ++i)
            file.replace(i, file.presets().at(i));
        EXPECT_EQ(file.bytes(), soup);
    }
}

TEST(HttpFile, TouchesOnlyTheLineOfAChangedParameter)
{
    HttpFile file = HttpFile::parse(sample);
    Preset preset = file.presets().first();
    preset.call.parameters.last().wire = "c_x=other";

    file.replace(0, preset);

    EXPECT_EQ(changedLines(sample, file.bytes()), 2) << file.bytes().toStdString();
    EXPECT_EQ(file.presets().first().call, preset.call);
    EXPECT_TRUE(file.bytes().contains("    &c_x=other\n"));
}

TEST(HttpFile, SwitchesAParameterOffAndOnInItsPlace)
{
    HttpFile file = HttpFile::parse(sample);
    Preset preset = file.presets().first();
    for (const int index : {0, 2, 3, 4, 1}) {
        preset.call.parameters[index].sent = !preset.call.parameters[index].sent;
        file.replace(0, preset);
        EXPECT_EQ(wires(file.presets().first().call), wires(preset.call)) << file.bytes().toStdString();
        preset.call.parameters[index].sent = !preset.call.parameters[index].sent;
        file.replace(0, preset);
        EXPECT_EQ(wires(file.presets().first().call), wires(preset.call)) << file.bytes().toStdString();
    }
}

TEST(HttpFile, KeepsTheOtherBlocksWhenOneChanges)
{
    HttpFile file = HttpFile::parse(sample);
    Preset preset = file.presets().last();
    preset.title = QStringLiteral("Renamed");
    preset.expectations = {QStringLiteral("uuid exists"), QStringLiteral("no errors")};
    preset.options.timeout = std::chrono::milliseconds(1500);
    preset.options.cookies = dcs::SendOptions::Cookies::On;

    file.replace(1, preset);

    const QByteArray out = file.bytes();
    EXPECT_TRUE(out.startsWith(sample.left(sample.indexOf("### Post")))) << out.toStdString();
    EXPECT_EQ(file.presets().last().expectations, preset.expectations);
    EXPECT_EQ(file.presets().last().options, preset.options);
    EXPECT_EQ(file.presets().last().title, preset.title);

    file.replace(1, HttpFile::parse(sample).presets().last());
    EXPECT_EQ(file.presets().last().call, HttpFile::parse(sample).presets().last().call);
    EXPECT_FALSE(file.bytes().contains("@expect uuid exists")) << file.bytes().toStdString();
    EXPECT_FALSE(file.bytes().contains("@timeout")) << file.bytes().toStdString();
}

TEST(HttpFile, KeepsCarriageReturnsOfAWindowsFile)
{
    QByteArray crlf = sample;
    crlf.replace("\n", "\r\n");
    HttpFile file = HttpFile::parse(crlf);
    Preset preset = file.presets().first();
    preset.call.parameters.append({"c_new=1", Place::Query, true});
    preset.expectations.append(QStringLiteral("region == 9"));

    file.replace(0, preset);
    file.append(preset);

    EXPECT_EQ(file.bytes().count('\n'), file.bytes().count("\r\n"));
    EXPECT_EQ(file.presets().first().call, preset.call);
    EXPECT_EQ(file.presets().size(), 3);
}

TEST(HttpFile, ListsABrokenRequestWithItsLineAndReason)
{
    const QList<std::pair<QByteArray, int>> cases{
        {"### a\nGET https://usw2.demdex.net/event\nnonsense here\n", 3},
        {"\n\nhello world\n", 3},
        {"GET ftp://usw2.demdex.net/\n", 1},
        {"GET https://user@host/\n", 1},
        {"GET https://host:99999/\n", 1},
        {"WEBSOCKET wss://host/\n", 1},
        {"# @timeout soon\nGET https://host/\n", 1},
        {"# @connect-to nowhere\nGET https://host/\n", 1},
        {"POST https://host/\nContent-Type: application/x-www-form-urlencoded\n\na=1\nb=2\n", 5},
        {"POST https://host/\nContent-Type: application/json\n\n< ./body.json\n", 4},
        {QByteArray("GET https://host/\nX: a\0b\n", 25), 2},
        {"GET /event\nAccept: x\n", 1},
        {"\xFF\xFEG\0E\0T\0", 1},
    };
    for (const auto &[text, line] : cases) {
        const HttpFile file = HttpFile::parse(text);
        ASSERT_EQ(file.presets().size(), 1) << text.toStdString();
        const auto &error = file.presets().first().error;
        ASSERT_TRUE(error.has_value()) << text.toStdString();
        EXPECT_TRUE(error->message.startsWith(QStringLiteral("Line %1: ").arg(line)))
            << error->message.toStdString();
        EXPECT_FALSE(error->remedy.isEmpty());
        EXPECT_EQ(file.bytes(), text);
    }
}

TEST(HttpFile, ReadsWhatOtherProgramsWrite)
{
    const Preset rest = presetOf("GET https://usw2.demdex.net/event?a=1&b HTTP/1.1\nhost: acme.demdex.net\n");
    EXPECT_EQ(wires(rest.call), (QList<QByteArray>{"a=1", "b"}));
    EXPECT_EQ(dcs::hostHeader(rest.call), "acme.demdex.net");

    const Preset bare = presetOf("https://usw2.demdex.net:8443/event?a=1#there\n");
    EXPECT_EQ(bare.call.method, "GET");
    EXPECT_EQ(bare.call.port, 8443);
    EXPECT_EQ(bare.call.fragment, "#there");
    EXPECT_EQ(dcs::hostHeader(bare.call), "usw2.demdex.net:8443");

    const Preset relative = presetOf("GET /event?a=1\nHost: acme.demdex.net:8080\n");
    EXPECT_EQ(relative.call.connectHost, "acme.demdex.net");
    EXPECT_EQ(relative.call.port, 8080);
    EXPECT_FALSE(relative.call.tls);

    const Preset jetbrains = presetOf(
        "### x\n< {%\n  client.global.set('a', 1)\n%}\nGET {{base}}/event\n    ?a={{$randomInt 1 9}}\n\n"
        "> {%\n client.test('x', () => {})\n%}\n");
    EXPECT_FALSE(jetbrains.error.has_value()) << jetbrains.error->message.toStdString();
    EXPECT_EQ(wires(jetbrains.call), QList<QByteArray>{"a={{$randomInt 1 9}}"});

    const Preset json
        = presetOf("POST https://host/x\nContent-Type: application/json\n\n{\n  \"a\": 1\n}\n\n");
    EXPECT_EQ(json.call.opaqueBody, QByteArray("{\n  \"a\": 1\n}"));
}

TEST(HttpFile, AppendsRemovesAndMovesWholeBlocks)
{
    HttpFile file = HttpFile::parse("GET https://a/");
    file.append(presetOf("### second\nGET https://b/\n"));
    file.append(presetOf("### third\nGET https://c/\n"));
    ASSERT_EQ(file.presets().size(), 3) << file.bytes().toStdString();
    EXPECT_TRUE(file.bytes().startsWith("GET https://a/\n\n### second\n")) << file.bytes().toStdString();

    file.move(0, 2);
    ASSERT_EQ(file.presets().size(), 3) << file.bytes().toStdString();
    EXPECT_EQ(file.presets().at(2).call.connectHost, "a");
    EXPECT_EQ(file.presets().at(0).call.connectHost, "b");
    file.move(2, 0);
    EXPECT_EQ(file.presets().at(0).call.connectHost, "a");
    ASSERT_EQ(file.presets().size(), 3) << file.bytes().toStdString();

    file.remove(1);
    ASSERT_EQ(file.presets().size(), 2);
    EXPECT_EQ(file.presets().at(1).title, QStringLiteral("third"));
    file.remove(7);
    file.replace(-1, {});
    EXPECT_EQ(file.presets().size(), 2);
}

TEST(HttpFile, MovesAndCopiesTheBytesOfOneRequestAndLeavesTheRest)
{
    const QByteArray one = "GET https://a/\n# odd   comment\n\n";
    const QByteArray two = "### two\n#   @name  two\nGET   https://b/?x=1\n\n";
    const QByteArray three = "###   three  \nPOST https://c/\n\n{ \"a\" : 1 }\n";
    HttpFile file = HttpFile::parse(one + two + three);
    ASSERT_EQ(file.presets().size(), 3);
    EXPECT_EQ(file.text(1), two);
    EXPECT_EQ(file.text(3), QByteArray());

    EXPECT_EQ(file.insertText(1, file.text(1)), 1);
    EXPECT_EQ(file.bytes(), one + two + two + three);
    file.remove(1);
    EXPECT_EQ(file.bytes(), one + two + three);
    EXPECT_EQ(file.insertText(3, two), 3);
    EXPECT_EQ(file.bytes(), one + two + three + "\n" + two);
    EXPECT_EQ(file.insertText(0, three), 0) << "what was first needs its ### now";
    EXPECT_EQ(file.bytes(), three + "\n###\n" + one + two + three + "\n" + two);
    EXPECT_EQ(file.insertText(0, "# a comment alone\n"), -1);

    HttpFile empty = HttpFile::parse({});
    EXPECT_EQ(empty.insertText(0, one), 0);
    EXPECT_EQ(empty.bytes(), one);
    HttpFile withVariables = HttpFile::parse("@host = h\n\nGET https://{{host}}/\n");
    EXPECT_EQ(withVariables.insertText(0, two), 0);
    EXPECT_EQ(withVariables.bytes(), "@host = h\n\n" + two + "###\nGET https://{{host}}/\n");
    EXPECT_EQ(withVariables.variables().value(QStringLiteral("host")), QStringLiteral("h"));
}

TEST(HttpFile, GivesOddFilesBackAsTheyWereWhenSavedWithoutAnEdit)
{
    const QList<QByteArray> corpus{"", "\n", "\r\n", "# only a comment", "GET https://a/",
        "\xEF\xBB\xBFGET https://a/\n", "\xEF\xBB\xBF### t\r\nGET https://a/\r\n?x=1\r\n",
        "GET https://a/?c_x=caf\xE9\nX: caf\xE9\n\nbody caf\xE9", "### caf\xE9\n# caf\xE9\nGET https://a/\n",
        "GET https://a/\r\nX: 1\n\r\nbody\rwith\ncr\r\n",
        "\t GET https://a/ HTTP/1.1 \t\n  ?a=1\n\t&b=2  \nH :1\n",
        "### a\n### b\nGET https://b/\n###\n\n\n\n###\nGET https://c/",
        "@a = 1\n@b=2\n\n###\nGET {{a}}\n\n@c = 3\n", QByteArray("GET https://a/\n\0\n", 17),
        "\xFF\xFE"
        "G\0E\0T\0",
        "GET https://a/\n\n\n\n\n", "get https://a/ http/2\nhost:x\nHOST: y\n",
        "// c\n# @expect status == 200\n# @expect nonsense\nGET https://a/\n# tail",
        "POST https://a/\nContent-Type: application/x-www-form-urlencoded\n\na=1&b=2\n&c=3 \n# &d=4\n",
        "GET https://a/\n\n> {% x %}\n<> old.json\n", "no request at all\njust text\n"};
    for (const QByteArray &bytes : corpus) {
        HttpFile file = HttpFile::parse(bytes);
        for (int i = 0; i < file.presets().size(); ++i)
            file.replace(i, file.presets().at(i));
        EXPECT_EQ(file.bytes(), bytes) << bytes.toPercentEncoding().toStdString();
        // An edit of one request leaves every byte of the others.
        if (file.presets().size() > 1 && bytes.endsWith(file.text(int(file.presets().size()) - 1))) {
            const QByteArray last = file.text(int(file.presets().size()) - 1);
            Preset changed = file.presets().last();
            changed.call.parameters.append({"c_new=1", Place::Query, true});
            file.replace(int(file.presets().size()) - 1, changed);
            EXPECT_TRUE(file.bytes().startsWith(bytes.chopped(last.size())))
                << bytes.toPercentEncoding().toStdString();
        }
    }
}

TEST(HttpFile, AppendsTenThousandRequestsInTheTimeOfTen)
{
    const Preset one
        = presetOf("### one\n# @name one\nGET https://usw2.demdex.net/event\n    ?d_rtbd=json\n    &c_x=1\n");
    HttpFile file = HttpFile::parse("@host = h\r\n\r\nGET https://a/");
    for (int i = 0; i < 10'000; ++i)
        file.append(one);

    const HttpFile again = HttpFile::parse(file.bytes());
    ASSERT_EQ(file.presets().size(), 10'001);
    ASSERT_EQ(again.presets().size(), 10'001);
    for (const int i : {0, 1, 5'000, 10'000}) {
        EXPECT_EQ(file.presets().at(i).line, again.presets().at(i).line) << i;
        EXPECT_EQ(file.presets().at(i).call, again.presets().at(i).call) << i;
    }
    EXPECT_EQ(file.variables(), again.variables());
}

TEST(WritePreset, KeepsBareKeysOffLinesOfTheirOwn)
{
    Preset preset;
    preset.title = QStringLiteral("Bare");
    preset.call = dcs::newCall("acme", "usw2.demdex.net");
    preset.call.parameters = {{"flag", Place::Query, true}, {"off", Place::Query, false},
        {"a=1", Place::Query, true}, {"x=2", Place::Query, false}, {"two", Place::Query, true},
        {"", Place::Query, true}, {"=v", Place::Query, true}, {"k(=1", Place::Query, true},
        {"k:y=1", Place::Query, true}, {"b=2", Place::Query, true}};

    const QByteArray text = interop::writePreset(preset);

    EXPECT_EQ(presetOf(text).call, preset.call) << text.toStdString();
    for (const QByteArray &line : text.split('\n')) {
        if (!line.startsWith("    &") && !line.startsWith("    ?"))
            continue;
        const QByteArray first = line.trimmed().mid(1).split('&').first();
        EXPECT_TRUE(first.indexOf('=') > 0) << text.toStdString();
    }
}

namespace {

Preset anyPreset(Generate &generate)
{
    static const QByteArray alphabet("abcd_%0123456789=.,+'|()?{}~*:@/\"<>!$[]\xc3\xa9");
    Preset preset;
    preset.title = QString::fromLatin1(generate.text("abc -", 10)).trimmed();
    preset.call = dcs::newCall("acme", "usw2.demdex.net");
    preset.call.parameters.clear();
    preset.call.tls = generate.chance(70);
    preset.call.port = generate.chance(70) ? (preset.call.tls ? 443 : 80) : 8443;
    const bool post = generate.chance(40);
    if (post) {
        preset.call.method = "POST";
        preset.call.headers.append({"Content-Type", "application/x-www-form-urlencoded", true});
    }
    const bool sync = !post && generate.chance(15);
    if (sync)
        preset.call.path = "/ibs:";
    for (int n = generate.number(0, 9); n > 0; --n) {
        QByteArray wire = generate.text(alphabet, 8);
        if (generate.chance(60))
            wire = "c_" + generate.text("xyz", 3) + '=' + wire;
        wire.replace("{{", "{").replace("}}", "}").replace("://", ":");
        if (sync)
            wire.replace("?", "");
        const bool sent = generate.chance(70);
        if (wire.isEmpty() && (!sent || sync)) // "/ibs:" with one empty piece is "/ibs:" with none
            continue;
        preset.call.parameters.append({wire, sync ? Place::Path : Place::Query, sent});
    }
    if (post) {
        for (int n = generate.number(0, 6); n > 0; --n)
            preset.call.parameters.append(
                {"c_" + generate.text(alphabet, 8), Place::Body, generate.chance(70)});
    }
    for (int n = generate.number(0, 3); n > 0; --n)
        preset.call.headers.append(
            {"X-" + generate.text("ab", 3, 1), generate.text("abc:;", 5), generate.chance(70)});
    for (int n = generate.number(0, 3); n > 0; --n)
        preset.expectations.append(QString::fromLatin1(generate.text("abc=", 5, 1)));
    for (int n = generate.number(0, 3); n > 0; --n)
        preset.comments.append(QString::fromLatin1(generate.text("abc@#", 5, 1)));
    if (generate.chance(30))
        preset.options.timeout = std::chrono::milliseconds(generate.number(1, 90000));
    if (generate.chance(30))
        preset.options.connectTo = dcs::HostPort{QStringLiteral("::1"), 8443};
    return preset;
}

void expectSame(const Preset &read, const Preset &wanted, const QByteArray &text)
{
    EXPECT_FALSE(read.error.has_value()) << read.error->message.toStdString() << '\n' << text.toStdString();
    EXPECT_EQ(wires(read.call), wires(wanted.call)) << text.toStdString();
    EXPECT_EQ(read.call, wanted.call) << text.toStdString();
    EXPECT_EQ(read.options, wanted.options) << text.toStdString();
    EXPECT_EQ(read.title, wanted.title) << text.toStdString();
    EXPECT_EQ(read.expectations, wanted.expectations) << text.toStdString();
    EXPECT_EQ(read.comments, wanted.comments) << text.toStdString();
}

} // namespace

TEST(WritePreset, ReadsBackAsItWasForGeneratedPresets)
{
    Generate generate;
    for (int round = 0; round < 2000 && !::testing::Test::HasFailure(); ++round) {
        const Preset preset = anyPreset(generate);
        const QByteArray text = interop::writePreset(preset);
        expectSame(presetOf(text), preset, text);
    }
}

TEST(HttpFile, BecomesWhatAnyGeneratedPresetSays)
{
    Generate generate;
    for (int round = 0; round < 1000 && !::testing::Test::HasFailure(); ++round) {
        HttpFile file = HttpFile::parse(interop::writePreset(anyPreset(generate)));
        Preset wanted = file.presets().first();
        const Preset other = anyPreset(generate);
        if (generate.chance(30))
            wanted = other;
        for (int n = generate.number(0, 3); n > 0; --n) {
            const int size = int(wanted.call.parameters.size());
            if (size > 0 && generate.chance(40))
                wanted.call.parameters.removeAt(generate.number(0, size - 1));
            else if (size > 0 && generate.chance(50))
                wanted.call.parameters[generate.number(0, size - 1)].sent ^= true;
            else
                wanted.call.parameters.insert(0,
                    {generate.chance(50) ? "n=1" : "new",
                        wanted.call.path == "/ibs:" ? Place::Path : Place::Query, true});
        }
        std::stable_sort(wanted.call.parameters.begin(), wanted.call.parameters.end(),
            [](const auto &a, const auto &b) { return a.place < b.place; });
        wanted.call.parameters.removeIf([](const dcs::Parameter &p) { return !p.sent && p.wire.isEmpty(); });

        file.replace(0, wanted);

        expectSame(file.presets().value(0), wanted, file.bytes());
        const QByteArray before = file.bytes();
        file.replace(0, wanted);
        EXPECT_EQ(file.bytes(), before);
    }
}

TEST(WritePreset, KeepsABodyThatIsNoForm)
{
    for (const QByteArray &body : {QByteArray("{\"a\": 1}"), QByteArray("{\n\"a\": 1\n}"),
             QByteArray("# no\n### yes\n"), QByteArray("\n\nx"), QByteArray("a\0b", 3),
             QByteArray("\xff\xfe"), QByteArray("< ./x"), QByteArray("@x=1"), QByteArray("a\r\nb")}) {
        Preset preset;
        preset.title = QStringLiteral("Body");
        preset.call = dcs::newCall("acme", "usw2.demdex.net");
        preset.call.method = "POST";
        preset.call.headers.append({"Content-Type", "application/json", true});
        preset.call.opaqueBody = body;
        const QByteArray text = interop::writePreset(preset);
        EXPECT_EQ(presetOf(text).call, preset.call) << text.toStdString();

        HttpFile file = HttpFile::parse(text);
        preset.call.opaqueBody = "{}";
        file.replace(0, preset);
        EXPECT_EQ(file.presets().first().call, preset.call) << file.bytes().toStdString();
        EXPECT_FALSE(file.bytes().contains("base64"));
    }
}

TEST(WritePreset, NeverWritesAPassword)
{
    Preset preset;
    preset.call = dcs::newCall("acme", "usw2.demdex.net");
    preset.options.proxy = {dcs::SendOptions::Proxy::Kind::Http, QStringLiteral("proxy"), 3128,
        QStringLiteral("me"), QStringLiteral("s3cret")};

    const QByteArray text = interop::writePreset(preset);

    EXPECT_FALSE(text.contains("s3cret"));
    EXPECT_EQ(presetOf(text).options.proxy.user, QStringLiteral("me"));
}

/// Where reading takes a square of the size, the time limit of the tests ends it.
TEST(HttpFile, StaysQuickOnHostileFiles)
{
    const QList<QByteArray> texts{
        QByteArray("###\n").repeated(20'000),
        "GET https://h/\n" + QByteArray("# &x ^99999999\n").repeated(20'000),
        "GET https://h/\n" + QByteArray("&x=1&\n").repeated(20'000),
        "GET https://h/" + QByteArray(400'000, ' ') + "x\n",
        "GET https://h/?" + QByteArray("{{").repeated(200'000) + "\n",
        "GET https://h/?" + QByteArray("&").repeated(100'000) + "\n",
        QByteArray("# c\n").repeated(60'000) + "GET https://h/\n",
        QByteArray("\n").repeated(200'000),
        "POST https://h/\n\n" + QByteArray("a\n").repeated(100'000),
        QByteArray(400'000, '#'),
    };
    for (const QByteArray &text : texts) {
        HttpFile file = HttpFile::parse(text);
        EXPECT_EQ(file.bytes(), text);
        if (!file.presets().isEmpty() && text.size() < 500'000) {
            Preset preset = file.presets().first();
            preset.call.parameters.append({"{{" + QByteArray(1000, '{'), Place::Query, true});
            file.replace(0, preset);
        }
    }
}
