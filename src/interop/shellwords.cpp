// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "interop/shellwords.h"

#include "dcs/text.h"

namespace interop {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

bool isNameStart(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
}

/// What the three readers have in common: the place, the word and the command being built.
class Splitter
{
public:
    explicit Splitter(QByteArrayView text)
        : m_text(text)
    {
    }

protected:
    bool atEnd() const { return m_at >= m_text.size(); }
    char peek(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0';
    }
    bool startsWith(QByteArrayView what) const { return m_text.sliced(m_at).startsWith(what); }
    char take()
    {
        const char c = m_text[m_at++];
        if (c == '\n')
            ++m_line;
        return c;
    }
    void put(char c)
    {
        m_word += c;
        m_inWord = true;
    }
    void endWord()
    {
        if (!m_inWord)
            return;
        if (m_skipWord)
            m_skipWord = false;
        else
            m_command.words.append(m_word);
        m_word.clear();
        m_inWord = false;
    }
    void endCommand()
    {
        endWord();
        m_skipWord = false;
        if (!m_command.words.isEmpty())
            m_out.commands.append(m_command);
        m_command = {{}, m_line};
    }
    void note(const QString &text)
    {
        if (!m_out.notes.contains(text))
            m_out.notes.append(text);
    }
    static dcs::Error openQuote(char quote, int line)
    {
        return {dcs::Errc::InvalidInput,
            QStringLiteral("The %1 opened in line %2 is never closed.")
                .arg(QString(QLatin1Char(quote)), QString::number(line)),
            QStringLiteral("Copy the whole command line, to its last quote."), {}};
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
    int m_line = 1;
    QByteArray m_word;
    bool m_inWord = false;
    bool m_skipWord = false; ///< the next word is the file of a redirection
    ShellCommand m_command;
    ShellText m_out;
};

/// sh and bash: quotes, $'…', comments, continuation lines and the operators that end a command.
class PosixSplitter : public Splitter
{
public:
    using Splitter::Splitter;

    dcs::Result<ShellText> split()
    {
        while (!atEnd()) {
            const char c = peek();
            if (c == '\'' || c == '"' || (c == '$' && (peek(1) == '\'' || peek(1) == '"'))) {
                if (auto read = readQuoted(); !read)
                    return read.error();
            } else if (c == '\\') {
                readEscape();
            } else if (isBlank(c) || c == '\r') {
                take();
                endWord();
            } else if (c == '#' && !m_inWord) {
                while (!atEnd() && peek() != '\n')
                    take();
            } else if (c == '\n' || c == ';' || c == '|' || c == '&' || c == '(' || c == ')') {
                readOperator();
            } else if (c == '<' || c == '>') {
                readRedirection();
            } else {
                if (c == '`' || (c == '$' && (isNameStart(peek(1)) || peek(1) == '{' || peek(1) == '(')))
                    noteVariable();
                put(take());
            }
        }
        endCommand();
        return m_out;
    }

private:
    void noteVariable()
    {
        note(QStringLiteral(
            "The line has a variable or command of the shell (from “%1” on); it was kept as text.")
                 .arg(dcs::visible(
                     QString::fromUtf8(m_text.sliced(m_at, qMin(qsizetype(20), m_text.size() - m_at))))));
    }

    dcs::Result<void> readQuoted()
    {
        const int line = m_line;
        m_inWord = true;
        bool ansi = false;
        if (peek() == '$') {
            take();
            ansi = peek() == '\'';
        }
        const char quote = take();
        while (!atEnd() && peek() != quote) {
            if (ansi && peek() == '\\')
                readAnsiEscape();
            else if (quote == '"' && peek() == '\\')
                readDoubleQuotedEscape();
            else {
                if (quote == '"'
                    && (peek() == '`'
                        || (peek() == '$' && (isNameStart(peek(1)) || peek(1) == '{' || peek(1) == '('))))
                    noteVariable();
                put(take());
            }
        }
        if (atEnd())
            return openQuote(quote, line);
        take();
        return {};
    }

    void readEscape()
    {
        take();
        if (atEnd()) {
            put('\\');
        } else if (startsWith("\r\n")) {
            take();
            take();
        } else if (peek() == '\n') {
            take();
        } else {
            put(take());
        }
    }

    void readDoubleQuotedEscape()
    {
        take();
        if (atEnd() || !QByteArrayView("$`\"\\\n").contains(peek()))
            put('\\');
        else if (peek() == '\n')
            take();
        else
            put(take());
    }

    void readAnsiEscape()
    {
        static const QByteArrayView letters("abeEfnrtv\\'\"?");
        static const QByteArrayView bytes("\a\b\x1b\x1b\f\n\r\t\v\\'\"?");
        take();
        if (atEnd()) {
            put('\\');
            return;
        }
        const char c = peek();
        if (const qsizetype known = letters.indexOf(c); known >= 0) {
            take();
            put(bytes[known]);
        } else if (c == 'x' || c == 'u' || c == 'U') {
            readHexEscape();
        } else if (c >= '0' && c <= '7') {
            int value = 0;
            for (int i = 0; i < 3 && peek() >= '0' && peek() <= '7'; ++i)
                value = value * 8 + (take() - '0');
            put(char(value & 0xff));
        } else if (c == 'c' && m_at + 1 < m_text.size()) {
            take();
            put(char(take() & 0x1f));
        } else {
            put('\\');
        }
    }

    void readHexEscape()
    {
        const char kind = take();
        const int most = kind == 'x' ? 2 : kind == 'u' ? 4 : 8;
        qsizetype length = 0;
        while (length < most && isxdigit(static_cast<unsigned char>(peek(length))))
            ++length;
        if (length == 0) {
            put('\\');
            put(kind);
            return;
        }
        const uint value = m_text.sliced(m_at, length).toByteArray().toUInt(nullptr, 16);
        m_at += length;
        m_inWord = true;
        if (kind == 'x')
            m_word += char(value);
        else
            m_word += QString::fromUcs4(reinterpret_cast<const char32_t *>(&value), 1).toUtf8();
    }

    void readOperator()
    {
        const char c = take();
        const bool doubled = !atEnd() && peek() == c && (c == '&' || c == '|');
        if (doubled)
            take();
        if (c == '&' && !doubled && m_inWord && !atEnd() && !isBlank(peek()) && peek() != '\n') {
            note(QStringLiteral("A “&” outside quotes ended the command in line %1, as the shell has it: put "
                                "the URL in quotes.")
                     .arg(m_line));
        } else if (c == '|' && !doubled) {
            note(QStringLiteral("What the answer was piped into was left out."));
        }
        endCommand();
    }

    void readRedirection()
    {
        bool digits = m_inWord && !m_word.isEmpty();
        for (const char d : std::as_const(m_word))
            digits = digits && d >= '0' && d <= '9';
        if (digits) {
            m_word.clear();
            m_inWord = false;
        }
        endWord();
        while (!atEnd() && (peek() == '<' || peek() == '>' || peek() == '&' || peek() == '|'))
            take();
        m_skipWord = true;
    }
};

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

// The end of the first line tells, where there is one; else the first character that quotes anything.
Shell recogniseShell(QByteArrayView text)
{
    const QByteArrayView trimmed = text.trimmed();
    const qsizetype feed = trimmed.indexOf('\n');
    const QByteArrayView firstLine = (feed < 0 ? QByteArrayView() : trimmed.first(feed)).trimmed();
    if (firstLine.endsWith('\\'))
        return Shell::Posix;
    if (firstLine.endsWith('^'))
        return Shell::Cmd;
    if (firstLine.endsWith('`'))
        return Shell::PowerShell;
    const bool exe = trimmed.startsWith("curl.exe") || trimmed.startsWith("& ");
    for (const char c : trimmed) {
        if (c == '^')
            return Shell::Cmd;
        if (c == '`' || (c == '\'' && exe))
            return Shell::PowerShell;
        if (c == '"' && exe)
            return trimmed.contains("`\"") ? Shell::PowerShell : Shell::Cmd;
        if (c == '\'' || c == '"' || c == '\\')
            return Shell::Posix;
    }
    return Shell::Posix;
}

dcs::Result<ShellText> splitShell(QByteArrayView text, Shell shell)
{
    switch (shell) {
    case Shell::Posix:
        return PosixSplitter(text).split();
    case Shell::Cmd:
        return CmdSplitter(text).split();
    case Shell::PowerShell:
        return PowerShellSplitter(text).split();
    }
    return ShellText{};
}

QList<QByteArray> splitWindowsArguments(QByteArrayView line)
{
    QList<QByteArray> out;
    QByteArray word;
    bool inWord = false;
    bool quoted = false;
    for (qsizetype i = 0; i < line.size();) {
        qsizetype slashes = 0;
        while (i < line.size() && line[i] == '\\') {
            ++slashes;
            ++i;
        }
        if (i < line.size() && line[i] == '"') {
            word += QByteArray(slashes / 2, '\\');
            inWord = true;
            if (slashes % 2 == 1) {
                word += '"';
            } else if (quoted && i + 1 < line.size() && line[i + 1] == '"') {
                word += '"';
                ++i;
            } else {
                quoted = !quoted;
            }
            ++i;
            continue;
        }
        if (slashes > 0) {
            word += QByteArray(slashes, '\\');
            inWord = true;
            continue;
        }
        if (i >= line.size())
            break;
        const char c = line[i++];
        if (!quoted && (isBlank(c) || c == '\n')) {
            if (inWord)
                out.append(word);
            word.clear();
            inWord = false;
        } else {
            word += c;
            inWord = true;
        }
    }
    if (inWord)
        out.append(word);
    return out;
}

QByteArray quotePosix(QByteArrayView word)
{
    return '\'' + word.toByteArray().replace('\'', "'\\''") + '\'';
}

// cmd does not know that the program's quotes are quotes when they are escaped too; so every character that
// means something to either is taken apart: \" for the program, ^ for cmd. A % is kept from naming a variable
// by a ^ behind it.
QByteArray quoteCmd(QByteArrayView word)
{
    QByteArray inner;
    qsizetype slashes = 0;
    for (const char c : word) {
        if (c == '"')
            inner += QByteArray(slashes + 1, '\\');
        slashes = c == '\\' ? slashes + 1 : 0;
        inner += c;
    }
    inner = '"' + inner + QByteArray(slashes, '\\') + '"';
    QByteArray out;
    bool afterPercent = false;
    for (const char c : inner) {
        const bool plain = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')
            || QByteArrayView(" _-:./,;=+@~'\\").contains(c) || static_cast<unsigned char>(c) >= 0x80;
        if (c == '\n') {
            out += "^\n\n";
        } else {
            if (!plain || (afterPercent && c != ' '))
                out += '^';
            out += c;
        }
        afterPercent = c == '%';
    }
    return out;
}

// Windows PowerShell hands quotes inside a word on unescaped, so they carry the backslash that the program
// expects.
QByteArray quotePowerShell(QByteArrayView word)
{
    QByteArray inner;
    qsizetype slashes = 0;
    for (const char c : word) {
        if (c == '"')
            inner += QByteArray(slashes + 1, '\\');
        slashes = c == '\\' ? slashes + 1 : 0;
        inner += c;
        if (c == '\'')
            inner += c;
    }
    return '\'' + inner + '\'';
}

} // namespace interop
