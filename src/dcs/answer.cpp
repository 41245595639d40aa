// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/answer.h"

#include "dcs/answerform.h"
#include "dcs/answerkeys.h"
#include "dcs/catalogue.h"

namespace dcs {

namespace {

using Problem = JsonDocument::Problem;

QString sentence(const Problem &problem)
{
    return QStringLiteral("At byte %1: %2.").arg(QString::number(problem.offset), problem.message);
}

void setProblems(Answer &answer, const std::optional<Problem> &first, const std::optional<Problem> &last)
{
    if (!first && !last)
        return;
    answer.valid = false;
    answer.problemOffset = (first ? first : last)->offset;
    answer.problem = sentence(first ? *first : *last);
    if (first && last && first->offset != last->offset)
        answer.problem += u' ' + sentence(*last);
}

void readDocument(Answer &answer, const QByteArray &body, const AnswerForm &form)
{
    const bool wrapped = form.form == Answer::Form::Jsonp;
    JsonDocument::Options options;
    options.from = form.json;
    options.allowTrailing = wrapped;
    // Offsets of the document are those of the body, since it reads the body in place.
    auto document = std::make_shared<const JsonDocument>(JsonDocument::parse(body, options));
    std::optional<Problem> last = document->fatalProblem();
    if (wrapped && !last)
        last = checkJsonpEnd(body, document->root().end());
    setProblems(answer, document->problem(), last);
    if (document->exists())
        answer.document = std::move(document);
}

// A bare number, string or word is text by its form; where it is JSON all the same, the tree may show it.
void readScalar(Answer &answer, const QByteArray &body, const AnswerForm &form)
{
    constexpr char starts[] = "\"-0123456789tfn";
    if (!QByteArrayView(starts).contains(body.at(form.begin)))
        return;
    JsonDocument::Options options;
    options.from = form.begin;
    auto document = std::make_shared<const JsonDocument>(JsonDocument::parse(body, options));
    if (document->isValid())
        answer.document = std::move(document);
}

void checkTextType(Answer &answer, const QList<Header> &headers, qsizetype begin)
{
    const QByteArray type = headerValue(headers, "Content-Type").value_or(QByteArray()).toLower();
    if (!type.contains("json") && !type.contains("javascript"))
        return;
    const QString named = type.contains("json") ? QStringLiteral("JSON") : QStringLiteral("JavaScript");
    setProblems(answer, {},
        Problem{QStringLiteral("the Content-Type names %1, and the body is something else").arg(named), begin,
            true});
}

} // namespace

Answer Answer::parse(const QByteArray &body, const QList<Header> &headers, const Catalogue &catalogue)
{
    const AnswerForm form = findForm(body);
    Answer answer;
    answer.form = form.form;
    if (form.form == Form::Jsonp)
        answer.callback = QString::fromUtf8(form.callback);
    if (form.form == Form::Json || form.form == Form::Jsonp) {
        readDocument(answer, body, form);
    } else if (form.form == Form::Text) {
        readScalar(answer, body, form);
        checkTextType(answer, headers, form.begin);
    }
    if (answer.document)
        readKeys(answer, answer.document->root(), catalogue);
    readHeaders(answer, headers, catalogue);
    return answer;
}

Answer Answer::parse(const Exchange &exchange, const Catalogue &catalogue)
{
    return parse(exchange.body, exchange.headers, catalogue);
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
