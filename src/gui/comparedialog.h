// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/diff.h"
#include "gui/latest.h"
#include "interop/comparable.h"

#include <QDialog>

#include <functional>
#include <memory>
#include <optional>

class QComboBox;

namespace Ui {
class CompareDialog;
}

namespace gui {

class Prompts;

/// Two exchanges side by side: what was added, removed, changed or moved. Either side is one of the answers
/// that are open, a call of the history, or comes from a file, of which each call can be chosen.
class CompareDialog : public QDialog
{
    Q_OBJECT
public:
    enum Side { Before, After };
    using Deliver = std::function<void(const dcs::Result<dcs::Exchange> &)>;
    /// Fetches an exchange of the history and delivers it on the window's thread.
    using FromHistory = std::function<void(qint64 id, QObject *context, const Deliver &deliver)>;

    explicit CompareDialog(Prompts &prompts, QWidget *parent = nullptr);
    ~CompareDialog() override;

    void setHistory(const FromHistory &history); ///< without it only answers and files can be chosen
    void addHistory(qint64 id, const QString &name); ///< to choose from
    int addAnswer(const interop::Comparable &answer); ///< to choose from; its place in the list
    void choose(Side side, int choice);
    void openFile(Side side, const QString &path);
    void openHistory(Side side, qint64 id);

private:
    /// Something that can stand on either side.
    struct Choice {
        interop::Comparable answer;
        std::optional<qint64> history; ///< to be fetched from there first
    };

    void connectSide(Side side);
    void addChoice(const Choice &choice);
    void chooseFile(Side side);
    void swap();
    void compare();
    void showProblem(const QString &problem);
    dcs::DiffOptions options() const;
    QString wrongPath() const; ///< among what is to be ignored
    QComboBox &combo(Side side) const;
    const interop::Comparable *chosen(Side side) const;

    std::unique_ptr<Ui::CompareDialog> m_ui;
    Prompts &m_prompts;
    FromHistory m_history;
    std::vector<Choice> m_choices;
    Latest m_reading;
    Latest m_comparing;
};

} // namespace gui
