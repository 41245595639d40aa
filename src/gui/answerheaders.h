// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/answerpage.h"

namespace gui {

class AnswerTable;
class AnswerTableFinder;

/// The header lines of the answer: all, in their order, with their repeats; trailers behind them.
class AnswerHeaders : public AnswerPage
{
    Q_OBJECT
public:
    explicit AnswerHeaders(QWidget *parent = nullptr);

    void setReading(const AnswerReadingPtr &reading) override;
    void find(const RawPattern &pattern) override;
    void findNext(bool backward) override;
    AnswerFound found() const override;

private:
    AnswerTable *m_table;
    AnswerTableFinder *m_finder;
};

} // namespace gui
