// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/draft.h"
#include "gui/latest.h"
#include "interop/importcalls.h"

#include <QDialog>

#include <memory>

namespace Ui {
class ImportDialog;
}

namespace gui {

class ImportModel;
class Services;

/// Calls of other programs, looked at before they come in: which, and what of them cannot be represented.
/// They open as tabs or become a new file of the workspace.
class ImportDialog : public QDialog
{
    Q_OBJECT
public:
    static constexpr int mostTabs = 20;

    explicit ImportDialog(Services &services, QWidget *parent = nullptr);
    ~ImportDialog() override;

    /// `fileName` proposes the name of the new file.
    void read(const QByteArray &text, const QString &fileName = {});

Q_SIGNALS:
    void openRequested(const QList<interop::Preset> &presets);
    void added(const QString &path); ///< a file of the workspace
    void environmentAdded(const QString &name); ///< to the files of the workspace

private:
    void connectButtons();
    void openFile();
    void readText();
    void show(const interop::ImportedCalls &calls, interop::ImportFormat format);
    void showProblem(const dcs::Error &error);
    void updateButtons();
    void openTabs();
    void addToPresets();
    void addEnvironment(const interop::Environment &environment);
    QString freePath(const QString &name) const;

    std::unique_ptr<Ui::ImportDialog> m_ui;
    Services &m_services;
    ImportModel *m_model;
    QByteArray m_text;
    interop::ImportedCalls m_calls;
    Latest m_reading;
};

} // namespace gui
