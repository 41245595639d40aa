// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/json.h"
#include "dcs/jsonwalk.h"
#include "support/generate.h"
#include "support/print.h"

#include <gtest/gtest.h>

using dcs::JsonDocument;
using dcs::JsonValue;

namespace {

/// Writes a document while noting what a reader must find in it.
class DocumentMaker
{
public:
    explicit DocumentMaker(Generate &generate)
        : m_generate(generate)
    {
    }

    QByteArray make()
    {
        gap();
        value(0);
        gap();
        return m_text;
    }
    const QList<QByteArray> &tokens() const { return m_tokens; } ///< keys and scalars in order

private:
    void gap() { m_text += m_generate.text(" \t\r\n", 2); }
    void token(const QByteArray &bytes)
    {
        m_tokens += bytes;
        m_text += bytes;
    }
    QByteArray string()
    {
        static const QList<QByteArray> pieces{"a", "Z", "\\\"", "\\\\", "\\/", "\\n", "\\u0041",
            "\\ud83d\\ude00", "\\ud800", "\xc3\xa9", "\xf0\x9f\x98\x80", "\xe2\x80\xa8", "{", "[", ":", ",",
            "0123456789abcdef", "\x7f"};
        QByteArray out = "\"";
        for (int n = m_generate.number(0, 6); n > 0; --n)
            out += m_generate.pick(pieces);
        return out + '"';
    }
    QByteArray number()
    {
        QByteArray out = m_generate.chance(30) ? "-" : "";
        out += m_generate.chance(20) ? QByteArray("0")
                                     : m_generate.text("123456789", 1, 1) + m_generate.text("0123456789", 40);
        if (m_generate.chance(30))
            out += '.' + m_generate.text("0123456789", 10, 1);
        if (m_generate.chance(30))
            out += m_generate.text("eE", 1, 1) + m_generate.text("+-", 1)
                + m_generate.text("0123456789", 4, 1);
        return out;
    }
    void value(int depth)
    {
        const int kind = m_generate.number(0, depth > 6 ? 4 : 7);
        if (kind < 2)
            token(string());
        else if (kind < 4)
            token(number());
        else if (kind == 4)
            token(m_generate.pick(QList<QByteArray>{"true", "false", "null"}));
        else
            container(depth, kind == 5);
    }
    void container(int depth, bool object)
    {
        m_text += object ? '{' : '[';
        gap();
        const int count = m_generate.number(0, 5);
        for (int i = 0; i < count; ++i) {
            if (i > 0)
                m_text += ',';
            gap();
            if (object) {
                token(string());
                gap();
                m_text += ':';
                gap();
            }
            value(depth + 1);
            gap();
        }
        m_text += object ? '}' : ']';
    }

    Generate &m_generate;
    QByteArray m_text;
    QList<QByteArray> m_tokens;
};

} // namespace

TEST(JsonProperty, EveryTokenOfAGeneratedDocumentIsFoundByteForByte)
{
    Generate generate;
    for (int round = 0; round < 1000; ++round) {
        DocumentMaker maker(generate);
        const QByteArray text = maker.make();
        const JsonDocument document = JsonDocument::parse(text);
        ASSERT_TRUE(document.isValid()) << shown(text) << document.problem()->message.toStdString();
        QList<QByteArray> found;
        for (JsonValue value = document.root(); value.exists(); value = following(value)) {
            if (!value.rawKey().isEmpty())
                found += value.rawKey().toByteArray();
            if (!value.isContainer())
                found += value.raw().toByteArray();
        }
        ASSERT_EQ(found, maker.tokens()) << shown(text);
    }
}

TEST(JsonProperty, NoChangeOfBytesDoesHarm)
{
    Generate generate;
    for (int round = 0; round < 4000; ++round) {
        QByteArray text = DocumentMaker(generate).make();
        for (int edits = generate.number(1, 4); edits > 0 && !text.isEmpty(); --edits) {
            const int at = generate.number(0, int(text.size()) - 1);
            const int what = generate.number(0, 3);
            if (what == 0)
                text[at] = char(generate.number(0, 255));
            else if (what == 1)
                text.remove(at, generate.number(1, 5));
            else if (what == 2)
                text.insert(at, generate.text("{}[]\":,\\u0e-+.tfn\x01\x80\xff ", 4));
            else
                text.truncate(at);
        }
        const JsonDocument document = JsonDocument::parse(text);
        EXPECT_EQ(visitAll(document), document.nodeCount()) << shown(text);
        EXPECT_NE(document.isValid(), document.problem().has_value()) << shown(text);
        if (document.problem()) {
            EXPECT_LE(document.problem()->offset, text.size());
        }
    }
}
