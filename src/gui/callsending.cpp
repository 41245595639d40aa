// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

// The half of CallTab that sends and shows what came back.
#include "dcs/catalogue.h"
#include "dcs/decode.h"
#include "dcs/text.h"
#include "gui/answerpanel.h"
#include "gui/answersummary.h"
#include "gui/callpanel.h"
#include "gui/calltab.h"
#include "gui/expectpanel.h"
#include "gui/headerspanel.h"
#include "gui/parameterspanel.h"
#include "gui/services.h"
#include "interop/capture.h"
#include "interop/curl.h"
#include "store/historythread.h"
#include "transport/redirect.h"
#include "transport/wiremanager.h"
#include "ui_calltab.h"

#include <QLocale>

namespace gui {

using namespace Qt::StringLiterals;

AnswerPanel &CallTab::answer()
{
    if (m_answer)
        return *m_answer;
    m_answer = new AnswerPanel;
    m_answer->setServices(m_services);
    m_ui->answerPage->layout()->addWidget(m_answer);
    connect(m_answer, &AnswerPanel::useUser, this, &CallTab::setUser);
    connect(m_answer, &AnswerPanel::useRegion, this, &CallTab::setRegion);
    connect(m_answer, &AnswerPanel::followRequested, this, &CallTab::follow);
    connect(m_answer, &AnswerPanel::expectationsEvaluated, this,
        [this](const QList<dcs::ExpectationOutcome> &outcomes) {
            m_outcomes = outcomes;
            if (m_expect)
                m_expect->setOutcomes(outcomes);
        });
    connect(m_answer, &AnswerPanel::shown, this, [this] {
        const AnswerReadingPtr &reading = m_answer->reading();
        if (reading && reading->answer.region)
            m_document.setUserRegion(dcs::userKey(reading->call), int(*reading->answer.region));
    });
    return *m_answer;
}

bool CallTab::mayGoLive()
{
    return m_document.draft().sandbox || m_services.mayGoLive(m_document.place());
}

void CallTab::send()
{
    if (isSending())
        return;
    if (!m_ui->urlProblem->text().isEmpty()) {
        focusUrl();
        Q_EMIT failed({dcs::Errc::NotSendable, tr("The URL line cannot be read, so nothing was sent."),
            m_ui->urlProblem->text(), {}});
        return;
    }
    if (const auto &request = m_document.request(); !request) {
        Q_EMIT failed(request.error());
        return;
    }
    if (!mayGoLive())
        return;
    if (m_document.draft().sandbox && !m_services.sandbox().isRunning()) {
        m_waitsForSandbox = true;
        updateSending();
        m_services.sandbox().start();
        return;
    }
    sendNow();
}

void CallTab::sendNow()
{
    const auto &request = m_document.request();
    if (!request) // an edit while the sandbox was starting
        return updateSending();
    const auto options = m_services.sendOptions(m_document.draft(), m_document.place());
    if (!options) {
        updateSending();
        Q_EMIT failed(options.error());
        return;
    }
    const auto expectations = m_document.resolvedExpectations();
    if (!expectations) {
        Q_EMIT failed(expectations.error());
        return updateSending();
    }
    m_sentExpectations = *expectations;
    m_sentCaptures = m_document.place().preset.captures;
    m_sentCall = *m_document.resolved();
    store::CallFacts facts = batch::callFacts(m_sentCall, m_document.catalogue());
    facts.findings = m_document.findings();
    facts.preset = m_document.place().isPreset()
        ? m_document.place().path + u'#' + m_document.place().preset.name
        : QString();
    facts.environment = m_services.environments().currentName();
    startSending(*request, *options, facts);
}

void CallTab::startSending(
    const dcs::WireRequest &request, const dcs::SendOptions &options, const store::CallFacts &facts)
{
    m_sending = std::make_unique<batch::RecordedSend>(
        request, options, facts, m_services.network(), &m_services.history(), m_document.catalogue());
    m_services.equip(*m_sending, m_document.call(), options, m_document.place());
    connect(m_sending.get(), &batch::RecordedSend::finished, this, &CallTab::finish);
    answer().showWaiting();
    updateSending();
    m_sending->start();
}

/// One redirect more: a call of its own, recorded as every other one.
void CallTab::follow()
{
    const AnswerReadingPtr &reading = answer().reading();
    if (isSending() || !reading || !mayGoLive())
        return;
    const transport::NextHop next = transport::nextHop(reading->exchange);
    auto options = m_services.sendOptions(m_document.draft(), m_document.place());
    if (!next.request || !options) {
        Q_EMIT failed(options ? dcs::Error{dcs::Errc::NotSendable, next.reason, {}, {}} : options.error());
        return;
    }
    const auto call = dcs::decode(*next.request);
    if (!call) {
        Q_EMIT failed(call.error());
        return;
    }
    m_sentCall = *call;
    options->followRedirects = 0;
    if (!transport::keepsAddress(reading->exchange.request, *next.request))
        options->connectTo.reset();
    store::CallFacts facts = batch::callFacts(m_sentCall, m_document.catalogue());
    facts.environment = m_services.environments().currentName();
    startSending(*next.request, *options, facts);
}

void CallTab::cancel()
{
    m_waitsForSandbox = false;
    if (m_sending)
        m_sending->cancel();
    else
        updateSending();
}

void CallTab::finish(const batch::RecordedSend::Outcome &outcome)
{
    m_sending.release()->deleteLater(); // it is still on the stack: this is its signal
    m_document.renewDynamicValues();
    updateSending();
    if (outcome.refusal)
        Q_EMIT failed(*outcome.refusal);
    if (outcome.storageError)
        Q_EMIT failed(*outcome.storageError);
    if (!outcome.sent) {
        answer().clear();
        return;
    }
    captureValues(outcome.exchange);
    QList<dcs::Expectation> expectations;
    for (const QString &line : m_sentExpectations) {
        if (const auto expectation = dcs::Expectation::parse(line))
            expectations.append(*expectation);
    }
    answer().setExchange(m_sentCall, outcome.exchange, outcome.hops, expectations);
    const QLocale locale;
    const QString status = outcome.exchange.failure ? outcome.exchange.failure->message
                                                    : AnswerSummary::statusText(outcome.exchange);
    Q_EMIT answered(u"%1 · %2 ms · %3"_s.arg(dcs::visible(status),
        locale.toString(outcome.exchange.timings.total, 'f', 1),
        locale.formattedDataSize(outcome.exchange.body.size())));
}

// What `# @capture` lines of the preset find, for the {{variables}} of the next call.
void CallTab::captureValues(const dcs::Exchange &exchange)
{
    if (m_sentCaptures.isEmpty() || exchange.failure)
        return;
    const dcs::Answer answer = dcs::Answer::parse(exchange, m_document.catalogue());
    const auto captured = interop::capturedValues(m_sentCaptures, exchange, answer);
    if (captured)
        m_services.environments().capture(*captured);
    else
        Q_EMIT failed(captured.error());
}

void CallTab::updateSending()
{
    m_ui->sendButton->setEnabled(!isSending());
    m_ui->cancelButton->setEnabled(isSending());
    Q_EMIT sendingChanged();
}

void CallTab::showExchange(const dcs::Call &call, const dcs::Exchange &exchange)
{
    answer().setExchange(call, exchange, {}, {});
}

void CallTab::find()
{
    answer().find();
}

void CallTab::focusUrl()
{
    m_ui->urlEdit->setFocus();
    m_ui->urlEdit->selectAll();
}

void CallTab::showFindings()
{
    setPart(FindingsPart);
    m_ui->requestTabs->currentWidget()->setFocus();
}

void CallTab::focusField(const dcs::Finding &finding)
{
    const bool formField
        = finding.where == "Host"_L1 || finding.where == "url"_L1 || finding.where == "method"_L1;
    if (formField) {
        setPart(FormPart);
        m_form->focusField(finding.where, finding.parameter);
    } else if (finding.parameter >= 0) {
        setPart(ParametersPart);
        m_parameters->focusParameter(finding.parameter);
    } else if (finding.where == "headers"_L1) {
        setPart(HeadersPart);
        m_headers->focusHeader({});
    } else {
        setPart(FormPart);
        m_form->focusField(finding.where, finding.parameter);
    }
}

QByteArray CallTab::asCurl() const
{
    const auto &request = m_document.request();
    const dcs::SendOptions options
        = m_services.sendOptions(m_document.draft(), m_document.place()).value_or(m_document.draft().options);
    return request ? interop::writeCurl(*request, options) : QByteArray();
}

void CallTab::editExpectations(const QStringList &lines)
{
    Draft draft = m_document.draft();
    draft.expectations = lines;
    m_document.edit(draft, tr("Edit expectations"), {});
}

void CallTab::setUser(const dcs::Identity &identity)
{
    dcs::Call call = m_document.call();
    const QList<dcs::Identity> identities = dcs::identities(call);
    int at = -1;
    for (int i = 0; i < identities.size(); ++i) {
        if (identities[i].kind == identity.kind)
            at = i;
    }
    if (at >= 0)
        dcs::replaceIdentity(call, at, identity);
    else
        dcs::addIdentity(call, identity);
    m_document.editCall(call, tr("Use the answer's user"), {});
}

void CallTab::setRegion(int region)
{
    const dcs::Region *known = m_document.catalogue().region(region);
    if (!known)
        return;
    dcs::Call call = m_document.call();
    dcs::setConnectHost(call, known->host);
    m_document.editCall(call, tr("Use the user's region"), {});
}

} // namespace gui
