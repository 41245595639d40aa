// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/finding.h"
#include "dcs/result.h"

#include <QFrame>

#include <functional>
#include <memory>

namespace Ui {
class MessageBar;
}

namespace gui {

/// One message over the calls, with at most one thing to do about it (Undo). Never modal; the newest one
/// counts.
class MessageBar : public QFrame
{
    Q_OBJECT
public:
    explicit MessageBar(QWidget *parent = nullptr);
    ~MessageBar() override;

    void show(dcs::Severity severity, const QString &text, const QString &action = {},
        std::function<void()> act = {});
    void show(const dcs::Error &error);
    /// Goes away unless there is something to do about it: the next attempt is under way.
    void settle();
    QString text() const;

private:
    std::unique_ptr<Ui::MessageBar> m_ui;
    std::function<void()> m_act;
};

} // namespace gui
