// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "store/files.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSaveFile>
#include <QStandardPaths>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace store {

namespace {

using dcs::Errc;
using dcs::Error;

// QSaveFile would put a file in the place of a pipe or a device, and reading one may never end.
bool isSpecial(const QString &path)
{
    const QFileInfo info(path);
    return info.exists() && !info.isFile();
}

Error specialFile(Errc code, const QString &path)
{
    const bool folder = QFileInfo(path).isDir();
    return {code,
        folder ? QStringLiteral("“%1” is a folder, not a file.").arg(path)
               : QStringLiteral("“%1” is no regular file.").arg(path),
        QStringLiteral("Name a regular file."), {}};
}

Error unwritable(const QString &path, const QString &why)
{
    return {Errc::Storage, QStringLiteral("The file “%1” could not be written: %2.").arg(path, why),
        QStringLiteral(
            "Its old content, if it had any, is untouched. See that there is space on the disk and that the "
            "folder may be written to."),
        {}};
}

#ifdef Q_OS_UNIX
// The rename of a new file into its place is durable only once the folder is.
void syncFolder(const QString &folder)
{
    const int descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    ::fsync(descriptor);
    ::close(descriptor);
}
#else
void syncFolder(const QString &)
{
}
#endif

dcs::Result<void> write(
    const QString &path, bool secret, const std::function<dcs::Result<void>(const WritePiece &)> &produce)
{
    if (isSpecial(path))
        return specialFile(Errc::Storage, path);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return unwritable(path, file.errorString());
    if (secret)
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner); // before the first byte
    // A write that is cut short need not be an error of the file.
    bool isWhole = true;
    const auto put = [&](QByteArrayView piece) {
        isWhole = isWhole && file.write(piece.data(), piece.size()) == piece.size();
        return isWhole;
    };
    const auto produced = produce(put);
    // commit() alone does not notice a full disk: what fits into its buffer is lost together with the old
    // file.
    const bool isWritten = file.flush() && isWhole && file.error() == QFileDevice::NoError;
    if (!produced || !isWritten) {
        const QString why = file.errorString();
        file.cancelWriting();
        file.commit();
        return isWritten ? produced.error() : unwritable(path, why);
    }
    if (!file.commit())
        return unwritable(path, file.errorString());
    syncFolder(QFileInfo(QFileInfo(path).canonicalFilePath()).path());
    return {};
}

} // namespace

dcs::Result<QByteArray> readFile(const QString &path, qint64 maxBytes)
{
    if (isSpecial(path))
        return specialFile(Errc::Unreadable, path);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        const bool missing = !QFileInfo::exists(path);
        return Error{Errc::Unreadable,
            missing ? QStringLiteral("There is no file “%1”.").arg(path)
                    : QStringLiteral("The file “%1” could not be opened: %2.").arg(path, file.errorString()),
            missing ? QStringLiteral("Check the path.") : QStringLiteral("See that you may read it."), {}};
    }
    // One byte more than allowed, since the file may grow while it is read and its size is a guess at best.
    QByteArray data = file.size() > maxBytes ? QByteArray() : file.read(maxBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return Error{Errc::Unreadable,
            QStringLiteral("The file “%1” could not be read: %2.").arg(path, file.errorString()), {}, {}};
    if (data.size() > maxBytes || file.size() > maxBytes)
        return Error{Errc::TooLarge,
            QStringLiteral("The file “%1” is larger than the %2 bytes that are read.")
                .arg(path)
                .arg(maxBytes),
            QStringLiteral("Use a smaller file."), {}};
    return data;
}

dcs::Result<void> writeFile(const QString &path, const QByteArray &data, bool secret)
{
    return write(path, secret, [&data](const WritePiece &piece) {
        piece(data); // a failure is noticed with the file
        return dcs::Result<void>();
    });
}

dcs::Result<void> writeFile(
    const QString &path, const std::function<dcs::Result<void>(const WritePiece &write)> &produce)
{
    return write(path, false, produce);
}

dcs::Result<QByteArray> changeSharedFile(const QString &path, qint64 maxBytes,
    const std::function<dcs::Result<QByteArray>(const QByteArray &before)> &change)
{
    constexpr int patienceMs = 10'000;
    if (const auto made = makePrivateFolder(QFileInfo(path).path()); !made)
        return made.error();
    QLockFile lock(path + QStringLiteral(".lock"));
    if (!lock.tryLock(patienceMs))
        return unwritable(path, QStringLiteral("another program is writing it"));
    const auto before = QFileInfo::exists(path) ? readFile(path, maxBytes) : QByteArray();
    if (!before)
        return before.error();
    auto after = change(*before);
    if (!after || *after == *before)
        return after;
    if (const auto written = writeFile(path, *after, true); !written)
        return written.error();
    return after;
}

dcs::Result<void> makePrivateFolder(const QString &path)
{
    const QFileInfo info(path);
    if (info.isDir())
        return {}; // one that is there keeps its mode: it may be the user's own, named by an option
    const auto failed = [&](const QString &why) {
        return Error{Errc::Storage, QStringLiteral("The folder “%1” could not be made: %2.").arg(path, why),
            QStringLiteral("Name another folder with --data-dir, or see that this one can be made."), {}};
    };
    if (info.exists())
        return failed(QStringLiteral("something else has this name"));
    const QString parent = QFileInfo(info.absoluteFilePath()).path();
    if (!QDir().mkpath(parent))
        return failed(QStringLiteral("“%1” is missing and may not be written").arg(parent));
    const auto owner = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
    if (!QDir().mkdir(info.absoluteFilePath(), owner)
        && !QFileInfo(path).isDir()) // another process was faster
        return failed(QStringLiteral("“%1” may not be written").arg(parent));
    return {};
}

QString dataFolder(const QString &chosen)
{
    if (!chosen.isEmpty())
        return QDir::cleanPath(QDir::current().absoluteFilePath(chosen));
    const QString wanted = qEnvironmentVariable("DCS_DATA_DIR");
    if (!wanted.isEmpty())
        return QDir::cleanPath(QDir::current().absoluteFilePath(wanted));
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
        + QStringLiteral("/dcs-workbench");
}

} // namespace store
