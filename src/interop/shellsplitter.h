// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "interop/shellwords.h"

namespace interop {

inline bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

inline bool isNameStart(char c)
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

dcs::Result<ShellText> splitPosix(QByteArrayView text);
dcs::Result<ShellText> splitCmd(QByteArrayView text);
dcs::Result<ShellText> splitPowerShell(QByteArrayView text);

} // namespace interop
