// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "interop/capture.h"

#include "dcs/jsonpath.h"
#include "dcs/text.h"

namespace interop {

namespace {

const QString remedy = QStringLiteral(
    "Write @capture name = uuid, mid, region, tid, blob, status, header NAME or json $.path.");

dcs::Error notFound(const QString &what)
{
    return {dcs::Errc::NotFound, QStringLiteral("The answer has no %1.").arg(what),
        QStringLiteral("Look at the answer; the next call cannot use what is not in it."), {}};
}

dcs::Result<QString> textOr(const QString &text, const QString &what)
{
    if (text.isNull())
        return notFound(what);
    return text;
}

dcs::Result<QString> jsonValue(const QString &path, const dcs::Answer &answer)
{
    const dcs::JsonPath read = dcs::JsonPath::parse(path);
    if (read.problem()) {
        return dcs::Error{dcs::Errc::InvalidInput,
            QStringLiteral("“%1” is no JSON path: %2").arg(dcs::visible(path, 60), read.problem()->message),
            remedy, {}};
    }
    const dcs::JsonValue value = answer.document ? read.find(answer.document->root()) : dcs::JsonValue();
    switch (value.kind()) {
    case dcs::JsonValue::Kind::Missing:
        return notFound(QStringLiteral("value at %1").arg(dcs::visible(path, 60)));
    case dcs::JsonValue::Kind::String:
        return value.string();
    default:
        return QString::fromUtf8(value.raw());
    }
}

} // namespace

dcs::Result<Capture> Capture::parse(const QString &line)
{
    const qsizetype equals = line.indexOf(u'=');
    const QString name = line.left(equals).trimmed();
    const bool valid = equals > 0 && !name.isEmpty() && std::none_of(name.begin(), name.end(), [](QChar c) {
        return !c.isLetterOrNumber() && c != u'_' && c != u'-' && c != u'.';
    });
    const QString expression = line.mid(equals + 1).trimmed();
    if (!valid || expression.isEmpty()) {
        return dcs::Error{dcs::Errc::InvalidInput,
            QStringLiteral("“%1” is no capture.").arg(dcs::visible(line, 80)), remedy, {}};
    }
    return Capture{name, expression};
}

dcs::Result<QString> captured(
    const QString &expression, const dcs::Exchange &exchange, const dcs::Answer &answer)
{
    const QString text = expression.trimmed();
    const qsizetype space = text.indexOf(u' ');
    const QString word = text.left(space < 0 ? text.size() : space);
    const QString rest = space < 0 ? QString() : text.mid(space + 1).trimmed();
    if (text.startsWith(u'$'))
        return jsonValue(text, answer);
    if (word == u"json" && !rest.isEmpty())
        return jsonValue(rest, answer);
    if (word == u"header" && !rest.isEmpty()) {
        const auto value = dcs::headerValue(exchange.headers, rest.toUtf8());
        return value ? dcs::Result<QString>(QString::fromUtf8(*value))
                     : notFound(QStringLiteral("header “%1”").arg(dcs::visible(rest, 60)));
    }
    if (rest.isEmpty()) {
        if (word == u"uuid")
            return textOr(answer.uuid, QStringLiteral("user ID"));
        if (word == u"mid")
            return textOr(answer.mid, QStringLiteral("Experience Cloud ID"));
        if (word == u"tid")
            return textOr(answer.tid, QStringLiteral("transaction ID"));
        if (word == u"blob")
            return textOr(answer.blob, QStringLiteral("blob"));
        if (word == u"region")
            return answer.region ? dcs::Result<QString>(QString::number(*answer.region))
                                 : notFound(QStringLiteral("region"));
        if (word == u"status")
            return exchange.status > 0 ? dcs::Result<QString>(QString::number(exchange.status))
                                       : notFound(QStringLiteral("status"));
    }
    return dcs::Error{dcs::Errc::InvalidInput,
        QStringLiteral("“%1” captures nothing.").arg(dcs::visible(text, 80)), remedy, {}};
}

dcs::Result<QMap<QString, QString>> capturedValues(
    const QStringList &lines, const dcs::Exchange &exchange, const dcs::Answer &answer)
{
    QMap<QString, QString> out;
    for (const QString &line : lines) {
        const auto capture = Capture::parse(line);
        if (!capture)
            return capture.error();
        const auto value = captured(capture->expression, exchange, answer);
        if (!value)
            return value.error();
        out.insert(capture->name, *value);
    }
    return out;
}

} // namespace interop
