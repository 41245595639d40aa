// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/presetedits.h"
#include "gui/presetlist.h"
#include "gui/presetsteps.h"

#include <QSet>
#include <QWidget>

#include <functional>
#include <memory>

class QAction;
class QMenu;

namespace Ui {
class PresetsPanel;
}

namespace gui {

class PresetsModel;
class Services;

/// The presets of the open workspaces as a tree: search, open, and everything that is done with files, each
/// step undoable.
class PresetsPanel : public QWidget
{
    Q_OBJECT
public:
    explicit PresetsPanel(Services &services, QWidget *parent = nullptr);
    ~PresetsPanel() override;

    PresetList &list() { return m_list; }
    PresetSteps &steps() { return m_steps; }
    void rescan() { m_list.rescan(); }
    /// Where a preset can be saved: paths in the first workspace, whole paths in the others.
    QStringList files() const;
    PresetRef current() const;
    void focusSearch();
    void addViewAction(QAction &action);
    bool viewHasFocus() const;
    void renameCurrent();
    void duplicateSelected();
    void deleteSelected();
    void select(const PresetRef &ref); ///< now, or once a scan has found it

Q_SIGNALS:
    void openRequested(const gui::PresetRef &ref);
    void workspaceWanted(); ///< another folder is to be opened
    void undoOffered(const QString &text, const std::function<void()> &undo);
    void told(const QString &text);
    void failed(const dcs::Error &error);

private:
    void connectList();
    void connectView();
    void showTree();
    void showHint();
    void unfold();
    void remember(const QModelIndex &index, bool expanded);
    void take(const PresetEdit &edit);
    QList<PresetRef> selected() const;
    PresetRef groupOf(const PresetRef &ref) const; ///< the folder or workspace that it lies in
    void openCurrent();
    void updateButtons();
    void fillMenu(QMenu &menu);
    void makeFolder();
    void moveSelected();
    void showInFileManager();

    std::unique_ptr<Ui::PresetsPanel> m_ui;
    Services &m_services;
    PresetList m_list;
    PresetSteps m_steps;
    PresetsModel *m_model;
    QList<QAction *> m_actions;
    QSet<QString> m_folded; ///< what a person closed, by folder and path
    QSet<QString> m_unfolded; ///< and opened
    PresetRef m_wanted;
    bool m_unfolding = false;
};

} // namespace gui
