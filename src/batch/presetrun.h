// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "batch/recordedsend.h"
#include "dcs/expectation.h"
#include "interop/httpfile.h"

#include <QMap>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

namespace batch {

/// What a run of presets needs beside them.
struct PresetRunSettings {
    QString path; ///< of their file, for the history: PATH#NAME
    QString environment;
    QMap<QString, QString> variables; ///< of file, environment and command line, merged
    /// How a preset travels; by default as it says itself.
    std::function<dcs::Result<dcs::SendOptions>(const interop::Preset &)> options;
    store::Keychain *keychain = nullptr; ///< for the secrets that calls and proxies name
    CookieFile *cookies = nullptr; ///< the environment's jar, for the presets that use it
};

/// The requests of one file, in their order, one after the other: "get an ID, then send the event". What an
/// answer gives up by `# @capture` fills the {{variables}} of the calls behind it, over the values from
/// outside. The run ends early at a call that got no whole answer, could not be made or recorded, or whose
/// capture found nothing: what follows would be about somebody else. Every call is recorded.
class PresetRun : public QObject
{
    Q_OBJECT
public:
    struct Step {
        enum class State { Waiting, Running, Done, Failed, Skipped };

        interop::Preset preset;
        State state = State::Waiting;
        dcs::SendOptions options;
        dcs::Call call; ///< with values in place of its variables, once it runs
        bool ownCookieHeader = false; ///< the preset's, not the jar's
        RecordedSend::Outcome outcome;
        dcs::Answer answer;
        QList<dcs::ExpectationOutcome> expectations;
        QMap<QString, QString> captured;
        std::optional<dcs::Error> problem; ///< why the run ends here, where the call itself did not fail

        bool held() const; ///< every expectation
    };

    PresetRun(const QList<interop::Preset> &presets, PresetRunSettings settings,
        transport::WireManager &network, store::HistoryThread *history, const dcs::Catalogue &catalogue,
        QObject *parent = nullptr);
    PresetRun(const QList<interop::Preset> &presets, PresetRunSettings settings,
        transport::WireManager &network, store::History *history, const dcs::Catalogue &catalogue,
        QObject *parent = nullptr);
    ~PresetRun() override;

    void start(); ///< once; nothing is reported from inside it
    void cancel(); ///< stops the call under way; those behind it are skipped

    const QList<Step> &steps() const { return m_steps; }
    bool isRunning() const { return m_running; }

Q_SIGNALS:
    void changed(int step); ///< its state
    void finished();

private:
    using MakeSend = std::function<std::unique_ptr<RecordedSend>(
        const dcs::WireRequest &, const dcs::SendOptions &, const store::CallFacts &)>;

    PresetRun(const QList<interop::Preset> &presets, PresetRunSettings settings,
        const dcs::Catalogue &catalogue, QObject *parent);
    void next();
    dcs::Result<dcs::WireRequest> prepare(Step &step) const;
    void send(Step &step, const dcs::WireRequest &request);
    void answered(const RecordedSend::Outcome &outcome);
    void fail(const dcs::Error &error);
    void end();

    QList<Step> m_steps;
    PresetRunSettings m_settings;
    const dcs::Catalogue &m_catalogue;
    MakeSend m_makeSend;
    std::unique_ptr<RecordedSend> m_sending;
    int m_current = -1;
    bool m_running = false;
    bool m_cancelled = false;
};

} // namespace batch
