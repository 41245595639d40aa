// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/presetlist.h"

#include "gui/services.h"
#include "gui/workspacewatch.h"

namespace gui {

PresetList::PresetList(Services &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_watch(new WorkspaceWatch(this))
{
    connect(m_watch, &WorkspaceWatch::changed, this, [this] { rescan(); });
    connect(m_watch, &WorkspaceWatch::mayHaveChanged, this, [this] { rescan(false); });
    connect(&m_services, &Services::workspaceChanged, this, [this] { rescan(); });
}

void PresetList::rescan(bool withGit)
{
    m_gitWanted = m_gitWanted || withGit;
    m_scanning.run([folders = m_services.workspaceFolders(), alone = m_services.foldersOfLooseFiles(),
                       before = m_scan] { return PresetScan::of(folders, alone, before); },
        [this](const PresetScan &scan) { takeScan(scan, std::exchange(m_gitWanted, false)); });
}

void PresetList::takeScan(const PresetScan &scan, bool withGit)
{
    m_scan = scan;
    m_services.environments().set(m_scan.environments);
    m_watch->watch(m_scan.watched);
    if (m_scan.differs || !m_shown)
        filter();
    if (m_scan.differs || withGit)
        askGit();
    Q_EMIT scanned();
}

void PresetList::search(const QString &text)
{
    m_words = text.toCaseFolded().split(u' ', Qt::SkipEmptyParts);
    if (m_scan.tree)
        filter();
}

void PresetList::filter()
{
    const auto show = [this](const PresetTreePtr &tree) {
        m_shown = tree;
        Q_EMIT shownChanged();
    };
    if (m_words.isEmpty()) {
        m_filtering.drop();
        return show(m_scan.tree);
    }
    m_filtering.run(
        [tree = m_scan.tree, words = m_words] {
            return PresetTreePtr(std::make_shared<PresetTree>(tree->filtered(words)));
        },
        show);
}

void PresetList::askGit()
{
    m_asking.run(
        [tree = m_scan.tree, folders = m_services.workspaceFolders()] { return gitMarks(*tree, folders); },
        [this](const PresetMarks &marks) { Q_EMIT marksFound(marks); });
}

} // namespace gui
