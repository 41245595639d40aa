// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/latest.h"
#include "interop/exportcall.h"

#include <QDialog>

#include <memory>

namespace Ui {
class ExportDialog;
}

namespace gui {

class ImportModel;
class Services;

/// The presets of the workspace, all or those that are checked, in one file for another program; for Postman
/// with the chosen environment beside it.
class ExportDialog : public QDialog
{
    Q_OBJECT
public:
    explicit ExportDialog(Services &services, QWidget *parent = nullptr);
    ~ExportDialog() override;

Q_SIGNALS:
    void saved(const QString &fileName);

private:
    void readWorkspace();
    void show(const dcs::Result<interop::ExportedCalls> &read);
    void updateButtons();
    void save();
    void saveEnvironment(const QString &beside);
    void showProblem(const dcs::Error &error);
    const interop::ExportFormat &format() const;
    interop::ExportedCalls chosen() const;

    std::unique_ptr<Ui::ExportDialog> m_ui;
    Services &m_services;
    ImportModel *m_model;
    QList<const interop::ExportFormat *> m_formats; ///< those that hold several calls
    interop::ExportedCalls m_calls;
    Latest m_reading;
};

} // namespace gui
