// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/answer.h"
#include "dcs/answerplace.h"
#include "dcs/catalogue.h"
#include "dcs/check.h"
#include "dcs/text.h"

#include <QMap>
#include <QRegularExpression>

#include <algorithm>

namespace dcs {

namespace {

/// One pass over an answer beside its call; each function appends what it finds.
class AnswerCheck
{
public:
    AnswerCheck(const Call &call, const Exchange &exchange, const Answer &answer, const Catalogue &catalogue)
        : m_call(call)
        , m_exchange(exchange)
        , m_answer(answer)
        , m_catalogue(catalogue)
        , m_askedForJson(option(call, u"d_rtbd") == QStringLiteral("json"))
    {
    }

    QList<Finding> run();

private:
    void checkStatus();
    void checkErrors();
    void checkOptOut();
    void checkSilence();
    void checkBreak();
    void checkCallback();
    void checkUser();
    void checkRegion();
    void checkAskedFor();
    void checkMacros();

    void add(Severity severity, QLatin1String code, const QString &where, const QString &message,
        const QString &fix);
    bool found(QLatin1String code) const;
    bool isJson() const
    {
        return m_answer.form == Answer::Form::Json || m_answer.form == Answer::Form::Jsonp;
    }
    bool isData() const { return isJson() && m_answer.valid && !m_answer.refused(); }
    bool hasKey(QStringView key) const
    {
        return m_answer.document && m_answer.document->root().member(key).exists();
    }
    bool expectsJson() const;
    QString silenceReason() const;

    const Call &m_call;
    const Exchange &m_exchange;
    const Answer &m_answer;
    const Catalogue &m_catalogue;
    const bool m_askedForJson;
    QList<Finding> m_findings;
};

void AnswerCheck::add(
    Severity severity, QLatin1String code, const QString &where, const QString &message, const QString &fix)
{
    Finding finding;
    finding.severity = severity;
    finding.code = code;
    finding.where = where;
    finding.message = message;
    finding.fix = fix;
    for (qsizetype i = 0; i < m_call.parameters.size() && finding.parameter < 0; ++i) {
        if (m_call.parameters.at(i).sent && m_call.parameters.at(i).key() == where)
            finding.parameter = int(i);
    }
    m_findings += finding;
}

bool AnswerCheck::found(QLatin1String code) const
{
    return std::any_of(m_findings.begin(), m_findings.end(),
        [code](const Finding &finding) { return finding.code == code; });
}

// Syncs, opt-outs and redirects answer without data even where d_rtbd=json was sent.
bool AnswerCheck::expectsJson() const
{
    const Endpoint at = endpoint(m_call);
    const bool answers = at == Endpoint::Event || at == Endpoint::Id;
    return answers && m_askedForJson && m_exchange.status >= 200 && m_exchange.status < 300;
}

void AnswerCheck::checkStatus()
{
    if (m_exchange.status == 429)
        add(Severity::Warning, QLatin1String("rate-limited"), QStringLiteral("url"),
            QStringLiteral("Adobe limits the rate of calls, and this one was over it."),
            QStringLiteral("Send the call again later, and fewer calls a second."));
    else if (m_exchange.status >= 400)
        add(Severity::Warning, QLatin1String("http-status"), QStringLiteral("url"),
            QStringLiteral("The status is %1. The DCS says 200 even when it refuses a call, so a proxy or an "
                           "outage is likely.")
                .arg(m_exchange.status),
            QStringLiteral("Look at the body and the headers to see who answered."));
}

void AnswerCheck::checkErrors()
{
    for (const AnswerError &error : m_answer.errors) {
        const int code = error.code.value_or(-1);
        const bool optedOut = code == 171 || code == 173 || code == 315;
        const bool voids = (code >= 0 && code < 300) || code == 311;
        const ErrorPlace place = placeOf(error, m_call, m_catalogue);
        Finding finding;
        finding.severity = voids && !optedOut ? Severity::Error : Severity::Warning;
        finding.code = optedOut ? QStringLiteral("opted-out")
            : voids             ? QStringLiteral("answer-refused")
                                : QStringLiteral("answer-warning");
        finding.where = place.where;
        finding.parameter = place.parameter;
        finding.dcsCode = error.code;
        const QString said = error.meaning.isEmpty() ? visible(error.message) : error.meaning;
        finding.message = error.code
            ? QStringLiteral("The DCS answered with code %1. %2").arg(QString::number(code), said)
            : QStringLiteral("The DCS answered: %1").arg(said);
        finding.fix = error.action;
        m_findings += finding;
    }
}

void AnswerCheck::checkOptOut()
{
    const bool marked
        = m_answer.uuid == QLatin1String("NOTARGET") || m_answer.mid == QLatin1String("NOTARGET");
    if (found(QLatin1String("opted-out")) || (!marked && m_answer.optOut.isEmpty()))
        return;
    add(Severity::Warning, QLatin1String("opted-out"), QString(), QStringLiteral("The user has opted out."),
        QStringLiteral("Stop collecting for this user."));
}

QString AnswerCheck::silenceReason() const
{
    for (const Finding &finding : check(m_call, m_catalogue)) {
        if (finding.severity == Severity::Error)
            return QStringLiteral("A likely reason is in the call: %1").arg(finding.message);
    }
    if (m_answer.form == Answer::Form::Text)
        return QStringLiteral("A proxy or an error page may have taken the place of the DCS.");
    return QStringLiteral(
        "The DCS does this for a user who has opted out, and for a call that it does not accept.");
}

// Data Privacy Requests and Race Conditions, Rate Limiting, and Error Handling: a refusal may be 200 and no
// data.
void AnswerCheck::checkSilence()
{
    if (!expectsJson() || !m_answer.errors.isEmpty())
        return;
    const bool nothing = m_answer.document && m_answer.document->root().kind() == JsonValue::Kind::Object
        && m_answer.valid && m_answer.document->root().size() == 0;
    QString came;
    if (isJson() && nothing)
        came = QStringLiteral("The answer is an empty object.");
    else if (m_answer.form == Answer::Form::Empty)
        came = QStringLiteral("The call asked for JSON, and the answer is empty.");
    else if (m_answer.form == Answer::Form::Pixel)
        came = QStringLiteral("The call asked for JSON, and the answer is an image.");
    else if (m_answer.form == Answer::Form::Text)
        came = QStringLiteral("The call asked for JSON, and the answer is some other text.");
    if (!came.isEmpty())
        add(Severity::Warning, QLatin1String("answer-silent"), QStringLiteral("d_rtbd"),
            came + u' ' + silenceReason(),
            QStringLiteral("Check alias, IDs and encoding of the call, and whether the user has opted out."));
}

void AnswerCheck::checkBreak()
{
    if (isJson() && !m_answer.valid)
        add(Severity::Error, QLatin1String("answer-broken"), QString(),
            QStringLiteral("The answer is no valid JSON. %1").arg(m_answer.problem),
            QStringLiteral(
                "Do not rely on what is missing: only what came before that place could be read."));
}

void AnswerCheck::checkCallback()
{
    const std::optional<QString> callback = option(m_call, u"d_cb");
    if (!callback || callback->isEmpty() || !m_askedForJson || !isJson() || *callback == m_answer.callback)
        return;
    const QString got = m_answer.form == Answer::Form::Json
        ? QStringLiteral("the answer is JSON without a callback")
        : QStringLiteral("the answer calls \"%1\"").arg(visible(m_answer.callback, 100));
    add(Severity::Warning, QLatin1String("callback-other"), QStringLiteral("d_cb"),
        QStringLiteral("The call asked for the callback \"%1\", and %2.").arg(visible(*callback, 100), got),
        QStringLiteral("Use a plain JavaScript name, or leave d_cb out."));
}

void AnswerCheck::checkUser()
{
    const std::optional<QString> sent = option(m_call, u"d_uuid");
    if (!sent || m_answer.uuid.isEmpty() || m_answer.uuid == *sent
        || m_answer.uuid == QLatin1String("NOTARGET"))
        return;
    add(Severity::Warning, QLatin1String("user-other"), QStringLiteral("d_uuid"),
        QStringLiteral("The answer is about user %1, and the call named %2.")
            .arg(visible(m_answer.uuid, 60), visible(*sent, 60)),
        QStringLiteral("Use the answer's ID for this user from now on, if the call did mean this user."));
}

void AnswerCheck::checkRegion()
{
    const std::optional<int> called = region(m_call, m_catalogue);
    if (!called || !m_answer.region || *m_answer.region == *called)
        return;
    const bool small = *m_answer.region >= 0 && *m_answer.region < 10000;
    const Region *home = small ? m_catalogue.region(int(*m_answer.region)) : nullptr;
    const QString fix = home
        ? QStringLiteral("Send this user's next calls to %1, %2.")
              .arg(QString::fromUtf8(home->host), home->name)
        : QStringLiteral("No host is published for region %1; ask Adobe.").arg(*m_answer.region);
    add(Severity::Warning, QLatin1String("region-other"), QStringLiteral("url"),
        QStringLiteral("The user's home is region %1, and the call went to region %2.")
            .arg(QString::number(*m_answer.region), QString::number(*called)),
        fix);
}

void AnswerCheck::checkAskedFor()
{
    if (!expectsJson() || !isData() || found(QLatin1String("answer-silent"))
        || found(QLatin1String("opted-out")))
        return;
    if (option(m_call, u"d_dst") == QStringLiteral("1") && !hasKey(u"dests"))
        add(Severity::Hint, QLatin1String("dests-missing"), QStringLiteral("d_dst"),
            QStringLiteral("d_dst=1 was sent, and the answer has no dests."),
            QStringLiteral(
                "The user may be in no segment with a URL destination; otherwise check the destinations."));
    const QString wanted = option(m_call, u"d_cts").value_or(QString());
    if ((wanted == QLatin1String("1") || wanted == QLatin1String("2")) && !hasKey(u"traits")
        && !hasKey(u"segments"))
        add(Severity::Hint, QLatin1String("traits-missing"), QStringLiteral("d_cts"),
            QStringLiteral("d_cts=%1 was sent, and the answer has neither traits nor segments.").arg(wanted),
            QStringLiteral("Ask Adobe to enable d_cts for this account."));
}

// Destination Macros Defined: each is replaced before the answer leaves.
void AnswerCheck::checkMacros()
{
    static const QRegularExpression macro(
        QStringLiteral(
            "%(?:alias|did|dpid_\\d+|mcid|region|rnd|timestamp|http_proto)%|\\$\\{GDPR(?:_CONSENT_\\w+)?\\}"),
        QRegularExpression::CaseInsensitiveOption);
    QMap<QString, int> left;
    for (const UrlDestination &destination : m_answer.destinations) {
        QStringList names;
        auto matches = macro.globalMatch(destination.url + u' ' + destination.secureUrl);
        while (matches.hasNext())
            names += matches.next().captured();
        names.removeDuplicates();
        for (const QString &name : std::as_const(names))
            ++left[name];
    }
    for (auto it = left.cbegin(); it != left.cend(); ++it)
        add(Severity::Warning, QLatin1String("macro-left"), QStringLiteral("dests"),
            QStringLiteral("The macro %1 was not filled in, in %2 of %3 destinations.")
                .arg(it.key(), QString::number(it.value()), QString::number(m_answer.destinations.size())),
            QStringLiteral("Correct the URL in the destination's settings."));
}

QList<Finding> AnswerCheck::run()
{
    if (m_exchange.status == 0)
        return {};
    checkStatus();
    checkErrors();
    checkOptOut();
    checkSilence();
    checkBreak();
    checkCallback();
    checkUser();
    checkRegion();
    checkAskedFor();
    checkMacros();
    return m_findings;
}

} // namespace

QList<Finding> checkAnswer(
    const Call &call, const Exchange &exchange, const Answer &answer, const Catalogue &catalogue)
{
    return AnswerCheck(call, exchange, answer, catalogue).run();
}

} // namespace dcs
