// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/expectation.h"

#include "dcs/decimal.h"
#include "dcs/jsonpath.h"

#include <QRegularExpression>

#include <algorithm>

namespace dcs {

namespace {

/// One thing that an expectation is compared with.
struct Item {
    QString text; ///< for contains and matches, and for people
    QString value; ///< for == and the order: an ID, a code, a number
    bool number = false; ///< equal numbers are equal however they are written
    QString other; ///< a second value that counts as well: the secure URL of a destination
};

/// What an expectation looks at. Without items nothing exists.
struct View {
    QList<Item> items;
    QString actual;
};

QString shortened(const QString &text)
{
    constexpr qsizetype limit = 200;
    return text.size() <= limit ? text : text.first(limit) + u'…';
}

Item textItem(const QString &text)
{
    return {text, text, false, {}};
}

Item numberItem(const QString &digits)
{
    return {digits, digits, true, {}};
}

View viewOf(const QList<Item> &items)
{
    QStringList shown;
    for (const Item &item : items)
        shown.append(item.text.isEmpty() ? QStringLiteral("\"\"") : item.text);
    return {items, items.isEmpty() ? QStringLiteral("nothing") : shortened(shown.join(QStringLiteral(", ")))};
}

View viewOfText(const QString &text)
{
    return text.isNull() ? viewOf({}) : viewOf({textItem(text)});
}

View viewOfTexts(const QStringList &texts)
{
    QList<Item> items;
    for (const QString &text : texts)
        items.append(textItem(text));
    return viewOf(items);
}

/// Milliseconds as a person would write them, so that `time` compares by what is shown.
QString milliseconds(double value)
{
    return QString::number(value, 'f', 3).remove(QRegularExpression(QStringLiteral("\\.?0+$")));
}

View viewOfHeader(const Exchange &exchange, const QString &name)
{
    QList<Item> items;
    for (const Header &header : exchange.headers) {
        if (header.name.compare(name.toUtf8(), Qt::CaseInsensitive) == 0)
            items.append(textItem(QString::fromUtf8(header.value)));
    }
    return viewOf(items);
}

View viewOfDestinations(const Answer &answer)
{
    QList<Item> items;
    for (const UrlDestination &destination : answer.destinations) {
        const QString &first = destination.url.isNull() ? destination.secureUrl : destination.url;
        items.append({first, first, false, destination.secureUrl});
    }
    return viewOf(items);
}

/// All cookies by name, or the value of the named one.
View viewOfCookies(const Answer &answer, const QString &name, bool values)
{
    QList<Item> items;
    for (const CookieDestination &cookie : answer.cookies) {
        if (!values)
            items.append(textItem(cookie.name));
        else if (cookie.name == name)
            items.append(textItem(cookie.value));
    }
    return viewOf(items);
}

View viewOfErrors(const Answer &answer)
{
    QList<Item> items;
    for (const AnswerError &error : answer.errors) {
        const QString code = error.code ? QString::number(*error.code) : QString();
        items.append({QStringLiteral("%1 %2").arg(code, error.message).trimmed(), code, true, {}});
    }
    return viewOf(items);
}

QString jsonText(const JsonValue &value)
{
    if (value.kind() == JsonValue::Kind::String)
        return value.string();
    return QString::fromUtf8(value.raw());
}

Item jsonItem(const JsonValue &value)
{
    const QString text = jsonText(value);
    return {text, text, value.kind() == JsonValue::Kind::Number, {}};
}

View viewOfJson(const Expectation &expectation, const Answer &answer)
{
    if (!answer.document)
        return {{}, QStringLiteral("no JSON")};
    const JsonValue value = JsonPath::parse(expectation.argument).find(answer.document->root());
    if (!value.exists())
        return viewOf({});
    const View whole = viewOf({jsonItem(value)});
    const bool container = value.kind() == JsonValue::Kind::Array || value.kind() == JsonValue::Kind::Object;
    if (expectation.op != QLatin1String("contains") || !container)
        return whole;
    // An array contains its elements, an object its keys; both as a whole, not as a part of their text.
    QList<Item> items;
    for (JsonValue child = value.firstChild(); child.exists(); child = child.next())
        items.append(value.kind() == JsonValue::Kind::Array ? jsonItem(child) : textItem(child.key()));
    return {items, whole.actual};
}

View viewOfCount(qsizetype count, const QString &what)
{
    const QString digits = QString::number(count);
    return {{numberItem(digits)},
        count == 0 || what == QLatin1String("nothing") ? digits : QStringLiteral("%1: %2").arg(digits, what)};
}

View look(const Expectation &expectation, const Exchange &exchange, const Answer &answer)
{
    const QString &subject = expectation.subject;
    if (subject == QLatin1String("status"))
        return exchange.status ? viewOf({numberItem(QString::number(exchange.status))}) : viewOf({});
    if (subject == QLatin1String("region"))
        return answer.region ? viewOf({numberItem(QString::number(*answer.region))}) : viewOf({});
    if (subject == QLatin1String("time"))
        return viewOf({numberItem(milliseconds(exchange.timings.total))});
    if (subject == QLatin1String("uuid"))
        return viewOfText(answer.uuid);
    if (subject == QLatin1String("mid"))
        return viewOfText(answer.mid);
    if (subject == QLatin1String("tid"))
        return viewOfText(answer.tid);
    if (subject == QLatin1String("blob"))
        return viewOfText(answer.blob);
    if (subject == QLatin1String("form"))
        return viewOfText(formName(answer.form));
    if (subject == QLatin1String("body"))
        return exchange.body.isEmpty() ? View{{}, QStringLiteral("an empty body")}
                                       : viewOfText(QString::fromUtf8(exchange.body));
    if (subject == QLatin1String("header"))
        return viewOfHeader(exchange, expectation.argument);
    if (subject == QLatin1String("json"))
        return viewOfJson(expectation, answer);
    if (subject == QLatin1String("trait"))
        return viewOfTexts(answer.traits);
    if (subject == QLatin1String("segment"))
        return viewOfTexts(answer.segments);
    if (subject == QLatin1String("destination"))
        return viewOfDestinations(answer);
    if (subject == QLatin1String("cookie"))
        return viewOfCookies(
            answer, expectation.argument, !expectation.argument.isNull() && !expectation.op.isEmpty());
    if (subject == QLatin1String("error"))
        return viewOfErrors(answer);
    if (subject == QLatin1String("traits"))
        return viewOfCount(answer.traits.size(), viewOfTexts(answer.traits).actual);
    if (subject == QLatin1String("segments"))
        return viewOfCount(answer.segments.size(), viewOfTexts(answer.segments).actual);
    if (subject == QLatin1String("destinations"))
        return viewOfCount(answer.destinations.size(), viewOfDestinations(answer).actual);
    if (subject == QLatin1String("cookies"))
        return viewOfCount(answer.cookies.size(), viewOfCookies(answer, {}, false).actual);
    return viewOfCount(answer.errors.size(), viewOfErrors(answer).actual);
}

bool equals(const QString &value, const Item &item, const QString &wanted, bool quoted)
{
    if (value == wanted)
        return true;
    return item.number && !quoted && compareDecimals(value, wanted) == std::strong_ordering::equal;
}

bool isEqual(const Item &item, const QString &wanted, bool quoted)
{
    return equals(item.value, item, wanted, quoted)
        || (!item.other.isNull() && equals(item.other, item, wanted, quoted));
}

bool isOrdered(const Item &item, const QString &op, const QString &wanted)
{
    const auto order = compareDecimals(item.value, wanted);
    if (!order)
        return false;
    if (op == QLatin1String("<"))
        return *order < 0;
    if (op == QLatin1String("<="))
        return *order <= 0;
    return op == QLatin1String(">") ? *order > 0 : *order >= 0;
}

bool holdsFor(const Item &item, const Expectation &expectation, const QRegularExpression &pattern)
{
    const QString &op = expectation.op;
    if (op.isEmpty())
        return isEqual(item, expectation.argument, false);
    if (op == QLatin1String("=="))
        return isEqual(item, expectation.operand, expectation.quoted);
    if (op == QLatin1String("contains"))
        return item.text.contains(expectation.operand) || item.other.contains(expectation.operand);
    if (op == QLatin1String("matches"))
        return pattern.match(item.text).hasMatch()
            || (!item.other.isNull() && pattern.match(item.other).hasMatch());
    return isOrdered(item, op, expectation.operand);
}

bool isContainer(const Expectation &expectation, const Answer &answer)
{
    if (expectation.subject != QLatin1String("json") || !answer.document)
        return false;
    const JsonValue::Kind kind = JsonPath::parse(expectation.argument).find(answer.document->root()).kind();
    return kind == JsonValue::Kind::Array || kind == JsonValue::Kind::Object;
}

bool holds(const Expectation &expectation, const View &view, const Answer &answer)
{
    const QString &op = expectation.op;
    const bool named = !expectation.argument.isNull() && expectation.subject != QLatin1String("header")
        && expectation.subject != QLatin1String("json");
    if (op == QLatin1String("exists") || (op.isEmpty() && !named))
        return !view.items.isEmpty();
    if (op == QLatin1String("!=")) {
        return std::none_of(view.items.cbegin(), view.items.cend(), [&expectation](const Item &item) {
            return isEqual(item, expectation.operand, expectation.quoted);
        });
    }
    if (op == QLatin1String("contains") && isContainer(expectation, answer)) {
        return std::any_of(view.items.cbegin(), view.items.cend(), [&expectation](const Item &item) {
            return isEqual(item, expectation.operand, expectation.quoted);
        });
    }
    const QRegularExpression pattern(op == QLatin1String("matches") ? expectation.operand : QString(),
        expectation.ignoresCase ? QRegularExpression::CaseInsensitiveOption
                                : QRegularExpression::NoPatternOption);
    return std::any_of(view.items.cbegin(), view.items.cend(),
        [&](const Item &item) { return holdsFor(item, expectation, pattern); });
}

/// Can it be told at all? What a failed call would have answered nobody knows, and a broken body may hide
/// errors.
QString untold(const Expectation &expectation, const Exchange &exchange, const Answer &answer)
{
    static const QStringList ofTheHead{
        QStringLiteral("status"), QStringLiteral("header"), QStringLiteral("time")};
    if (exchange.failure && !(exchange.status && ofTheHead.contains(expectation.subject)))
        return QStringLiteral("no complete answer: %1").arg(exchange.failure->message);
    if (expectation.subject == QLatin1String("errors") && !answer.valid)
        return QStringLiteral("a broken body: %1").arg(answer.problem);
    return {};
}

} // namespace

ExpectationOutcome evaluate(const Expectation &expectation, const Exchange &exchange, const Answer &answer)
{
    ExpectationOutcome outcome;
    outcome.expression = expectation.source;
    outcome.actual = untold(expectation, exchange, answer);
    if (!outcome.actual.isNull())
        return outcome;
    const View view = look(expectation, exchange, answer);
    outcome.actual = view.actual;
    outcome.held = holds(expectation, view, answer) != expectation.negated;
    return outcome;
}

} // namespace dcs
