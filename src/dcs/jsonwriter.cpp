// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/jsonwriter.h"

#include "dcs/text.h"

#include <QLocale>
#include <QtNumeric>

namespace dcs {

namespace {

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

bool isPair(QStringView text, qsizetype at)
{
    return text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
}

void appendQuoted(QByteArray &out, QStringView text)
{
    out += '"';
    qsizetype plain = 0;
    for (qsizetype i = 0; i < text.size();) {
        const qsizetype at = i;
        const bool pair = isPair(text, at);
        i += pair ? 2 : 1;
        const char32_t c = pair ? QChar::surrogateToUcs4(text[at], text[at + 1]) : text[at].unicode();
        const bool marked = c == '"' || c == '\\';
        const bool lone = !pair && text[at].isSurrogate();
        if (!marked && !lone && !isInvisible(c))
            continue;
        out += text.sliced(plain, at - plain).toUtf8();
        plain = i;
        if (marked) {
            out += '\\';
            out += char(c);
        } else if (lone) {
            appendEscape(out, 0xfffd); // half a pair has no UTF-8
        } else {
            for (const QChar unit : text.sliced(at, i - at))
                appendEscape(out, unit.unicode());
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
