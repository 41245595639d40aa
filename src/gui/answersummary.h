// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/answerpage.h"

#include <memory>

namespace Ui {
class AnswerSummary;
}

namespace gui {

class AnswerTable;
class AnswerTableFinder;

/// The answer in the DCS's own terms.
class AnswerSummary : public AnswerPage
{
    Q_OBJECT
public:
    explicit AnswerSummary(QWidget *parent = nullptr);
    ~AnswerSummary() override;

    void setReading(const AnswerReadingPtr &reading) override;
    void find(const RawPattern &pattern) override;
    void findNext(bool backward) override;
    AnswerFound found() const override;
    void clear(const QString &status); ///< nothing but the state

    static QString statusText(const dcs::Exchange &exchange); ///< "200 OK", "no answer"

Q_SIGNALS:
    void useUser(const dcs::Identity &identity);
    void useRegion(int region);

private:
    enum Table { Errors, Destinations, Cookies, Traits, Segments, Syncs, Findings, Expectations, TableCount };

    void makeTables();
    void connectCopies();
    AnswerTable *currentTable() const;
    void fill(Table table, const QList<QStringList> &rows);
    static QString contentSentence(const dcs::Answer &answer);
    void showFailure(const AnswerReading &reading);
    void showUser(const AnswerReading &reading);
    void showRegion(const AnswerReading &reading);
    void showTables(const AnswerReading &reading);
    void showButtons();

    std::unique_ptr<Ui::AnswerSummary> m_ui;
    QList<AnswerTable *> m_tables;
    AnswerTableFinder *m_finder = nullptr;
    QStringList m_titles;
    QString m_transaction;
    dcs::Identity m_user;
    int m_region = 0;
};

} // namespace gui
