// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/history.h"

#include <QDialog>
#include <QTimer>

#include <memory>

namespace Ui {
class RetentionDialog;
}
namespace store {
class HistoryThread;
}

namespace gui {

class Prompts;

/// Takes old calls out of the history, by age, count or size, after showing which; then gives the space back
/// to the disk. Both on the history's thread: the window stays alive, and closing it stops the work at a safe
/// point.
class RetentionDialog : public QDialog
{
    Q_OBJECT
public:
    RetentionDialog(store::HistoryThread &history, Prompts &prompts, QWidget *parent = nullptr);
    ~RetentionDialog() override;

    store::Retention retention() const;

private:
    void preview();
    void showPreview(quint64 number, const dcs::Result<store::PruneReport> &report);
    void remove();
    void prune();
    void vacuum(const store::PruneReport &removed);
    void showProgress(qint64 done, qint64 all);
    void finish(const QString &text);
    void setWorking(bool working);

    std::unique_ptr<Ui::RetentionDialog> m_ui;
    store::HistoryThread &m_history;
    Prompts &m_prompts;
    QTimer m_delay;
    store::PruneReport m_report;
    quint64 m_asked = 0; ///< number of the newest preview: older ones are dropped
    bool m_working = false;
};

} // namespace gui
