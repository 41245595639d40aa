// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "batch/presetrun.h"
#include "gui/draft.h"
#include "gui/openfile.h"
#include "gui/presetedits.h"

#include <QDialog>

#include <memory>

namespace Ui {
class RunAllDialog;
}

namespace gui {

class Services;

/// Runs the requests of one file of the workspace, in order; captures of one fill the variables of the next.
class RunAllDialog : public QDialog
{
    Q_OBJECT
public:
    RunAllDialog(Services &services, const PresetRef &file, QWidget *parent = nullptr);
    ~RunAllDialog() override;

    void run();

Q_SIGNALS:
    /// One of the calls as it was sent.
    void openRequested(const gui::Draft &draft, const dcs::Exchange &exchange, const QString &name);

private:
    void readFile(bool thenRun);
    void showFile(const dcs::Result<OpenFile> &file);
    void runRead();
    bool goesLive() const;
    PresetPlace place() const;
    void start();
    void showSteps();
    void showCurrent();
    void showSummary();
    void openCurrent();
    const batch::PresetRun::Step *chosen() const;

    std::unique_ptr<Ui::RunAllDialog> m_ui;
    Services &m_services;
    PresetRef m_file;
    QList<interop::Preset> m_presets;
    QMap<QString, QString> m_variables;
    std::unique_ptr<batch::PresetRun> m_run;
};

} // namespace gui
