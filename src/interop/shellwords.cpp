// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "interop/shellwords.h"

#include "interop/shellsplitter.h"

namespace interop {

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
        return splitPosix(text);
    case Shell::Cmd:
        return splitCmd(text);
    case Shell::PowerShell:
        return splitPowerShell(text);
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
