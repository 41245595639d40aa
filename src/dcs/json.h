// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

#include <optional>
#include <vector>

namespace dcs {

class JsonDocument;

/// A place in a JsonDocument; cheap to copy, valid as long as the document lives. A default one is "missing", and
/// every question to a missing or wrongly typed value has an empty answer, so look-ups chain without checks.
class JsonValue
{
public:
    enum class Kind { Missing, Null, False, True, Number, String, Array, Object };

    JsonValue() = default;
    Kind kind() const;
    bool exists() const { return kind() != Kind::Missing; }

    QByteArrayView raw() const; ///< the bytes of the value as they stand in the text
    qsizetype begin() const; ///< byte offset in the text
    qsizetype end() const;

    QString string() const; ///< a String's text with escapes undone; "" for other kinds
    QString text() const; ///< a String's text or a Number's digits; "" for other kinds: IDs as text
    std::optional<qint64> integer() const; ///< a Number, or a String that holds one, that fits

    qsizetype size() const; ///< elements or members, repeated keys counted
    JsonValue member(QStringView key) const; ///< of equal keys the last (16.2.3)
    JsonValue at(qsizetype index) const; ///< linear in the index: iterate with firstChild() and next()
    JsonValue firstChild() const;
    JsonValue next() const;
    JsonValue parent() const;
    QString key() const; ///< within an object; "" elsewhere
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
    const JsonDocument *m_document = nullptr;
    quint32 m_node = 0;
};

/// A lossless JSON reader (RFC 8259, strict): key order, repeated keys and the digits of numbers are kept, since each
/// value is a byte range of the text. A broken text keeps everything that was complete before the break. No recursion;
/// depth is limited. Works on texts of up to 4 GB with some 16 bytes a value.
class JsonDocument
{
public:
    struct Problem {
        QString message; ///< one sentence without the place
        qsizetype offset = 0; ///< byte of the text
    };
    struct Options {
        int maxDepth = 1000;
        bool allowTrailing = false; ///< stop after the first value
    };

    JsonDocument() = default;
    static JsonDocument parse(QByteArray text, const Options &options);
    static JsonDocument parse(QByteArray text) { return parse(std::move(text), Options()); }

    bool isValid() const { return !m_problem && exists(); }
    bool exists() const; ///< false only if there was no value at all
    const std::optional<Problem> &problem() const { return m_problem; }
    const QByteArray &text() const { return m_text; }
    JsonValue root() const;
    JsonValue value(quint32 node) const;
    qsizetype nodeCount() const;

private:
    friend class JsonValue;
    friend class JsonReader;
    // Layout of the nodes is the implementation's choice; see json.cpp.
    QByteArray m_text;
    std::vector<quint32> m_nodes;
    std::optional<Problem> m_problem;
};

} // namespace dcs
