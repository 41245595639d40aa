// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/environmentfiles.h"

#include <QDialog>

#include <memory>

namespace Ui {
class EnvironmentsDialog;
}

namespace gui {

class Services;

/// Edits the environments of one folder: names, values, which of them are private, which environment is live.
/// Writes only what changed.
class EnvironmentsDialog : public QDialog
{
    Q_OBJECT
public:
    EnvironmentsDialog(Services &services, const QString &folder, QWidget *parent = nullptr);
    ~EnvironmentsDialog() override;

Q_SIGNALS:
    void saved();

private:
    void connectButtons();
    void showFiles(const dcs::Result<EnvironmentFiles> &files);
    void showNames(int current);
    void showCurrent();
    void showCaptured();
    void takeCurrent();
    bool isFree(const QString &name);
    void keepChosen();
    void addEnvironment();
    void renameEnvironment();
    void removeEnvironment();
    void addValue(const QString &name, const QString &value, bool secret);
    void removeValue();
    void judge();
    void save();

    std::unique_ptr<Ui::EnvironmentsDialog> m_ui;
    Services &m_services;
    EnvironmentFiles m_files;
    QList<EnvironmentFiles::Edited> m_edited;
    int m_current = -1;
};

} // namespace gui
