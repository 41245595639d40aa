// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/jsonpath.h"

namespace dcs {

namespace {

bool endsKey(QChar c)
{
    return c == u'.' || c == u'[' || c == u'=' || c == u'!' || c == u'<' || c == u'>' || c.isSpace();
}

/// The text between two quotes at `at`, escapes undone as JSON does; `at` moves behind. nullopt without a
/// second quote.
std::optional<QString> quotedKey(QStringView text, qsizetype &at)
{
    const QChar quote = text[at];
    qsizetype end = at + 1;
    while (end < text.size() && text[end] != quote)
        end += text[end] == u'\\' ? 2 : 1;
    if (end >= text.size())
        return std::nullopt;
    const QString inner = text.sliced(at + 1, end - at - 1).toString();
    at = end + 1;
    if (quote == u'\'')
        return QString(inner).replace(QStringLiteral("\\'"), QStringLiteral("'"));
    return JsonDocument::parse(u'"' + inner.toUtf8() + '"').root().string();
}

} // namespace

JsonPath JsonPath::parse(QStringView text, qsizetype *end)
{
    JsonPath path;
    qsizetype at = 0;
    if (!text.startsWith(u'$')) {
        path.fail(QStringLiteral("A JSON path begins with $"), 0);
    } else {
        at = 1;
        while (at < text.size() && (text[at] == u'.' || text[at] == u'[') && path.parseStep(text, at)) { }
    }
    *end = at;
    return path;
}

JsonPath JsonPath::parse(QStringView text)
{
    qsizetype end = 0;
    JsonPath path = parse(text, &end);
    if (!path.m_problem && end < text.size())
        path.fail(QStringLiteral("A JSON path goes on with a dot or a bracket"), end);
    return path;
}

bool JsonPath::parseStep(QStringView text, qsizetype &at)
{
    if (text[at] == u'[')
        return parseBracket(text, at);
    const qsizetype from = ++at;
    while (at < text.size() && !endsKey(text[at]))
        ++at;
    if (at == from)
        return fail(QStringLiteral("A key is missing behind the dot"), from);
    m_steps.emplace_back(text.sliced(from, at - from).toString());
    return true;
}

bool JsonPath::parseBracket(QStringView text, qsizetype &at)
{
    const qsizetype open = at++;
    if (at < text.size() && (text[at] == u'"' || text[at] == u'\'')) {
        const std::optional<QString> key = quotedKey(text, at);
        if (!key)
            return fail(QStringLiteral("The key has no second quote"), open + 1);
        m_steps.emplace_back(*key);
    } else {
        const qsizetype from = at;
        while (at < text.size() && text[at] != u']')
            ++at;
        bool ok = false;
        const qsizetype index = text.sliced(from, at - from).toLongLong(&ok);
        if (!ok)
            return fail(QStringLiteral("Between brackets belongs a number or a key in quotes"), from);
        m_steps.emplace_back(index);
    }
    if (at >= text.size() || text[at] != u']')
        return fail(QStringLiteral("The bracket is not closed"), open);
    ++at;
    return true;
}

bool JsonPath::fail(const QString &message, qsizetype at)
{
    m_problem = Problem{message, at};
    return false;
}

JsonValue JsonPath::find(const JsonValue &root) const
{
    JsonValue value = root;
    for (const Step &step : m_steps) {
        if (const auto *key = std::get_if<QString>(&step)) {
            value = value.kind() == JsonValue::Kind::Object ? value.member(*key) : JsonValue();
        } else {
            const qsizetype index = std::get<qsizetype>(step);
            const qsizetype size = value.size();
            const qsizetype place = index < 0 ? size + index : index;
            const bool there = value.kind() == JsonValue::Kind::Array && place >= 0 && place < size;
            value = there ? value.at(place) : JsonValue();
        }
    }
    return value;
}

} // namespace dcs
