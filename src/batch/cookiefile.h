// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/call.h"
#include "dcs/result.h"
#include "dcs/sendoptions.h"
#include "transport/cookiejar.h"

#include <QDateTime>
#include <QObject>
#include <QThreadPool>

namespace batch {

/// The cookie jar of one environment, and its file, which its owner alone can read. Another program's changes
/// are seen before each use; nobody waits for the disk.
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
    transport::CookieJar &jar(); ///< as the file has it now
    QByteArray headerFor(const dcs::Call &call); ///< value of the Cookie header; "" for none
    /// Adds the Cookie header that belongs to the call, last; not where the call has one of its own.
    void addTo(dcs::Call &call);
    void save();
    void clear();

Q_SIGNALS:
    void changed();
    void failed(const dcs::Error &error);

private:
    void load();

    QString m_path;
    transport::CookieJar m_jar;
    QDateTime m_read; ///< the file's time when it was read
    QByteArray m_bytes; ///< what it says
    QThreadPool m_writer;
};

/// Whether a call with these options uses the jar.
inline bool usesCookies(const dcs::SendOptions &options, const CookieFile *cookies)
{
    return cookies && options.cookies == dcs::SendOptions::Cookies::On;
}

} // namespace batch
