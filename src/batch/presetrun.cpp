// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "batch/presetrun.h"

#include "batch/cookiefile.h"
#include "dcs/encode.h"
#include "interop/capture.h"
#include "interop/environment.h"

#include <algorithm>

namespace batch {

bool PresetRun::Step::held() const
{
    return std::all_of(expectations.begin(), expectations.end(),
        [](const dcs::ExpectationOutcome &one) { return one.held; });
}

PresetRun::PresetRun(const QList<interop::Preset> &presets, PresetRunSettings settings,
    const dcs::Catalogue &catalogue, QObject *parent)
    : QObject(parent)
    , m_settings(std::move(settings))
    , m_catalogue(catalogue)
{
    for (const interop::Preset &preset : presets) {
        Step step;
        step.preset = preset;
        m_steps.append(step);
    }
}

PresetRun::PresetRun(const QList<interop::Preset> &presets, PresetRunSettings settings,
    transport::WireManager &network, store::HistoryThread *history, const dcs::Catalogue &catalogue,
    QObject *parent)
    : PresetRun(presets, std::move(settings), catalogue, parent)
{
    m_makeSend
        = [&network, history, &catalogue](const auto &request, const auto &options, const auto &facts) {
              return std::make_unique<RecordedSend>(request, options, facts, network, history, catalogue);
          };
}

PresetRun::PresetRun(const QList<interop::Preset> &presets, PresetRunSettings settings,
    transport::WireManager &network, store::History *history, const dcs::Catalogue &catalogue,
    QObject *parent)
    : PresetRun(presets, std::move(settings), catalogue, parent)
{
    m_makeSend
        = [&network, history, &catalogue](const auto &request, const auto &options, const auto &facts) {
              return std::make_unique<RecordedSend>(request, options, facts, network, history, catalogue);
          };
}

PresetRun::~PresetRun() = default;

void PresetRun::start()
{
    if (!std::exchange(m_running, true))
        QMetaObject::invokeMethod(this, &PresetRun::next, Qt::QueuedConnection);
}

void PresetRun::cancel()
{
    m_cancelled = true;
    if (m_sending)
        m_sending->cancel();
}

void PresetRun::next()
{
    if (m_cancelled || ++m_current >= m_steps.size())
        return end();
    Step &step = m_steps[m_current];
    const auto request = prepare(step);
    if (!request)
        return fail(request.error());
    send(step, *request);
}

dcs::Result<dcs::WireRequest> PresetRun::prepare(Step &step) const
{
    if (step.preset.error)
        return *step.preset.error;
    const interop::Dynamic dynamic = interop::Dynamic::real();
    auto expectations = interop::resolveLines(
        step.preset.expectations, QStringLiteral("the expectation"), m_settings.variables, dynamic);
    if (!expectations)
        return expectations.error();
    step.preset.expectations = *expectations;
    // An expectation that cannot be read would pass unseen: better not to send.
    for (const QString &line : step.preset.expectations) {
        if (const auto read = dcs::Expectation::parse(line); !read)
            return read.error();
    }
    auto call = interop::resolve(step.preset.call, m_settings.variables, dynamic);
    if (!call)
        return call.error();
    step.call = *call;
    const auto options = m_settings.options ? m_settings.options(step.preset)
                                            : dcs::Result<dcs::SendOptions>(step.preset.options);
    if (!options)
        return options.error();
    step.options = *options;
    step.ownCookieHeader = hasCookieHeader(step.call);
    if (usesCookies(step.options, m_settings.cookies))
        m_settings.cookies->addTo(step.call);
    return dcs::encode(step.call);
}

void PresetRun::send(Step &step, const dcs::WireRequest &request)
{
    store::CallFacts facts = callFacts(step.call, m_catalogue);
    facts.preset = m_settings.path.isEmpty() ? QString() : m_settings.path + u'#' + step.preset.name;
    facts.environment = m_settings.environment;
    m_sending = m_makeSend(request, step.options, facts);
    m_sending->setKeychain(m_settings.keychain);
    if (usesCookies(step.options, m_settings.cookies))
        m_sending->setCookies(m_settings.cookies, step.ownCookieHeader);
    connect(m_sending.get(), &RecordedSend::finished, this, &PresetRun::answered);
    step.state = Step::State::Running;
    Q_EMIT changed(m_current);
    m_sending->start();
}

void PresetRun::answered(const RecordedSend::Outcome &outcome)
{
    m_sending.release()->deleteLater(); // this is its signal
    Step &step = m_steps[m_current];
    step.outcome = outcome;
    step.answer = dcs::Answer::parse(outcome.exchange, m_catalogue);
    for (const QString &line : step.preset.expectations) {
        if (const auto expectation = dcs::Expectation::parse(line))
            step.expectations.append(dcs::evaluate(*expectation, outcome.exchange, step.answer));
    }
    if (outcome.refusal)
        return fail(*outcome.refusal);
    if (outcome.storageError)
        return fail(*outcome.storageError);
    if (outcome.exchange.failure) {
        step.state = Step::State::Failed;
        Q_EMIT changed(m_current);
        return end();
    }
    const auto captured = interop::capturedValues(step.preset.captures, outcome.exchange, step.answer);
    if (!captured)
        return fail(captured.error());
    step.captured = *captured;
    m_settings.variables.insert(*captured);
    step.state = Step::State::Done;
    Q_EMIT changed(m_current);
    next();
}

void PresetRun::fail(const dcs::Error &error)
{
    m_steps[m_current].problem = error;
    m_steps[m_current].state = Step::State::Failed;
    Q_EMIT changed(m_current);
    end();
}

void PresetRun::end()
{
    m_running = false;
    for (int i = 0; i < m_steps.size(); ++i) {
        if (m_steps[i].state == Step::State::Waiting) {
            m_steps[i].state = Step::State::Skipped;
            Q_EMIT changed(i);
        }
    }
    Q_EMIT finished();
}

} // namespace batch
