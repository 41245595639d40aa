// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/text.h"
#include "interop/curl.h"
#include "interop/shellwords.h"

namespace interop {

namespace {

using Proxy = dcs::SendOptions::Proxy;

// Linux takes no single argument of 128 KiB or more (MAX_ARG_STRLEN); cmd no line of more than 8,191
// characters.
constexpr qsizetype maxArgument = 100'000;
// curl asks "Expect: 100-continue" before larger bodies.
constexpr qsizetype expectAbove = 1024 * 1024;

/// The header lines as they stand in the request.
QList<QByteArray> headerLines(const dcs::WireRequest &request)
{
    QList<QByteArray> out;
    for (const QByteArray &line : request.head().toByteArray().split('\n')) {
        const QByteArray text = line.endsWith('\r') ? line.chopped(1) : line;
        if (!text.isEmpty())
            out.append(text);
    }
    if (!out.isEmpty())
        out.removeFirst();
    return out;
}

// curl refuses control bytes in a URL, drops a '?' without a query and squashes dots in paths: such targets
// are given by --request-target, which it sends as it is.
bool isPlainTarget(const QByteArray &target)
{
    if (!target.startsWith('/') || target.endsWith('?') || target.startsWith("//"))
        return false;
    for (const char c : target) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte <= 0x20 || byte >= 0x7f || c == '#' || c == '\\' || c == '"' || c == '^' || c == '<'
            || c == '>')
            return false;
    }
    return true;
}

QByteArray hostPort(const QString &host, quint16 port)
{
    const QByteArray name = host.toUtf8();
    return (name.contains(':') ? '[' + name + ']' : name) + ':' + QByteArray::number(port);
}

/// The words of the command, each with a flag whether it needs quotes.
class CommandWriter
{
public:
    CommandWriter(const dcs::WireRequest &request, const dcs::SendOptions &options, Shell shell)
        : m_request(request)
        , m_options(options)
        , m_shell(shell)
        , m_body(request.body().toByteArray())
    {
    }

    QByteArray write()
    {
        m_out = m_shell == Shell::PowerShell ? "curl.exe" : "curl";
        m_out += " --http1.1 -g --path-as-is -sS";
        // -I reads no body; it shows the head by itself.
        const bool head = m_request.method() == "HEAD" && m_body.isEmpty();
        m_out += head ? " -I" : " -i";
        writeUrl();
        writeMethod(head);
        writeHeaders();
        writeOptions();
        writeBody();
        return m_out + '\n';
    }

private:
    QByteArray quote(QByteArrayView word) const
    {
        switch (m_shell) {
        case Shell::Posix:
            return quotePosix(word);
        case Shell::Cmd:
            return quoteCmd(word);
        case Shell::PowerShell:
            return quotePowerShell(word);
        }
        return {};
    }

    void option(const QByteArray &name, QByteArrayView value)
    {
        static constexpr const char *continuations[] = {" \\\n  ", " ^\n  ", " `\n  "};
        m_out += continuations[int(m_shell)] + name + ' ' + quote(value);
    }

    void flag(const QByteArray &name) { m_out += ' ' + name; }

    void writeUrl()
    {
        const QByteArray target = m_request.target();
        if (isPlainTarget(target)) {
            m_out += ' ' + quote(m_request.url());
            return;
        }
        QByteArray base = m_request.url();
        base.truncate(base.size() - target.size());
        m_out += ' ' + quote(base + '/');
        option("--request-target", target);
    }

    bool hasData() const { return !m_body.isEmpty() || m_request.method() == "POST"; }

    void writeMethod(bool head)
    {
        const QByteArray method = m_request.method();
        if (!head && method != (hasData() ? "POST" : "GET"))
            m_out += " -X " + quote(method);
    }

    void writeHeaders()
    {
        QList<QByteArray> lines = headerLines(m_request);
        // curl writes the same Content-Length, last, by itself.
        if (hasData() && !lines.isEmpty()
            && lines.last() == "Content-Length: " + QByteArray::number(m_body.size()))
            lines.removeLast();
        QList<QByteArray> names;
        for (const QByteArray &line : std::as_const(lines)) {
            const qsizetype colon = line.indexOf(':');
            names.append(line.left(colon).toLower());
            if (line.mid(colon + 1).trimmed().isEmpty())
                option("-H", line.left(colon) + ';');
            else
                option("-H", line);
        }
        QList<QByteArray> own{"User-Agent", "Accept"};
        if (hasData())
            own.append("Content-Type");
        if (m_body.size() > expectAbove)
            own.append("Expect");
        for (const QByteArray &name : std::as_const(own)) {
            if (!names.contains(name.toLower()))
                option("-H", name + ':');
        }
    }

    void writeOptions()
    {
        const dcs::SendOptions standard;
        if (m_options.connectTo)
            option("--connect-to", "::" + hostPort(m_options.connectTo->host, m_options.connectTo->port));
        writeProxy();
        if (!m_options.caFile.isEmpty())
            option("--cacert", m_options.caFile.toUtf8());
        if (!m_options.clientCertificateFile.isEmpty())
            option("--cert", m_options.clientCertificateFile.toUtf8());
        if (!m_options.clientKeyFile.isEmpty())
            option("--key", m_options.clientKeyFile.toUtf8());
        if (m_options.insecure)
            flag("-k");
        if (m_options.ipVersion != dcs::SendOptions::IpVersion::Any)
            flag(m_options.ipVersion == dcs::SendOptions::IpVersion::V4 ? "-4" : "-6");
        if (m_options.timeout != standard.timeout)
            flag("-m " + QByteArray::number(double(m_options.timeout.count()) / 1000));
        if (m_options.followRedirects > 0)
            flag("-L --max-redirs " + QByteArray::number(m_options.followRedirects));
    }

    // The password stays out of a text that is pasted around; curl asks for it.
    void writeProxy()
    {
        const Proxy &proxy = m_options.proxy;
        if (proxy.kind != Proxy::Kind::Http && proxy.kind != Proxy::Kind::Socks5)
            return;
        const QByteArray scheme = proxy.kind == Proxy::Kind::Http ? "http://" : "socks5h://";
        option("-x", scheme + hostPort(proxy.host, proxy.port));
        if (!proxy.user.isEmpty())
            option("--proxy-user", proxy.user.toUtf8());
    }

    void writeBody()
    {
        if (!hasData())
            return;
        const bool fromInput
            = m_shell == Shell::Posix && (m_body.size() > maxArgument || m_body.contains('\0'));
        if (!fromInput) {
            option("--data-raw", m_body);
            return;
        }
        option("--data-binary", "@-");
        m_out.prepend(printfOf(m_body) + " | ");
    }

    // printf is a builtin, so neither NUL nor the length of an argument is in its way.
    static QByteArray printfOf(const QByteArray &body)
    {
        QByteArray format;
        format.reserve(body.size() + 64);
        for (const char c : body) {
            if (c == '\0')
                format += "\\000";
            else if (c == '\\')
                format += "\\\\";
            else if (c == '%')
                format += "%%";
            else
                format += c;
        }
        return "printf " + quotePosix(format);
    }

    const dcs::WireRequest &m_request;
    const dcs::SendOptions &m_options;
    Shell m_shell;
    QByteArray m_body;
    QByteArray m_out;
};

} // namespace

QByteArray writeCurl(const dcs::WireRequest &request, const dcs::SendOptions &options, Shell shell)
{
    return CommandWriter(request, options, shell).write();
}

} // namespace interop
