// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/answer.h"

#include "dcs/answerform.h"
#include "dcs/answerkeys.h"
#include "dcs/catalogue.h"
#include "dcs/text.h"

#include <algorithm>
#include <limits>

namespace dcs {

namespace {

using Problem = JsonDocument::Problem;

QString sentence(const QByteArray &body, const Problem &problem)
{
    const TextPlace place = placeIn(body, problem.offset);
    return QStringLiteral("At line %1, column %2, byte %3: %4.")
        .arg(QString::number(place.line), QString::number(place.column), QString::number(problem.offset),
            problem.message);
}

void setProblems(Answer &answer, const QByteArray &body, const std::optional<Problem> &first,
    const std::optional<Problem> &last)
{
    if (!first && !last)
        return;
    answer.valid = false;
    answer.problemOffset = (first ? first : last)->offset;
    answer.problemPlace = placeIn(body, *answer.problemOffset);
    answer.problem = sentence(body, first ? *first : *last);
    if (first && last && first->offset != last->offset)
        answer.problem += u' ' + sentence(body, *last);
}

// The first two characters of JSON are ASCII: the zeros among the first four bytes tell (RFC 4627, 3).
bool looksUtf16(QByteArrayView body)
{
    if (body.startsWith("\xff\xfe") || body.startsWith("\xfe\xff"))
        return true;
    return body.size() >= 4 && (body[0] == 0) == (body[2] == 0) && (body[1] == 0) == (body[3] == 0)
        && (body[0] == 0) != (body[1] == 0);
}

// What the reader stumbles over in a text of another encoding says nothing about the text.
std::optional<Problem> encodingProblem(const QByteArray &body)
{
    if (!looksUtf16(body))
        return {};
    return Problem{QStringLiteral("the text is UTF-16, and JSON is exchanged as UTF-8"), 0, true};
}

// The answer's own readers follow paths and need no stack: a deep answer is an answer.
JsonDocument::Options everyDepth()
{
    JsonDocument::Options options;
    options.maxDepth = std::numeric_limits<int>::max();
    return options;
}

void readDocument(Answer &answer, const QByteArray &body, const AnswerForm &form)
{
    const bool wrapped = form.form == Answer::Form::Jsonp;
    JsonDocument::Options options = everyDepth();
    options.from = form.json;
    options.allowTrailing = wrapped;
    // Offsets of the document are those of the body, since it reads the body in place.
    auto document = std::make_shared<const JsonDocument>(JsonDocument::parse(body, options));
    std::optional<Problem> last = document->fatalProblem();
    if (wrapped && !last)
        last = checkJsonpEnd(body, document->root().end());
    if (const auto encoding = document->fatalProblem() ? encodingProblem(body) : std::nullopt)
        setProblems(answer, body, encoding, encoding);
    else
        setProblems(answer, body, document->problem(), last);
    if (document->exists())
        answer.document = std::move(document);
}

bool namesJson(const QList<Header> &headers)
{
    const QByteArray type = headerValue(headers, "Content-Type").value_or(QByteArray()).toLower();
    return type.contains("json") || type.contains("javascript");
}

// A bare number, string or word is text by its form; where it is JSON all the same, the tree may show it.
// Where it is none, it still is told why; a fault of the body that is only if JSON was meant.
void readText(Answer &answer, const QByteArray &body, const AnswerForm &form, bool meantAsJson)
{
    JsonDocument::Options options = everyDepth();
    options.from = form.begin;
    auto document = std::make_shared<const JsonDocument>(JsonDocument::parse(body, options));
    const bool begun = form.begin < body.size() && QByteArrayView("\"]}").contains(body.at(form.begin));
    if (document->isValid()) {
        answer.document = std::move(document);
        return;
    }
    const std::optional<Problem> encoding = encodingProblem(body);
    if (meantAsJson || begun) {
        setProblems(answer, body, encoding ? encoding : document->problem(),
            encoding ? encoding : document->fatalProblem());
        if (document->exists())
            answer.document = std::move(document);
    } else {
        answer.notJson = sentence(body, encoding ? *encoding : *document->problem());
    }
}

} // namespace

Answer Answer::parse(
    const QByteArray &body, const QList<Header> &headers, const Catalogue &catalogue, Meant meant)
{
    const AnswerForm form = findForm(body);
    Answer answer;
    answer.form = form.form;
    if (form.form == Form::Jsonp)
        answer.callback = QString::fromUtf8(form.callback);
    if (form.form == Form::Json || form.form == Form::Jsonp) {
        readDocument(answer, body, form);
    } else if (form.form == Form::Text) {
        readText(answer, body, form, meant == Meant::Json || namesJson(headers));
    } else if (form.form == Form::Empty && meant == Meant::Json) {
        readText(answer, body, form, true);
    }
    if (answer.document)
        readKeys(answer, answer.document->root(), catalogue);
    readHeaders(answer, headers, catalogue);
    return answer;
}

// A body without a call and a status is a saved one, which was saved as JSON.
Answer Answer::parse(const Exchange &exchange, const Catalogue &catalogue)
{
    const bool saved = exchange.request.bytes.isEmpty() && exchange.status == 0 && !exchange.failure;
    return parse(exchange.body, exchange.headers, catalogue, saved ? Meant::Json : Meant::Anything);
}

bool Answer::refused() const
{
    // 311 and 315 carry a warning's number, yet nothing of the call counts (DCS Error Codes, Messages, and
    // Examples).
    return std::any_of(errors.begin(), errors.end(), [](const AnswerError &error) {
        return error.code
            && ((*error.code >= 0 && *error.code < 300) || *error.code == 311 || *error.code == 315);
    });
}

QString formName(Answer::Form form)
{
    switch (form) {
    case Answer::Form::Json:
        return QStringLiteral("json");
    case Answer::Form::Jsonp:
        return QStringLiteral("jsonp");
    case Answer::Form::Pixel:
        return QStringLiteral("pixel");
    case Answer::Form::Empty:
        return QStringLiteral("empty");
    case Answer::Form::Text:
        return QStringLiteral("text");
    }
    return {};
}

} // namespace dcs
