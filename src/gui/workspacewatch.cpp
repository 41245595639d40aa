// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/workspacewatch.h"

#include <QFileInfo>
#include <QGuiApplication>
#include <QSet>

namespace gui {

namespace {

constexpr qsizetype most = 2000; // of the system's handles, which all programs of a user share
constexpr qsizetype atOnce = 64; // a file is asked for before it is watched: not thousands in one go
constexpr int settleMs = 200;
constexpr int pollMs = 5000;

} // namespace

WorkspaceWatch::WorkspaceWatch(QObject *parent)
    : QObject(parent)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleMs);
    m_poll.setInterval(pollMs);
    m_adding.setInterval(0);
    connect(&m_settle, &QTimer::timeout, this, &WorkspaceWatch::changed);
    connect(&m_poll, &QTimer::timeout, this, &WorkspaceWatch::mayHaveChanged);
    connect(&m_adding, &QTimer::timeout, this, &WorkspaceWatch::addSome);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_settle, qOverload<>(&QTimer::start));
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_settle, qOverload<>(&QTimer::start));
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this, [this](Qt::ApplicationState state) {
        if (state == Qt::ApplicationActive)
            m_settle.start();
    });
}

// A file is no longer watched after the first atomic replace, so folders come first and files are added
// again.
void WorkspaceWatch::watch(const QStringList &paths)
{
    const QStringList wanted = paths.first(std::min(most, paths.size()));
    const QSet<QString> wantedSet(wanted.begin(), wanted.end());
    const QStringList known = m_watcher.files() + m_watcher.directories();
    const QSet<QString> knownSet(known.begin(), known.end());
    QStringList gone;
    std::copy_if(known.begin(), known.end(), std::back_inserter(gone),
        [&](const QString &path) { return !wantedSet.contains(path); });
    if (!gone.isEmpty())
        m_watcher.removePaths(gone);
    m_toAdd.clear();
    std::copy_if(wanted.begin(), wanted.end(), std::back_inserter(m_toAdd),
        [&](const QString &path) { return !knownSet.contains(path); });
    if (!m_toAdd.isEmpty())
        m_adding.start();
    if (paths.size() > most)
        m_poll.start();
    else
        m_poll.stop();
}

void WorkspaceWatch::addSome()
{
    QStringList some;
    while (!m_toAdd.isEmpty() && some.size() < atOnce) {
        const QString path = m_toAdd.takeFirst();
        if (QFileInfo::exists(path)) // else Qt warns
            some.append(path);
    }
    if (m_toAdd.isEmpty())
        m_adding.stop();
    if (!some.isEmpty() && !m_watcher.addPaths(some).isEmpty())
        m_poll.start(); // the system has no more handles for us
}

} // namespace gui
