// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

#include <memory>
#include <optional>

namespace dcs {

class JsonDocument;

/// A place in a JsonDocument; cheap to copy, valid as long as the document lives. A default one is "missing",
/// and every question to a missing or wrongly typed value has an empty answer, so look-ups chain without
/// checks.
///
/// firstChild(), next(), parent(), size(), begin() and the end() of arrays and objects take constant time. A
/// model over a long array walks it once with next() and remembers, say, the node() of every 1024th element:
/// JsonDocument::value() leads back there.
class JsonValue
{
public:
    enum class Kind { Missing, Null, False, True, Number, String, Array, Object };

    JsonValue() = default;
    Kind kind() const;
    bool exists() const { return m_document != nullptr; }
    bool isContainer() const; ///< Array or Object

    QByteArrayView raw() const; ///< the bytes of the value as they stand in the text
    qsizetype begin() const; ///< byte offset in the text
    qsizetype end() const;

    QString string() const; ///< a String's text with escapes undone; "" for other kinds
    QString text() const; ///< a String's text or a Number's digits; "" for other kinds: IDs as text
    std::optional<qint64> integer() const; ///< a Number, or a String that holds one, that fits

    qsizetype size() const; ///< elements or members, repeated keys counted
    JsonValue member(QStringView key) const; ///< of equal keys the last (16.2.3)
    /// Constant time in an array without arrays and objects, else linear in the index.
    JsonValue at(qsizetype index) const;
    JsonValue firstChild() const;
    JsonValue next() const;
    JsonValue parent() const;
    qsizetype index() const; ///< place among the parent's children; as costly as at()
    QString key() const; ///< within an object; "" elsewhere
    bool hasKey(QStringView key) const; ///< like key() == key, without making a text
    QByteArrayView rawKey() const; ///< with quotes, as it stands
    QString path() const; ///< "$.dests[0].c"; keys that are no names are quoted

    quint32 node() const { return m_node; }
    bool operator==(const JsonValue &) const = default;

private:
    friend class JsonDocument;
    JsonValue(const JsonDocument *document, quint32 node)
        : m_document(document)
        , m_node(node)
    {
    }
    bool hasFlatChildren() const;
    const quint32 *words() const;

    const JsonDocument *m_document = nullptr;
    quint32 m_node = 0;
};

/// A lossless JSON reader (RFC 8259, strict): key order, repeated keys and the digits of numbers are kept,
/// since each value is a byte range of the text. A broken text keeps everything that was complete before the
/// break. No recursion; depth is limited for the sake of readers that have one. Works on texts of up to 2 GB
/// with 8 bytes a scalar and 20 bytes an array or object. Copies share.
class JsonDocument
{
public:
    struct Problem {
        QString message; ///< one sentence without the place
        qsizetype offset = 0; ///< byte of the text
        bool fatal = true; ///< false: a byte that is no UTF-8, behind which reading went on
    };
    struct Options {
        int maxDepth = 1000;
        bool allowTrailing = false; ///< stop after the first value
        qsizetype from
            = 0; ///< read only this part of the text; offsets still count from the text's beginning
        qsizetype until = -1; ///< -1: the text's end
    };

    JsonDocument() = default;
    static JsonDocument parse(QByteArray text, const Options &options);
    static JsonDocument parse(QByteArray text) { return parse(std::move(text), Options()); }

    bool isValid() const { return !m_problem && exists(); }
    bool exists() const { return m_used > 0; } ///< false only if there was no value at all
    const std::optional<Problem> &problem() const { return m_problem; } ///< the first one
    const std::optional<Problem> &fatalProblem() const { return m_fatal; } ///< the one that ended the reading
    const QByteArray &text() const { return m_text; }
    JsonValue root() const { return value(0); }
    JsonValue value(quint32 node) const; ///< `node` came from JsonValue::node(); missing if it cannot have
    qsizetype nodeCount() const { return m_count; }
    int depth() const { return m_depth; } ///< arrays and objects within one another

private:
    friend class JsonValue;
    friend class JsonReader;

    // Nodes lie in the order of the text, as words: a scalar is {begin, parent}; an array or object {begin,
    // parent, end, size, next}, where `next` is the node behind its last descendant. A node's name is the
    // index of its first word. The first byte of a value tells its kind; keys and the ends of scalars are
    // found again in the text.
    enum Word { Begin, Parent, End, Size, Next };
    static constexpr quint32 scalarWords = 2;
    static constexpr quint32 containerWords = 5;
    static constexpr quint32 noNode = 0xffffffff;
    static constexpr quint32 containerBit = 0x80000000;

    QByteArray m_text;
    qsizetype m_until = 0; ///< no byte of a value stands here or behind
    std::shared_ptr<const quint32> m_words;
    quint32 m_used = 0;
    qsizetype m_count = 0;
    int m_depth = 0;
    std::optional<Problem> m_problem;
    std::optional<Problem> m_fatal;
};

// Inline, since every walk over a document is made of them.

inline const quint32 *JsonValue::words() const
{
    return m_document->m_words.get() + m_node;
}

inline qsizetype JsonValue::begin() const
{
    return m_document ? words()[JsonDocument::Begin] & ~JsonDocument::containerBit : 0;
}

inline JsonValue::Kind JsonValue::kind() const
{
    if (!m_document)
        return Kind::Missing;
    switch (m_document->m_text.constData()[words()[JsonDocument::Begin] & ~JsonDocument::containerBit]) {
    case '{':
        return Kind::Object;
    case '[':
        return Kind::Array;
    case '"':
        return Kind::String;
    case 't':
        return Kind::True;
    case 'f':
        return Kind::False;
    case 'n':
        return Kind::Null;
    default:
        return Kind::Number;
    }
}

inline bool JsonValue::isContainer() const
{
    return m_document && (words()[JsonDocument::Begin] & JsonDocument::containerBit) != 0;
}

inline qsizetype JsonValue::size() const
{
    return isContainer() ? words()[JsonDocument::Size] : 0;
}

inline JsonValue JsonValue::parent() const
{
    if (!m_document || words()[JsonDocument::Parent] == JsonDocument::noNode)
        return {};
    return {m_document, words()[JsonDocument::Parent]};
}

inline JsonValue JsonValue::firstChild() const
{
    return size() > 0 ? JsonValue(m_document, m_node + JsonDocument::containerWords) : JsonValue();
}

inline JsonValue JsonValue::next() const
{
    const JsonValue above = parent();
    if (!above.exists())
        return {};
    const quint32 behind = isContainer() ? words()[JsonDocument::Next] : m_node + JsonDocument::scalarWords;
    return behind < above.words()[JsonDocument::Next] ? JsonValue(m_document, behind) : JsonValue();
}

QString kindName(JsonValue::Kind kind); ///< null boolean number string array object

/// The text of UTF-8 bytes; unlike QString::fromUtf8 it keeps a byte order mark. What is no UTF-8 becomes
/// U+FFFD.
QString textOfUtf8(QByteArrayView bytes);

} // namespace dcs
