// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/call.h"
#include "dcs/exchange.h"
#include "dcs/result.h"
#include "dcs/sendoptions.h"
#include "transport/cookiejar.h"

#include <QDateTime>
#include <QMutex>
#include <QObject>
#include <QThreadPool>

#include <optional>

namespace batch {

/// The cookie jar of one environment, and its file, which its owner alone can read. Several programs may have
/// it: each change is made to what the file says at that moment, and theirs are seen before each use. What
/// changes is in the jar at once and goes to the disk on a thread of its own.
class CookieFile : public QObject
{
    Q_OBJECT
public:
    /// `folder`: where the environment's file lies; an environment of the same name elsewhere has another
    /// jar.
    CookieFile(const QString &dataFolder, const QString &folder, const QString &environment,
        QObject *parent = nullptr);
    ~CookieFile() override; ///< waits for what is being written

    const QString &path() const { return m_path; }
    const transport::CookieJar &jar(); ///< as the file has it now, with what is on its way there
    QByteArray headerFor(const dcs::Call &call); ///< value of the Cookie header; "" for none
    /// Adds the Cookie header that belongs to the call, last; not where the call has one of its own.
    void addTo(dcs::Call &call);

    void take(const QList<dcs::Exchange> &exchanges); ///< the cookies that they set
    void clear();
    /// Waits until the file has all that was taken and cleared, or says why it has not.
    dcs::Result<void> wait();

Q_SIGNALS:
    void changed();
    void failed(const dcs::Error &error);

private:
    /// What a change needs to be made again: the answers' heads, or nothing for a clear.
    struct Change {
        QList<dcs::Exchange> taken;
        bool clears = false;
    };
    /// What tells whether the file is the one that was read.
    struct Stamp {
        QDateTime modified;
        qint64 size = -1;

        bool operator==(const Stamp &) const = default;
    };
    struct Written {
        dcs::Result<QByteArray> bytes; ///< of the file
        qsizetype changes = 0;
    };

    static dcs::Result<QByteArray> applied(const QByteArray &before, const QList<Change> &changes);
    Stamp stamp() const;
    void load();
    void setFromFile(const QByteArray &bytes);
    void add(const Change &change);
    void startWriting();
    std::optional<dcs::Error> settle();

    QString m_path;
    transport::CookieJar m_jar;
    Stamp m_read; ///< of the file when it was read
    QList<Change> m_unwritten; ///< oldest first; stays until the file has it
    bool m_writing = false;
    QMutex m_mutex; ///< guards m_written, which the writer leaves there
    std::optional<Written> m_written;
    QThreadPool m_writer;
};

/// Whether the call has a Cookie header of its own, which a jar leaves alone.
bool hasCookieHeader(const dcs::Call &call);

/// Whether a call with these options uses the jar.
inline bool usesCookies(const dcs::SendOptions &options, const CookieFile *cookies)
{
    return cookies && options.cookies == dcs::SendOptions::Cookies::On;
}

} // namespace batch
