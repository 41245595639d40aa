// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/jsonpath.h"
#include "support/print.h"

#include <gtest/gtest.h>

using namespace dcs;
using namespace Qt::StringLiterals;

namespace {

const QByteArray text
    = R"({"a":{"b":[1,{"c":"x"},[2,3]]},"odd key":4,"":5,"a.b":6,"q\"q":7,"d":1,"d":2,"ü":8})";

TEST(JsonPathTest, PathsLeadToTheirValue)
{
    const JsonDocument document = JsonDocument::parse(text);
    ASSERT_TRUE(document.isValid());
    struct Case {
        QString path;
        QByteArray raw; ///< "" where it leads nowhere
    };
    const Case cases[]
        = {{u"$"_s, text}, {u"$.a.b[0]"_s, "1"}, {u"$.a.b[1].c"_s, "\"x\""}, {u"$.a.b[2][1]"_s, "3"},
            {u"$.a.b[-1][-2]"_s, "2"}, {u"$[\"a\"]['b'][0]"_s, "1"}, {u"$[\"odd key\"]"_s, "4"},
            {u"$['odd key']"_s, "4"}, {u"$[\"\"]"_s, "5"}, {u"$[\"a.b\"]"_s, "6"}, {u"$[\"q\\\"q\"]"_s, "7"},
            {u"$.d"_s, "2"}, {u"$.ü"_s, "8"}, {u"$[\"\\u00fc\"]"_s, "8"}, {u"$.x"_s, ""}, {u"$.a.b[3]"_s, ""},
            {u"$.a.b[-4]"_s, ""}, {u"$.a[0]"_s, ""}, {u"$[0]"_s, ""}, {u"$.a.b.c"_s, ""}, {u"$.d.e"_s, ""}};
    for (const Case &c : cases) {
        const JsonPath path = JsonPath::parse(c.path);
        ASSERT_FALSE(path.problem()) << c.path.toStdString();
        EXPECT_EQ(path.find(document.root()).raw().toByteArray(), c.raw) << c.path.toStdString();
    }
}

TEST(JsonPathTest, ThePathOfEveryValueLeadsBackToIt)
{
    const JsonDocument document = JsonDocument::parse(
        R"({"a":{"b":[1,{"c":"x"},[2,3]]},"odd key":4,"":5,"a.b":6,"q\"q":{"\\":[7]},"ü":8,"=":9,"x=y":1})");
    ASSERT_TRUE(document.isValid());
    int seen = 0;
    std::vector<JsonValue> open{document.root()};
    while (!open.empty()) {
        const JsonValue value = open.back();
        open.pop_back();
        EXPECT_EQ(JsonPath::parse(value.path()).find(document.root()), value) << value.path().toStdString();
        ++seen;
        for (JsonValue child = value.firstChild(); child.exists(); child = child.next())
            open.push_back(child);
    }
    EXPECT_EQ(seen, 18);
}

TEST(JsonPathTest, BrokenPathsSayWhere)
{
    struct Case {
        QString path;
        qsizetype offset;
    };
    const Case cases[] = {{u""_s, 0}, {u"a"_s, 0}, {u".a"_s, 0}, {u"$a"_s, 1}, {u"$."_s, 2}, {u"$.a..b"_s, 4},
        {u"$["_s, 2}, {u"$[]"_s, 2}, {u"$[x]"_s, 2}, {u"$[1"_s, 1}, {u"$[\"a]"_s, 2}, {u"$[\"a\""_s, 1},
        {u"$.a b"_s, 3}, {u"$[1.5]"_s, 2}};
    for (const Case &c : cases) {
        const JsonPath path = JsonPath::parse(c.path);
        ASSERT_TRUE(path.problem()) << c.path.toStdString();
        EXPECT_EQ(path.problem()->offset, c.offset) << c.path.toStdString();
    }
}

} // namespace
