// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QtGlobal>

namespace store {

/// Proof that somebody who began a call is still there. Each owner locks one byte, at a place that is its
/// number, of a file beside the history; the system frees it when the process ends, however it ends. So a
/// call without an answer is "in flight" exactly as long as its owner's byte is locked: no process IDs that
/// are given anew, no clock, and it holds across containers too. The file stays empty.
class Presence
{
public:
    explicit Presence(const QString &folder);
    ~Presence();
    Presence(const Presence &) = delete;
    Presence &operator=(const Presence &) = delete;

    /// Our own number, taken at the first call; 0 if no lock can be had (then our calls count as unknown
    /// until finished).
    qint64 own();
    bool isPresent(qint64 owner);

    /// Held while the database is made, moved to a newer version or set aside, so that two processes do not
    /// do it at once.
    class Exclusive
    {
    public:
        explicit Exclusive(const QString &folder);
        ~Exclusive();
        Exclusive(const Exclusive &) = delete;
        Exclusive &operator=(const Exclusive &) = delete;

    private:
        int m_file;
    };

private:
    bool open();

    QString m_path;
    int m_file = -1;
    qint64 m_own = 0;
};

} // namespace store
