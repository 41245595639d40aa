// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/answerreading.h"
#include "gui/rawfinder.h"

#include <QWidget>

namespace gui {

/// How far a search in a page has come.
struct AnswerFound {
    qint64 count = 0;
    qint64 current = 0; ///< from 1; 0: none yet
    bool running = false;
    QString problem;
};

/// One tab of the answer. It shows a reading, which must not be asked for more than what is on the screen,
/// and lets the find bar look through it.
class AnswerPage : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    virtual void setReading(const AnswerReadingPtr &reading) = 0; ///< null: nothing to show
    virtual void find(const RawPattern &pattern) = 0; ///< looks for it; an empty one ends the search
    virtual void findNext(bool backward) = 0;
    virtual AnswerFound found() const = 0;

    /// Where the keyboard goes when the find bar closes. (As focus proxy it would drop what stands before it
    /// out of the tab order.)
    void focusContent() { m_content->setFocus(); }

protected:
    void setContent(QWidget *content) { m_content = content; }

Q_SIGNALS:
    void foundChanged();

private:
    QWidget *m_content = this;
};

} // namespace gui
