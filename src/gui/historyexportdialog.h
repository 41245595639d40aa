// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "batch/historyexport.h"
#include "dcs/result.h"
#include "store/history.h"

#include <QDialog>

#include <memory>

namespace Ui {
class HistoryExportDialog;
}

namespace gui {

class Services;

/// Calls of the history as a file for other programs: the selected ones, or all that the search finds. On the
/// history's thread, so that a million do not hold up the window.
class HistoryExportDialog : public QDialog
{
    Q_OBJECT
public:
    HistoryExportDialog(Services &services, const store::HistoryFilter &filter,
        const QList<store::ExchangeId> &selected, QWidget *parent = nullptr);
    ~HistoryExportDialog() override;

    batch::HistoryChoice choice() const;

private:
    void save();
    void showProgress(qint64 done, qint64 all);
    void finish(const QString &path, const dcs::Result<qint64> &calls);
    void setWorking(bool working);

    std::unique_ptr<Ui::HistoryExportDialog> m_ui;
    Services &m_services;
    store::HistoryFilter m_filter;
    QList<store::ExchangeId> m_selected;
    bool m_working = false;
};

} // namespace gui
