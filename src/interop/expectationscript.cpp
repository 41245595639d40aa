// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "interop/expectationscript.h"

#include "dcs/expectation.h"

namespace interop {

namespace {

QString comparison(const QString &left, const dcs::Expectation &expectation, bool asNumber)
{
    const QString &op = expectation.op;
    QString right = expectation.operand;
    if (asNumber) {
        bool ok = false;
        right.toDouble(&ok);
        if (!ok)
            return {};
    } else {
        right = javaScriptString(right);
    }
    if (op == u"==" || op == u"!=")
        return QStringLiteral("%1 %2= %3").arg(left, op, right);
    if ((op == u"<" || op == u">" || op == u"<=" || op == u">=") && asNumber)
        return QStringLiteral("%1 %2 %3").arg(left, op, right);
    if (op == u"contains" && !asNumber)
        return QStringLiteral("%1.includes(%2)").arg(left, right);
    return {};
}

/// Whether the body has a member of that name; `value` is a pattern of its value.
QString member(const QString &name, const QString &value)
{
    return QStringLiteral("/\"%1\"\\s*:\\s*%2/.test(body)").arg(name, value);
}

QString digits(const dcs::Expectation &expectation)
{
    const QString text = expectation.argument.isEmpty() ? expectation.operand : expectation.argument;
    for (const QChar c : text) {
        if (c < u'0' || c > u'9')
            return {};
    }
    return text;
}

QString positive(const dcs::Expectation &expectation)
{
    const QString &subject = expectation.subject;
    const bool exists = expectation.op == u"exists";
    if (subject == u"status")
        return comparison(QStringLiteral("status"), expectation, true);
    if (subject == u"time")
        return comparison(QStringLiteral("time"), expectation, true);
    if (subject == u"header") {
        const QString header = QStringLiteral("header(%1)").arg(javaScriptString(expectation.argument));
        return exists ? header + QStringLiteral(" !== \"\"") : comparison(header, expectation, false);
    }
    if (subject == u"body")
        return comparison(QStringLiteral("body"), expectation, false);
    const QString id = digits(expectation);
    if ((subject == u"uuid" || subject == u"tid") && exists)
        return member(subject, QStringLiteral("\"?[^\",}]"));
    if (subject == u"uuid" && expectation.op == u"==" && !id.isEmpty())
        return member(subject, QStringLiteral("\"?%1\\b").arg(id));
    if (subject == u"region" && expectation.op == u"==" && !id.isEmpty())
        return member(QStringLiteral("dcs_region"), QStringLiteral("\"?%1\\b").arg(id));
    if (subject == u"region" && exists)
        return member(QStringLiteral("dcs_region"), QStringLiteral("\"?\\d"));
    if (subject == u"error" && !id.isEmpty())
        return member(QStringLiteral("code"), QStringLiteral("\"?%1\\b").arg(id));
    if (subject == u"errors" || subject == u"traits" || subject == u"segments") {
        const QString any = member(subject, QStringLiteral("\\[\\s*[^\\s\\]]"));
        if (exists || (expectation.op == u">" && expectation.operand == u"0"))
            return any;
        return expectation.op == u"==" && expectation.operand == u"0" ? u'!' + any : QString();
    }
    if ((subject == u"trait" || subject == u"segment") && !id.isEmpty())
        return member(subject + u's', QStringLiteral("\\[[^\\]]*\\b%1\\b").arg(id));
    return {};
}

} // namespace

QString javaScriptString(const QString &text)
{
    QString out = QStringLiteral("\"");
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            out += u'\\';
        if (c.unicode() < 0x20 || c.unicode() == 0x7f || c.unicode() == 0x2028 || c.unicode() == 0x2029)
            out += QStringLiteral("\\u%1").arg(uint(c.unicode()), 4, 16, QLatin1Char('0'));
        else
            out += c;
    }
    return out + u'"';
}

QString expectationScript(const QString &text)
{
    const auto expectation = dcs::Expectation::parse(text);
    if (!expectation)
        return {};
    const QString script = positive(*expectation);
    if (script.isEmpty())
        return {};
    return expectation->negated ? QStringLiteral("!(%1)").arg(script) : script;
}

QStringList postmanTests(const QStringList &expectations)
{
    QStringList tests;
    for (const QString &text : expectations) {
        const QString script = expectationScript(text);
        if (script.isEmpty())
            tests.append(QStringLiteral("// not carried over: %1").arg(text.simplified()));
        else
            tests.append(QStringLiteral("pm.test(%1, () => pm.expect(%2).to.be.true);")
                             .arg(javaScriptString(text), script));
    }
    if (tests.isEmpty())
        return {};
    return QStringList{
               QStringLiteral("const status = pm.response.code, time = pm.response.responseTime, body = "
                              "pm.response.text();"),
               QStringLiteral("const header = name => pm.response.headers.get(name) || \"\";"),
           }
    + tests;
}

} // namespace interop
