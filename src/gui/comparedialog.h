// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/exchange.h"
#include "dcs/result.h"
#include "gui/latest.h"

#include <QDialog>

#include <functional>
#include <memory>
#include <optional>

namespace Ui {
class CompareDialog;
}

namespace gui {

class Prompts;

/// Two exchanges side by side: what was added, removed, changed or moved. Each comes from a file, from the
/// history or from whoever opened the dialog.
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

    void setHistory(const FromHistory &history); ///< without it only files can be chosen
    void setExchange(Side side, const dcs::Exchange &exchange, const QString &name);
    void openFile(Side side, const QString &path);
    void openHistory(Side side, qint64 id);

private:
    void chooseFile(Side side);
    void swap();
    void compare();
    void showProblem(const QString &problem);
    QStringList ignored() const;

    std::unique_ptr<Ui::CompareDialog> m_ui;
    Prompts &m_prompts;
    FromHistory m_history;
    std::optional<dcs::Exchange> m_exchanges[2];
    QString m_names[2];
    Latest m_reading;
    Latest m_comparing;
};

} // namespace gui
