// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

// From the last byte of an answer to the first rows on the screen, beside QJsonDocument with the usual tree
// of items and beside simdjson's parser alone. Each measurement runs in a process of its own, so that the
// peak of memory is its own: viewer_bench [megabytes ...]

#include "dcs/call.h"
#include "gui/answerpanel.h"
#include "gui/rawview.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QScrollBar>
#include <QTabWidget>
#include <QTimer>
#include <QTreeView>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <memory>
#include <simdjson.h>
#include <sys/resource.h>
#include <vector>

namespace {

using namespace Qt::StringLiterals;

/// Answers like those of the DCS, in one array.
QByteArray answers(qsizetype bytes)
{
    QByteArray text;
    text.reserve(bytes + 1024);
    text += '[';
    for (int i = 0; text.size() < bytes; ++i) {
        const QByteArray n = QByteArray::number(100000 + i);
        text += (i > 0 ? "," : "");
        text += R"({"stuff":[{"cn":"aud_)" + n + R"(","cv":"segments=)" + n
            + R"(","ttl":30,"dmn":"www.example.com"}],"uuid":"229201129680196786129043947544)" + n
            + R"(","dcs_region":9,"tid":"31ZpxW5bQGc=","traits":[420020,)" + n
            + R"(,420022],"segments":[101,102,103],"dests":[{"c":"https://partner.example.com/pixel?id=)" + n
            + R"(&x=1","y":"iframe"}]})";
    }
    return text + ']';
}

double peakMegabytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return double(usage.ru_maxrss) / 1024;
}

/// Times each event of the window's thread.
class WatchedApplication : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_depth > 0)
            return QApplication::notify(receiver, event);
        ++m_depth;
        QElapsedTimer timer;
        timer.start();
        const bool result = QApplication::notify(receiver, event);
        m_longest = std::max(m_longest, double(timer.nsecsElapsed()) / 1e6);
        --m_depth;
        return result;
    }
    double takeLongest() { return std::exchange(m_longest, 0); }

private:
    int m_depth = 0;
    double m_longest = 0;
};

/// Tells when a view has painted something that it has.
class PaintWatch : public QObject
{
public:
    PaintWatch(QWidget *viewport, std::function<bool()> hasRows, QEventLoop &loop)
        : m_hasRows(std::move(hasRows))
        , m_loop(loop)
    {
        viewport->installEventFilter(this);
    }
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && m_hasRows()) // it is painted once this returns
            QTimer::singleShot(0, &m_loop, &QEventLoop::quit);
        return false;
    }

private:
    std::function<bool()> m_hasRows;
    QEventLoop &m_loop;
};

void report(const char *name, double ms, double longest, double baseline)
{
    std::printf("  %-44s %9.1f ms   longest on the window's thread %7.1f ms   peak %7.0f MB (+%.0f)\n", name,
        ms, longest, peakMegabytes(), peakMegabytes() - baseline);
    std::fflush(stdout);
}

template <typename Until>
void runUntil(Until until)
{
    while (!until())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 20);
}

void measureViewer(WatchedApplication &application, const QByteArray &body)
{
    gui::AnswerPanel panel;
    panel.resize(1000, 700);
    auto *tabs = panel.findChild<QTabWidget *>(u"answerTabs"_s);
    tabs->setCurrentIndex(1);
    panel.show();
    QCoreApplication::processEvents();
    dcs::Exchange exchange;
    exchange.status = 200;
    exchange.body = body;
    auto *tree = panel.findChild<QTreeView *>(u"tree"_s);
    QEventLoop loop;
    const PaintWatch treePaint(
        tree->viewport(), [=] { return tree->model()->rowCount() > 0; }, loop);
    const double baseline = peakMegabytes();
    application.takeLongest();

    QElapsedTimer timer;
    timer.start();
    panel.setExchange(dcs::newCall("acme", "usw2.demdex.net"), exchange, {}, {});
    loop.exec();
    report("answer panel: first rows of the tree", double(timer.nsecsElapsed()) / 1e6,
        application.takeLongest(), baseline);

    timer.start();
    tree->scrollToBottom();
    tree->viewport()->repaint();
    report(
        "  the tree's end", double(timer.nsecsElapsed()) / 1e6, double(timer.nsecsElapsed()) / 1e6, baseline);

    auto *view = panel.findChild<gui::RawView *>(u"view"_s);
    QEventLoop rawLoop;
    const PaintWatch rawPaint(
        view->viewport(), [=] { return view->text() != nullptr; }, rawLoop);
    timer.start();
    tabs->setCurrentIndex(2);
    rawLoop.exec();
    report("  first rows of the indented text", double(timer.nsecsElapsed()) / 1e6, application.takeLongest(),
        baseline);

    timer.start();
    view->verticalScrollBar()->setValue(view->verticalScrollBar()->maximum());
    view->viewport()->repaint();
    report("  the indented text's end", double(timer.nsecsElapsed()) / 1e6,
        double(timer.nsecsElapsed()) / 1e6, baseline);

    panel.find();
    auto *found = panel.findChild<QLabel *>(u"findLabel"_s);
    timer.start();
    panel.findChild<QLineEdit *>(u"findEdit"_s)->setText(u"uuid"_s);
    // "3 of 7 …", or "not found" where the document has none.
    runUntil([=] { return found->text().contains(u" of "_s) || found->text().contains(u"not"_s); });
    report("  search: first match", double(timer.nsecsElapsed()) / 1e6, application.takeLongest(), baseline);
    runUntil([=] { return !found->text().isEmpty() && !found->text().endsWith(u'…'); });
    report(("  search: all, " + found->text().toUtf8()).constData(), double(timer.nsecsElapsed()) / 1e6,
        application.takeLongest(), baseline);

    tabs->setCurrentIndex(1);
    auto *filter = panel.findChild<QLineEdit *>(u"filterEdit"_s);
    auto *filtered = panel.findChild<QLabel *>(u"filterLabel"_s);
    application.takeLongest();
    timer.start();
    filter->setText(u"pixel?id=10000"_s);
    Q_EMIT filter->textEdited(filter->text());
    runUntil([=] { return !filtered->text().isEmpty(); });
    report("  the tree, filtered", double(timer.nsecsElapsed()) / 1e6, application.takeLongest(), baseline);
}

/// The usual tree: an item for each value, with its texts.
struct Item {
    QString key, value;
    Item *parent = nullptr;
    int row = 0;
    std::vector<std::unique_ptr<Item>> children;
};

void addItem(Item &parent, const QString &key, const QJsonValue &value)
{
    auto item = std::make_unique<Item>();
    item->key = key;
    item->parent = &parent;
    item->row = int(parent.children.size());
    if (value.isArray()) {
        int i = 0;
        for (const QJsonValue element : value.toArray())
            addItem(*item, QString::number(i++), element);
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            addItem(*item, it.key(), it.value());
    } else {
        item->value = value.toVariant().toString();
    }
    parent.children.push_back(std::move(item));
}

class ItemModel : public QAbstractItemModel
{
public:
    void setRoot(std::unique_ptr<Item> root)
    {
        beginResetModel();
        m_root = std::move(root);
        endResetModel();
    }
    QModelIndex index(int row, int column, const QModelIndex &parent) const override
    {
        Item *item = itemOf(parent);
        return item && row < int(item->children.size())
            ? createIndex(row, column, item->children[size_t(row)].get())
            : QModelIndex();
    }
    QModelIndex parent(const QModelIndex &index) const override
    {
        Item *above = index.isValid() ? itemOf(index)->parent : nullptr;
        return above && above != m_root.get() ? createIndex(above->row, 0, above) : QModelIndex();
    }
    int rowCount(const QModelIndex &parent) const override
    {
        const Item *item = itemOf(parent);
        return item ? int(item->children.size()) : 0;
    }
    int columnCount(const QModelIndex &) const override { return 2; }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (role != Qt::DisplayRole)
            return {};
        return index.column() == 0 ? itemOf(index)->key : itemOf(index)->value;
    }

private:
    Item *itemOf(const QModelIndex &index) const
    {
        return index.isValid() ? static_cast<Item *>(index.internalPointer()) : m_root.get();
    }
    std::unique_ptr<Item> m_root;
};

void measureQJson(const QByteArray &body)
{
    QTreeView view;
    ItemModel model;
    view.setUniformRowHeights(true);
    view.setModel(&model);
    view.resize(1000, 700);
    view.show();
    QCoreApplication::processEvents();
    const double baseline = peakMegabytes();
    QElapsedTimer timer;
    timer.start();
    const QJsonDocument document = QJsonDocument::fromJson(body);
    const double parsed = double(timer.nsecsElapsed()) / 1e6;
    auto root = std::make_unique<Item>();
    addItem(*root, u"$"_s, document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()));
    model.setRoot(std::move(root));
    view.expandToDepth(0);
    view.viewport()->repaint();
    const double all = double(timer.nsecsElapsed()) / 1e6;
    report("QJsonDocument and a tree of items", all, all, baseline);
    std::printf("  %-44s %9.1f ms\n", "  QJsonDocument alone", parsed);
}

void measureSimdjson(const QByteArray &body)
{
    const double baseline = peakMegabytes();
    QElapsedTimer timer;
    timer.start();
    simdjson::dom::parser parser;
    const simdjson::padded_string padded(body.constData(), size_t(body.size()));
    simdjson::dom::element element;
    if (parser.parse(padded).get(element))
        std::printf("simdjson refuses\n");
    report("simdjson's DOM alone, no model", double(timer.nsecsElapsed()) / 1e6, 0, baseline);
}

/// A million objects in one array, expanded and scrolled to the end.
void measureMillion(WatchedApplication &application)
{
    QByteArray body = "[";
    for (int i = 0; i < 1000000; ++i)
        body += (i > 0 ? ",{\"n\":" : "{\"n\":") + QByteArray::number(i) + '}';
    measureViewer(application, body + ']');
}

int runOne(int argc, char **argv)
{
    const QByteArray what = argv[2];
    const qsizetype bytes = qsizetype(std::atof(argv[3]) * (1 << 20));
    if (what == "simdjson") {
        measureSimdjson(answers(bytes));
        return 0;
    }
    WatchedApplication application(argc, argv);
    if (what == "viewer")
        measureViewer(application, answers(bytes));
    else if (what == "million")
        measureMillion(application);
    else if (what == "line")
        measureViewer(application, "[\"" + QByteArray(bytes, 'x') + "\"]");
    else if (what == "deep")
        measureViewer(application, QByteArray(100000, '[') + QByteArray(100000, ']'));
    else
        measureQJson(answers(bytes));
    return 0;
}

void start(const QString &program, const QString &what, const QString &size)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    process.start(program, {u"--one"_s, what, size});
    process.waitForFinished(-1);
    if (process.exitCode() != 0 || process.exitStatus() != QProcess::NormalExit)
        std::printf("  %s failed\n", qPrintable(what));
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    if (argc == 4 && qstrcmp(argv[1], "--one") == 0)
        return runOne(argc, argv);
    QStringList sizes;
    for (int i = 1; i < argc; ++i)
        sizes.append(QString::fromLocal8Bit(argv[i]));
    if (sizes.isEmpty())
        sizes = {u"1"_s, u"10"_s, u"100"_s};
    const QString program = QString::fromLocal8Bit(argv[0]);
    for (const QString &size : sizes) {
        std::printf("%s MB of answers\n", qPrintable(size));
        std::fflush(stdout);
        for (const QString &what : {u"viewer"_s, u"qjson"_s, u"simdjson"_s})
            start(program, what, size);
    }
    for (const auto &[title, what] : {std::pair("a million objects in one array", u"million"_s),
             std::pair("100 MB in one line", u"line"_s), std::pair("100,000 deep", u"deep"_s)}) {
        std::printf("%s\n", title);
        std::fflush(stdout);
        start(program, what, u"100"_s);
    }
    return 0;
}
