// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/presetscan.h"
#include "gui/presetsmodel.h"
#include "support/print.h"
#include "support/temporaryfolder.h"

#include <QDir>
#include <QMimeData>
#include <QProcess>
#include <QSignalSpy>
#include <QUrl>

#include <gtest/gtest.h>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace Qt::StringLiterals;
using gui::PresetRef;
using gui::PresetScan;

namespace {

const QByteArray one
    = "### one\n# a comment about jazz\nGET https://usw2.demdex.net/event?c_x=1\nHost: acme.demdex.net\n\n";
const QByteArray two = "### two\nGET https://irl1.demdex.net/event?c_x=2\nHost: other.demdex.net\n";

/// The tree with a blank for each level: "team", " b.http", "  two".
QStringList lines(const gui::PresetTree &tree)
{
    QStringList out;
    const std::function<void(int, int)> walk = [&](int node, int depth) {
        for (const int child : tree.nodes[size_t(node)].children) {
            out.append(QString(depth, u' ') + tree.nodes[size_t(child)].name);
            walk(child, depth + 1);
        }
    };
    walk(0, 0);
    return out;
}

void git(const TemporaryFolder &folder, const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(folder.path());
    process.start(u"git"_s,
        QStringList{u"-c"_s, u"user.email=a@example.com"_s, u"-c"_s, u"user.name=a"_s, u"-c"_s,
            u"init.defaultBranch=main"_s}
            + arguments);
    ASSERT_TRUE(process.waitForFinished());
    ASSERT_EQ(process.exitCode(), 0) << process.readAllStandardError().toStdString();
}

} // namespace

TEST(PresetScan, ShowsFoldersFilesAndRequestsAndReadsOnlyWhatChanged)
{
    const TemporaryFolder folder;
    QDir(folder.path()).mkpath(u"team/empty"_s);
    folder.write(u"team/b.http"_s, two);
    folder.write(u"a.http"_s, one + two);
    folder.write(u"http-client.env.json"_s, R"({"staging": {"host": "h"}})");

    const PresetScan first = PresetScan::of({folder.path()}, {}, {});
    EXPECT_EQ(lines(*first.tree),
        (QStringList{u"team"_s, u" empty"_s, u" b.http"_s, u"  two"_s, u"a.http"_s, u" one"_s, u" two"_s}));
    EXPECT_EQ(first.tree->requests, 3);
    ASSERT_TRUE(first.environments.contains(folder.path()));
    EXPECT_EQ((*first.environments.constFind(folder.path()))->first().name, u"staging"_s);
    EXPECT_TRUE(first.watched.contains(folder.path(u"team/empty"_s)));

    const PresetScan second = PresetScan::of({folder.path()}, {}, first);
    EXPECT_FALSE(second.differs);
    EXPECT_EQ(second.tree, first.tree);
    folder.write(u"team/b.http"_s, two + "\n" + one);
    const PresetScan third = PresetScan::of({folder.path()}, {}, second);
    EXPECT_TRUE(third.differs);
    EXPECT_EQ(third.tree->requests, 4);

    const TemporaryFolder other;
    const PresetScan both = PresetScan::of({folder.path(), other.path(u"none"_s)}, {}, third);
    EXPECT_TRUE(both.tree->hasGroups());
    EXPECT_EQ(
        both.tree->nodes[size_t(both.tree->nodes[0].children[0])].ref, (PresetRef{folder.path(), {}, -1}));
    EXPECT_TRUE(both.tree->problem.contains(u"none"_s)) << "a folder that was opened and is gone is told";
}

TEST(PresetScan, FindsWordsInNamesAddressesCommentsAndFileNames)
{
    const TemporaryFolder folder;
    QDir(folder.path()).mkpath(u"team/empty"_s);
    folder.write(u"team/b.http"_s, two);
    folder.write(u"a.http"_s, one + two);
    const PresetScan scan = PresetScan::of({folder.path()}, {}, {});
    const auto found = [&](const QStringList &words) { return lines(scan.tree->filtered(words)); };

    EXPECT_EQ(found({u"jazz"_s}), (QStringList{u"a.http"_s, u" one"_s}));
    EXPECT_EQ(found({u"acme"_s}), (QStringList{u"a.http"_s, u" one"_s}));
    EXPECT_EQ(found({u"irl1"_s, u"team"_s}), (QStringList{u"team"_s, u" b.http"_s, u"  two"_s}));
    EXPECT_EQ(found({u"nowhere"_s}), QStringList());
    EXPECT_EQ(scan.tree->filtered({u"two"_s}).requests, 2);
}

#ifdef Q_OS_UNIX
TEST(PresetScan, NamesWhatItDoesNotReadAndStaysQuick)
{
    const TemporaryFolder outside;
    outside.write(u"secret.http"_s, "### secret\nGET https://x/\n");
    const TemporaryFolder folder;
    QFile::link(outside.path(u"secret.http"_s), folder.path(u"link.http"_s));
    QFile::link(folder.path(), folder.path(u"loop"_s));
    ASSERT_EQ(::mkfifo(QFile::encodeName(folder.path(u"pipe.http"_s)).constData(), 0600), 0);
    QFile huge(folder.path(u"huge.http"_s));
    ASSERT_TRUE(huge.open(QIODevice::WriteOnly) && huge.resize(qint64(1) << 30));
    huge.close();
    folder.write(u"utf16.http"_s, QByteArray("\xFF\xFEG\0E\0T\0", 8));
    folder.write(u"latin1.http"_s, "### caf\xE9\nGET https://x/?a=caf\xE9\n");
    folder.write(u"broken.http"_s, "### fine\nGET https://x/\n\n### broken\nGET\n");
    folder.write(u"http-client.env.json"_s, QByteArray("{\"a\":").repeated(100'000));
    folder.write(u"http-client.private.env.json"_s, "{\n\"a\": {\n\"b\": }}");

    const PresetScan scan = PresetScan::of({folder.path()}, {}, {});

    QStringList problems;
    for (const gui::PresetTree::Node &node : scan.tree->nodes) {
        if (node.isProblem)
            problems.append(node.name + u": "_s + node.tip.section(u'\n', -1));
    }
    EXPECT_EQ(problems.size(), 5) << problems.join(u'\n').toStdString();
    const QString all = problems.join(u'\n');
    for (const char *expected : {"link.http: A symbolic link", "pipe.http: No regular file",
             "huge.http: Larger than", "Line 1: the file is UTF-16", "broken: Line 5:"})
        EXPECT_TRUE(all.contains(QLatin1String(expected))) << expected << "\n" << all.toStdString();
    EXPECT_FALSE(lines(*scan.tree).join(u'\n').contains(u"secret"_s));
    ASSERT_FALSE(scan.environments.constFind(folder.path())->has_value());
    EXPECT_TRUE(
        scan.environments.constFind(folder.path())->error().message.contains(u"http-client.env.json"_s));
}
#endif

TEST(PresetScan, SaysHowEachPresetDiffersFromTheLastCommit)
{
    const TemporaryFolder folder;
    QDir(folder.path()).mkpath(u"team"_s);
    folder.write(u"team/a.http"_s, one + two);
    folder.write(u"same.http"_s, two);
    git(folder, {u"init"_s, u"-q"_s});
    git(folder, {u"add"_s, u"."_s});
    git(folder, {u"commit"_s, u"-qm"_s, u"x"_s});
    folder.write(
        u"team/a.http"_s, one + QByteArray(two).replace("c_x=2", "c_x=3") + "\n### three\nGET https://x/\n");
    folder.write(u"fresh file.http"_s, one);
    // Programs that a repository of somebody else names are not run by looking at it.
    const QString trap = folder.path(u"trap"_s);
    folder.write(u"trap.sh"_s, "#!/bin/sh\ntouch '" + trap.toUtf8() + "'\ncat\n");
    QFile::setPermissions(folder.path(u"trap.sh"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    for (const char *key :
        {"core.fsmonitor", "filter.x=y.clean", "filter.x=y.process", "diff.x.textconv", "core.pager"})
        git(folder, {u"config"_s, QString::fromLatin1(key), folder.path(u"trap.sh"_s)});
    git(folder, {u"config"_s, u"filter.x=y.required"_s, u"true"_s});
    folder.write(u".gitattributes"_s, "*.http filter=x=y diff=x\n");
    QFile::remove(trap);

    const auto marksOf = [&](const QString &root) {
        const PresetScan scan = PresetScan::of({root}, {}, {});
        const gui::PresetMarks marks = gui::gitMarks(*scan.tree, {root});
        QStringList out;
        for (size_t i = 1; i < marks.size(); ++i) {
            if (marks[i])
                out.append(scan.tree->nodes[i].name + u' ' + QLatin1Char(marks[i]));
        }
        return out;
    };
    EXPECT_EQ(marksOf(folder.path()),
        (QStringList{u"a.http M"_s, u"two M"_s, u"three N"_s, u"fresh file.http N"_s, u"one N"_s}));
    EXPECT_EQ(marksOf(folder.path(u"team"_s)), (QStringList{u"a.http M"_s, u"two M"_s, u"three N"_s}))
        << "a workspace below the repository's top";
    EXPECT_FALSE(QFile::exists(trap));
    const TemporaryFolder plain;
    plain.write(u"a.http"_s, one);
    EXPECT_EQ(marksOf(plain.path()), QStringList());
}

TEST(PresetsModel, TellsWhatWasDroppedWhereAndGivesOthersCopies)
{
    const TemporaryFolder folder;
    QDir(folder.path()).mkpath(u"team"_s);
    folder.write(u"a.http"_s, one + two);
    const PresetScan scan = PresetScan::of({folder.path()}, {}, {});
    gui::PresetsModel model;
    model.setFolders({folder.path()});
    model.setTree(scan.tree);
    const QModelIndex team = model.find({folder.path(), u"team"_s, -1});
    const QModelIndex file = model.find({folder.path(), u"a.http"_s, -1});
    const QModelIndex request = model.find({folder.path(), u"a.http"_s, 1});
    ASSERT_TRUE(team.isValid() && file.isValid() && request.isValid());
    EXPECT_EQ(model.parent(request), file);

    const std::unique_ptr<QMimeData> dragged(model.mimeData({request}));
    ASSERT_EQ(dragged->urls().size(), 1);
    QFile copy(dragged->urls().first().toLocalFile());
    EXPECT_TRUE(copy.fileName().endsWith(u"/two.http"_s)) << copy.fileName().toStdString();
    ASSERT_TRUE(copy.open(QIODevice::ReadOnly));
    EXPECT_EQ(copy.readAll(), two);

    QList<PresetRef> entries;
    gui::PresetTarget target;
    QObject::connect(&model, &gui::PresetsModel::entriesDropped, &model,
        [&](const QList<PresetRef> &what, const gui::PresetTarget &where, bool) {
            entries = what;
            target = where;
        });
    EXPECT_FALSE(model.canDropMimeData(dragged.get(), Qt::MoveAction, -1, -1, request));
    EXPECT_FALSE(model.dropMimeData(dragged.get(), Qt::MoveAction, 0, 0, file))
        << "or the view would take rows out";
    EXPECT_EQ(entries, QList{model.ref(request)});
    EXPECT_EQ(target.into, model.ref(file));
    EXPECT_EQ(target.before, 0);
    model.dropMimeData(dragged.get(), Qt::MoveAction, -1, -1, {});
    EXPECT_EQ(target.into, (PresetRef{folder.path(), {}, -1}));

    QSignalSpy files(&model, &gui::PresetsModel::filesDropped);
    QMimeData foreign;
    foreign.setUrls({QUrl::fromLocalFile(u"/tmp/x.http"_s), QUrl::fromLocalFile(u"/tmp/x.png"_s)});
    EXPECT_TRUE(model.canDropMimeData(&foreign, Qt::CopyAction, -1, -1, team));
    model.dropMimeData(&foreign, Qt::CopyAction, -1, -1, team);
    ASSERT_EQ(files.size(), 1);
    EXPECT_EQ(files.first().first().toStringList(), QStringList{u"/tmp/x.http"_s});
}
