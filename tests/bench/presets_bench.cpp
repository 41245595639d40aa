// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

// 10,000 presets: found, listed and searched, once as 1,000 files of ten requests and once as one file. The
// peer is the least that anybody could do: walking the same folder and reading the same files. What the
// window's thread does with the result is timed by itself, since it must fit into a frame.
#include "bench/pair.h"
#include "gui/presetscan.h"
#include "gui/presetsmodel.h"
#include "interop/httpfile.h"

#include <QApplication>
#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTreeView>

#include <cstdio>

namespace {

constexpr int presets = 10'000;

QByteArray request(int number)
{
    const QByteArray n = QByteArray::number(number);
    return "### Call " + n + "\n# @name call-" + n + "\n# Asked for by team "
        + QByteArray::number(number % 37)
        + "\n# @expect status == 200\nGET https://usw2.demdex.net/event\n    ?d_rtbd=json\n    &d_uuid="
        + "22920112968019678612904394744954398990\n    &c_number=" + n + "\nHost: acme.demdex.net\n\n";
}

void write(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s cannot be written", qUtf8Printable(path));
}

qsizetype readAll(const QString &folder)
{
    qsizetype bytes = 0;
    QDirIterator files(folder, {QStringLiteral("*.http")}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            bytes += file.readAll().size();
    }
    return bytes;
}

/// The window's share: the tree shown, unfolded as far as the panel does, and painted.
void show(const gui::PresetTreePtr &tree, const char *title)
{
    gui::PresetsModel model;
    QTreeView view;
    view.setHeaderHidden(true);
    view.setUniformRowHeights(true);
    view.setModel(&model);
    view.resize(300, 700);
    view.show();
    QApplication::processEvents();
    QElapsedTimer timer;
    double worst = 0;
    for (int round = 0; round < 5; ++round) {
        timer.start();
        model.setTree(tree);
        int rows = model.rowCount();
        for (size_t i = 1; i < tree->nodes.size() && rows < 1000; ++i) {
            rows += int(tree->nodes[i].children.size());
            if (!tree->nodes[i].children.empty() && rows < 1000)
                view.expand(model.at(int(i)));
        }
        view.doItemsLayout();
        view.grab();
        worst = std::max(worst, double(timer.nsecsElapsed()) / 1e6);
    }
    std::printf("%-34s %10.1f ms on the window's thread (a frame is 16.7)\n", title, worst);
}

void measure(const char *title, const QString &folder)
{
    const gui::PresetScan first = gui::PresetScan::of({folder}, {}, {});
    if (first.tree->requests != presets)
        qFatal("%d presets were found", first.tree->requests);
    std::printf("-- %s\n", title);
    bench::pair(
        "opened: listed, read, understood", "files read", presets,
        [&] { (void)gui::PresetScan::of({folder}, {}, {}); }, [&] { (void)readAll(folder); }, 5);
    bench::pair(
        "looked at again", "files read", presets, [&] { (void)gui::PresetScan::of({folder}, {}, first); },
        [&] { (void)readAll(folder); }, 5);
    QElapsedTimer timer;
    timer.start();
    const auto found = std::make_shared<gui::PresetTree>(
        first.tree->filtered({QStringLiteral("team"), QStringLiteral("999")}));
    std::printf("%-34s %10.1f ms for %d of %d\n", "searched", double(timer.nsecsElapsed()) / 1e6,
        found->requests, presets);
    show(first.tree, "all of them shown");
    show(found, "what was found shown");
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QTemporaryDir many;
    for (int file = 0; file < 1000; ++file) {
        QByteArray bytes;
        for (int i = 0; i < presets / 1000; ++i)
            bytes += request(file * (presets / 1000) + i);
        write(many.filePath(QStringLiteral("team %1/calls %2.http").arg(file % 20).arg(file)), bytes);
    }
    measure("1,000 files of ten requests", many.path());

    QTemporaryDir single;
    QByteArray bytes;
    for (int i = 0; i < presets; ++i)
        bytes += request(i);
    write(single.filePath(QStringLiteral("all.http")), bytes);
    measure("one file of 10,000 requests", single.path());

    std::printf("-- growing a file\n");
    const interop::Preset one = interop::HttpFile::parse(request(1)).presets().first();
    const auto grow = [&](int count) {
        interop::HttpFile file = interop::HttpFile::parse({});
        for (int i = 0; i < count; ++i)
            file.append(one);
    };
    bench::pair(
        "10,000 appended, each", "1,000 appended, times ten", presets, [&] { grow(presets); },
        [&] {
            for (int i = 0; i < 10; ++i)
                grow(presets / 10);
        },
        3);
    return 0;
}
