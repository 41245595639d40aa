// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/decode.h"
#include "dcs/encode.h"
#include "interop/bytelogger.h"
#include "interop/curl.h"
#include "support/generate.h"
#include "support/print.h"
#include "support/temporaryfolder.h"

#include <QProcess>

#include <gtest/gtest.h>

using interop::readCurl;
using interop::Shell;

namespace {

/// Runs a shell on a script and gives what it wrote to standard error; the environment has no proxies and no
/// .curlrc.
QByteArray runShell(const QString &shell, const QByteArray &script, const QString &folder)
{
    QProcess process;
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("PATH"), qEnvironmentVariable("PATH"));
    environment.insert(QStringLiteral("HOME"), folder);
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(folder);
    QFile file(folder + QStringLiteral("/script"));
    EXPECT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(script);
    file.close();
    process.start(shell, {file.fileName()});
    EXPECT_TRUE(process.waitForFinished(30000));
    return process.readAllStandardError();
}

/// Header lines but those that curl adds by itself and those that the length of the body decides.
QList<QByteArray> comparableHeaders(const QList<dcs::Header> &headers)
{
    QList<QByteArray> out;
    for (const dcs::Header &header : headers) {
        const QByteArray name = header.name.toLower();
        if (name == "content-length" || (name == "accept" && header.value == "*/*")
            || (name == "user-agent" && header.value.startsWith("curl/")))
            continue;
        // Which codings --compressed names depends on how curl was built.
        out.append(header.name + ": " + (name == "accept-encoding" ? QByteArray("…") : header.value));
    }
    return out;
}

/// curl 7.88 writes the hexadecimal digits of a query that -G made in lower case; older and newer ones leave
/// them.
QByteArray withLowerCaseEscapes(QByteArray line)
{
    for (qsizetype i = line.indexOf('%'); i >= 0 && i + 2 < line.size(); i = line.indexOf('%', i + 1))
        line.replace(i, 3, line.mid(i, 3).toLower());
    return line;
}

dcs::WireRequest wireOf(const QByteArray &bytes)
{
    dcs::WireRequest out;
    out.bytes = bytes;
    out.headBytes = bytes.indexOf("\r\n\r\n") + 4;
    return out;
}

dcs::Call only(const QByteArray &text)
{
    const auto calls = readCurl(text);
    EXPECT_TRUE(calls.has_value()) << text.toStdString() << '\n'
                                   << (calls ? "" : calls.error().message.toStdString());
    return calls && calls->size() == 1 ? calls->first().call : dcs::Call{};
}

} // namespace

TEST(ReadCurl, MakesOfEveryLineTheRequestThatBashAndCurlSend)
{
    const QList<QByteArray> lines{
        "curl http://@/event",
        "curl http://@",
        "curl '@/event?d_rtbd=json'",
        "curl 'http://@/event?d_rtbd=json&c_x=1' -H 'Host: acme.demdex.net'",
        "curl \"http://@/event?a=1&b=\\\"q\\\"\" -H \"Host:acme.demdex.net\"",
        "curl -sSki 'http://@/event?a=%01%2b%2B|x'",
        "curl -XPOST http://@/event -d a=1 -d 'b=2&c=3'",
        "curl http://@/event --data-raw '@x'",
        "curl http://@/event --data-binary $'a=1\\nb\\x41\\u00e9\\'\\\\'",
        "curl http://@/event -d $'\\101\\t\\e\\cA'",
        "curl http://@/event -d 'it'\\''s' -H 'X-A: it'\"'\"'s'",
        "curl http://@/event -d \"a b\" -A 'agent 1' -e http://ref/ -b 'k=v; l=w' --compressed",
        "curl -G http://@/event -d a=1 --data-urlencode 'b=x y&z=%' --data-urlencode '=v w' --data-urlencode "
        "'just text'",
        "curl -G 'http://@/event?first=1' -d second=2",
        "curl -G 'http://@/event?' -d second=2",
        "curl -G 'http://@/event?x&' -d second=2",
        "curl http://@/event --data-urlencode 'b=\xc3\xa9/+~-._' --data-urlencode 'c'",
        "curl 'http://@/event?a=1' --url-query b=2 --url-query 'c=x y' --url-query '+raw=%20'",
        "curl --json '{\"a\":1}' --json ',2' http://@/x",
        "curl --json '{}' -H 'Accept: text/plain' http://@/x",
        "curl -I http://@/event?a=1",
        "curl -I -G -d a=1 http://@/event",
        "curl -X PUT -d x=1 http://@/event",
        "curl -X DELETE http://@/event",
        "curl http://@/event -H 'X-Empty;' -H 'X-Gone:' -H 'User-Agent:' -H 'Accept:'",
        "curl http://@/event -d a=1 -H 'Content-Type: text/plain'",
        "curl http://@/event -d a=1 -H 'Content-Type:'",
        "curl http://@/event -d ''",
        "curl -u 'me:pa:ss' http://@/event",
        "curl http://me:p%40ss@@/event",
        "curl --oauth2-bearer tok http://@/event",
        "curl -r 0-9 http://@/event",
        "curl -H Host:a.b -HX-Two:2 -da=1 http://@/event",
        "curl --url http://@/one --url http://@/two",
        "curl http://@/one http://@/two -d a=1",
        "curl http://@/one -d a=1 --next http://@/two -H 'X: 1'",
        "curl \\\n  'http://@/event' \\\n  -H 'A: 1' \\\n  --data 'x=1'\n",
        "curl http://@/event?a=1\\&b=2",
        "curl http://@/event'?a='1\"&b=\"2",
        "# a comment\ncurl http://@/event # another -d x\n",
        "curl http://@/one; curl http://@/two && curl http://@/three",
        "curl -s http://@/event | cat",
        "curl -s http://@/event > /dev/null 2>&1",
        "curl -s -o /dev/null -w '%{http_code}' http://@/event",
        "X=1 curl -s http://@/event",
        "env curl -s http://@/event",
        "curl 'http://@/event?x=1#fragment'",
        "curl -g 'http://@/event?x[]={1,2}'",
        "curl --globoff --http1.1 --no-progress-meter --silent --show-error http://@/event",
        "curl --sil http://@/event",
        "curl -m 5 --connect-timeout 3 --retry 0 -L http://@/event",
        "curl http://usw2.demdex.net:@PORT/event --connect-to usw2.demdex.net:@PORT:127.0.0.1:@PORT",
        "curl http://usw2.demdex.net/event --connect-to ::127.0.0.1:@PORT",
        "curl http://usw2.demdex.net:@PORT/event --resolve usw2.demdex.net:@PORT:127.0.0.1",
        "curl http://usw2.demdex.net:@PORT/event --resolve '*:@PORT:127.0.0.1' -H 'Host: acme.demdex.net'",
        "curl --request-target '/event?odd=\"' http://@/",
        "curl -s -b a=1 -b 'b=2' http://@/event",
        "curl http://@/event -d @data.txt --data-binary @data.txt --data-urlencode n@data.txt "
        "--data-urlencode @data.txt",
        "curl -- http://@/event",
        "curl 'http://@/event?empty=&flag&&x'",
        "curl 'http://@/event?tilde=~&semi=;&star=*&paren=()&bang=!'",
        "curl @/event",
        "curl HTTP://@/event",
        "curl 'http://@?c_x=1'",
        "curl http://@/a/../event?c_x=1",
        "curl http://@/./event/.",
        "curl --path-as-is http://@/a/../event?c_x=1",
        "curl -sSXPOST http://@/event",
        "curl -vkH 'X-Y: z' -sd a=1 http://@/event",
        "curl -XGET -d a=1 http://@/event",
        "curl -G -X POST -d a=1 http://@/event",
        "curl -G -d '' http://@/event",
        "curl --get --data a=1 --data-ascii b=2 http://@/event",
        "curl --data-binary '' http://@/event",
        "curl --data-urlencode 'name=a@b' --data-urlencode 'a@b=c' http://@/event",
        "curl --json @data.txt http://@/event",
        "curl -A '' -e 'http://ref/;auto' http://@/event",
        "curl --user-agent a --referer http://r/ --cookie 'k=v' --head --insecure http://@/event",
        "curl --compressed -H 'Accept-Encoding: br' http://@/event",
        "curl -H 'Host: a.b' -H 'Host: c.d' http://@/event",
        "curl -H 'host: a.b' http://@/event",
        "curl http://@/one -d a=1 -: http://@/two",
        "curl \"http://@/event?a=1\\\n&b=2\"",
        "curl $\"http://@/event\"",
        "curl http://@/event -d \"a=\\$HOME\\`x\\`\\\\\\\"\"",
        "curl http://@/event -d a=1\\ 2\\;3\\#4",
        "curl http://@/event -d $'\\x7e\\x2\\u20ac\\U0001F600\\?\\7'",
        "curl http://@/event -d a=#1",
        "curl -d a=1 http://@/event # trailing",
        "(curl -s http://@/one)",
        "true && curl -s http://@/one",
        "time curl -s http://@/event",
        "curl -s http://@/event 2>/dev/null >out.txt",
        "curl -s 'http://@/event?a='\"b\"c'd'",
        "curl http://@/event -H $'X-Tab: a\\tb'",
        "curl -sL --max-redirs 3 --proto-default http http://@/event",
        "curl --compressed --no-compressed http://@/event",
    };
    const TemporaryFolder folder;
    folder.write(QStringLiteral("data.txt"), "f=1\r\n&g=2\n");
    const auto readFile
        = [&folder](const QString &name) -> dcs::Result<QByteArray> { return folder.read(name); };
    ByteLogger logger;
    for (QByteArray line : lines) {
        line.replace("@PORT", QByteArray::number(logger.port()));
        line.replace("//@", "//" + logger.authority())
            .replace("'@/", "'" + logger.authority() + "/")
            .replace(" @/", ' ' + logger.authority() + '/')
            .replace("@@", '@' + logger.authority());
        const QByteArray errors = runShell(QStringLiteral("bash"), line, folder.path());
        const QList<QByteArray> sent = logger.take();
        ASSERT_FALSE(sent.isEmpty()) << line.toStdString() << '\n' << errors.toStdString();

        const auto calls = readCurl(line, readFile);

        ASSERT_TRUE(calls.has_value()) << line.toStdString() << '\n' << calls.error().message.toStdString();
        ASSERT_EQ(calls->size(), sent.size()) << line.toStdString();
        for (qsizetype i = 0; i < sent.size(); ++i) {
            const auto encoded = dcs::encode(calls->at(i).call);
            ASSERT_TRUE(encoded.has_value()) << line.toStdString() << '\n'
                                             << encoded.error().message.toStdString();
            const dcs::WireRequest curl = wireOf(sent.at(i));
            EXPECT_EQ(withLowerCaseEscapes(encoded->requestLine().toByteArray()),
                withLowerCaseEscapes(curl.requestLine().toByteArray()))
                << line.toStdString();
            EXPECT_EQ(encoded->body().toByteArray(), curl.body().toByteArray()) << line.toStdString();
            EXPECT_EQ(comparableHeaders(encoded->headers()), comparableHeaders(curl.headers()))
                << line.toStdString();
            const auto &to = calls->at(i).options.connectTo;
            EXPECT_EQ(to ? to->port : encoded->port, logger.port()) << line.toStdString();
        }
    }
}

TEST(ReadCurl, NamesWhatItLeavesOut)
{
    const QList<std::pair<QByteArray, QByteArray>> cases{
        {"curl http://h/ --frobnicate", "--frobnicate"},
        {"curl http://h/ -~", "-~"},
        {"curl http://h/ -F a=b", "-F"},
        {"curl http://h/ -T file", "-T"},
        {"curl http://h/ -K config", "-K"},
        {"curl http://h/ --aws-sigv4 x", "--aws-sigv4"},
        {"curl http://h/ --http2", "--http2"},
        {"curl http://h/ --digest -u a:b", "--digest"},
        {"curl http://h/ -d @file", "@file"},
        {"curl http://h/ -d @file", "file"},
        {"curl http://h/ -H @headers", "headers"},
        {"curl http://h/ -b jar.txt", "jar.txt"},
        {"curl http://h/ --retry 3", "--retry"},
        {"curl http://h/?x=1&y=2", "&"},
        {"curl http://h/?x=$ID", "$ID"},
        {"curl http://h/ -x socks4://p:1", "socks4"},
        {"curl http://h/ | jq .", "piped"},
        {"curl http://h/ ; ls", "Other commands"},
        {"curl 'http://h/?a={1,2}'", "-g"},
        {"curl --data=x http://h/", "--data=x"},
        {"curl -g http://h/?a={1,2}", "several words"},
        {"curl -0 http://h/", "-0"},
        {"curl --connect-timeout 3 http://h/", "--connect-timeout"},
        {"curl -u me http://h/", "password"},
        {"curl -d @- http://h/ <<'EOF'\na=1\nEOF", "“-”"},
        {"curl -d \"$(cat x)\" http://h/", "$(cat x)"},
    };
    for (const auto &[line, word] : cases) {
        const auto calls = readCurl(line);
        ASSERT_TRUE(calls.has_value()) << line.toStdString();
        const QByteArray notes = calls->first().notes.join(u'\n').toUtf8();
        EXPECT_TRUE(notes.contains(word.startsWith('@') ? word.mid(1) : word))
            << line.toStdString() << " -> " << notes.toStdString();
    }
    EXPECT_TRUE(readCurl("curl -sSfkLv#iO -o x -w y http://h/ --compressed")->first().notes.isEmpty());
}

TEST(ReadCurl, TakesConnectionOptions)
{
    const auto read = readCurl("curl -k -4 -m 2.5 -L --max-redirs 3 -x http://me:pw@proxy:3128 --cacert "
                               "ca.pem --cert c.pem --key k.pem "
                               "https://usw2.demdex.net/event");
    ASSERT_TRUE(read.has_value());
    const dcs::SendOptions &options = read->first().options;
    EXPECT_TRUE(options.insecure);
    EXPECT_EQ(options.ipVersion, dcs::SendOptions::IpVersion::V4);
    EXPECT_EQ(options.timeout, std::chrono::milliseconds(2500));
    EXPECT_EQ(options.followRedirects, 3);
    EXPECT_EQ(options.proxy.kind, dcs::SendOptions::Proxy::Kind::Http);
    EXPECT_EQ(options.proxy.host, QStringLiteral("proxy"));
    EXPECT_EQ(options.proxy.port, 3128);
    EXPECT_EQ(options.proxy.password, QStringLiteral("pw"));
    EXPECT_EQ(options.caFile, QStringLiteral("ca.pem"));
    EXPECT_EQ(options.clientCertificateFile, QStringLiteral("c.pem"));
    EXPECT_EQ(options.clientKeyFile, QStringLiteral("k.pem"));

    EXPECT_EQ(
        readCurl("curl -x p:1 --noproxy .demdex.net https://usw2.demdex.net/")->first().options.proxy.kind,
        dcs::SendOptions::Proxy::Kind::None);
    EXPECT_EQ(readCurl("curl -x p https://usw2.demdex.net/")->first().options.proxy.port, 1080);
    EXPECT_EQ(readCurl("curl --socks5 p:9 https://usw2.demdex.net/")->first().options.proxy.kind,
        dcs::SendOptions::Proxy::Kind::Socks5);
    EXPECT_EQ(
        readCurl("curl --connect-to '[::1]:443:[::2]:8443' 'https://[::1]/'")->first().options.connectTo,
        (dcs::HostPort{QStringLiteral("::2"), 8443}));
}

TEST(ReadCurl, ReadsTheQuotingOfWindows)
{
    const QByteArray wanted = "GET /event?c_x=a%20b&c_q=\"1\"&c_p=50%25 HTTP/1.1";
    for (const QByteArray &line : {
             QByteArray("curl ^\"https://usw2.demdex.net/event?c_x=a^%^20b^&c_q=\\^\"1\\^\"^&c_p=50^%^25^\" "
                        "^\r\n  -H ^\"Host: acme.demdex.net^\" ^\r\n  --compressed"),
             QByteArray("curl \"https://usw2.demdex.net/event?c_x=a%20b&c_q=\\\"1\\\"&c_p=50%25\" ^\n -H "
                        "\"Host: acme.demdex.net\""),
             QByteArray("curl.exe \"https://usw2.demdex.net/event?c_x=a%20b&c_q=\"\"1\"\"&c_p=50%25\" -H "
                        "\"Host: acme.demdex.net\""),
             QByteArray("curl.exe 'https://usw2.demdex.net/event?c_x=a%20b&c_q=\\\"1\\\"&c_p=50%25' `\n  -H "
                        "'Host: acme.demdex.net'"),
             QByteArray("curl.exe \"https://usw2.demdex.net/event?c_x=a%20b&c_q=\\`\"1\\`\"&c_p=50%25\" "
                        "`\r\n  -H \"Host: acme.demdex.net\""),
             QByteArray("& curl.exe 'https://usw2.demdex.net/event?c_x=a%20b&c_q=\\\"1\\\"&c_p=50%25' -H "
                        "'Host: acme.demdex.net'"),
         }) {
        ASSERT_TRUE(interop::looksLikeCurl(line)) << line.toStdString();
        const auto encoded = dcs::encode(only(line));
        ASSERT_TRUE(encoded.has_value()) << line.toStdString() << encoded.error().message.toStdString();
        EXPECT_EQ(encoded->requestLine().toByteArray(), wanted) << line.toStdString();
        EXPECT_EQ(dcs::hostHeader(only(line)), "acme.demdex.net") << line.toStdString();
    }
    const dcs::Call body = only("curl ^\"https://h/^\" ^\n  --data-raw ^\"a^\n\nb^\"");
    EXPECT_EQ(dcs::body(body), "a\nb");
}

TEST(ReadCurl, RefusesWithAReasonWhatIsNoCurlLine)
{
    for (const QByteArray &text : {QByteArray(), QByteArray("curl"), QByteArray("curl -X"),
             QByteArray("wget http://h/"), QByteArray("curl 'http://h/"), QByteArray("curl \"http://h/"),
             QByteArray("curl $'x"), QByteArray("curl ftp://h/"), QByteArray("curl http://h:99999/"),
             QByteArray("curl -d x"), QByteArray("\n\ncurl 'x\n")}) {
        const auto read = readCurl(text);
        ASSERT_FALSE(read.has_value()) << text.toStdString();
        EXPECT_FALSE(read.error().message.isEmpty());
        EXPECT_FALSE(read.error().remedy.isEmpty());
    }
    EXPECT_TRUE(readCurl("\n\ncurl 'x\n").error().message.contains(u"line 3"));
}

TEST(ReadCurl, NeverBreaksOnAnyText)
{
    Generate generate;
    const QByteArray alphabet = "curl -HdXGx'\"\\$^`%&|;<>{}[]()#\n\r\t:@=http//.0\x01\xff";
    for (int round = 0; round < 5000; ++round)
        (void)readCurl("curl " + generate.text(alphabet, 60));
}

TEST(LooksLikeCurl, KnowsACurlLineWhenItSeesOne)
{
    for (const char *line : {"curl http://h/", "  curl\n-s http://h/", "$ curl x", "/usr/bin/curl x",
             "sudo curl x", "A=b curl x", "curl.exe x", "C:\\Windows\\System32\\curl.exe x", "CURL x"})
        EXPECT_TRUE(interop::looksLikeCurl(line)) << line;
    for (const char *line :
        {"", "curl", "curly x", "http://curl/x y", "https://h/?curl x", "GET curl", "echo curl x"})
        EXPECT_FALSE(interop::looksLikeCurl(line)) << line;
}

namespace {

/// A request that encode() lets through, with as odd bytes as it may have.
dcs::Call oddCall(Generate &generate, quint16 port)
{
    QByteArray targetBytes, bodyBytes;
    for (int i = 0; i < 256; ++i) {
        if (i != 0 && i != ' ' && i != '\t' && i != '\r' && i != '\n' && i != '#')
            targetBytes += char(i);
        bodyBytes += char(i);
    }
    dcs::Call call = dcs::newCall("acme", "127.0.0.1");
    call.tls = false;
    call.port = port;
    call.parameters = dcs::splitParameters(generate.text(targetBytes, 40), dcs::Parameter::Place::Query);
    if (generate.chance(30))
        call.headers.removeLast();
    if (generate.chance(30))
        call.headers.append(
            {"X-Odd", "it's \"odd\" \\ $HOME `x` %PATH% !" + generate.text("'\"\\;&|^", 5) + '.', true});
    if (generate.chance(20))
        call.headers.append({"X-Empty", "", true});
    if (generate.chance(60)) {
        call.method = generate.chance(80) ? "POST" : "PUT";
        if (generate.chance(70))
            call.headers.append({"Content-Type", "application/octet-stream", true});
        if (generate.chance(80))
            call.opaqueBody = generate.text(bodyBytes, 60, 1);
    }
    return call;
}

} // namespace

TEST(WriteCurl, SendsByteForByteTheSameFromShAndBash)
{
    Generate generate;
    const TemporaryFolder folder;
    ByteLogger logger;
    QList<QByteArray> wanted;
    QByteArray script;
    for (int round = 0; round < 60; ++round) {
        const auto request = dcs::encode(oddCall(generate, logger.port()));
        if (!request)
            continue;
        wanted.append(request->bytes);
        script += interop::writeCurl(*request, {});
    }
    for (const QString &shell : {QStringLiteral("sh"), QStringLiteral("bash")}) {
        const QByteArray errors = runShell(shell, script, folder.path());

        const QList<QByteArray> sent = logger.take();
        ASSERT_EQ(sent.size(), wanted.size()) << errors.toStdString() << script.toStdString();
        for (qsizetype i = 0; i < sent.size(); ++i)
            EXPECT_EQ(sent.at(i), wanted.at(i)) << shell.toStdString();
    }
}

TEST(WriteCurl, SendsEveryByteInTargetAndBody)
{
    const TemporaryFolder folder;
    ByteLogger logger;
    QByteArray script;
    QList<QByteArray> wanted;
    for (int byte = 0; byte < 256; ++byte) {
        dcs::Call call = dcs::newCall("acme", "127.0.0.1");
        call.tls = false;
        call.port = logger.port();
        call.method = "POST";
        call.headers.append({"Content-Type", "x/y", true});
        call.opaqueBody = QByteArray("a") + char(byte) + "b";
        if (byte > ' ' && byte != '#')
            call.parameters = {{QByteArray("k=") + char(byte), dcs::Parameter::Place::Query, true}};
        const auto request = dcs::encode(call);
        ASSERT_TRUE(request.has_value()) << byte << request.error().message.toStdString();
        wanted.append(request->bytes);
        script += interop::writeCurl(*request, {});
    }

    const QByteArray errors = runShell(QStringLiteral("sh"), script, folder.path());

    const QList<QByteArray> sent = logger.take();
    ASSERT_EQ(sent.size(), wanted.size()) << errors.toStdString();
    for (qsizetype i = 0; i < sent.size(); ++i)
        EXPECT_EQ(sent.at(i), wanted.at(i));
}

TEST(WriteCurl, SendsLargeBodies)
{
    const TemporaryFolder folder;
    ByteLogger logger;
    dcs::Call call = dcs::newCall("acme", "127.0.0.1");
    call.tls = false;
    call.port = logger.port();
    call.method = "POST";
    call.headers.append({"Content-Type", "text/plain", true});
    call.opaqueBody = QByteArray(2'000'000, 'x') + "%s\\n'";
    const auto request = dcs::encode(call);
    ASSERT_TRUE(request.has_value());

    runShell(QStringLiteral("sh"), interop::writeCurl(*request, {}), folder.path());

    const QList<QByteArray> sent = logger.take();
    ASSERT_EQ(sent.size(), 1);
    EXPECT_TRUE(sent.first() == request->bytes);
}

TEST(WriteCurl, ReadsBackInEveryShell)
{
    Generate generate;
    for (int round = 0; round < 500; ++round) {
        dcs::Call call = oddCall(generate, 8080);
        // cmd and PowerShell cannot carry NUL, and cmd no carriage return.
        if (call.opaqueBody)
            call.opaqueBody->replace('\0', "").replace('\r', "");
        const auto request = dcs::encode(call);
        if (!request)
            continue;
        for (const Shell shell : {Shell::Posix, Shell::Cmd, Shell::PowerShell}) {
            const QByteArray line = interop::writeCurl(*request, {}, shell);
            const auto read = readCurl(line);
            ASSERT_TRUE(read.has_value()) << line.toStdString() << read.error().message.toStdString();
            const auto again = dcs::encode(read->first().call);
            ASSERT_TRUE(again.has_value()) << line.toStdString() << again.error().message.toStdString();
            EXPECT_EQ(again->bytes, request->bytes) << line.toStdString();
        }
    }
}

TEST(WriteCurl, SaysHowTheCallTravels)
{
    const auto request = dcs::encode(dcs::newCall("acme", "usw2.demdex.net"));
    ASSERT_TRUE(request.has_value());
    dcs::SendOptions options;
    options.connectTo = dcs::HostPort{QStringLiteral("::1"), 8443};
    options.insecure = true;
    options.caFile = QStringLiteral("/a b/ca.pem");
    options.timeout = std::chrono::milliseconds(1500);
    options.followRedirects = 2;
    options.proxy = {dcs::SendOptions::Proxy::Kind::Http, QStringLiteral("p"), 3128, QStringLiteral("me"),
        QStringLiteral("s3cret")};

    const QByteArray line = interop::writeCurl(*request, options);

    EXPECT_FALSE(line.contains("s3cret"));
    const auto read = readCurl(line);
    ASSERT_TRUE(read.has_value()) << line.toStdString();
    options.proxy.password.clear();
    EXPECT_EQ(read->first().options, options) << line.toStdString();
    EXPECT_TRUE(read->first().notes.isEmpty()) << read->first().notes.join(u' ').toStdString();
}
