// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/diff.h"

#include "dcs/answer.h"
#include "dcs/decode.h"
#include "dcs/diffrules.h"
#include "dcs/exchange.h"

#include <QMap>

#include <algorithm>

namespace dcs {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shownBytes = 2000;

/// Values by name, each occurrence in order.
using Named = QList<std::pair<QString, QString>>;

QList<Difference> diffNamed(
    const Named &before, const Named &after, Difference::Part part, const DiffOptions &options)
{
    const auto differ = [&options](const QString &name, const QString &was, const QString &is) {
        return was != is && (options.times || !isTimeLike(was, name) || !isTimeLike(is, name));
    };
    QMap<QString, QStringList> old, now;
    QStringList order;
    for (const auto &[name, value] : before) {
        old[name].append(value);
        if (!order.contains(name))
            order.append(name);
    }
    for (const auto &[name, value] : after) {
        now[name].append(value);
        if (!order.contains(name))
            order.append(name);
    }
    QList<Difference> out;
    for (const QString &name : std::as_const(order)) {
        const QStringList was = old.value(name);
        const QStringList is = now.value(name);
        for (qsizetype i = 0; i < qMax(was.size(), is.size()); ++i) {
            if (i >= was.size())
                out.append({Difference::Kind::Added, part, name, {}, is[i]});
            else if (i >= is.size())
                out.append({Difference::Kind::Removed, part, name, was[i], {}});
            else if (differ(name, was[i], is[i]))
                out.append({Difference::Kind::Changed, part, name, was[i], is[i]});
        }
    }
    return out;
}

Named named(const QList<Header> &headers, const QStringList &ignore)
{
    Named out;
    for (const Header &header : headers) {
        const QString name = QString::fromUtf8(header.name);
        if (!ignore.contains(name, Qt::CaseInsensitive))
            out.append({name.toLower(), QString::fromUtf8(header.value)});
    }
    return out;
}

} // namespace

QString kindName(Difference::Kind kind)
{
    switch (kind) {
    case Difference::Kind::Added:
        return u"added"_s;
    case Difference::Kind::Removed:
        return u"removed"_s;
    case Difference::Kind::Changed:
        return u"changed"_s;
    case Difference::Kind::Moved:
        return u"moved"_s;
    }
    return {};
}

QString partName(Difference::Part part)
{
    switch (part) {
    case Difference::Part::Request:
        return u"request"_s;
    case Difference::Part::Status:
        return u"status"_s;
    case Difference::Part::Headers:
        return u"headers"_s;
    case Difference::Part::Answer:
        return u"answer"_s;
    }
    return {};
}

QStringList DiffOptions::volatileParts()
{
    return {u"$.tid"_s, u"$.d_blob"_s, u"Date"_s, u"Expires"_s, u"X-TID"_s, u"DCS"_s, u"Content-Length"_s};
}

QList<Difference> diffHeaders(
    const QList<Header> &before, const QList<Header> &after, const DiffOptions &options)
{
    return diffNamed(
        named(before, options.ignore), named(after, options.ignore), Difference::Part::Headers, options);
}

QList<Difference> diffCalls(const Call &before, const Call &after, const DiffOptions &options)
{
    const auto lines = [&options](const Call &call) {
        Named out{{u"method"_s, QString::fromUtf8(call.method)},
            {u"destination"_s,
                QString::fromUtf8((call.tls ? "https://" : "http://") + call.connectHost + ':'
                    + QByteArray::number(call.port) + call.path)}};
        for (const Header &header : call.headers) {
            if (header.sent && !options.ignore.contains(QString::fromUtf8(header.name), Qt::CaseInsensitive))
                out.append({u"header "_s + QString::fromUtf8(header.name), QString::fromUtf8(header.value)});
        }
        for (const Parameter &parameter : call.parameters) {
            if (parameter.sent && !parameter.wire.isEmpty() && !options.ignore.contains(parameter.key()))
                out.append({parameter.key(), QString::fromUtf8(parameter.wireValue())});
        }
        if (call.opaqueBody)
            out.append({u"body"_s, QString::fromUtf8(*call.opaqueBody)});
        return out;
    };
    return diffNamed(lines(before), lines(after), Difference::Part::Request, options);
}

QList<Difference> diffExchanges(
    const Exchange &before, const Exchange &after, const Catalogue &catalogue, const DiffOptions &options)
{
    QList<Difference> out;
    const auto first = decode(before.request);
    const auto second = decode(after.request);
    if (first && second)
        out += diffCalls(*first, *second, options);
    if (before.status != after.status)
        out.append({Difference::Kind::Changed, Difference::Part::Status, u"status"_s,
            QString::number(before.status), QString::number(after.status)});
    out += diffHeaders(before.headers, after.headers, options);

    const Answer old = Answer::parse(before, catalogue);
    const Answer now = Answer::parse(after, catalogue);
    const qsizetype known = out.size();
    if (old.document && now.document)
        out += diffJson(*old.document, *now.document, options);
    // What could be read of a broken answer may be all of the other one.
    const bool readWhole = old.document && now.document && old.valid && now.valid;
    if (!readWhole && out.size() == known && before.body != after.body)
        out.append({Difference::Kind::Changed, Difference::Part::Answer, u"body"_s,
            textOfUtf8(QByteArrayView(before.body).first(qMin(before.body.size(), shownBytes))),
            textOfUtf8(QByteArrayView(after.body).first(qMin(after.body.size(), shownBytes)))});
    return out;
}

} // namespace dcs
