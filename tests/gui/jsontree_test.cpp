// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/jsonfilter.h"
#include "gui/jsontreemodel.h"
#include "support/print.h"

#include <QAbstractItemModelTester>
#include <QTest>
#include <QTreeView>

#include <gtest/gtest.h>

namespace {

using namespace Qt::StringLiterals;
using gui::JsonFilter;
using gui::JsonRows;
using gui::JsonTreeModel;

std::shared_ptr<const JsonRows> rowsOf(const QByteArray &text)
{
    return std::make_shared<const JsonRows>(
        std::make_shared<const dcs::JsonDocument>(dcs::JsonDocument::parse(text)));
}

QByteArray arrayOf(int count, const QByteArray &element)
{
    QByteArray text = "[";
    for (int i = 0; i < count; ++i)
        text += (i > 0 ? "," : "") + QByteArray(element).replace("#", QByteArray::number(i));
    return text + ']';
}

const QByteArray answer
    = R"({"stuff":[{"cn":"a","cv":"b","ttl":30,"dmn":""}],"uuid":"2292","dcs_region":9,)"
      R"("tid":"31Zp=","dests":[{"c":"https:\/\/x.example\/","y":"iframe"}],"uuid":1.10,"":null})";

TEST(JsonTree, IsAModelThatViewsCanTrust)
{
    JsonTreeModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Warning);

    model.setRows(rowsOf(answer));
    model.setRows(rowsOf(arrayOf(300, R"({"n":#,"s":["x"]})")));
    model.setFilter(JsonFilter::of(*model.rows(), u"29"_s));
    model.setFilter(nullptr);
    model.setRows(rowsOf("42"));
    model.setRows(nullptr);

    EXPECT_EQ(model.rowCount(), 0);
}

TEST(JsonTree, KeepsOrderRepeatsAndDigits)
{
    JsonTreeModel model;
    model.setRows(rowsOf(answer));
    const QModelIndex root = model.index(0, 0);

    QStringList keys, values, types;
    for (int row = 0; row < model.rowCount(root); ++row) {
        keys << model.index(row, JsonTreeModel::KeyColumn, root).data().toString();
        values << model.index(row, JsonTreeModel::ValueColumn, root).data().toString();
        types << model.index(row, JsonTreeModel::TypeColumn, root).data().toString();
    }

    EXPECT_EQ(keys,
        QStringList({u"stuff"_s, u"uuid"_s, u"dcs_region"_s, u"tid"_s, u"dests"_s, u"uuid"_s, u"\"\""_s}));
    EXPECT_EQ(values[1], u"\"2292\""_s);
    EXPECT_EQ(values[5], u"1.10"_s);
    EXPECT_EQ(types[5], u"number, repeated key"_s);
    EXPECT_EQ(types[6], u"null"_s);
}

TEST(JsonTree, NamesThePlaceOfEachValueAsTheDocumentDoes)
{
    JsonTreeModel model;
    const auto rows = rowsOf(R"({"a":[0,{"b c":[1,2]},[[]]],"d":{"e":{}}})");
    model.setRows(rows);

    int seen = 0;
    std::vector<QModelIndex> open{model.index(0, 0)};
    while (!open.empty()) {
        const QModelIndex index = open.back();
        open.pop_back();
        EXPECT_EQ(index.data(JsonTreeModel::PathRole).toString(), model.value(index).path());
        EXPECT_EQ(model.indexOf(model.value(index)), index);
        ++seen;
        for (int row = 0; row < model.rowCount(index); ++row)
            open.push_back(model.index(row, 0, index));
    }
    EXPECT_EQ(seen, rows->document().nodeCount());
}

TEST(JsonTree, FindsAnyRowOfAMillion)
{
    JsonTreeModel model;
    model.setRows(rowsOf(arrayOf(1000000, R"({"n":#})")));
    const QModelIndex root = model.index(0, 0);
    ASSERT_EQ(model.rowCount(root), 1000000);

    for (const int row : {999999, 0, 500000, 63, 64, 65, 999935, 123457}) {
        const QModelIndex index = model.index(row, 0, root);
        EXPECT_EQ(model.index(0, JsonTreeModel::ValueColumn, index).data().toString(), QString::number(row));
        EXPECT_EQ(index.row(), row);
        EXPECT_EQ(model.parent(model.index(0, 0, index)).row(), row);
        EXPECT_EQ(index.data(JsonTreeModel::PathRole).toString(), u"$[%1]"_s.arg(row));
    }
}

TEST(JsonTree, AViewOverAMillionElementsScrollsToItsEnd)
{
    JsonTreeModel model;
    model.setRows(rowsOf(arrayOf(1000000, R"({"n":#})")));
    QTreeView view;
    view.setUniformRowHeights(true);
    view.setModel(&model);
    view.resize(600, 400);
    view.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&view));

    view.expand(model.index(0, 0));
    view.scrollToBottom();
    view.grab();

    const QModelIndex last = view.indexAt({5, view.viewport()->height() - 5});
    EXPECT_EQ(last.row(), 999999);
}

TEST(JsonTree, ShowsADeepDocument)
{
    JsonTreeModel model;
    model.setRows(rowsOf(QByteArray(100000, '[')));

    int depth = 0;
    for (QModelIndex index = model.index(0, 0); index.isValid(); index = model.index(0, 0, index))
        ++depth;

    EXPECT_GE(depth, 999);
    EXPECT_LE(depth, 1001);
}

TEST(JsonTree, CutsLongCellsWithoutLookingForTheirEnd)
{
    JsonTreeModel model;
    model.setRows(rowsOf("[\"" + QByteArray(20 << 20, 'x') + "\"]"));
    const QModelIndex cell = model.index(0, JsonTreeModel::ValueColumn, model.index(0, 0));

    EXPECT_LE(cell.data().toString().size(), 520);
    EXPECT_TRUE(cell.data().toString().endsWith(u'…'));
    EXPECT_LE(cell.data(Qt::ToolTipRole).toString().size(), 700);
}

TEST(JsonTree, ToolTipsAreNoMarkup)
{
    JsonTreeModel model;
    model.setRows(rowsOf(R"({"a":"<img src=x>"})"));
    const QModelIndex cell = model.index(0, JsonTreeModel::ValueColumn, model.index(0, 0));

    EXPECT_FALSE(cell.data(Qt::ToolTipRole).toString().contains(u"<img"));
}

struct Filtered {
    const char *description;
    QString text;
    QStringList paths;
};

TEST(JsonFilter, LeavesWhatMatchesAndWhatItStandsIn)
{
    const auto rows = rowsOf(answer);
    const QList<Filtered> cases{
        {"a key", u"dcs_reg"_s, {u"$.dcs_region"_s}},
        {"case does not count", u"DCS_REG"_s, {u"$.dcs_region"_s}},
        {"a value", u"iframe"_s, {u"$.dests[0].y"_s}},
        {"an escaped slash", u"https://x"_s, {u"$.dests[0].c"_s}},
        {"a key of an array", u"stuff"_s, {u"$.stuff"_s}},
        {"digits", u"1.1"_s, {u"$.uuid"_s}},
        {"a path", u"$.dests[0].y"_s, {u"$.dests[0].y"_s}},
        {"nothing", u"nowhere"_s, {}},
        {"a comma that is in no value", u","_s, {}},
    };
    for (const Filtered &now : cases) {
        const auto filter = JsonFilter::of(*rows, now.text);
        QStringList paths;
        for (const quint32 node : filter->found)
            paths << rows->document().value(node).path();
        EXPECT_EQ(paths, now.paths) << now.description;
        EXPECT_EQ(filter->count, now.paths.size()) << now.description;
    }
    EXPECT_FALSE(JsonFilter::of(*rows, u"$.a["_s)->problem.isEmpty());
}

TEST(JsonFilter, TheTreeShowsOnlyTheMatchesAndTheirAncestors)
{
    JsonTreeModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Warning);
    model.setRows(rowsOf(arrayOf(1000, R"({"n":#,"s":["x#"]})")));

    model.setFilter(JsonFilter::of(*model.rows(), u"x99"_s));

    const QModelIndex root = model.index(0, 0);
    EXPECT_EQ(model.rowCount(root), 11); // x99, x990 … x999
    const QModelIndex first = model.index(0, 0, root);
    EXPECT_EQ(first.data().toString(), u"[99]"_s);
    EXPECT_EQ(model.rowCount(first), 1);
    EXPECT_EQ(model.index(0, 0, first).data().toString(), u"s"_s);
}

TEST(JsonRows, FindTheValueAtAByte)
{
    const QByteArray text = arrayOf(500, R"({"key#":[#,"v#"]})");
    const auto rows = rowsOf(text);
    for (const int i : {0, 1, 63, 64, 200, 499}) {
        const QByteArray number = QByteArray::number(i);
        const qsizetype key = text.indexOf("\"key" + number + '"');
        const qsizetype value = text.indexOf("\"v" + number + '"');
        EXPECT_EQ(rows->valueAt(key + 2).path(), u"$[%1].key%1"_s.arg(i));
        EXPECT_EQ(rows->valueAt(value + 1).path(), u"$[%1].key%1[1]"_s.arg(i));
    }
    EXPECT_EQ(rows->valueAt(0).path(), u"$"_s);
}

TEST(JsonRows, TellWhereEachValueEnds)
{
    for (const QByteArray &text :
        {answer, QByteArray(" [ 1 , \"a,\" , null,[ ] ,{ \"k\" : \"v\" , \"l\\\"\":2 } ] "),
            QByteArray("cb({\"a\":\"x\"} );"), QByteArray(" 12 "), QByteArray("[\"a\",\"b\" x")}) {
        dcs::JsonDocument::Options options;
        options.from
            = std::max<qsizetype>(0, text.indexOf('{') > 0 && text.startsWith("cb") ? text.indexOf('{') : 0);
        options.allowTrailing = text.startsWith("cb");
        const JsonRows rows(
            std::make_shared<const dcs::JsonDocument>(dcs::JsonDocument::parse(text, options)));
        std::vector<dcs::JsonValue> open{rows.document().root()};
        while (!open.empty()) {
            const dcs::JsonValue value = open.back();
            open.pop_back();
            EXPECT_EQ(rows.endOf(value), value.end()) << value.path().toStdString();
            for (dcs::JsonValue child = value.firstChild(); child.exists(); child = child.next())
                open.push_back(child);
        }
    }
}

} // namespace
