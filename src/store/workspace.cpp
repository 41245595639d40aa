// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "store/workspace.h"

#include "store/files.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>

namespace store {

namespace {

using dcs::Errc;
using dcs::Error;

// A preset file is text that people read; what is larger was put there by mistake.
constexpr qint64 maxFileBytes = qint64(64) << 20;
// Deeper folders are a mistake too, or a mount that holds itself.
constexpr int maxDepth = 64;

bool isPresetName(const QString &name)
{
    return name.endsWith(QLatin1String(".http"), Qt::CaseInsensitive)
        || name.endsWith(QLatin1String(".rest"), Qt::CaseInsensitive);
}

QByteArray digest(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

Error outside(const QString &path, const QString &why)
{
    return {Errc::InvalidInput, QStringLiteral("“%1” is no path inside the workspace: %2.").arg(path, why),
        QStringLiteral("Name a file below the workspace folder."), {}};
}

Error taken(const QString &path)
{
    return {Errc::Conflict, QStringLiteral("“%1” is there already.").arg(path),
        QStringLiteral("Choose another name."), {}};
}

/// What is wrong with a path's spelling, or "".
QString fault(const QString &path)
{
    if (path.isEmpty())
        return QStringLiteral("it is empty");
    if (QDir::isAbsolutePath(path) || path.startsWith(u'/') || path.startsWith(u'\\'))
        return QStringLiteral("it is absolute");
    if (path.size() > 4000)
        return QStringLiteral("it is too long");
    for (const QString &part : path.split(u'/')) {
        if (part == u"..")
            return QStringLiteral("it leads upwards");
        if (part.isEmpty() || part == u".")
            return QStringLiteral("it has an empty part");
        for (const QChar c : part) {
            if (c.unicode() < 0x20 || c.unicode() == 0x7f || c == QChar::ReplacementCharacter)
                return QStringLiteral("it has a control character");
#ifdef Q_OS_WIN
            if (QStringView(u"\\:*?\"<>|").contains(c))
                return QStringLiteral("it has a character that file names may not have");
#endif
        }
    }
    return {};
}

/// Names as people order them: a2 before a10, case ignored, the exact name as the last word.
bool isBeforeByName(const QString &a, const QString &b)
{
    qsizetype i = 0;
    qsizetype k = 0;
    while (i < a.size() && k < b.size()) {
        const auto digits = [](const QString &text, qsizetype from) {
            qsizetype end = from;
            while (end < text.size() && text.at(end) >= u'0' && text.at(end) <= u'9')
                ++end;
            return QStringView(text).sliced(from, end - from);
        };
        const QStringView left = digits(a, i);
        const QStringView right = digits(b, k);
        int order = 0;
        if (!left.isEmpty() && !right.isEmpty()) {
            const auto number = [](QStringView text) {
                while (text.size() > 1 && text.front() == u'0')
                    text = text.sliced(1);
                return text;
            };
            order = int(number(left).size() - number(right).size());
            if (order == 0)
                order = number(left).compare(number(right));
            i += left.size();
            k += right.size();
        } else {
            order = a.at(i).toCaseFolded().unicode() - b.at(k).toCaseFolded().unicode();
            ++i;
            ++k;
        }
        if (order != 0)
            return order < 0;
    }
    const qsizetype rest = (a.size() - i) - (b.size() - k);
    return rest != 0 ? rest < 0 : a < b;
}

bool isBefore(const QFileInfo &a, const QFileInfo &b)
{
    if (a.isDir() != b.isDir())
        return a.isDir();
    return isBeforeByName(a.fileName(), b.fileName());
}

void listFolder(const QString &absolute, const QString &relative, int depth, QList<WorkspaceFile> &out)
{
    // Hidden entries are left out, and so are links: what they lead to is not the workspace's.
    QFileInfoList entries = QDir(absolute).entryInfoList(
        QDir::Dirs | QDir::Files | QDir::NoDotAndDotDot | QDir::NoSymLinks, QDir::NoSort);
    entries.removeIf([](const QFileInfo &entry) {
        return entry.isDir() ? entry.fileName() == u"node_modules" : !isPresetName(entry.fileName());
    });
    std::sort(entries.begin(), entries.end(), isBefore);
    for (const QFileInfo &entry : std::as_const(entries)) {
        const QString path = relative.isEmpty() ? entry.fileName() : relative + u'/' + entry.fileName();
        if (!entry.isDir())
            out.append({path, entry.size(), entry.lastModified().toMSecsSinceEpoch()});
        else if (depth < maxDepth)
            listFolder(entry.filePath(), path, depth + 1, out);
    }
}

} // namespace

Workspace::Workspace(QString folder)
    : m_folder(QDir::cleanPath(QDir::current().absoluteFilePath(folder)))
{
}

// The spelling is checked, and then that no part of the path is a link: neither "..", nor a link that
// somebody put into the folder, leads out of it.
dcs::Result<QString> Workspace::absolute(const QString &path) const
{
    if (const QString why = fault(path); !why.isEmpty())
        return outside(path, why);
    QString at = m_folder;
    const QStringList parts = path.split(u'/');
    for (qsizetype i = 0; i < parts.size(); ++i) {
        at += u'/' + parts.at(i);
        const QFileInfo info(at);
        if (info.isSymLink())
            return outside(path, QStringLiteral("“%1” is a symbolic link").arg(parts.at(i)));
        if (i + 1 < parts.size() && info.exists() && !info.isDir())
            return outside(path, QStringLiteral("“%1” is no folder").arg(parts.at(i)));
    }
    return at;
}

dcs::Result<QList<WorkspaceFile>> Workspace::list() const
{
    const QFileInfo folder(m_folder);
    if (!folder.isDir()) {
        return Error{folder.exists() ? Errc::Unreadable : Errc::NotFound,
            folder.exists() ? QStringLiteral("The workspace “%1” is no folder.").arg(m_folder)
                            : QStringLiteral("There is no workspace folder “%1”.").arg(m_folder),
            QStringLiteral("Choose a folder of .http files."), {}};
    }
    if (!folder.isReadable()) {
        return Error{Errc::Unreadable,
            QStringLiteral("The workspace folder “%1” may not be read.").arg(m_folder),
            QStringLiteral("See that you may read it."), {}};
    }
    QList<WorkspaceFile> out;
    listFolder(m_folder, {}, 0, out);
    return out;
}

dcs::Result<FileSnapshot> Workspace::read(const QString &path) const
{
    const auto file = absolute(path);
    if (!file)
        return file.error();
    if (!QFileInfo::exists(*file)) {
        return Error{Errc::NotFound, QStringLiteral("The workspace has no file “%1”.").arg(path),
            QStringLiteral("It may have been renamed or removed."), {}};
    }
    auto bytes = readFile(*file, maxFileBytes);
    if (!bytes)
        return bytes.error();
    const QByteArray sha256 = digest(*bytes);
    return FileSnapshot{*std::move(bytes), sha256};
}

dcs::Result<FileSnapshot> Workspace::write(
    const QString &path, const QByteArray &bytes, const QByteArray &expected) const
{
    const auto file = absolute(path);
    if (!file)
        return file.error();
    const bool exists = QFileInfo::exists(*file);
    if (expected.isEmpty() && exists)
        return taken(path);
    if (!expected.isEmpty()) {
        const auto now = exists ? read(path) : dcs::Result<FileSnapshot>(FileSnapshot{});
        if (!now)
            return now.error();
        if (!exists || now->sha256 != expected) {
            return Error{Errc::Conflict,
                exists ? QStringLiteral("“%1” was changed by another program since it was read.").arg(path)
                       : QStringLiteral("“%1” was removed by another program since it was read.").arg(path),
                QStringLiteral(
                    "Look at the difference, then save over it, keep the other version or save under "
                    "another name."),
                {}};
        }
        if (now->bytes == bytes)
            return *now;
    }
    if (!QDir().mkpath(QFileInfo(*file).path())) {
        return Error{Errc::Storage, QStringLiteral("The folder of “%1” could not be made.").arg(path),
            QStringLiteral("See that the workspace may be written to."), {}};
    }
    if (auto written = writeFile(*file, bytes); !written)
        return written.error();
    return FileSnapshot{bytes, digest(bytes)};
}

dcs::Result<void> Workspace::rename(const QString &from, const QString &to) const
{
    const auto source = absolute(from);
    if (!source)
        return source.error();
    const auto target = absolute(to);
    if (!target)
        return target.error();
    if (!QFileInfo::exists(*source)) {
        return Error{Errc::NotFound, QStringLiteral("The workspace has no “%1”.").arg(from),
            QStringLiteral("It may have been renamed or removed."), {}};
    }
    // Where case does not count, a change of case finds the file itself.
    const bool itself = from.compare(to, Qt::CaseInsensitive) == 0
        && QFileInfo(*source).canonicalFilePath() == QFileInfo(*target).canonicalFilePath();
    if (QFileInfo::exists(*target) && !itself)
        return taken(to);
    if (QFileInfo(*source).isDir() && (to + u'/').startsWith(from + u'/') && from != to)
        return outside(to, QStringLiteral("it lies in the folder that is moved"));
    // QDir::rename, unlike QFile's, never copies: the move is one step or none.
    if (!QDir().mkpath(QFileInfo(*target).path()) || !QDir().rename(*source, *target)) {
        return Error{Errc::Storage, QStringLiteral("“%1” could not be renamed to “%2”.").arg(from, to),
            QStringLiteral("See that the workspace may be written to."), {}};
    }
    return {};
}

dcs::Result<void> Workspace::moveToTrash(const QString &path) const
{
    const auto file = absolute(path);
    if (!file)
        return file.error();
    if (!QFileInfo::exists(*file)) {
        return Error{Errc::NotFound, QStringLiteral("The workspace has no “%1”.").arg(path),
            QStringLiteral("It may have been renamed or removed."), {}};
    }
    // Qt does not make the folder that the bin lies in, and a new account may not have it.
    QDir().mkpath(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation));
    QFile doomed(*file);
    if (!doomed.moveToTrash()) {
        return Error{Errc::Storage,
            QStringLiteral("“%1” could not be moved to the bin: %2.").arg(path, doomed.errorString()),
            QStringLiteral("Nothing was removed. Remove it with the file manager."), {}};
    }
    return {};
}

dcs::Result<void> Workspace::makeFolder(const QString &path) const
{
    const auto folder = absolute(path);
    if (!folder)
        return folder.error();
    if (QFileInfo::exists(*folder))
        return taken(path);
    if (!QDir().mkpath(*folder)) {
        return Error{Errc::Storage, QStringLiteral("The folder “%1” could not be made.").arg(path),
            QStringLiteral("See that the workspace may be written to."), {}};
    }
    return {};
}

dcs::Result<QByteArray> Workspace::environmentFile(bool privateOne) const
{
    const QString name = privateOne ? QStringLiteral("http-client.private.env.json")
                                    : QStringLiteral("http-client.env.json");
    const auto file = absolute(name);
    if (!file)
        return file.error();
    if (!QFileInfo::exists(*file))
        return QByteArray();
    return readFile(*file, maxFileBytes);
}

} // namespace store
