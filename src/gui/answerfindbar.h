// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/answerpage.h"

#include <QWidget>

#include <memory>

namespace Ui {
class AnswerFindBar;
}

namespace gui {

/// The line to look for something in the tab above it. Enter and F3 go on, with Shift back; Escape closes.
class AnswerFindBar : public QWidget
{
    Q_OBJECT
public:
    explicit AnswerFindBar(QWidget *parent = nullptr);
    ~AnswerFindBar() override;

    void open();
    void close();
    RawPattern pattern() const;
    void showFound(const AnswerFound &found);

Q_SIGNALS:
    void patternChanged();
    void next(bool backward);
    void closed();

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    std::unique_ptr<Ui::AnswerFindBar> m_ui;
};

} // namespace gui
