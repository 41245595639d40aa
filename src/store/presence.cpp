// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "store/presence.h"

#include <QFile>
#include <QRandomGenerator>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#else
#include <io.h>
#include <windows.h>
#endif

namespace store {

namespace {

QString lockFile(const QString &folder)
{
    return folder + QStringLiteral("/history.owners");
}

#ifdef Q_OS_UNIX

int openLockFile(const QString &path)
{
    return ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
}

void closeLockFile(int file)
{
    ::close(file);
}

// Locks of the open file, not of the process: several histories in one process do not free each other's.
#ifdef F_OFD_SETLK
constexpr int setLock = F_OFD_SETLK, setLockAndWait = F_OFD_SETLKW, queryLock = F_OFD_GETLK;
#else
constexpr int setLock = F_SETLK, setLockAndWait = F_SETLKW, queryLock = F_GETLK;
#endif

struct flock byteAt(qint64 place)
{
    struct flock lock = {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    lock.l_start = place;
    lock.l_len = 1;
    return lock;
}

bool lockByte(int file, qint64 place, bool wait)
{
    struct flock lock = byteAt(place);
    return ::fcntl(file, wait ? setLockAndWait : setLock, &lock) == 0;
}

bool isLocked(int file, qint64 place)
{
    struct flock lock = byteAt(place);
    return ::fcntl(file, queryLock, &lock) == 0 && lock.l_type != F_UNLCK;
}

#else

int openLockFile(const QString &path)
{
    HANDLE handle = CreateFileW(reinterpret_cast<const wchar_t *>(path.utf16()), GENERIC_READ | GENERIC_WRITE,
        FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr, OPEN_ALWAYS, FILE_ATTRIBUTE_NORMAL,
        nullptr);
    return handle == INVALID_HANDLE_VALUE ? -1 : _open_osfhandle(reinterpret_cast<intptr_t>(handle), 0);
}

void closeLockFile(int file)
{
    _close(file);
}

bool lockByte(int file, qint64 place, bool wait)
{
    OVERLAPPED at = {};
    at.Offset = DWORD(place);
    at.OffsetHigh = DWORD(place >> 32);
    const DWORD flags = LOCKFILE_EXCLUSIVE_LOCK | (wait ? 0 : LOCKFILE_FAIL_IMMEDIATELY);
    return LockFileEx(reinterpret_cast<HANDLE>(_get_osfhandle(file)), flags, 0, 1, 0, &at);
}

bool isLocked(int file, qint64 place)
{
    if (!lockByte(file, place, false))
        return true;
    OVERLAPPED at = {};
    at.Offset = DWORD(place);
    at.OffsetHigh = DWORD(place >> 32);
    UnlockFileEx(reinterpret_cast<HANDLE>(_get_osfhandle(file)), 0, 1, 0, &at);
    return false;
}

#endif

} // namespace

Presence::Presence(const QString &folder)
    : m_path(lockFile(folder))
{
}

Presence::~Presence()
{
    if (m_file >= 0)
        closeLockFile(m_file);
}

bool Presence::open()
{
    if (m_file < 0)
        m_file = openLockFile(m_path);
    return m_file >= 0;
}

qint64 Presence::own()
{
    if (m_own || !open())
        return m_own;
    // Byte 0 is Exclusive's. Chance decides, so that a number is never met again; the lock proves it.
    for (int attempt = 0; attempt < 10; ++attempt) {
        const qint64 number = 1 + QRandomGenerator::system()->bounded(qint64(1) << 52);
        if (lockByte(m_file, number, false)) {
            m_own = number;
            break;
        }
    }
    return m_own;
}

bool Presence::isPresent(qint64 owner)
{
    if (owner == 0)
        return false;
    return owner == m_own || (open() && isLocked(m_file, owner));
}

Presence::Exclusive::Exclusive(const QString &folder)
    : m_file(openLockFile(lockFile(folder)))
{
    if (m_file >= 0)
        lockByte(m_file, 0, true);
}

Presence::Exclusive::~Exclusive()
{
    if (m_file >= 0)
        closeLockFile(m_file);
}

} // namespace store
