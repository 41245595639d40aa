// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/answer.h"
#include "dcs/call.h"
#include "dcs/exchange.h"
#include "dcs/expectation.h"
#include "gui/latest.h"

#include <QWidget>

#include <memory>

class QPlainTextEdit;
class QTableWidget;
class QTreeView;

namespace Ui {
class AnswerPanel;
}

namespace gui {

class AnswerSummary;
class JsonTreeModel;

/// What came back, understood: summary, tree, raw text, headers, timing, wire. The answer is parsed off the
/// window's thread; a newer exchange wins over one that is still being read.
class AnswerPanel : public QWidget
{
    Q_OBJECT
public:
    explicit AnswerPanel(QWidget *parent = nullptr);
    ~AnswerPanel() override;

    void clear();
    void showWaiting();
    void setExchange(const dcs::Call &call, const dcs::Exchange &exchange, const QList<dcs::Exchange> &hops,
        const QList<dcs::Expectation> &expectations);
    void find();

Q_SIGNALS:
    void useUser(const dcs::Identity &identity);
    void useRegion(int region);
    void expectationsEvaluated(const QList<dcs::ExpectationOutcome> &outcomes);

private:
    struct Reading;
    void makePages();
    void connectFind();
    void showReading(const Reading &reading);
    void showHeaders(const dcs::Exchange &exchange);
    void showTimings(const dcs::Exchange &exchange);
    void showWire(const dcs::Exchange &exchange, const QList<dcs::Exchange> &hops);
    void search(bool backward);

    std::unique_ptr<Ui::AnswerPanel> m_ui;
    AnswerSummary *m_summary;
    JsonTreeModel *m_tree;
    QTreeView *m_treeView = nullptr;
    QPlainTextEdit *m_raw = nullptr;
    QTableWidget *m_headers = nullptr;
    QTableWidget *m_timings = nullptr;
    QPlainTextEdit *m_wire = nullptr;
    Latest m_latest;
};

} // namespace gui
