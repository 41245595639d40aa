// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "interop/shellsplitter.h"

namespace interop {

namespace {

/// cmd.exe: carets outside its quotes, then the words by the rules of the C runtime.
class CmdSplitter : public Splitter
{
public:
    using Splitter::Splitter;

    dcs::Result<ShellText> split()
    {
        bool quoted = false;
        int quoteLine = 0;
        QByteArray line;
        int lineStart = 1;
        const auto finish = [&] {
            ShellCommand command{splitWindowsArguments(line), lineStart};
            if (!command.words.isEmpty())
                m_out.commands.append(command);
            line.clear();
            lineStart = m_line;
        };
        while (!atEnd()) {
            const char c = take();
            if (c == '"') {
                quoted = !quoted;
                quoteLine = m_line;
                line += c;
            } else if (c == '^' && !quoted) {
                readCaret(line);
            } else if (c == '\n' && !quoted) {
                finish();
            } else if (c == '\r') {
                continue;
            } else if ((c == '&' || c == '|') && !quoted) {
                note(c == '|' ? QStringLiteral("What the answer was piped into was left out.")
                              : QStringLiteral("A “&” outside quotes ended the command, as cmd has it."));
                finish();
            } else {
                line += c;
            }
        }
        if (quoted)
            return openQuote('"', quoteLine);
        finish();
        return m_out;
    }

private:
    // A caret takes the meaning from the next character; at the end of a line it joins the next one, whose
    // first character it protects too, so that an empty line there is a line break.
    void readCaret(QByteArray &line)
    {
        if (!atEnd() && peek() == '\r')
            take();
        if (!atEnd() && peek() == '\n') {
            take();
            if (!atEnd() && peek() == '\r')
                take();
            if (atEnd())
                return;
            if (peek() == '\n') {
                line += take();
                return;
            }
            if (isBlank(peek()) || peek() == '^' || peek() == '"')
                return;
        }
        if (!atEnd())
            line += take();
    }
};

/// PowerShell: '…' with '' for a quote, "…" with backticks; words it hands on lose \" to the C runtime.
class PowerShellSplitter : public Splitter
{
public:
    using Splitter::Splitter;

    dcs::Result<ShellText> split()
    {
        while (!atEnd()) {
            const char c = peek();
            if (c == '\'' || c == '"') {
                if (auto read = readQuoted(); !read)
                    return read.error();
            } else if (c == '`') {
                take();
                readEscape();
            } else if (isBlank(c) || c == '\r') {
                take();
                endWord();
            } else if (c == '#' && !m_inWord) {
                while (!atEnd() && peek() != '\n')
                    take();
            } else if (c == '&' && m_command.words.isEmpty() && !m_inWord) {
                take(); // the call operator
            } else if (c == '\n' || c == ';' || c == '|') {
                take();
                if (c == '|')
                    note(QStringLiteral("What the answer was piped into was left out."));
                endCommand();
            } else if (c == '>') {
                while (!atEnd() && (peek() == '>' || peek() == '&'))
                    take();
                endWord();
                m_skipWord = true;
            } else {
                if (c == '$' && isNameStart(peek(1)))
                    note(QStringLiteral("The line has a variable of PowerShell; it was kept as text."));
                put(take());
            }
        }
        endCommand();
        for (ShellCommand &command : m_out.commands) {
            for (QByteArray &word : command.words)
                word = asNative(word);
        }
        return m_out;
    }

private:
    // Windows PowerShell and 7.2 hand words on without escaping the quotes in them, so people write \"
    // there; 7.3 hands them on as they are.
    static QByteArray asNative(const QByteArray &word)
    {
        if (!word.contains("\\\""))
            return word;
        QByteArray out;
        qsizetype slashes = 0;
        for (const char c : word) {
            if (c == '"') {
                out.chop(slashes - slashes / 2);
                if (slashes % 2 == 1)
                    out += '"';
            } else {
                out += c;
            }
            slashes = c == '\\' ? slashes + 1 : 0;
        }
        return out;
    }

    dcs::Result<void> readQuoted()
    {
        const int line = m_line;
        const char quote = take();
        m_inWord = true;
        while (!atEnd()) {
            if (peek() == quote && peek(1) == quote) {
                take();
                put(take());
            } else if (peek() == quote) {
                take();
                return {};
            } else if (quote == '"' && peek() == '`') {
                take();
                readEscape();
            } else {
                if (quote == '"' && peek() == '$'
                    && (isNameStart(peek(1)) || peek(1) == '(' || peek(1) == '{'))
                    note(QStringLiteral("The line has a variable of PowerShell; it was kept as text."));
                put(take());
            }
        }
        return openQuote(quote, line);
    }

    void readEscape()
    {
        static const QByteArrayView letters("abefnrtv0");
        static const QByteArrayView bytes("\a\b\x1b\f\n\r\t\v\0", 9);
        if (atEnd())
            return;
        if (startsWith("\r\n")) {
            take();
            take();
        } else if (peek() == '\n') {
            take();
        } else if (const qsizetype known = letters.indexOf(peek()); known >= 0) {
            take();
            put(bytes[known]);
        } else {
            put(take());
        }
    }
};

} // namespace

dcs::Result<ShellText> splitCmd(QByteArrayView text)
{
    return CmdSplitter(text).split();
}

dcs::Result<ShellText> splitPowerShell(QByteArrayView text)
{
    return PowerShellSplitter(text).split();
}

} // namespace interop
