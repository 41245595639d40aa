// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/result.h"

#include <QDialog>

#include <memory>

namespace Ui {
class MaskingDialog;
}
namespace store {
class HistoryThread;
}

namespace gui {

class Prompts;

/// The choice whether IDs are recorded as keyed hashes, by every program that records into this history, and
/// the same for the calls that are there already.
class MaskingDialog : public QDialog
{
    Q_OBJECT
public:
    MaskingDialog(store::HistoryThread &history, Prompts &prompts, QWidget *parent = nullptr);
    ~MaskingDialog() override;

private:
    void count();
    void setMasking(bool on);
    void maskEarlier();
    void showProgress(qint64 done, qint64 all);
    void finish(const dcs::Result<qint64> &masked);
    void showProblem(const dcs::Error &error);
    void setWorking(bool working);

    std::unique_ptr<Ui::MaskingDialog> m_ui;
    store::HistoryThread &m_history;
    Prompts &m_prompts;
    qint64 m_unmasked = 0;
    bool m_working = false;
};

} // namespace gui
