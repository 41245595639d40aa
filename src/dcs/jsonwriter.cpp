// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/jsonwriter.h"

#include <QLocale>
#include <QtNumeric>

namespace dcs {

namespace {

// Characters that would drive a terminal, turn a line around, or end a line of JavaScript.
bool wantsEscape(char16_t c)
{
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x200e || c == 0x200f || (c >= 0x2028 && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069) || c == 0xfeff;
}

void appendEscape(QByteArray &out, char16_t c)
{
    static constexpr char digits[] = "0123456789abcdef";
    switch (c) {
    case '\b':
        out += "\\b";
        return;
    case '\f':
        out += "\\f";
        return;
    case '\n':
        out += "\\n";
        return;
    case '\r':
        out += "\\r";
        return;
    case '\t':
        out += "\\t";
        return;
    default:
        out += "\\u";
        for (int shift = 12; shift >= 0; shift -= 4)
            out += digits[(c >> shift) & 15];
    }
}

// Half a surrogate pair has no UTF-8; the character for that is U+FFFD.
bool isLoneSurrogate(QStringView text, qsizetype at)
{
    const QChar c = text[at];
    if (c.isHighSurrogate())
        return at + 1 == text.size() || !text[at + 1].isLowSurrogate();
    return c.isLowSurrogate() && (at == 0 || !text[at - 1].isHighSurrogate());
}

void appendQuoted(QByteArray &out, QStringView text)
{
    out += '"';
    qsizetype plain = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text[i].unicode();
        const bool marked = c == '"' || c == '\\';
        const bool lone = text[i].isSurrogate() && isLoneSurrogate(text, i);
        if (!marked && !lone && !wantsEscape(c))
            continue;
        out += text.sliced(plain, i - plain).toUtf8();
        plain = i + 1;
        if (marked) {
            out += '\\';
            out += char(c);
        } else {
            appendEscape(out, lone ? char16_t(0xfffd) : c);
        }
    }
    out += text.sliced(plain).toUtf8();
    out += '"';
}

} // namespace

void JsonWriter::newLine()
{
    if (m_indent > 0) {
        m_out += '\n';
        m_out.append(qsizetype(m_indent) * qsizetype(m_hasItems.size()), ' ');
    }
}

void JsonWriter::separate()
{
    if (m_afterKey) {
        m_afterKey = false;
        return;
    }
    if (m_hasItems.empty())
        return;
    if (m_hasItems.back())
        m_out += ',';
    m_hasItems.back() = true;
    newLine();
}

JsonWriter &JsonWriter::begin(char bracket)
{
    separate();
    m_out += bracket;
    m_hasItems.push_back(false);
    return *this;
}

JsonWriter &JsonWriter::end(char bracket)
{
    const bool hadItems = m_hasItems.back();
    m_hasItems.pop_back();
    if (hadItems)
        newLine();
    m_out += bracket;
    return *this;
}

JsonWriter &JsonWriter::beginObject()
{
    return begin('{');
}

JsonWriter &JsonWriter::endObject()
{
    return end('}');
}

JsonWriter &JsonWriter::beginArray()
{
    return begin('[');
}

JsonWriter &JsonWriter::endArray()
{
    return end(']');
}

JsonWriter &JsonWriter::key(QStringView name)
{
    separate();
    appendQuoted(m_out, name);
    m_out += m_indent > 0 ? ": " : ":";
    m_afterKey = true;
    return *this;
}

JsonWriter &JsonWriter::value(QStringView text)
{
    separate();
    appendQuoted(m_out, text);
    return *this;
}

JsonWriter &JsonWriter::value(qint64 number)
{
    return raw(QByteArray::number(number));
}

JsonWriter &JsonWriter::value(double number)
{
    return qIsFinite(number) ? raw(QByteArray::number(number, 'g', QLocale::FloatingPointShortest)) : null();
}

JsonWriter &JsonWriter::boolean(bool flag)
{
    return raw(flag ? QByteArrayView("true") : QByteArrayView("false"));
}

JsonWriter &JsonWriter::null()
{
    return raw("null");
}

JsonWriter &JsonWriter::raw(QByteArrayView json)
{
    separate();
    m_out.append(json);
    return *this;
}

QByteArray JsonWriter::take()
{
    QByteArray document = std::move(m_out);
    document += '\n';
    m_out = QByteArray();
    m_hasItems.clear();
    m_afterKey = false;
    return document;
}

} // namespace dcs
