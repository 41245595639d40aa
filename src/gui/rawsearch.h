// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/rawfinder.h"

#include <QFutureWatcher>
#include <QList>
#include <QObject>

#include <vector>

namespace gui {

/// Bytes to look through, and the number that their first byte goes by.
struct RawPart {
    QByteArray bytes;
    qsizetype base = 0;
};

/// A search that runs on the thread pool and tells its matches while it finds them. A new one ends the one
/// before.
class RawSearch : public QObject
{
    Q_OBJECT
public:
    explicit RawSearch(QObject *parent = nullptr);
    ~RawSearch() override;

    void start(const QList<RawPart> &parts, const RawPattern &pattern);
    void stop(); ///< ends it and forgets the matches

    const RawPattern &pattern() const { return m_pattern; }
    const std::vector<RawMatch> &matches() const { return m_matches; } ///< in order; the first million
    qint64 count() const { return m_count; }
    bool isRunning() const { return m_running; }
    const QString &problem() const { return m_problem; }
    /// Index of the first match at or behind the place; matches().size() if there is none.
    size_t firstFrom(qsizetype offset) const;

    static constexpr size_t mostMatches = 1000000;

Q_SIGNALS:
    void progressed(); ///< more matches, the end, or a problem

private:
    struct Batch {
        std::vector<RawMatch> matches;
        qint64 count = 0; ///< so far
        QString problem;
    };
    static void work(QPromise<Batch> &promise, const QList<RawPart> &parts, const RawPattern &pattern);
    void takeBatches(int begin, int end);

    RawPattern m_pattern;
    std::vector<RawMatch> m_matches;
    qint64 m_count = 0;
    bool m_running = false;
    QString m_problem;
    QFutureWatcher<Batch> *m_watcher = nullptr;
};

} // namespace gui
