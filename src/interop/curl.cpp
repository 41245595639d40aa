// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "interop/curl.h"

#include "dcs/text.h"
#include "interop/curloptions.h"
#include "interop/curlrequest.h"
#include "interop/shellwords.h"

namespace interop {

namespace {

/// Where curl stands among the words: behind a prompt, variables of the environment, sudo and the like; -1 if
/// nowhere.
qsizetype curlAt(const QList<QByteArray> &words)
{
    for (qsizetype i = 0; i < words.size(); ++i) {
        QByteArray name = words.at(i).toLower();
        name = name.mid(qMax(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        if (name == "curl" || name == "curl.exe")
            return i;
        static const QList<QByteArray> carriers{
            "&", "$", "#", "%", ">", "sudo", "time", "command", "exec", "env", "nice"};
        if (!carriers.contains(name) && !words.at(i).contains('='))
            return -1;
    }
    return -1;
}

/// Reads the words of one command into requests.
class ArgumentReader
{
public:
    ArgumentReader(QList<QByteArray> words, const CurlFileReader &readFile)
        : m_words(std::move(words))
        , m_readFile(readFile)
        , m_request(readFile)
    {
    }

    dcs::Result<QList<CurlCall>> read()
    {
        bool options = true;
        while (m_at < m_words.size()) {
            const QByteArray word = m_words.at(m_at++);
            if (!options || !word.startsWith('-') || word == "-")
                m_request.addUrl(word);
            else if (word == "--")
                options = false;
            else if (word.startsWith("--"))
                readLong(word.mid(2));
            else
                readShort(word.mid(1));
            if (m_error)
                return *m_error;
        }
        finish();
        if (m_error)
            return *m_error;
        return m_calls;
    }

private:
    void readLong(const QByteArray &name)
    {
        if (const auto option = findCurlOption(QByteArrayView(name))) {
            apply(*option, "--" + QByteArray(option->name), {}, false);
            return;
        }
        if (const auto option
            = name.startsWith("no-") ? findCurlOption(QByteArrayView(name).sliced(3)) : std::nullopt) {
            m_request.takeBack(option->effect);
            return;
        }
        m_request.note(QStringLiteral("“--%1” is no option that is known here; it was left out.")
                           .arg(dcs::visible(QString::fromUtf8(name), 60)));
    }

    void readShort(const QByteArray &letters)
    {
        for (qsizetype i = 0; i < letters.size(); ++i) {
            const auto option = findCurlOption(letters.at(i));
            if (!option) {
                m_request.note(QStringLiteral("“-%1” is no option that is known here; it was left out.")
                                   .arg(dcs::visible(QString::fromUtf8(letters.mid(i, 1)), 60)));
                continue;
            }
            const QByteArray spelling = QByteArray("-") + letters.at(i);
            if (!option->takesValue) {
                apply(*option, spelling, {}, false);
                continue;
            }
            const QByteArray rest = letters.mid(i + 1);
            apply(*option, spelling, rest, !rest.isEmpty());
            return;
        }
    }

    void apply(const CurlOption &option, const QByteArray &spelling, QByteArray value, bool hasValue)
    {
        if (option.takesValue && !hasValue) {
            if (m_at >= m_words.size()) {
                m_error = dcs::Error{dcs::Errc::InvalidInput,
                    QStringLiteral("The curl option %1 has no value.").arg(QString::fromUtf8(spelling)),
                    QStringLiteral("Copy the whole command line."), {}};
                return;
            }
            value = m_words.at(m_at++);
        }
        if (option.effect == CurlEffect::Next)
            finish();
        else
            m_request.apply(option.effect, QString::fromUtf8(spelling), value);
    }

    void finish()
    {
        auto calls = m_request.calls();
        if (!calls) {
            m_error = calls.error();
            return;
        }
        m_calls += *calls;
        m_request = CurlRequest(m_readFile);
    }

    QList<QByteArray> m_words;
    const CurlFileReader &m_readFile;
    qsizetype m_at = 0;
    CurlRequest m_request;
    QList<CurlCall> m_calls;
    std::optional<dcs::Error> m_error;
};

} // namespace

dcs::Result<QList<CurlCall>> readCurl(const QByteArray &text, const CurlFileReader &readFile)
{
    auto shell = splitShell(text, recogniseShell(text));
    if (!shell)
        return shell.error();
    QList<CurlCall> out;
    qsizetype others = 0;
    for (const ShellCommand &command : std::as_const(shell->commands)) {
        const qsizetype at = curlAt(command.words);
        if (at < 0) {
            ++others;
            continue;
        }
        auto calls = ArgumentReader(command.words.mid(at + 1), readFile).read();
        if (!calls) {
            dcs::Error error = calls.error();
            if (command.line > 1)
                error.message
                    = QStringLiteral("Line %1: %2").arg(QString::number(command.line), error.message);
            return error;
        }
        out += *calls;
    }
    if (out.isEmpty()) {
        return dcs::Error{dcs::Errc::InvalidInput, QStringLiteral("The text has no curl command with a URL."),
            QStringLiteral("Paste a line such as curl 'https://…' -H 'Host: …'."), {}};
    }
    if (others > 0)
        shell->notes.append(QStringLiteral("Other commands than curl were left out."));
    out.first().notes = shell->notes + out.first().notes;
    return out;
}

bool looksLikeCurl(QByteArrayView text)
{
    const QByteArrayView start = text.trimmed().first(qMin(qsizetype(2000), text.trimmed().size()));
    QList<QByteArray> words;
    for (const QByteArray &word : start.toByteArray().simplified().split(' ').mid(0, 8))
        words.append(QByteArray(word).replace('^', "").replace('"', ""));
    const qsizetype at = curlAt(words);
    return at >= 0 && at + 1 < words.size();
}

} // namespace interop
