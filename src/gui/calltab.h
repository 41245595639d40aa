// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "batch/recordedsend.h"
#include "dcs/expectation.h"
#include "gui/calldocument.h"

#include <QWidget>

#include <array>
#include <memory>

class QToolButton;

namespace Ui {
class CallTab;
}

namespace gui {

class AnswerPanel;
class CallPanel;
class ExpectPanel;
class FindingsPanel;
class HeadersPanel;
class OptionsPanel;
class ParametersPanel;
class Services;
class WirePanel;

/// One open call: URL line, the panels that show and edit its document, Send, and the answer. Panels are made
/// when they are first looked at.
class CallTab : public QWidget
{
    Q_OBJECT
public:
    enum Part {
        FormPart,
        ParametersPart,
        HeadersPart,
        ExpectPart,
        OptionsPart,
        WirePart,
        FindingsPart,
        PartCount
    };

    CallTab(Services &services, CallDocument &document, QWidget *parent = nullptr);
    ~CallTab() override;

    CallDocument &document() { return m_document; }
    int part() const;
    void setPart(int part);

    void send();
    void cancel();
    bool isSending() const { return m_sending || m_waitsForSandbox; }
    /// An exchange of the history or of a file, beside the call that made it.
    void showExchange(const dcs::Call &call, const dcs::Exchange &exchange);
    void find();
    void focusUrl();
    void focusField(const dcs::Finding &finding);
    void showFindings();
    void readCall(const QByteArray &text); ///< a pasted URL, curl line or raw request becomes this call
    QByteArray asCurl() const;
    AnswerPanel &answer(); ///< made when first asked for

Q_SIGNALS:
    void sendingChanged();
    void message(dcs::Severity severity, const QString &text);
    void failed(const dcs::Error &error);
    void answered(const QString &summary); ///< for the status bar

private:
    void connectUrlRow();
    void connectDocument();
    void makeFindingsButton();
    void makePart(int part);
    QWidget *newPanel(int part);
    QWidget *newFormPanel();
    QWidget *newExpectPanel();
    QWidget *newOptionsPanel();
    QWidget *newFindingsPanel();
    void showDocument();
    void showUrlRow();
    void showTarget();
    void showCounts();
    void showPart(int part);
    void showEnvironments();
    void showVariables();
    void editUrl(const QString &text);
    void setUrlProblem(const QString &problem);
    bool mayGoLive();
    void sendNow();
    void startSending(
        const dcs::WireRequest &request, const dcs::SendOptions &options, const store::CallFacts &facts);
    void follow();
    void keepPassword(const QString &password);
    void finish(const batch::RecordedSend::Outcome &outcome);
    void captureValues(const dcs::Exchange &exchange);
    void updateSending();
    void editExpectations(const QStringList &lines);
    void setUser(const dcs::Identity &identity);
    void setRegion(int region);

    std::unique_ptr<Ui::CallTab> m_ui;
    Services &m_services;
    CallDocument &m_document;
    QToolButton *m_findingsButton = nullptr;
    CallPanel *m_form = nullptr;
    ParametersPanel *m_parameters = nullptr;
    HeadersPanel *m_headers = nullptr;
    ExpectPanel *m_expect = nullptr;
    OptionsPanel *m_options = nullptr;
    WirePanel *m_wire = nullptr;
    FindingsPanel *m_findings = nullptr;
    AnswerPanel *m_answer = nullptr;
    std::array<bool, PartCount> m_stale{};
    QList<dcs::ExpectationOutcome> m_outcomes;
    std::unique_ptr<batch::RecordedSend> m_sending;
    dcs::Call m_sentCall;
    QStringList m_sentExpectations;
    QStringList m_sentCaptures;
    bool m_waitsForSandbox = false;
};

} // namespace gui
