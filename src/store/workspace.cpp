// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "store/workspace.h"

#include "store/files.h"
#include "store/gitstatus.h"

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
// A home folder that was opened as a workspace must not be walked for minutes.
constexpr int maxEntries = 200'000;
constexpr qint64 maxEnvironmentBytes = qint64(4) << 20;
constexpr qsizetype maxNameBytes = 255; // of the usual file systems

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

Error badName(const QString &path, const QString &why)
{
    return {Errc::InvalidInput, QStringLiteral("“%1” is no good name: %2.").arg(path, why),
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
        }
    }
    return {};
}

bool isReservedName(const QString &part)
{
    static const QStringList devices{QStringLiteral("con"), QStringLiteral("prn"), QStringLiteral("aux"),
        QStringLiteral("nul"), QStringLiteral("com"), QStringLiteral("lpt")};
    const QString stem = part.section(u'.', 0, 0).trimmed().toLower();
    const bool numbered = stem.size() == 4 && stem.back().isDigit();
    const QString device = numbered ? stem.chopped(1) : stem;
    return devices.contains(device) && (device == u"com" || device == u"lpt") == numbered;
}

/// What keeps a new name from working for everybody who shares the folder, or "".
QString newNameFault(const QString &path)
{
    for (const QString &part : path.split(u'/')) {
        if (part.toUtf8().size() > maxNameBytes)
            return QStringLiteral("a name in it is longer than %1 bytes").arg(maxNameBytes);
        if (part.endsWith(u'.') || part.endsWith(u' '))
            return QStringLiteral("a name in it ends with a dot or a blank, which Windows drops");
        if (isReservedName(part))
            return QStringLiteral("“%1” is a device on Windows").arg(part);
        for (const QChar c : part) {
            if (QStringView(u"\\:*?\"<>|").contains(c))
                return QStringLiteral("it has “%1”, which names on Windows may not have").arg(c);
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

/// Why a file with a preset's name is not read, or "".
QString whyNotRead(const QFileInfo &entry)
{
    if (entry.isSymLink())
        return QStringLiteral("A symbolic link, which is not followed: it may lead out of the workspace.");
    if (!entry.isFile())
        return QStringLiteral("No regular file.");
    if (entry.size() > maxFileBytes)
        return QStringLiteral("Larger than the %1 MB that are read.").arg(maxFileBytes >> 20);
    if (!entry.isReadable())
        return QStringLiteral("You may not read it.");
    return {};
}

/// Walks a folder. Links are named where they have a preset's name, never followed.
class Lister
{
public:
    explicit Lister(WorkspaceListing &out)
        : m_out(out)
    {
    }

    void list(const QString &absolute, const QString &relative, int depth)
    {
        QFileInfoList entries = QDir(absolute).entryInfoList(
            QDir::Dirs | QDir::Files | QDir::System | QDir::NoDotAndDotDot, QDir::NoSort);
        m_seen += int(entries.size());
        const auto isEnvironment = [](const QFileInfo &entry) {
            return entry.fileName() == Workspace::environmentFileName(false)
                || entry.fileName() == Workspace::environmentFileName(true);
        };
        if (std::any_of(entries.cbegin(), entries.cend(), isEnvironment))
            m_out.environmentFolders.append(relative);
        entries.removeIf([](const QFileInfo &entry) {
            if (Workspace::isPresetFile(entry.fileName()) && (!entry.isDir() || entry.isSymLink()))
                return false;
            return !entry.isDir() || entry.isSymLink() || entry.fileName() == u"node_modules";
        });
        std::sort(entries.begin(), entries.end(), isBefore);
        for (const QFileInfo &entry : std::as_const(entries)) {
            const QString path = relative.isEmpty() ? entry.fileName() : relative + u'/' + entry.fileName();
            if (!entry.isDir() || entry.isSymLink())
                m_out.files.append(
                    {path, entry.size(), entry.lastModified().toMSecsSinceEpoch(), whyNotRead(entry)});
            else
                enter(entry.filePath(), path, depth + 1);
        }
    }

private:
    void enter(const QString &absolute, const QString &path, int depth)
    {
        if (depth > maxDepth || m_seen > maxEntries) {
            m_out.complete = false;
            return;
        }
        m_out.folders.append(path);
        list(absolute, path, depth);
    }

    WorkspaceListing &m_out;
    int m_seen = 0;
};

dcs::Result<void> keepOutOfGit(const QString &folder, const QString &name)
{
    const auto status = GitStatus::stateOf(folder, name);
    if (status != GitStatus::Tracking::Untracked) // ignored, taken along on purpose, or no repository
        return {};
    const QString file = folder + QStringLiteral("/.gitignore");
    const auto before = QFileInfo::exists(file) ? readFile(file, maxEnvironmentBytes) : QByteArray();
    if (!before)
        return before.error();
    const QByteArray seam = before->isEmpty() || before->endsWith('\n') ? "" : "\n";
    return writeFile(file, *before + seam + name.toUtf8() + '\n');
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
    auto listing = scan();
    if (!listing)
        return listing.error();
    listing->files.removeIf([](const WorkspaceFile &file) { return !file.problem.isEmpty(); });
    return listing->files;
}

dcs::Result<WorkspaceListing> Workspace::scan() const
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
    WorkspaceListing out;
    Lister(out).list(m_folder, {}, 0);
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
    if (QFileInfo(*file).isFile() && QFileInfo(*file).size() > maxFileBytes) // not read to find that out
        return Error{Errc::TooLarge,
            QStringLiteral("“%1” is larger than the %2 MB that are read.")
                .arg(path, QString::number(maxFileBytes >> 20)),
            QStringLiteral("Divide it into several files."), {}};
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
    if (const QString why = exists ? QString() : newNameFault(path); expected.isEmpty() && !why.isEmpty())
        return badName(path, why);
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
    if (auto written = put(*file, bytes); !written)
        return written.error();
    return FileSnapshot{bytes, digest(bytes)};
}

dcs::Result<void> Workspace::rename(const QString &from, const QString &to) const
{
    return moveTo(from, *this, to);
}

dcs::Result<void> Workspace::moveTo(const QString &from, const Workspace &other, const QString &to) const
{
    const auto source = absolute(from);
    if (!source)
        return source.error();
    const auto target = other.absolute(to);
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
    if (const QString why = newNameFault(to); !why.isEmpty())
        return badName(to, why);
    if (QFileInfo(*source).isDir() && (*target + u'/').startsWith(*source + u'/') && *source != *target)
        return outside(to, QStringLiteral("it lies in the folder that is moved"));
    // QDir::rename, unlike QFile's, never copies: the move is one step or none.
    if (!QDir().mkpath(QFileInfo(*target).path()) || !QDir().rename(*source, *target)) {
        return Error{Errc::Storage, QStringLiteral("“%1” could not be renamed to “%2”.").arg(from, to),
            QStringLiteral("See that the workspace may be written to."), {}};
    }
    return {};
}

dcs::Result<QString> Workspace::moveToTrash(const QString &path) const
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
    return doomed.fileName();
}

dcs::Result<void> Workspace::restore(const QString &inTrash, const QString &path) const
{
    const auto file = absolute(path);
    if (!file)
        return file.error();
    if (QFileInfo::exists(*file))
        return taken(path);
    const QFileInfo kept(inTrash);
    const bool moved = QDir().mkpath(QFileInfo(*file).path())
        && (kept.isDir() ? QDir().rename(inTrash, *file) : QFile::rename(inTrash, *file));
    if (!moved) {
        return Error{Errc::Storage, QStringLiteral("“%1” could not be taken out of the bin.").arg(path),
            QStringLiteral("Look for it there with the file manager."), {}};
    }
    // The desktop's note of where it came from; other systems keep none.
    QFile::remove(kept.dir().filePath(QStringLiteral("../info/%1.trashinfo").arg(kept.fileName())));
    return {};
}

dcs::Result<void> Workspace::makeFolder(const QString &path) const
{
    const auto folder = absolute(path);
    if (!folder)
        return folder.error();
    if (QFileInfo::exists(*folder))
        return taken(path);
    if (const QString why = newNameFault(path); !why.isEmpty())
        return badName(path, why);
    if (!QDir().mkpath(*folder)) {
        return Error{Errc::Storage, QStringLiteral("The folder “%1” could not be made.").arg(path),
            QStringLiteral("See that the workspace may be written to."), {}};
    }
    return {};
}

dcs::Result<void> Workspace::writeEnvironmentFile(bool privateOne, const QByteArray &bytes) const
{
    const auto file = absolute(environmentFileName(privateOne));
    if (!file)
        return file.error();
    if (!QDir().mkpath(m_folder)) {
        return Error{Errc::Storage, QStringLiteral("The folder “%1” could not be made.").arg(m_folder),
            QStringLiteral("See that the workspace may be written to."), {}};
    }
    return put(*file, bytes);
}

dcs::Result<QByteArray> Workspace::environmentFile(bool privateOne, const QString &folder) const
{
    const QString name = environmentFileName(privateOne);
    const auto file = absolute(folder.isEmpty() ? name : folder + u'/' + name);
    if (!file)
        return file.error();
    if (!QFileInfo::exists(*file))
        return QByteArray();
    return readFile(*file, maxEnvironmentBytes);
}

dcs::Result<void> Workspace::put(const QString &file, const QByteArray &bytes)
{
    const QFileInfo info(file);
    const bool isPrivate = info.fileName() == environmentFileName(true);
    const auto written = writeFile(file, bytes, isPrivate);
    return written && isPrivate ? keepOutOfGit(info.path(), info.fileName()) : written;
}

QString Workspace::environmentFileName(bool privateOne)
{
    return privateOne ? QStringLiteral("http-client.private.env.json")
                      : QStringLiteral("http-client.env.json");
}

bool Workspace::isPresetFile(const QString &path)
{
    return path.endsWith(QLatin1String(".http"), Qt::CaseInsensitive)
        || path.endsWith(QLatin1String(".rest"), Qt::CaseInsensitive);
}

QString Workspace::fileNameFor(const QString &name)
{
    QString out;
    for (const QChar c : name.normalized(QString::NormalizationForm_C)) {
        const bool safe
            = c.isLetterOrNumber() || c.isSurrogate() || c.isMark() || QStringView(u" ._-+()").contains(c);
        out += safe ? c : QChar(u'-');
    }
    while (out.toUtf8().size() > 100)
        out.chop(out.back().isLowSurrogate() ? 2 : 1);
    while (out.startsWith(u'.') || out.startsWith(u' ') || out.startsWith(u'-'))
        out.remove(0, 1);
    while (out.endsWith(u'.') || out.endsWith(u' '))
        out.chop(1);
    if (out.isEmpty() || isReservedName(out))
        out += QLatin1String("preset");
    return out;
}

} // namespace store
