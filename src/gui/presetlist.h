// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/latest.h"
#include "gui/presetscan.h"

#include <QObject>

namespace gui {

class Services;
class WorkspaceWatch;

/// The presets of the open workspaces, kept up to date: scanned, searched and compared with git off the
/// window's thread, again whenever another program changes something.
class PresetList : public QObject
{
    Q_OBJECT
public:
    explicit PresetList(Services &services, QObject *parent = nullptr);

    void rescan(bool withGit = true);
    void search(const QString &text);
    bool isSearch() const { return !m_words.isEmpty(); }
    const PresetTreePtr &all() const { return m_scan.tree; } ///< null before the first scan
    const PresetTreePtr &shown() const { return m_shown; } ///< what the search leaves

Q_SIGNALS:
    void scanned(); ///< also if nothing changed
    void shownChanged();
    void marksFound(const gui::PresetMarks &marks);

private:
    void takeScan(const PresetScan &scan, bool withGit);
    void filter();
    void askGit();

    Services &m_services;
    WorkspaceWatch *m_watch;
    PresetScan m_scan;
    PresetTreePtr m_shown;
    QStringList m_words;
    Latest m_scanning;
    Latest m_filtering;
    Latest m_asking;
    bool m_gitWanted = false;
};

} // namespace gui
