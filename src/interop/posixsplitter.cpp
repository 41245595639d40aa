// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/text.h"
#include "interop/shellsplitter.h"

namespace interop {

namespace {

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
                if (c == '{')
                    noteBraces();
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

    // bash makes several words of them.
    void noteBraces()
    {
        qsizetype end = 1;
        while (peek(end) != '\0' && peek(end) != '}' && !isBlank(peek(end)) && peek(end) != '\n')
            ++end;
        const QByteArrayView braces = m_text.sliced(m_at, qMin(end, m_text.size() - m_at));
        if (peek(end) == '}' && (braces.contains(',') || braces.contains("..")))
            note(QStringLiteral("bash makes several words of { } outside quotes; they were kept as text."));
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

} // namespace

dcs::Result<ShellText> splitPosix(QByteArrayView text)
{
    return PosixSplitter(text).split();
}

} // namespace interop
