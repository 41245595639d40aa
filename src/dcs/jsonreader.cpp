// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/json.h"
#include "dcs/jsonscan.h"

#include <cstdlib>
#include <cstring>
#include <new>

namespace dcs {

/// One reading of one text: a loop over states, no stack but the parents that the nodes name anyway.
class JsonReader
{
public:
    JsonReader(JsonDocument &document, const JsonDocument::Options &options);
    ~JsonReader() { std::free(m_words); }
    JsonReader(const JsonReader &) = delete;
    JsonReader &operator=(const JsonReader &) = delete;

    void read();

private:
    // Each returns false once the reading has ended.
    bool readFirst();
    bool readMember();
    bool readValue();
    bool readAfterValue();
    bool readString();
    bool readEscape();
    bool readNumber();
    bool readDigits(const char *what);
    bool readLiteral(const char *word, qsizetype length);
    bool open();
    void close();

    quint32 add(const char *begin, quint32 words);
    void grow();
    void finish();

    bool fail(const QString &message) { return failAt(m_at, message); }
    bool failAt(const char *at, const QString &message);
    bool failEnd(const QString &inside);
    bool failUnexpected(const QString &expected);
    void noteBadByte(const char *at);
    qsizetype offset(const char *at) const { return at - m_begin; }
    quint32 beginOf(quint32 node) const { return m_words[node] & ~JsonDocument::containerBit; }

    JsonDocument &m_document;
    const char *m_begin = nullptr; ///< of the whole text
    const char *m_at = nullptr;
    const char *m_end = nullptr;
    quint32 *m_words = nullptr;
    quint32 m_used = 0;
    quint32 m_capacity = 0;
    quint32 m_open = JsonDocument::noNode; ///< innermost open array or object
    qsizetype m_count = 0;
    int m_depth = 0;
    int m_deepest = 0;
    int m_maxDepth = 0;
    bool m_inObject = false; ///< m_open is an object
    bool m_fresh = false; ///< nothing behind the opening bracket has been read
    bool m_allowTrailing = false;
};

namespace {

// Offsets have 31 bits; node names have 32, and three bytes of text, "[],", can take five words.
constexpr qsizetype maxTextBytes = 0x7fffffff;
constexpr quint32 maxWords = 0xfffffff0;

QString byteName(char c)
{
    if (c > ' ' && c < 0x7f)
        return QStringLiteral("'%1'").arg(QLatin1Char(c));
    return QStringLiteral("byte 0x%1").arg(static_cast<unsigned char>(c), 2, 16, QLatin1Char('0'));
}

// Directly behind a number or a word such a character belongs to it, which then is none.
bool wouldJoin(char c)
{
    const char lower = static_cast<char>(c | 0x20);
    return (lower >= 'a' && lower <= 'z') || jsonscan::isDigit(c) || c == '.' || c == '_' || c == '+'
        || c == '-';
}

} // namespace

JsonReader::JsonReader(JsonDocument &document, const JsonDocument::Options &options)
    : m_document(document)
    , m_begin(document.m_text.constData())
    , m_maxDepth(options.maxDepth)
    , m_allowTrailing(options.allowTrailing)
{
    const qsizetype size = document.m_text.size();
    const qsizetype until = options.until < 0 ? size : qMin(options.until, size);
    m_at = m_begin + qBound(qsizetype(0), options.from, until);
    m_end = m_begin + until;
}

void JsonReader::read()
{
    if (m_end - m_begin > maxTextBytes) {
        fail(QStringLiteral("the text is longer than 2 GB"));
        return;
    }
    m_at = jsonscan::skipSpace(m_at, m_end);
    bool going = readValue();
    while (going && m_open != JsonDocument::noNode)
        going = m_fresh ? readFirst() : readAfterValue();
    if (going && !m_allowTrailing) {
        m_at = jsonscan::skipSpace(m_at, m_end);
        if (m_at != m_end)
            fail(QStringLiteral("%1 follows the end of the document").arg(byteName(*m_at)));
    }
    finish();
}

bool JsonReader::readValue()
{
    if (m_at == m_end)
        return m_open == JsonDocument::noNode ? fail(QStringLiteral("there is no value")) : failEnd({});
    switch (*m_at) {
    case '"': {
        const char *begin = m_at;
        if (!readString())
            return false;
        add(begin, JsonDocument::scalarWords);
        return true;
    }
    case '{':
    case '[':
        return open();
    case 't':
        return readLiteral("true", 4);
    case 'f':
        return readLiteral("false", 5);
    case 'n':
        return readLiteral("null", 4);
    default:
        if (*m_at == '-' || jsonscan::isDigit(*m_at))
            return readNumber();
        return failUnexpected(QStringLiteral("a value"));
    }
}

bool JsonReader::readAfterValue()
{
    m_at = jsonscan::skipSpace(m_at, m_end);
    if (m_at == m_end)
        return failEnd({});
    const char c = *m_at;
    if (c == ',') {
        ++m_at;
        m_at = jsonscan::skipSpace(m_at, m_end);
        return m_inObject ? readMember() : readValue();
    }
    if (c == (m_inObject ? '}' : ']')) {
        close();
        return true;
    }
    return failUnexpected(m_inObject ? QStringLiteral("',' or '}'") : QStringLiteral("',' or ']'"));
}

bool JsonReader::readFirst()
{
    m_fresh = false;
    m_at = jsonscan::skipSpace(m_at, m_end);
    if (m_at != m_end && *m_at == (m_inObject ? '}' : ']')) {
        close();
        return true;
    }
    return m_inObject ? readMember() : readValue();
}

bool JsonReader::readMember()
{
    if (m_at == m_end)
        return failEnd({});
    if (*m_at != '"')
        return failUnexpected(QStringLiteral("a key in double quotes"));
    if (!readString())
        return false;
    m_at = jsonscan::skipSpace(m_at, m_end);
    if (m_at == m_end)
        return failEnd({});
    if (*m_at != ':')
        return failUnexpected(QStringLiteral("':'"));
    ++m_at;
    m_at = jsonscan::skipSpace(m_at, m_end);
    return readValue();
}

bool JsonReader::readString()
{
    const char *begin = m_at++;
    for (;;) {
        m_at = jsonscan::skipPlain(m_at, m_end);
        if (m_at == m_end)
            return failEnd(QStringLiteral("the string that begins at byte %1").arg(offset(begin)));
        const char c = *m_at;
        if (c == '"') {
            ++m_at;
            return true;
        }
        if (c == '\\') {
            if (!readEscape())
                return false;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            return fail(QStringLiteral("a string holds a control character, %1, that is not escaped")
                            .arg(byteName(c)));
        } else if (const int length = jsonscan::utf8Length(m_at, m_end)) {
            m_at += length;
        } else {
            noteBadByte(m_at);
            ++m_at;
        }
    }
}

bool JsonReader::readEscape()
{
    if (m_end - m_at < 2) {
        m_at = m_end;
        return failEnd(QStringLiteral("an escape sequence"));
    }
    switch (m_at[1]) {
    case '"':
    case '\\':
    case '/':
    case 'b':
    case 'f':
    case 'n':
    case 'r':
    case 't':
        m_at += 2;
        return true;
    case 'u':
        break;
    default:
        return fail(QStringLiteral("a backslash is followed by %1, which is no escape sequence")
                        .arg(byteName(m_at[1])));
    }
    for (int i = 2; i < 6; ++i) {
        if (m_end - m_at <= i) {
            m_at = m_end;
            return failEnd(QStringLiteral("an escape sequence"));
        }
        if (jsonscan::hexDigit(m_at[i]) < 0)
            return failAt(m_at + i,
                QStringLiteral("\\u is not followed by four hexadecimal digits but has %1")
                    .arg(byteName(m_at[i])));
    }
    m_at += 6;
    return true;
}

bool JsonReader::readDigits(const char *what)
{
    if (m_at == m_end)
        return failEnd(QStringLiteral("a number"));
    if (!jsonscan::isDigit(*m_at))
        return failUnexpected(QStringLiteral("a digit %1").arg(QLatin1String(what)));
    while (m_at != m_end && jsonscan::isDigit(*m_at))
        ++m_at;
    return true;
}

bool JsonReader::readNumber()
{
    const char *begin = m_at;
    if (*m_at == '-')
        ++m_at;
    if (m_at != m_end && *m_at == '0') {
        ++m_at;
        if (m_at != m_end && jsonscan::isDigit(*m_at))
            return failAt(m_at - 1, QStringLiteral("a number begins with a needless 0"));
    } else if (!readDigits("behind the minus sign")) {
        return false;
    }
    if (m_at != m_end && *m_at == '.') {
        ++m_at;
        if (!readDigits("behind the decimal point"))
            return false;
    }
    if (m_at != m_end && (*m_at == 'e' || *m_at == 'E')) {
        ++m_at;
        if (m_at != m_end && (*m_at == '+' || *m_at == '-'))
            ++m_at;
        if (!readDigits("in the exponent"))
            return false;
    }
    // Cut off within an array or object, a number may have lost digits: it is not complete.
    if (m_at == m_end && m_open != JsonDocument::noNode)
        return failEnd({});
    if (m_at != m_end && wouldJoin(*m_at))
        return failUnexpected(QStringLiteral("the end of a number"));
    add(begin, JsonDocument::scalarWords);
    return true;
}

bool JsonReader::readLiteral(const char *word, qsizetype length)
{
    for (qsizetype i = 1; i < length; ++i) {
        if (m_end - m_at <= i) {
            m_at = m_end;
            return failEnd(QStringLiteral("the word %1").arg(QLatin1String(word)));
        }
        if (m_at[i] != word[i])
            return failUnexpected(QStringLiteral("a value"));
    }
    if (m_end - m_at > length && wouldJoin(m_at[length]))
        return failUnexpected(QStringLiteral("a value"));
    add(m_at, JsonDocument::scalarWords);
    m_at += length;
    return true;
}

bool JsonReader::open()
{
    if (m_depth == m_maxDepth)
        return fail(QStringLiteral("nested deeper than %1").arg(m_maxDepth));
    m_deepest = qMax(m_deepest, ++m_depth);
    m_inObject = *m_at == '{';
    m_open = add(m_at, JsonDocument::containerWords);
    m_words[m_open + JsonDocument::Begin] |= JsonDocument::containerBit;
    m_words[m_open + JsonDocument::Size] = 0;
    m_fresh = true;
    ++m_at;
    return true;
}

void JsonReader::close()
{
    ++m_at;
    m_words[m_open + JsonDocument::End] = static_cast<quint32>(offset(m_at));
    m_words[m_open + JsonDocument::Next] = m_used;
    m_open = m_words[m_open + JsonDocument::Parent];
    m_inObject = m_open != JsonDocument::noNode && m_begin[beginOf(m_open)] == '{';
    --m_depth;
}

quint32 JsonReader::add(const char *begin, quint32 words)
{
    if (m_capacity - m_used < words)
        grow();
    const quint32 node = m_used;
    m_words[node + JsonDocument::Begin] = static_cast<quint32>(offset(begin));
    m_words[node + JsonDocument::Parent] = m_open;
    if (m_open != JsonDocument::noNode)
        ++m_words[m_open + JsonDocument::Size];
    m_used += words;
    ++m_count;
    return node;
}

// Large blocks move by remapping pages, and pages that were never written cost nothing: so the block grows to
// what the text read so far foretells, and never are there two copies of it.
void JsonReader::grow()
{
    if (m_capacity == maxWords)
        throw std::bad_alloc();
    const qsizetype total = m_end - m_begin;
    qsizetype wanted = total / 4 + 16;
    if (m_used > 0) {
        const double foretold = double(m_used) * double(total) / double(qMax(qsizetype(1), offset(m_at)));
        wanted = qMax(
            qsizetype(m_used) + m_used / 4 + 64, qMin(qsizetype(foretold * 1.05), qsizetype(m_used) * 4));
    }
    const auto capacity = static_cast<quint32>(qMin(wanted, qsizetype(maxWords)));
    auto *words = static_cast<quint32 *>(std::realloc(m_words, capacity * sizeof(quint32)));
    if (!words)
        throw std::bad_alloc();
    m_words = words;
    m_capacity = capacity;
}

void JsonReader::finish()
{
    // What is open where the text breaks ends there.
    while (m_open != JsonDocument::noNode) {
        --m_at;
        close();
    }
    if (m_used > 0) {
        auto *words = static_cast<quint32 *>(std::realloc(m_words, m_used * sizeof(quint32)));
        if (!words)
            words = m_words;
        m_words = nullptr;
        m_document.m_words = std::shared_ptr<quint32>(words, std::free);
    }
    m_document.m_used = m_used;
    m_document.m_count = m_count;
    m_document.m_depth = m_deepest;
    m_document.m_until = m_end - m_begin;
}

bool JsonReader::failAt(const char *at, const QString &message)
{
    const JsonDocument::Problem problem{message, offset(at), true};
    m_document.m_fatal = problem;
    if (!m_document.m_problem)
        m_document.m_problem = problem;
    return false;
}

bool JsonReader::failEnd(const QString &inside)
{
    QString where = inside;
    if (where.isEmpty()) {
        const quint32 begin = beginOf(m_open);
        where = m_inObject ? QStringLiteral("the object that begins at byte %1").arg(begin)
                           : QStringLiteral("the array that begins at byte %1").arg(begin);
    }
    return failAt(m_end, QStringLiteral("the text ends inside %1").arg(where));
}

bool JsonReader::failUnexpected(const QString &expected)
{
    return fail(QStringLiteral("%1 stands where %2 should").arg(byteName(*m_at), expected));
}

void JsonReader::noteBadByte(const char *at)
{
    if (!m_document.m_problem)
        m_document.m_problem
            = JsonDocument::Problem{QStringLiteral("%1 is no UTF-8").arg(byteName(*at)), offset(at), false};
}

JsonDocument JsonDocument::parse(QByteArray text, const Options &options)
{
    JsonDocument document;
    document.m_text = std::move(text);
    JsonReader(document, options).read();
    return document;
}

} // namespace dcs
