// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "sandbox/traitrule.h"

#include <QStringList>

namespace sandbox {

using namespace Qt::StringLiterals;

namespace {

// A rule is written by hand; deeper nesting is a mistake, and must not cost the stack.
constexpr int maxDepth = 100;

bool isNameCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c == u'-' || c == u'.';
}

std::optional<double> number(const QString &text)
{
    bool ok = false;
    const double value = text.trimmed().toDouble(&ok);
    return ok ? std::optional(value) : std::nullopt;
}

/// `words` occurs in `text` and neither end cuts a word in two.
bool hasWords(QStringView text, QStringView words)
{
    if (words.isEmpty())
        return false;
    const auto joins = [&](qsizetype at) {
        return at > 0 && at < text.size() && text[at - 1].isLetterOrNumber() && text[at].isLetterOrNumber();
    };
    for (qsizetype at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
        if (!joins(at) && !joins(at + words.size()))
            return true;
    }
    return false;
}

} // namespace

/// Recursive descent: OR under AND under NOT under a comparison or a parenthesis.
class RuleParser
{
public:
    RuleParser(QStringView text, TraitRule::Terms terms)
        : m_text(text)
        , m_terms(terms)
    {
    }

    dcs::Result<TraitRule> parse()
    {
        const int root = readOr(0);
        skipBlanks();
        if (root >= 0 && m_at < m_text.size())
            fail(u"AND, OR or the end of the rule is expected"_s);
        if (!m_problem.isEmpty()) {
            return dcs::Error{dcs::Errc::InvalidInput,
                u"The rule \"%1\" is wrong at character %2: %3."_s.arg(
                    m_text.toString(), QString::number(m_at + 1), m_problem),
                u"Write comparisons like c_page == \"checkout\", joined by AND, OR, NOT and parentheses."_s,
                {}};
        }
        return std::move(m_rule);
    }

private:
    using Node = TraitRule::Node;
    using Op = TraitRule::Op;

    int fail(const QString &problem)
    {
        if (m_problem.isEmpty())
            m_problem = problem;
        return -1;
    }

    int add(Node node)
    {
        m_rule.m_nodes.push_back(std::move(node));
        return int(m_rule.m_nodes.size()) - 1;
    }

    void skipBlanks()
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace())
            ++m_at;
    }

    /// The word at the cursor, not taken.
    QStringView word()
    {
        skipBlanks();
        qsizetype end = m_at;
        while (end < m_text.size() && isNameCharacter(m_text[end]))
            ++end;
        return m_text.sliced(m_at, end - m_at);
    }

    bool takeWord(QStringView expected)
    {
        const QStringView found = word();
        if (found.compare(expected, Qt::CaseInsensitive) != 0)
            return false;
        m_at += found.size();
        return true;
    }

    bool take(QStringView sign)
    {
        skipBlanks();
        if (!m_text.sliced(m_at).startsWith(sign))
            return false;
        m_at += sign.size();
        return true;
    }

    int readOr(int depth)
    {
        int left = readAnd(depth);
        while (left >= 0 && takeWord(u"OR"))
            left = join(Node::Kind::Or, left, readAnd(depth));
        return left;
    }

    int readAnd(int depth)
    {
        int left = readNot(depth);
        while (left >= 0 && takeWord(u"AND"))
            left = join(Node::Kind::And, left, readNot(depth));
        return left;
    }

    int join(Node::Kind kind, int left, int right)
    {
        if (right < 0)
            return -1;
        Node node;
        node.kind = kind;
        node.left = left;
        node.right = right;
        return add(std::move(node));
    }

    int readNot(int depth)
    {
        if (depth > maxDepth)
            return fail(u"it is nested too deeply"_s);
        if (takeWord(u"NOT")) {
            Node node;
            node.kind = Node::Kind::Not;
            node.left = readNot(depth + 1);
            return node.left < 0 ? -1 : add(std::move(node));
        }
        if (take(u"(")) {
            const int inner = readOr(depth + 1);
            if (inner >= 0 && !take(u")"))
                return fail(u"a closing parenthesis is expected"_s);
            return inner;
        }
        return m_terms == TraitRule::Terms::Traits ? readTrait() : readComparison();
    }

    int readTrait()
    {
        Node node;
        node.kind = Node::Kind::Trait;
        bool ok = false;
        const QStringView digits = word();
        node.trait = digits.toInt(&ok);
        if (!ok)
            return fail(u"a trait ID is expected"_s);
        m_at += digits.size();
        return add(std::move(node));
    }

    int readComparison()
    {
        Node node;
        if (!readText(node.key) || node.key.isEmpty())
            return fail(u"a key is expected"_s);
        if (!readOperator(node.op))
            return fail(u"a comparison operator is expected"_s);
        skipBlanks();
        const qsizetype valueAt = m_at;
        if (!readText(node.value))
            return fail(u"a value is expected"_s);
        node.number = number(node.value);
        if (node.op == Op::MatchesRegex) {
            // Java's matches() wants the whole text to match.
            node.expression.setPattern(QRegularExpression::anchoredPattern(node.value));
            if (!node.expression.isValid()) {
                m_at = valueAt;
                return fail(u"the regular expression is broken (%1)"_s.arg(node.expression.errorString()));
            }
        }
        return add(std::move(node));
    }

    bool readOperator(Op &op)
    {
        // The longer sign before the one that it begins with. "=>" is how one page prints ">=".
        static constexpr std::pair<QStringView, Op> signs[] = {
            {u"==", Op::Equal},
            {u"!=", Op::NotEqual},
            {u">=", Op::GreaterOrEqual},
            {u"=>", Op::GreaterOrEqual},
            {u"<=", Op::LessOrEqual},
            {u">", Op::Greater},
            {u"<", Op::Less},
        };
        static constexpr std::pair<QStringView, Op> words[] = {
            {u"contains", Op::Contains},
            {u"matcheswords", Op::MatchesWords},
            {u"startswith", Op::StartsWith},
            {u"endswith", Op::EndsWith},
            {u"matchesregex", Op::MatchesRegex},
        };
        for (const auto &[sign, meaning] : signs) {
            if (take(sign)) {
                op = meaning;
                return true;
            }
        }
        for (const auto &[name, meaning] : words) {
            if (takeWord(name)) {
                op = meaning;
                return true;
            }
        }
        return false;
    }

    /// A word, or a text in double quotes where a backslash protects a quote or a backslash.
    bool readText(QString &out)
    {
        skipBlanks();
        if (!take(u"\"")) {
            const QStringView bare = word();
            m_at += bare.size();
            out = bare.toString();
            return !bare.isEmpty();
        }
        while (m_at < m_text.size() && m_text[m_at] != u'"') {
            const bool isEscape = m_text[m_at] == u'\\' && m_at + 1 < m_text.size()
                && (m_text[m_at + 1] == u'"' || m_text[m_at + 1] == u'\\');
            m_at += isEscape ? 1 : 0;
            out += m_text[m_at++];
        }
        return take(u"\"");
    }

    QStringView m_text;
    TraitRule::Terms m_terms;
    qsizetype m_at = 0;
    TraitRule m_rule;
    QString m_problem;
};

dcs::Result<TraitRule> TraitRule::parse(QStringView text, Terms terms)
{
    return RuleParser(text, terms).parse();
}

bool TraitRule::holds(const Values &values, const HasTrait &hasTrait) const
{
    return !m_nodes.empty() && holds(int(m_nodes.size()) - 1, values, hasTrait);
}

bool TraitRule::holds(int index, const Values &values, const HasTrait &hasTrait) const
{
    const Node &node = m_nodes[size_t(index)];
    switch (node.kind) {
    case Node::Kind::And:
        return holds(node.left, values, hasTrait) && holds(node.right, values, hasTrait);
    case Node::Kind::Or:
        return holds(node.left, values, hasTrait) || holds(node.right, values, hasTrait);
    case Node::Kind::Not:
        return !holds(node.left, values, hasTrait);
    case Node::Kind::Trait:
        return hasTrait && hasTrait(node.trait);
    case Node::Kind::Compare:
        break;
    }
    const QStringList found = values(node.key);
    for (const QString &value : found) {
        if (compares(node, value))
            return true;
    }
    return false;
}

bool TraitRule::compares(const Node &node, const QString &value)
{
    switch (node.op) {
    case Op::Equal:
        return value == node.value;
    case Op::NotEqual:
        return value != node.value;
    case Op::Contains:
        return value.contains(node.value);
    case Op::MatchesWords:
        return hasWords(value, node.value);
    case Op::StartsWith:
        return value.startsWith(node.value);
    case Op::EndsWith:
        return value.endsWith(node.value);
    case Op::MatchesRegex:
        return node.expression.match(value).hasMatch();
    case Op::Greater:
    case Op::Less:
    case Op::GreaterOrEqual:
    case Op::LessOrEqual:
        break;
    }
    const std::optional<double> left = number(value);
    if (!left || !node.number)
        return false;
    switch (node.op) {
    case Op::Greater:
        return *left > *node.number;
    case Op::Less:
        return *left < *node.number;
    case Op::GreaterOrEqual:
        return *left >= *node.number;
    default:
        return *left <= *node.number;
    }
}

bool TraitRule::usesHeaders() const
{
    for (const Node &node : m_nodes) {
        if (node.kind == Node::Kind::Compare && node.key.startsWith(u"h_"))
            return true;
    }
    return false;
}

} // namespace sandbox
