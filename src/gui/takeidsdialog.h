// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "batch/recordedsend.h"
#include "dcs/ids.h"
#include "gui/latest.h"

#include <QDialog>

#include <memory>

namespace Ui {
class TakeIdsDialog;
}

namespace gui {

class CallDocument;
class Services;

/// Finds users and their regions in what a person has at hand, or asks the DCS for a new one, and takes them
/// over into the call. The questions go where the call goes, and into the history.
class TakeIdsDialog : public QDialog
{
    Q_OBJECT
public:
    TakeIdsDialog(Services &services, CallDocument &document, QWidget *parent = nullptr);
    ~TakeIdsDialog() override;

    void read(const QByteArray &text); ///< found users replace those in the table
    const QList<dcs::Ids> &found() const { return m_found; }

private:
    void connectButtons();
    void openFile();
    void readLastAnswer();
    void askForMid();
    void askForUuid();
    void ask(const dcs::Call &call);
    void send(const dcs::Call &call);
    void answered(const batch::RecordedSend::Outcome &outcome);
    void addFound(const QList<dcs::Ids> &ids);
    void show(const QList<dcs::Ids> &ids);
    void showCurrent();
    void showProblem(const dcs::Error &error);
    void setAsking(bool asking);
    void takeOver();

    std::unique_ptr<Ui::TakeIdsDialog> m_ui;
    Services &m_services;
    CallDocument &m_document;
    QList<dcs::Ids> m_found;
    Latest m_reading;
    std::unique_ptr<batch::RecordedSend> m_sending;
};

} // namespace gui
