// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "interop/codeexport.h"

#include "dcs/text.h"

namespace interop {

namespace {

bool sameName(QByteArrayView a, QByteArrayView b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

QByteArray hex(unsigned value, int digits)
{
    return QByteArray::number(value, 16).rightJustified(digits, '0');
}

/// A double-quoted literal that Python (bytes-like), JavaScript, Java and C# read alike, of Latin-1
/// characters: every byte is the character of its number.
QByteArray literal(QByteArrayView bytes)
{
    QByteArray out = "\"";
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            out += QByteArray("\\") + c;
        else if (byte < 0x20 || byte >= 0x7f)
            out += "\\u" + hex(byte, 4);
        else
            out += c;
    }
    return out + '"';
}

/// The same as Python bytes.
QByteArray pythonBytes(QByteArrayView bytes)
{
    QByteArray out = "b\"";
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            out += QByteArray("\\") + c;
        else if (byte < 0x20 || byte >= 0x7f)
            out += "\\x" + hex(byte, 2);
        else
            out += c;
    }
    return out + '"';
}

/// Everything the templates need.
struct Parts {
    QByteArray method, url, target, host, body;
    QByteArray dialHost;
    quint16 port = 443, dialPort = 443;
    bool tls = true;
    QList<dcs::Header> headers; ///< but Content-Length, which the libraries write
    double seconds = 30;
    bool insecure = false;
    QByteArray caFile;
};

Parts partsOf(const dcs::WireRequest &request, const dcs::SendOptions &options)
{
    Parts out;
    out.method = request.method();
    out.url = request.url();
    out.target = request.target();
    out.host = request.host;
    out.body = request.body().toByteArray();
    out.port = request.port;
    out.dialHost = options.connectTo ? options.connectTo->host.toUtf8() : request.host;
    out.dialPort = options.connectTo ? options.connectTo->port : request.port;
    out.tls = request.tls;
    for (const dcs::Header &header : request.headers()) {
        if (!sameName(header.name, "Content-Length"))
            out.headers.append(header);
    }
    out.seconds = double(options.timeout.count()) / 1000;
    out.insecure = options.insecure;
    out.caFile = options.caFile.toUtf8();
    return out;
}

/// The URL with the address that is really dialled, for libraries that know no other way.
QByteArray dialUrl(const Parts &parts)
{
    const QByteArray host = parts.dialHost.contains(':') ? '[' + parts.dialHost + ']' : parts.dialHost;
    return (parts.tls ? "https://" : "http://") + host
        + (parts.dialPort == (parts.tls ? 443 : 80) ? QByteArray() : ':' + QByteArray::number(parts.dialPort))
        + parts.target;
}

QByteArray secondsText(double seconds)
{
    return QByteArray::number(seconds, 'g', 12);
}

QByteArray python(const Parts &parts)
{
    QByteArray out = "# pip install requests\n"
                     "# urllib3 writes the digits of %xx in upper case and mends a % that no digits follow; "
                     "to the DCS only\n"
                     "# the latter makes a difference.\n"
                     "import requests\n\n";
    out += "url = " + literal(dialUrl(parts)) + '\n';
    out += "headers = {\n";
    for (const dcs::Header &header : parts.headers)
        out += "    " + literal(header.name) + ": " + literal(header.value) + ",\n";
    out += "}\n";
    out += "request = requests.Request(" + literal(parts.method) + ", url, headers=headers";
    if (!parts.body.isEmpty())
        out += ", data=" + pythonBytes(parts.body);
    out += ").prepare()\n"
           "request.url = url  # as it stands: prepare() would encode it anew\n\n"
           "with requests.Session() as session:\n"
           "    session.trust_env = False\n";
    if (parts.tls && parts.dialHost != parts.host)
        out += "    # The certificate is verified for the address that is dialled, not for " + parts.host
            + ".\n";
    out += "    response = session.send(request, timeout=" + secondsText(parts.seconds)
        + ", allow_redirects=False";
    if (parts.insecure)
        out += ", verify=False";
    else if (!parts.caFile.isEmpty())
        out += ", verify=" + literal(parts.caFile);
    out += ")\n"
           "print(response.status_code)\n"
           "print(response.text)\n";
    return out;
}

QByteArray javaScript(const Parts &parts)
{
    const QByteArray module = parts.tls ? "https" : "http";
    QByteArray out = "// Node's fetch() does not let a program set Host, which names the partner; its "
        + module + " module does.\n";
    if (!parts.caFile.isEmpty())
        out += "import { readFileSync } from \"node:fs\";\n";
    out += "import { request } from \"node:" + module + "\";\n\n";
    out += "const call = request({\n";
    out += "  host: " + literal(parts.dialHost) + ",\n";
    out += "  port: " + QByteArray::number(parts.dialPort) + ",\n";
    if (parts.tls)
        out += "  servername: " + literal(parts.host)
            + ", // else the certificate would be verified for the Host header\n";
    if (parts.insecure)
        out += "  rejectUnauthorized: false,\n";
    if (!parts.caFile.isEmpty())
        out += "  ca: readFileSync(" + literal(parts.caFile) + "),\n";
    out += "  method: " + literal(parts.method) + ",\n";
    out += "  path: " + literal(parts.target) + ",\n";
    out += "  headers: [\n";
    for (const dcs::Header &header : parts.headers)
        out += "    " + literal(header.name) + ", " + literal(header.value) + ",\n";
    if (!parts.body.isEmpty() || parts.method == "POST")
        out += "    \"Content-Length\", \"" + QByteArray::number(parts.body.size()) + "\",\n";
    out += "  ],\n";
    out += "  signal: AbortSignal.timeout(" + QByteArray::number(qint64(parts.seconds * 1000)) + "),\n";
    out += "}, response => {\n"
           "  const pieces = [];\n"
           "  response.on(\"data\", piece => pieces.push(piece));\n"
           "  response.on(\"end\", () => {\n"
           "    console.log(response.statusCode);\n"
           "    console.log(Buffer.concat(pieces).toString());\n"
           "  });\n"
           "});\n"
           "call.on(\"error\", error => {\n"
           "  console.error(error.message);\n"
           "  process.exitCode = 1;\n"
           "});\n";
    out += parts.body.isEmpty() ? QByteArray("call.end();\n")
                                : "call.end(Buffer.from(" + literal(parts.body) + ", \"latin1\"));\n";
    return out;
}

/// java.net.URI and System.Uri take no other bytes; the DCS decodes an escape to the same value.
QByteArray strictUrl(const QByteArray &url)
{
    return dcs::escapeBytes(url, [&url](qsizetype at) {
        const auto byte = static_cast<unsigned char>(url[at]);
        return byte <= 0x20 || byte >= 0x7f || QByteArrayView("\"<>\\^`{|}").contains(url[at])
            || (byte == '%' && !dcs::isEscape(url, at));
    });
}

QByteArray mendedNote(const QByteArray &url, const QByteArray &comment)
{
    return strictUrl(url) == url
        ? QByteArray()
        : comment + " This library takes valid URLs only; some characters were encoded.\n";
}

QByteArray java(const Parts &parts)
{
    const QByteArray url = dialUrl(parts);
    QByteArray out = mendedNote(url, "//")
        + "import java.net.URI;\n"
          "import java.net.http.HttpClient;\n"
          "import java.net.http.HttpRequest;\n"
          "import java.net.http.HttpResponse;\n"
          "import java.nio.charset.StandardCharsets;\n"
          "import java.time.Duration;\n\n"
          "public class Call {\n"
          "    public static void main(String[] arguments) throws Exception {\n"
          "        // Host names the partner, and the client lets a program set it only with this, before "
          "its first use\n"
          "        // (or with -Djdk.httpclient.allowRestrictedHeaders=host).\n"
          "        System.setProperty(\"jdk.httpclient.allowRestrictedHeaders\", \"host\");\n"
          "        HttpClient client = HttpClient.newBuilder()\n"
          "            .version(HttpClient.Version.HTTP_1_1)\n"
          "            .followRedirects(HttpClient.Redirect.NEVER)\n"
          "            .build();\n";
    if (parts.insecure || !parts.caFile.isEmpty())
        out += "        // Trust for another certificate authority is set with "
               "-Djavax.net.ssl.trustStore=FILE.\n";
    out += "        HttpRequest request = HttpRequest.newBuilder(URI.create(" + literal(strictUrl(url))
        + "))\n";
    for (const dcs::Header &header : parts.headers)
        out += "            .header(" + literal(header.name) + ", " + literal(header.value) + ")\n";
    out += "            .timeout(Duration.ofMillis(" + QByteArray::number(qint64(parts.seconds * 1000))
        + "))\n";
    out += "            .method(" + literal(parts.method) + ", ";
    if (parts.body.isEmpty() && parts.method != "POST")
        out += "HttpRequest.BodyPublishers.noBody())\n";
    else
        out += "HttpRequest.BodyPublishers.ofByteArray(\n                " + literal(parts.body)
            + ".getBytes(StandardCharsets.ISO_8859_1)))\n";
    out += "            .build();\n"
           "        HttpResponse<String> response = client.send(request, "
           "HttpResponse.BodyHandlers.ofString());\n"
           "        System.out.println(response.statusCode());\n"
           "        System.out.println(response.body());\n"
           "    }\n"
           "}\n";
    return out;
}

QByteArray cSharp(const Parts &parts)
{
    const QByteArray url = dialUrl(parts);
    QByteArray out = mendedNote(url, "//")
        + "// .NET 6 or later. It verifies the certificate for the Host header; *.demdex.net covers both "
          "names.\n"
          "using System;\n"
          "using System.Net.Http;\n\n"
          "using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };\n";
    if (parts.insecure)
        out += "handler.SslOptions.RemoteCertificateValidationCallback = (_, _, _, _) => true;\n";
    out += "using var client = new HttpClient(handler) { Timeout = TimeSpan.FromMilliseconds("
        + QByteArray::number(qint64(parts.seconds * 1000)) + ") };\n";
    out += "var exact = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };\n";
    out += "using var request = new HttpRequestMessage(new HttpMethod(" + literal(parts.method)
        + "), new Uri(" + literal(strictUrl(url)) + ", exact));\n" + "request.Version = new Version(1, 1);\n";
    if (!parts.body.isEmpty() || parts.method == "POST")
        out += "request.Content = new ByteArrayContent(System.Text.Encoding.Latin1.GetBytes("
            + literal(parts.body) + "));\n";
    for (const dcs::Header &header : parts.headers) {
        const bool ofContent = header.name.toLower().startsWith("content-");
        out += QByteArray("request.") + (ofContent ? "Content?." : "") + "Headers.TryAddWithoutValidation("
            + literal(header.name) + ", " + literal(header.value) + ");\n";
    }
    out += "using var response = await client.SendAsync(request);\n"
           "Console.WriteLine((int)response.StatusCode);\n"
           "Console.WriteLine(await response.Content.ReadAsStringAsync());\n";
    return out;
}

} // namespace

QByteArray writeCode(const dcs::WireRequest &request, const dcs::SendOptions &options, Language language)
{
    const Parts parts = partsOf(request, options);
    switch (language) {
    case Language::Python:
        return python(parts);
    case Language::JavaScript:
        return javaScript(parts);
    case Language::Java:
        return java(parts);
    case Language::CSharp:
        return cSharp(parts);
    }
    return {};
}

} // namespace interop
