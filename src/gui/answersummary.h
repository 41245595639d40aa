// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/answer.h"
#include "dcs/call.h"
#include "dcs/exchange.h"
#include "dcs/expectation.h"

#include <QWidget>

#include <memory>

class QTableWidget;

namespace Ui {
class AnswerSummary;
}

namespace gui {

/// The answer in the DCS's own terms.
class AnswerSummary : public QWidget
{
    Q_OBJECT
public:
    explicit AnswerSummary(QWidget *parent = nullptr);
    ~AnswerSummary() override;

    void clear(const QString &status);
    void show(const dcs::Call &call, const dcs::Exchange &exchange, const dcs::Answer &answer,
        const QList<dcs::Finding> &findings, const QList<dcs::ExpectationOutcome> &outcomes);

    static QString statusText(const dcs::Exchange &exchange); ///< "200 OK", "no answer"

Q_SIGNALS:
    void useUser(const dcs::Identity &identity);
    void useRegion(int region);

private:
    enum Table { Errors, Destinations, Cookies, Traits, Segments, Syncs, Findings, Expectations, TableCount };

    void makeTables();
    void fill(Table table, const QList<QStringList> &rows);
    void showUser(const dcs::Call &call, const dcs::Answer &answer);
    void showRegion(const dcs::Call &call, const dcs::Answer &answer);
    void showTables(const dcs::Answer &answer, const QList<dcs::Finding> &findings,
        const QList<dcs::ExpectationOutcome> &outcomes);

    std::unique_ptr<Ui::AnswerSummary> m_ui;
    QList<QTableWidget *> m_tables;
    QStringList m_titles;
    dcs::Identity m_user;
    int m_region = 0;
};

} // namespace gui
