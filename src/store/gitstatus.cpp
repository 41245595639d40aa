// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "store/gitstatus.h"

#include "store/workspace.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>

#include <optional>

namespace store {

namespace {

constexpr int patienceMs = 10'000;
constexpr qsizetype maxOutputBytes = qsizetype(64) << 20;
constexpr qsizetype maxComparedFiles = 500; // of which the committed bytes are asked for

bool liesInRepository(const QString &folder)
{
    QDir at(folder);
    do {
        if (QFileInfo::exists(at.filePath(QStringLiteral(".git"))))
            return true;
    } while (at.cdUp());
    return false;
}

/// git in one folder, with everything switched off that would run other programs.
class Git
{
public:
    Git(const QString &program, const QString &folder)
        : m_program(program)
        , m_folder(folder)
        , m_environment(QProcessEnvironment::systemEnvironment())
    {
        for (const char *name : {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_CONFIG",
                 "GIT_EXTERNAL_DIFF", "GIT_CONFIG_PARAMETERS", "GIT_TRACE"})
            m_environment.remove(QLatin1String(name));
        m_environment.insert(QStringLiteral("GIT_OPTIONAL_LOCKS"), QStringLiteral("0"));
        m_environment.insert(QStringLiteral("GIT_TERMINAL_PROMPT"), QStringLiteral("0"));
        m_environment.insert(QStringLiteral("GIT_NO_LAZY_FETCH"), QStringLiteral("1"));
        m_environment.insert(QStringLiteral("GIT_PAGER"), QString());
        m_environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C"));
        set({{"core.fsmonitor", "false"}, {"core.hooksPath", "/dev/null"}, {"core.untrackedCache", "false"},
            {"protocol.allow", "never"}});
    }

    /// Filters clean a file before it is compared: programs, named by the repository.
    void switchFiltersOff()
    {
        const auto names = run({QStringLiteral("config"), QStringLiteral("--null"),
            QStringLiteral("--name-only"), QStringLiteral("--get-regexp"), QStringLiteral("^filter\\.")});
        for (const QByteArray &name : names.value_or(QByteArray()).split('\0')) {
            if (name.endsWith(".clean") || name.endsWith(".process") || name.endsWith(".smudge"))
                set({{name, {}}});
            else if (name.endsWith(".required"))
                set({{name, "false"}});
        }
    }

    std::optional<QByteArray> run(const QStringList &arguments, const QByteArray &input = {}) const
    {
        QProcess process;
        process.setProcessEnvironment(m_environment);
        process.setWorkingDirectory(m_folder);
        process.setStandardErrorFile(QProcess::nullDevice());
        process.start(m_program, arguments);
        if (!process.waitForStarted(patienceMs))
            return std::nullopt;
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(patienceMs)) {
            process.kill();
            process.waitForFinished();
            return std::nullopt;
        }
        if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0
            || process.bytesAvailable() > maxOutputBytes)
            return std::nullopt;
        return process.readAllStandardOutput();
    }

private:
    // Settings travel in the environment, where a name may hold any character.
    void set(const QList<std::pair<QByteArray, QByteArray>> &settings)
    {
        for (const auto &[name, value] : settings) {
            const QString number = QString::number(m_settings++);
            m_environment.insert(QStringLiteral("GIT_CONFIG_KEY_") + number, QString::fromUtf8(name));
            m_environment.insert(QStringLiteral("GIT_CONFIG_VALUE_") + number, QString::fromUtf8(value));
        }
        m_environment.insert(QStringLiteral("GIT_CONFIG_COUNT"), QString::number(m_settings));
    }

    QString m_program;
    QString m_folder;
    QProcessEnvironment m_environment;
    int m_settings = 0;
};

/// The fields before the path in a record of `git status --porcelain=v2`, by its first letter; 0: no file.
int fieldsBeforePath(char kind)
{
    switch (kind) {
    case '1':
        return 8;
    case 'u':
        return 10;
    case '?':
        return 1;
    default:
        return 0;
    }
}

void readStatus(const QByteArray &output, const QByteArray &prefix, GitStatus &out)
{
    for (const QByteArray &record : output.split('\0')) {
        const int fields = record.isEmpty() ? 0 : fieldsBeforePath(record.front());
        qsizetype at = 0;
        for (int i = 0; i < fields && at >= 0; ++i)
            at = record.indexOf(' ', at) + 1;
        const QByteArray path = at > 0 && fields > 0 ? record.mid(at) : QByteArray();
        const QString name = QString::fromUtf8(path.mid(prefix.size()));
        if (!path.startsWith(prefix) || !Workspace::isPresetFile(name))
            continue;
        const bool isNew = record.front() == '?' || (record.front() == '1' && record.mid(2, 1) == "A");
        out.files.insert(name, {isNew ? GitStatus::State::New : GitStatus::State::Modified, {}});
    }
}

/// "<hash> blob <size>\n<bytes>\n" for each name asked for, or "<name> missing\n".
void readCommitted(const QByteArray &output, const QStringList &names, GitStatus &out)
{
    qsizetype at = 0;
    for (const QString &name : names) {
        const qsizetype feed = output.indexOf('\n', at);
        if (feed < 0)
            return;
        const QList<QByteArray> words = output.mid(at, feed - at).split(' ');
        at = feed + 1;
        if (words.size() != 3 || words.at(1) != "blob")
            continue;
        const qsizetype size = words.at(2).toLongLong();
        out.files[name].committed = output.mid(at, size);
        at += size + 1;
    }
}

} // namespace

GitStatus::Tracking GitStatus::stateOf(const QString &folder, const QString &path)
{
    const QString program
        = liesInRepository(folder) ? QStandardPaths::findExecutable(QStringLiteral("git")) : QString();
    if (program.isEmpty())
        return Tracking::NoRepository;
    const Git git(program, folder);
    const auto tracked
        = git.run({QStringLiteral("ls-files"), QStringLiteral("-z"), QStringLiteral("--"), path});
    if (!tracked)
        return Tracking::NoRepository;
    if (!tracked->isEmpty())
        return Tracking::Tracked;
    const auto ignored = git.run({QStringLiteral("check-ignore"), QStringLiteral("--"), path});
    return ignored && !ignored->isEmpty() ? Tracking::Ignored : Tracking::Untracked;
}

GitStatus GitStatus::of(const QString &folder)
{
    GitStatus out;
    const QString program
        = liesInRepository(folder) ? QStandardPaths::findExecutable(QStringLiteral("git")) : QString();
    if (program.isEmpty())
        return out;
    Git git(program, folder);
    auto prefix = git.run({QStringLiteral("rev-parse"), QStringLiteral("--show-prefix")});
    if (!prefix)
        return out;
    if (prefix->endsWith('\n'))
        prefix->chop(1);
    git.switchFiltersOff();
    const auto status = git.run({QStringLiteral("status"), QStringLiteral("--porcelain=v2"),
        QStringLiteral("-z"), QStringLiteral("--untracked-files=all"), QStringLiteral("--no-renames"),
        QStringLiteral("--ignore-submodules=all"), QStringLiteral("--"), QStringLiteral(".")});
    if (!status)
        return out;
    out.inRepository = true;
    readStatus(*status, *prefix, out);
    QStringList names;
    QByteArray questions;
    for (auto file = out.files.cbegin(); file != out.files.cend() && names.size() < maxComparedFiles;
         ++file) {
        if (file->state == State::New || file.key().contains(u'\n'))
            continue;
        names.append(file.key());
        questions += "HEAD:" + *prefix + file.key().toUtf8() + '\n';
    }
    if (const auto blobs = names.isEmpty()
            ? std::nullopt
            : git.run({QStringLiteral("cat-file"), QStringLiteral("--batch")}, questions))
        readCommitted(*blobs, names, out);
    return out;
}

} // namespace store
