// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/answerform.h"

#include "dcs/jsonscan.h"

namespace dcs {

namespace {

qsizetype skipSpace(QByteArrayView body, qsizetype at)
{
    return jsonscan::skipSpace(body.data() + at, body.data() + body.size()) - body.data();
}

// Behind white space and JavaScript comments. A block comment that never ends is none.
qsizetype skipComments(QByteArrayView body, qsizetype at)
{
    for (;;) {
        at = skipSpace(body, at);
        const QByteArrayView rest = body.sliced(at);
        qsizetype end = -1;
        if (rest.startsWith("/*")) {
            end = rest.indexOf("*/", 2);
            end = end < 0 ? -1 : end + 2;
        } else if (rest.startsWith("//")) {
            end = rest.indexOf('\n');
            end = end < 0 ? rest.size() : end + 1;
        }
        if (end < 0)
            return at;
        at += end;
    }
}

bool isNameStart(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$' || (c & 0x80);
}

qsizetype skipName(QByteArrayView body, qsizetype at)
{
    if (at == body.size() || !isNameStart(body[at]))
        return -1;
    while (at < body.size() && (isNameStart(body[at]) || jsonscan::isDigit(body[at])))
        ++at;
    return at;
}

// Behind "[0]" or "['name']".
qsizetype skipIndex(QByteArrayView body, qsizetype at)
{
    const qsizetype close = body.indexOf(']', at);
    if (close < 0)
        return -1;
    const QByteArrayView inside = body.sliced(at + 1, close - at - 1).trimmed();
    const bool number = !inside.isEmpty() && std::all_of(inside.begin(), inside.end(), jsonscan::isDigit);
    const bool quoted = inside.size() >= 2 && (inside.front() == '"' || inside.front() == '\'')
        && inside.back() == inside.front() && !inside.sliced(1, inside.size() - 2).contains(inside.front());
    return number || quoted ? close + 1 : -1;
}

// Behind a callback expression such as name, a.b or a[0].b; -1 if there is none.
qsizetype skipCallback(QByteArrayView body, qsizetype at)
{
    at = skipName(body, at);
    while (at >= 0 && at < body.size() && (body[at] == '.' || body[at] == '['))
        at = body[at] == '.' ? skipName(body, at + 1) : skipIndex(body, at);
    return at;
}

// "Forbidden (by proxy)" is a sentence, not a call: behind a blank the argument must look like an answer.
bool opensArgument(QByteArrayView body, qsizetype nameEnd, qsizetype parenthesis)
{
    if (parenthesis == body.size() || body[parenthesis] != '(')
        return false;
    const qsizetype argument = skipSpace(body, parenthesis + 1);
    return parenthesis == nameEnd || argument == body.size() || body[argument] == '{'
        || body[argument] == '[';
}

bool isImage(QByteArrayView bytes)
{
    return bytes.startsWith("GIF8") || bytes.startsWith("\x89PNG") || bytes.startsWith("\xff\xd8\xff");
}

} // namespace

AnswerForm findForm(QByteArrayView body)
{
    AnswerForm found;
    qsizetype at = skipSpace(body, 0);
    if (body.sliced(at).startsWith("\xef\xbb\xbf"))
        at = skipSpace(body, at + 3);
    found.begin = at;
    found.json = at;
    if (at == body.size())
        return found;
    found.form = Answer::Form::Text;
    if (isImage(body.sliced(at))) {
        found.form = Answer::Form::Pixel;
        return found;
    }
    if (body[at] == '{' || body[at] == '[') {
        found.form = Answer::Form::Json;
        return found;
    }
    const qsizetype name = skipComments(body, at);
    const qsizetype nameEnd = skipCallback(body, name);
    if (nameEnd < 0)
        return found;
    const qsizetype parenthesis = skipComments(body, nameEnd);
    if (!opensArgument(body, nameEnd, parenthesis))
        return found;
    found.form = Answer::Form::Jsonp;
    found.callback = body.sliced(name, nameEnd - name);
    found.json = parenthesis + 1;
    return found;
}

std::optional<JsonDocument::Problem> checkJsonpEnd(QByteArrayView body, qsizetype from)
{
    qsizetype at = skipComments(body, from);
    if (at == body.size())
        return JsonDocument::Problem{
            QStringLiteral("the closing parenthesis of the callback is missing"), at, true};
    if (body[at] != ')')
        return JsonDocument::Problem{
            QStringLiteral("something else than the callback's closing parenthesis follows"), at, true};
    at = skipComments(body, at + 1);
    while (at < body.size() && body[at] == ';')
        at = skipComments(body, at + 1);
    if (at < body.size())
        return JsonDocument::Problem{QStringLiteral("something follows the end of the callback"), at, true};
    return {};
}

} // namespace dcs
