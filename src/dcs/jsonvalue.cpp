// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/json.h"
#include "dcs/jsonscan.h"

#include <QStringList>

#include <algorithm>

namespace dcs {

namespace {

constexpr char byteOrderMark[] = "\xef\xbb\xbf";

bool isName(QStringView key)
{
    const auto isLetter
        = [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_'; };
    if (key.isEmpty() || !isLetter(key.front()))
        return false;
    return std::all_of(
        key.begin(), key.end(), [&](QChar c) { return isLetter(c) || (c >= u'0' && c <= u'9'); });
}

char16_t hexUnit(QByteArrayView digits)
{
    unsigned unit = 0;
    for (const char c : digits)
        unit = unit * 16 + unsigned(jsonscan::hexDigit(c));
    return char16_t(unit);
}

QChar simpleEscape(char c)
{
    switch (c) {
    case 'b':
        return u'\b';
    case 'f':
        return u'\f';
    case 'n':
        return u'\n';
    case 'r':
        return u'\r';
    case 't':
        return u'\t';
    default:
        return QLatin1Char(c);
    }
}

// Undoes the escape at `at` and steps behind it; halves of surrogate pairs that stand alone become U+FFFD.
void appendEscape(QString &out, QByteArrayView body, qsizetype &at)
{
    if (body[at + 1] != 'u') {
        out += simpleEscape(body[at + 1]);
        at += 2;
        return;
    }
    const QChar unit(hexUnit(body.sliced(at + 2, 4)));
    at += 6;
    if (!unit.isSurrogate()) {
        out += unit;
        return;
    }
    if (unit.isHighSurrogate() && body.size() - at >= 6 && body[at] == '\\' && body[at + 1] == 'u') {
        const QChar low(hexUnit(body.sliced(at + 2, 4)));
        if (low.isLowSurrogate()) {
            out += unit;
            out += low;
            at += 6;
            return;
        }
    }
    out += QChar(QChar::ReplacementCharacter);
}

// `quoted` is a complete string literal.
QString unescaped(QByteArrayView quoted)
{
    const QByteArrayView body = quoted.sliced(1, quoted.size() - 2);
    qsizetype at = body.indexOf('\\');
    if (at < 0)
        return textOfUtf8(body);
    QString out;
    qsizetype plain = 0;
    while (at >= 0) {
        out += textOfUtf8(body.sliced(plain, at - plain));
        appendEscape(out, body, at);
        plain = at;
        at = body.indexOf('\\', at);
    }
    return out + textOfUtf8(body.sliced(plain));
}

std::optional<qint64> integerOf(QByteArrayView digits)
{
    if (digits.isEmpty())
        return {};
    const auto *first = digits.begin() + (digits.front() == '-' ? 1 : 0);
    if (!std::all_of(first, digits.end(), jsonscan::isDigit))
        return {};
    bool ok = false;
    const qint64 number = digits.toLongLong(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

} // namespace

QString kindName(JsonValue::Kind kind)
{
    switch (kind) {
    case JsonValue::Kind::Missing:
        break;
    case JsonValue::Kind::Null:
        return QStringLiteral("null");
    case JsonValue::Kind::False:
    case JsonValue::Kind::True:
        return QStringLiteral("boolean");
    case JsonValue::Kind::Number:
        return QStringLiteral("number");
    case JsonValue::Kind::String:
        return QStringLiteral("string");
    case JsonValue::Kind::Array:
        return QStringLiteral("array");
    case JsonValue::Kind::Object:
        return QStringLiteral("object");
    }
    return {};
}

QString textOfUtf8(QByteArrayView bytes)
{
    QString marks;
    while (bytes.startsWith(byteOrderMark)) {
        marks += QChar(QChar::ByteOrderMark);
        bytes = bytes.sliced(3);
    }
    return marks.isEmpty() ? QString::fromUtf8(bytes) : marks + QString::fromUtf8(bytes);
}

JsonValue JsonDocument::value(quint32 node) const
{
    return node < m_used ? JsonValue(this, node) : JsonValue();
}

qsizetype JsonValue::end() const
{
    if (!m_document)
        return 0;
    const char *text = m_document->m_text.constData();
    const char *end = text + m_document->m_until;
    const char *at = text + begin();
    switch (kind()) {
    case Kind::Missing:
        return 0;
    case Kind::Null:
    case Kind::True:
        return begin() + 4;
    case Kind::False:
        return begin() + 5;
    case Kind::Number:
        while (at != end
            && (jsonscan::isDigit(*at) || *at == '-' || *at == '+' || *at == '.' || (*at | 0x20) == 'e'))
            ++at;
        return at - text;
    case Kind::String:
        for (at = jsonscan::findMark(at + 1, end); *at != '"'; at = jsonscan::findMark(at + 2, end)) { }
        return at + 1 - text;
    case Kind::Array:
    case Kind::Object:
        break;
    }
    return words()[JsonDocument::End];
}

QByteArrayView JsonValue::raw() const
{
    return m_document ? QByteArrayView(m_document->m_text).sliced(begin(), end() - begin())
                      : QByteArrayView();
}

QString JsonValue::string() const
{
    return kind() == Kind::String ? unescaped(raw()) : QString();
}

QString JsonValue::text() const
{
    return kind() == Kind::Number ? QString::fromLatin1(raw()) : string();
}

std::optional<qint64> JsonValue::integer() const
{
    if (kind() == Kind::Number) {
        // 7.0 is the integer 7 to every writer of JSON.
        const QByteArrayView digits = raw();
        const qsizetype point = digits.indexOf('.');
        const bool whole
            = point > 0 && digits.sliced(point + 1).toByteArray().count('0') == digits.size() - point - 1;
        return integerOf(whole ? digits.first(point) : digits);
    }
    return kind() == Kind::String ? integerOf(string().toUtf8()) : std::nullopt;
}

// Then each child takes the same room, and the place of the n-th is known.
bool JsonValue::hasFlatChildren() const
{
    const quint32 next = words()[JsonDocument::Next];
    return qsizetype(next - m_node) == JsonDocument::containerWords + size() * JsonDocument::scalarWords;
}

JsonValue JsonValue::at(qsizetype index) const
{
    if (index < 0 || index >= size())
        return {};
    JsonValue child = firstChild();
    if (hasFlatChildren())
        return {m_document, child.m_node + quint32(index) * JsonDocument::scalarWords};
    while (index-- > 0)
        child = child.next();
    return child;
}

qsizetype JsonValue::index() const
{
    const JsonValue above = parent();
    if (!above.exists())
        return 0;
    JsonValue sibling = above.firstChild();
    if (above.hasFlatChildren())
        return (m_node - sibling.m_node) / JsonDocument::scalarWords;
    qsizetype before = 0;
    for (; sibling.m_node != m_node; sibling = sibling.next())
        ++before;
    return before;
}

bool JsonValue::hasKey(QStringView key) const
{
    const QByteArrayView quoted = rawKey();
    // A literal may spell the same key with escapes, or hold a byte that is no UTF-8 and reads as U+FFFD.
    const qsizetype length = quoted.size() - 2;
    bool plain = true;
    for (qsizetype i = 0; i < length; ++i) {
        const char c = quoted[i + 1];
        if (c == '\\' || static_cast<signed char>(c) < 0) {
            plain = false;
            break;
        }
        if (i >= key.size() || key[i].unicode() != static_cast<unsigned char>(c))
            return false;
    }
    return plain ? length == key.size() : unescaped(quoted) == key;
}

JsonValue JsonValue::member(QStringView key) const
{
    JsonValue found;
    if (kind() == Kind::Object) {
        for (JsonValue child = firstChild(); child.exists(); child = child.next()) {
            if (child.hasKey(key))
                found = child;
        }
    }
    return found;
}

// Found by walking back from the value: within a string a quote has an odd number of backslashes before it,
// and the opening one has none.
QByteArrayView JsonValue::rawKey() const
{
    if (parent().kind() != Kind::Object)
        return {};
    const char *text = m_document->m_text.constData();
    const char *close = text + begin() - 1;
    while (*close != '"')
        --close;
    const char *open = close;
    for (;;) {
        --open;
        while (*open != '"')
            --open;
        const char *slash = open;
        while (slash[-1] == '\\')
            --slash;
        if ((open - slash) % 2 == 0)
            return QByteArrayView(open, close + 1 - open);
    }
}

QString JsonValue::key() const
{
    const QByteArrayView quoted = rawKey();
    return quoted.isEmpty() ? QString() : unescaped(quoted);
}

QString JsonValue::path() const
{
    if (!exists())
        return {};
    QStringList steps;
    for (JsonValue value = *this; value.parent().exists(); value = value.parent()) {
        const QByteArrayView quoted = value.rawKey();
        if (quoted.isEmpty()) {
            steps.prepend(QStringLiteral("[%1]").arg(value.index()));
            continue;
        }
        const QString key = unescaped(quoted);
        steps.prepend(isName(key) ? u'.' + key : u'[' + textOfUtf8(quoted) + u']');
    }
    return u'$' + steps.join(QString());
}

} // namespace dcs
