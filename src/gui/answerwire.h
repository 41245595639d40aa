// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/answerpage.h"
#include "gui/latest.h"
#include "gui/rawsearch.h"

namespace gui {

class RawView;

/// The bytes of both directions, redirects first, line ends and controls visible.
class AnswerWire : public AnswerPage
{
    Q_OBJECT
public:
    explicit AnswerWire(QWidget *parent = nullptr);
    ~AnswerWire() override;

    void setReading(const AnswerReadingPtr &reading) override;
    void find(const RawPattern &pattern) override;
    void findNext(bool backward) override;
    AnswerFound found() const override;

private:
    void goToMatch(size_t match);

    RawView *m_view;
    RawSearch m_search;
    RawPattern m_wanted; ///< until there is a text to look through
    qint64 m_current = 0;
    Latest m_building;
};

} // namespace gui
