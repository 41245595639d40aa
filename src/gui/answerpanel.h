// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/answer.h"
#include "dcs/call.h"
#include "dcs/exchange.h"
#include "dcs/expectation.h"
#include "gui/answerreading.h"
#include "gui/latest.h"

#include <QWidget>

#include <memory>
#include <optional>

class QAction;

namespace Ui {
class AnswerPanel;
}

namespace gui {

class AnswerPage;
class AnswerSummary;
class CompareDialog;
class JsonPage;
class Prompts;
class RawPage;
class Services;
class TimingPage;

/// What came back, understood: summary, tree, raw text, headers, timing, wire. The answer is parsed off the
/// window's thread; a newer exchange wins over one that is still being read. Pages are filled when they are
/// looked at.
class AnswerPanel : public QWidget
{
    Q_OBJECT
public:
    explicit AnswerPanel(QWidget *parent = nullptr);
    ~AnswerPanel() override;

    /// For what needs more than the exchange: earlier calls to compare with, the window's dialogs.
    void setServices(Services &services);

    void clear();
    void showWaiting();
    void setExchange(const dcs::Call &call, const dcs::Exchange &exchange, const QList<dcs::Exchange> &hops,
        const QList<dcs::Expectation> &expectations);
    void find();
    void findNext(bool backward);
    void compare(); ///< opens the dialog with the exchange as the newer one
    const AnswerReadingPtr &reading() const { return m_reading; }

Q_SIGNALS:
    void useUser(const dcs::Identity &identity);
    void useRegion(int region);
    void followRequested(); ///< the redirect that the answer is
    void expectationsEvaluated(const QList<dcs::ExpectationOutcome> &outcomes);
    void shown(); ///< the newest exchange stands on the screen

private:
    void addPage(AnswerPage *page, const QString &title);
    void addMenu();
    void showFollow();
    void connectFind();
    void setReading(const AnswerReadingPtr &reading);
    void fillPage(AnswerPage *page);
    AnswerPage *currentPage() const;
    void offerHistory(CompareDialog &dialog);
    void findEarlier();
    void lookAtEarlier(QList<qint64> candidates);
    void saveBody();
    void saveHar();
    void copyJson();
    void save(const QString &title, const QString &name, QByteArray (*bytes)(const AnswerReading &, bool));
    void showMessage(const QString &message);
    Prompts &prompts();

    std::unique_ptr<Ui::AnswerPanel> m_ui;
    Services *m_services = nullptr;
    std::unique_ptr<Prompts> m_ownPrompts;
    AnswerSummary *m_summary;
    JsonPage *m_json;
    RawPage *m_raw;
    TimingPage *m_timing;
    QList<AnswerPage *> m_pages;
    QList<AnswerPage *> m_stale; ///< do not show the reading yet
    AnswerPage *m_searched = nullptr;
    QList<QAction *> m_exports;
    QAction *m_mask = nullptr;
    AnswerReadingPtr m_reading;
    std::optional<qint64> m_earlier; ///< the last call to the same region, in the history
    Latest m_latest;
    Latest m_exporting;
};

} // namespace gui
