// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/decimal.h"
#include "dcs/expectation.h"
#include "dcs/jsonpath.h"
#include "dcs/text.h"

#include <QRegularExpression>

#include <algorithm>

namespace dcs {

namespace {

/// What follows the name of a subject.
enum class Shape {
    Number, ///< status == 200
    Text, ///< uuid exists
    Header, ///< header NAME …
    Json, ///< json PATH …
    Member, ///< trait 420020
    Cookie, ///< cookie NAME …
    Count, ///< errors == 0, no errors
};

struct Subject {
    QLatin1String name;
    Shape shape;
};

constexpr Subject subjects[] = {
    {QLatin1String("status"), Shape::Number},
    {QLatin1String("region"), Shape::Number},
    {QLatin1String("time"), Shape::Number},
    {QLatin1String("uuid"), Shape::Text},
    {QLatin1String("mid"), Shape::Text},
    {QLatin1String("tid"), Shape::Text},
    {QLatin1String("blob"), Shape::Text},
    {QLatin1String("form"), Shape::Text},
    {QLatin1String("body"), Shape::Text},
    {QLatin1String("header"), Shape::Header},
    {QLatin1String("json"), Shape::Json},
    {QLatin1String("trait"), Shape::Member},
    {QLatin1String("segment"), Shape::Member},
    {QLatin1String("destination"), Shape::Member},
    {QLatin1String("cookie"), Shape::Cookie},
    {QLatin1String("error"), Shape::Member},
    {QLatin1String("traits"), Shape::Count},
    {QLatin1String("segments"), Shape::Count},
    {QLatin1String("destinations"), Shape::Count},
    {QLatin1String("cookies"), Shape::Count},
    {QLatin1String("errors"), Shape::Count},
};

// The longer ones first, since <= begins with <.
constexpr QLatin1String signs[] = {QLatin1String("=="), QLatin1String("!="), QLatin1String("<="),
    QLatin1String(">="), QLatin1String("<"), QLatin1String(">")};
constexpr QLatin1String words[]
    = {QLatin1String("exists"), QLatin1String("contains"), QLatin1String("matches")};

const Subject *subjectNamed(const QString &name)
{
    const auto found = std::find_if(
        std::begin(subjects), std::end(subjects), [&name](const Subject &s) { return name == s.name; });
    return found == std::end(subjects) ? nullptr : found;
}

QString operatorList()
{
    return QStringLiteral("==, !=, <, >, <=, >=, contains, matches /pattern/, exists");
}

QString subjectList()
{
    QStringList out;
    for (const Subject &subject : subjects) {
        if (subject.shape != Shape::Count)
            out.append(subject.name);
    }
    return out.join(QStringLiteral(", ")) + QStringLiteral("; no errors; not in front of any of them");
}

bool isNumeric(Shape shape)
{
    return shape == Shape::Number || shape == Shape::Count;
}

class ExpectationParser
{
public:
    explicit ExpectationParser(const QString &line)
        : m_line(line)
    {
        m_out.source = line;
    }

    Result<Expectation> parse();

private:
    bool parseSubject(QString word);
    bool parseNo();
    bool parseArgument();
    bool parseHeaderName();
    bool parseJsonPath();
    bool parseMember();
    bool parseOperator();
    bool parseOperand();
    bool parsePattern();
    bool checkOperand(qsizetype at);

    void skipSpace();
    bool atEnd() const { return m_at >= m_line.size(); }
    QString word(); ///< letters; moves behind them
    QString peekWord() const;
    bool atOperator() const;
    bool takeQuoted(QString &out);
    QString takeUntilSpaceOrSign();
    bool fail(const QString &message, const QString &remedy, qsizetype at);

    const QString &m_line;
    qsizetype m_at = 0;
    const Subject *m_subject = nullptr;
    Expectation m_out;
    Error m_error;
};

Result<Expectation> ExpectationParser::parse()
{
    skipSpace();
    if (peekWord() == QLatin1String("not")) {
        word();
        m_out.negated = true;
        skipSpace();
    }
    const qsizetype at = m_at;
    const QString first = word();
    if (first.isEmpty() && atEnd()) {
        fail(QStringLiteral("nothing is expected"),
            QStringLiteral("Write for example: status == 200. Understood: %1.").arg(subjectList()), at);
        return m_error;
    }
    const bool ok = first == QLatin1String("no") ? parseNo() : parseSubject(first);
    return ok ? Result<Expectation>(m_out) : Result<Expectation>(m_error);
}

/// "no errors" is "errors == 0".
bool ExpectationParser::parseNo()
{
    skipSpace();
    const qsizetype at = m_at;
    QString name = word();
    if (const Subject *single = subjectNamed(name);
        single && (single->shape == Shape::Member || single->shape == Shape::Cookie))
        name += u's';
    const Subject *subject = subjectNamed(name);
    if (!subject || subject->shape != Shape::Count) {
        return fail(QStringLiteral("\"no\" is followed by what there may be several of"),
            QStringLiteral("Understood: no errors, no traits, no segments, no destinations, no cookies; else "
                           "begin with not."),
            at);
    }
    m_out.subject = name;
    m_out.op = QStringLiteral("==");
    m_out.operand = QStringLiteral("0");
    skipSpace();
    return atEnd()
        || fail(QStringLiteral("nothing may follow here"),
            QStringLiteral("For a single one write for example: not error 171."), m_at);
}

bool ExpectationParser::parseSubject(QString name)
{
    m_subject = subjectNamed(name);
    if (!m_subject) {
        const qsizetype at = m_at - name.size();
        return fail(QStringLiteral("\"%1\" is nothing that can be expected")
                        .arg(visible(m_line.mid(at).section(u' ', 0, 0), 40)),
            QStringLiteral("Understood: %1.").arg(subjectList()), at);
    }
    m_out.subject = name;
    skipSpace();
    if (!parseArgument())
        return false;
    skipSpace();
    const Shape shape = m_subject->shape;
    const bool stands = shape == Shape::Header || shape == Shape::Json
        || ((shape == Shape::Member || shape == Shape::Cookie) && !m_out.argument.isNull());
    if (atEnd() && stands)
        return true;
    return parseOperator() && parseOperand();
}

bool ExpectationParser::parseArgument()
{
    switch (m_subject->shape) {
    case Shape::Header:
        return parseHeaderName();
    case Shape::Json:
        return parseJsonPath();
    case Shape::Member:
    case Shape::Cookie:
        return parseMember();
    case Shape::Number:
    case Shape::Text:
    case Shape::Count:
        break;
    }
    return true;
}

bool ExpectationParser::parseHeaderName()
{
    const qsizetype at = m_at;
    m_out.argument = takeUntilSpaceOrSign();
    if (m_out.argument.endsWith(u':'))
        m_out.argument.chop(1);
    if (m_out.argument.isEmpty())
        return fail(QStringLiteral("the header's name is missing"),
            QStringLiteral("Write for example: header Content-Type contains json."), at);
    return true;
}

bool ExpectationParser::parseJsonPath()
{
    qsizetype end = 0;
    const QStringView rest = QStringView(m_line).sliced(m_at);
    const JsonPath path = JsonPath::parse(rest, &end);
    if (path.problem()) {
        return fail(path.problem()->message,
            QStringLiteral("Write for example: json $.dests[0].c exists, or json $[\"odd key\"] == 1."),
            m_at + path.problem()->offset);
    }
    m_out.argument = rest.first(end).toString();
    m_at += end;
    return true;
}

/// The value that should be among the traits, errors … or nothing where an operator follows.
bool ExpectationParser::parseMember()
{
    const qsizetype at = m_at;
    if (atEnd())
        return fail(QStringLiteral("\"%1\" needs a value").arg(m_out.subject),
            QStringLiteral("Write for example: %1 420020, or %1 exists.").arg(m_out.subject), at);
    if (atOperator())
        return true;
    if (m_line[m_at] == u'"' || m_line[m_at] == u'\'') {
        if (!takeQuoted(m_out.argument))
            return false;
    } else if (m_subject->shape == Shape::Cookie) {
        m_out.argument = takeUntilSpaceOrSign();
    } else {
        m_out.argument = m_line.mid(m_at).section(QRegularExpression(QStringLiteral("\\s")), 0, 0);
        m_at += m_out.argument.size();
    }
    if (m_out.subject == QLatin1String("error") && !isDecimal(m_out.argument))
        return fail(QStringLiteral("an error is named by its code"),
            QStringLiteral("Write for example: error 171, or error contains \"opt out\"."), at);
    skipSpace();
    if (!atEnd() && m_subject->shape == Shape::Member)
        return fail(QStringLiteral("nothing may follow the value"),
            QStringLiteral("Put a value with blanks in quotes."), m_at);
    return true;
}

bool ExpectationParser::parseOperator()
{
    const qsizetype at = m_at;
    for (const QLatin1String sign : signs) {
        if (QStringView(m_line).sliced(m_at).startsWith(sign)) {
            m_out.op = sign;
            m_at += sign.size();
            return true;
        }
    }
    const QString name = peekWord();
    if (std::find(std::begin(words), std::end(words), name) != std::end(words)) {
        m_out.op = word();
        return true;
    }
    const QString remedy = QStringLiteral("Understood: %1.").arg(operatorList());
    if (atEnd())
        return fail(QStringLiteral("an operator is missing"), remedy, at);
    return fail(QStringLiteral("\"%1\" is no operator").arg(visible(m_line.mid(at).section(u' ', 0, 0), 40)),
        remedy, at);
}

bool ExpectationParser::parseOperand()
{
    skipSpace();
    if (m_out.op == QLatin1String("exists")) {
        return atEnd()
            || fail(QStringLiteral("nothing may follow \"exists\""),
                QStringLiteral("To compare, put an operator in its place: %1.").arg(operatorList()), m_at);
    }
    const qsizetype at = m_at;
    if (atEnd())
        return fail(QStringLiteral("a value is missing behind %1").arg(m_out.op),
            QStringLiteral("Nothing at all is written \"\"."), at);
    if (m_out.op == QLatin1String("matches"))
        return parsePattern();
    if (m_line[m_at] == u'"' || m_line[m_at] == u'\'') {
        m_out.quoted = true;
        if (!takeQuoted(m_out.operand))
            return false;
        skipSpace();
        if (!atEnd())
            return fail(QStringLiteral("nothing may follow the second quote"),
                QStringLiteral("Inside quotes, write a quote as \\\"."), m_at);
    } else {
        m_out.operand = m_line.mid(m_at).trimmed();
        m_at = m_line.size();
    }
    return checkOperand(at);
}

bool ExpectationParser::checkOperand(qsizetype at)
{
    const bool ordered = m_out.op.startsWith(u'<') || m_out.op.startsWith(u'>');
    const bool equality = m_out.op == QLatin1String("==") || m_out.op == QLatin1String("!=");
    const bool codes = m_out.subject == QLatin1String("error");
    if ((ordered || (equality && (isNumeric(m_subject->shape) || codes))) && !isDecimal(m_out.operand)) {
        return fail(QStringLiteral("\"%1\" is no number").arg(visible(m_out.operand, 40)),
            QStringLiteral("%1 %2 compares with a number.").arg(m_out.subject, m_out.op), at);
    }
    return true;
}

bool ExpectationParser::parsePattern()
{
    const qsizetype at = m_at;
    const QString rest = m_line.mid(m_at).trimmed();
    const bool ignoresCase = rest.size() > 2 && rest.endsWith(QLatin1String("/i"));
    const qsizetype end = rest.size() - (ignoresCase ? 2 : 1);
    if (!rest.startsWith(u'/') || end < 1 || rest[end] != u'/')
        return fail(QStringLiteral("a pattern stands between two slashes"),
            QStringLiteral("Write for example: matches /^[0-9]{38}$/, or /json/i to ignore case."), at);
    m_out.operand = rest.mid(1, end - 1).replace(QStringLiteral("\\/"), QStringLiteral("/"));
    m_out.ignoresCase = ignoresCase;
    m_at = m_line.size();
    const QRegularExpression pattern(m_out.operand);
    if (!pattern.isValid()) {
        return fail(QStringLiteral("the pattern cannot be read: %1").arg(pattern.errorString()),
            QStringLiteral("It is a regular expression as Perl has them."),
            at + 1 + pattern.patternErrorOffset());
    }
    return true;
}

void ExpectationParser::skipSpace()
{
    while (!atEnd() && m_line[m_at].isSpace())
        ++m_at;
}

QString ExpectationParser::peekWord() const
{
    qsizetype end = m_at;
    while (end < m_line.size() && m_line[end].isLetter())
        ++end;
    // Part of something longer is no word: "no-cache", "exists2".
    if (end < m_line.size() && (m_line[end].isDigit() || m_line[end] == u'_' || m_line[end] == u'-'))
        return {};
    return m_line.mid(m_at, end - m_at).toLower();
}

QString ExpectationParser::word()
{
    const QString out = peekWord();
    m_at += out.size();
    return out;
}

bool ExpectationParser::atOperator() const
{
    const QStringView rest = QStringView(m_line).sliced(m_at);
    const QString name = peekWord();
    return std::any_of(std::begin(signs), std::end(signs), [rest](QLatin1String sign) {
        return rest.startsWith(sign);
    }) || std::find(std::begin(words), std::end(words), name) != std::end(words);
}

bool ExpectationParser::takeQuoted(QString &out)
{
    const qsizetype open = m_at;
    const QChar quote = m_line[m_at++];
    out = QLatin1String("");
    while (!atEnd() && m_line[m_at] != quote) {
        const bool escapes = m_line[m_at] == u'\\' && m_at + 1 < m_line.size()
            && (m_line[m_at + 1] == quote || m_line[m_at + 1] == u'\\');
        if (escapes)
            ++m_at;
        out += m_line[m_at++];
    }
    if (atEnd())
        return fail(QStringLiteral("the quote is not closed"),
            QStringLiteral("End the text with %1.").arg(quote), open);
    ++m_at;
    return true;
}

QString ExpectationParser::takeUntilSpaceOrSign()
{
    const qsizetype from = m_at;
    while (!atEnd() && !m_line[m_at].isSpace() && m_line[m_at] != u'=' && m_line[m_at] != u'<'
        && m_line[m_at] != u'>' && !QStringView(m_line).sliced(m_at).startsWith(u"!="))
        ++m_at;
    return m_line.mid(from, m_at - from);
}

bool ExpectationParser::fail(const QString &message, const QString &remedy, qsizetype at)
{
    m_error.code = Errc::InvalidInput;
    m_error.message = QStringLiteral("Expectation \"%1\", column %2: %3.")
                          .arg(visible(m_line, 120), QString::number(at + 1), message);
    m_error.remedy = remedy;
    m_error.detail = m_line + u'\n' + QString(at, u' ') + u'^';
    return false;
}

} // namespace

Result<Expectation> Expectation::parse(const QString &line)
{
    return ExpectationParser(line).parse();
}

} // namespace dcs
