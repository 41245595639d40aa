// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "interop/secretmark.h"

#include "dcs/text.h"

#include <algorithm>

namespace interop {

using namespace Qt::StringLiterals;

namespace {

const QString dots = u"•••"_s;

QByteArray filled(QByteArray text, const QMap<QString, QString> &values)
{
    for (auto it = values.begin(); it != values.end(); ++it)
        text.replace(secretMark(it.key()).toUtf8(), it.value().toUtf8());
    return text;
}

dcs::Error breaks(const QString &name, const QString &what)
{
    return {dcs::Errc::NotSendable,
        u"The secret “%1” of the keychain has %2, which would break the call."_s.arg(name, what),
        u"Store it again without: dcs secret set %1"_s.arg(name), {}};
}

/// What a value must not have where its mark stands.
dcs::Result<void> checkValues(const dcs::WireRequest &request, const QMap<QString, QString> &values)
{
    const QStringList inTarget = secretsIn(request.requestLine());
    for (auto it = values.begin(); it != values.end(); ++it) {
        const bool controls = std::any_of(it.value().begin(), it.value().end(),
            [](QChar c) { return c.unicode() < 0x20 || c.unicode() == 0x7f; });
        if (controls)
            return breaks(it.key(), u"a control character"_s);
        if (inTarget.contains(it.key()) && it.value().contains(u' '))
            return breaks(it.key(), u"a blank"_s);
    }
    return {};
}

void setContentLength(QByteArray &head, qsizetype before, qsizetype now)
{
    constexpr QByteArrayView name = "\r\ncontent-length:";
    const qsizetype at = head.toLower().indexOf(name);
    if (at < 0 || before == now)
        return;
    const qsizetype from = at + name.size();
    const qsizetype end = head.indexOf('\r', from);
    head.replace(from, end - from, ' ' + QByteArray::number(now));
}

} // namespace

bool isSecretName(QStringView name)
{
    return !name.isEmpty() && name.size() <= 64 && std::all_of(name.begin(), name.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'.'
            || c == u'-' || c == u'_';
    });
}

dcs::Error noSecretName(const QString &name)
{
    return {dcs::Errc::Usage, u"“%1” is no name of a secret."_s.arg(dcs::visible(name, 80)),
        u"A name has 1 to 64 letters, digits, dots, hyphens and underscores, for example proxy-password."_s,
        {}};
}

QString secretMark(const QString &name)
{
    return dots + name + dots;
}

QStringList secretsIn(QByteArrayView text)
{
    const QByteArray mark = dots.toUtf8();
    QStringList out;
    for (qsizetype at = text.indexOf(mark); at >= 0;) {
        const qsizetype from = at + mark.size();
        const qsizetype end = text.indexOf(mark, from);
        if (end < 0)
            break;
        const QString name = QString::fromUtf8(text.sliced(from, end - from));
        const bool isName = isSecretName(name);
        if (isName && !out.contains(name))
            out.append(name);
        at = isName ? text.indexOf(mark, end + mark.size()) : end;
    }
    return out;
}

QStringList secretsOf(const dcs::WireRequest &request, const dcs::SendOptions &options)
{
    return secretsIn(
        request.bytes + '\n' + options.proxy.user.toUtf8() + '\n' + options.proxy.password.toUtf8());
}

dcs::Result<void> fillSecrets(
    dcs::WireRequest &request, dcs::SendOptions &options, const QMap<QString, QString> &values)
{
    if (auto fit = checkValues(request, values); !fit)
        return fit;
    const QByteArray body = filled(request.body().toByteArray(), values);
    QByteArray head = filled(request.head().toByteArray(), values);
    setContentLength(head, request.body().size(), body.size());
    request.headBytes = head.size();
    request.bytes = head + body;
    for (QString *text : {&options.proxy.user, &options.proxy.password})
        *text = QString::fromUtf8(filled(text->toUtf8(), values));
    return {};
}

QByteArray hideSecrets(QByteArray text, const QMap<QString, QString> &values)
{
    // The longest first: one value may be a part of another.
    QStringList names = values.keys();
    std::sort(names.begin(), names.end(),
        [&](const QString &a, const QString &b) { return values[a].size() > values[b].size(); });
    for (const QString &name : names) {
        if (!values[name].isEmpty())
            text.replace(values[name].toUtf8(), secretMark(name).toUtf8());
    }
    return text;
}

} // namespace interop
