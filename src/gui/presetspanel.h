// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/latest.h"
#include "gui/presetfiles.h"
#include "store/workspace.h"

#include <QTimer>
#include <QWidget>

#include <functional>
#include <memory>

class QAction;
class QFileSystemWatcher;
class QSortFilterProxyModel;

namespace Ui {
class PresetsPanel;
}

namespace gui {

class PresetsModel;
struct PresetTree;
class Services;

/// The presets of the workspace: open, rename, delete with undo. Watches the folder for changes by others.
class PresetsPanel : public QWidget
{
    Q_OBJECT
public:
    explicit PresetsPanel(Services &services, QWidget *parent = nullptr);
    ~PresetsPanel() override;

    void rescan();
    QStringList files() const;
    QString currentFile() const { return chosen().path; } ///< "" without one
    void focusSearch();
    void addViewAction(QAction &action);
    bool viewHasFocus() const;
    void renameCurrent();
    void deleteCurrent();
    void select(const QString &path, int preset); ///< now, or once the scan has found it

Q_SIGNALS:
    void openRequested(const QString &path, int preset);
    void removed(const QString &path, int preset);
    void undoOffered(const QString &text, const std::function<void()> &undo);
    void failed(const dcs::Error &error);

private:
    struct Chosen {
        QString path;
        int preset = -1;
    };
    void showTree(const PresetTree &tree);
    void watch();
    Chosen chosen() const;
    void openCurrent();
    void updateButtons();
    void showMenu(const QPoint &at);

    std::unique_ptr<Ui::PresetsPanel> m_ui;
    Services &m_services;
    PresetsModel *m_model;
    QSortFilterProxyModel *m_proxy;
    QFileSystemWatcher *m_watcher;
    QList<QAction *> m_actions;
    QTimer m_rescan;
    Latest m_latest;
    Chosen m_wanted;
};

} // namespace gui
