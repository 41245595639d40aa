// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "store/history.h"
#include "support/print.h"

#include <gmock/gmock.h>

using store::describe;
using store::HistoryFilter;
using store::parseSearch;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

// A Saturday; tests run in UTC.
const QDateTime now(QDate(2026, 1, 31), QTime(12, 30), Qt::UTC);

HistoryFilter parsed(const char *line)
{
    const auto filter = parseSearch(QString::fromUtf8(line), now);
    EXPECT_TRUE(filter.has_value()) << line << ": " << (filter ? "" : filter.error().message.toStdString());
    return filter ? *filter : HistoryFilter();
}

QDateTime at(int month, int day, int hour = 0, int minute = 0)
{
    return QDateTime(QDate(2026, month, day), QTime(hour, minute), Qt::UTC);
}

} // namespace

TEST(SearchLine, AnEmptyLineRestrictsNothing)
{
    EXPECT_EQ(parsed(""), HistoryFilter());
    EXPECT_EQ(parsed("   \t "), HistoryFilter());
    EXPECT_EQ(parsed("\"\""), HistoryFilter());
}

TEST(SearchLine, WordsAreTermsAndQuotationMarksKeepBlanks)
{
    EXPECT_THAT(
        parsed("famous popstar").terms, ElementsAre(QStringLiteral("famous"), QStringLiteral("popstar")));
    EXPECT_THAT(parsed("\"famous popstar\" x").terms,
        ElementsAre(QStringLiteral("famous popstar"), QStringLiteral("x")));
    EXPECT_THAT(parsed("\"famous pop").terms, ElementsAre(QStringLiteral("famous pop")));
    EXPECT_THAT(parsed("a\"b c\"d").terms, ElementsAre(QStringLiteral("ab cd")));
    EXPECT_THAT(parsed(R"("say \"x\" \\")").terms, ElementsAre(QStringLiteral("say \"x\" \\")));
}

TEST(SearchLine, UnknownNamesAndQuotedOnesAreText)
{
    EXPECT_THAT(parsed("https://a.b/c d_uuid:1 \"alias:acme\" :x").terms,
        ElementsAre(QStringLiteral("https://a.b/c"), QStringLiteral("d_uuid:1"), QStringLiteral("alias:acme"),
            QStringLiteral(":x")));
}

TEST(SearchLine, UnderstandsEveryFilter)
{
    const HistoryFilter filter = parsed(
        "error:171 alias:Acme region:9 status:4XX preset:\"my preset\" env:Staging batch:b-1 PINNED:yes "
        "note:\"for the report\" popstar");

    EXPECT_EQ(filter.error, 171);
    EXPECT_EQ(filter.alias, QStringLiteral("acme"));
    EXPECT_EQ(filter.region, 9);
    EXPECT_EQ(filter.status, QStringLiteral("4xx"));
    EXPECT_EQ(filter.preset, QStringLiteral("my preset"));
    EXPECT_EQ(filter.environment, QStringLiteral("Staging"));
    EXPECT_EQ(filter.batch, QStringLiteral("b-1"));
    EXPECT_EQ(filter.note, QStringLiteral("for the report"));
    EXPECT_EQ(filter.pinned, true);
    EXPECT_THAT(filter.terms, ElementsAre(QStringLiteral("popstar")));
    EXPECT_EQ(parsed("status:in-flight").status, QStringLiteral("inflight"));
    EXPECT_EQ(parsed("pinned:no").pinned, false);
}

TEST(SearchLine, UnderstandsTimes)
{
    const struct {
        const char *line;
        QDateTime since, until;
    } cases[] = {
        {"since:today", at(1, 31), {}},
        {"since:Yesterday", at(1, 30), {}},
        {"since:2h", at(1, 31, 10, 30), {}},
        {"since:45m", at(1, 31, 11, 45), {}},
        {"since:7d", at(1, 24, 12, 30), {}},
        {"since:2w", at(1, 17, 12, 30), {}},
        {"since:2026-01-05", at(1, 5), {}},
        {"since:2026-01", at(1, 1), {}},
        {"since:2026-01-05T08:15", at(1, 5, 8, 15), {}},
        {"since:2026-01-05T08:15:00+02:00", at(1, 5, 6, 15), {}},
        {"until:today", {}, at(2, 1)},
        {"until:yesterday", {}, at(1, 31)},
        {"until:2026-01-05", {}, at(1, 6)},
        {"until:2026-01", {}, at(2, 1)},
        {"until:2h", {}, at(1, 31, 10, 30)},
        {"since:2026-01-01 until:2026-01-01", at(1, 1), at(1, 2)},
        {"on:today", at(1, 31), at(2, 1)},
        {"on:yesterday", at(1, 30), at(1, 31)},
        {"on:2026-01-05", at(1, 5), at(1, 6)},
        {"on:2026-01", at(1, 1), at(2, 1)},
    };
    for (const auto &[line, since, until] : cases) {
        const HistoryFilter filter = parsed(line);
        EXPECT_EQ(filter.since, since) << line << " " << filter.since.toString(Qt::ISODate).toStdString();
        EXPECT_EQ(filter.until, until) << line << " " << filter.until.toString(Qt::ISODate).toStdString();
    }
}

TEST(SearchLine, ErrorsNameTheWordAndSayWhatToWrite)
{
    for (const char *line : {"alias:", "region:west", "region:-1", "status:20", "status:abc", "status:0xx",
             "error:x", "error:", "since:soon", "since:", "until:2026-13-01", "since:99999999999d",
             "pinned:perhaps", "preset:", "env:", "note:", "on:2h", "on:now", "on:monday",
             "on:2026-01-05T08:15", "on:today since:2h", "since:2h on:today", "until:today on:yesterday",
             "batch:\"\"", "alias:a alias:b", "since:today until:2026-01-01"}) {
        const auto filter = parseSearch(QStringLiteral("word ") + QString::fromLatin1(line), now);
        ASSERT_FALSE(filter) << line;
        EXPECT_EQ(filter.error().code, dcs::Errc::InvalidInput);
        EXPECT_FALSE(filter.error().remedy.isEmpty()) << line;
        if (!QByteArray(line).contains(' ')) {
            EXPECT_THAT(filter.error().message.toStdString(), HasSubstr(line));
        }
    }
}

TEST(SearchLine, IsDescribedInWords)
{
    EXPECT_EQ(describe({}), QStringLiteral("all calls"));
    EXPECT_EQ(describe(parsed("error:171 alias:acme \"famous popstar\"")),
        QStringLiteral("alias acme, DCS error 171, with “famous popstar”"));
    EXPECT_THAT(describe(parsed("since:yesterday")).toStdString(), HasSubstr("since"));
    EXPECT_EQ(describe(parsed("status:unknown pinned:yes")), QStringLiteral("outcome unknown, pinned"));
    EXPECT_EQ(describe(parsed("env:staging batch:b-1 note:report")),
        QStringLiteral("environment staging, batch b-1, with a note that says “report”"));
    EXPECT_EQ(describe(parsed("note:* alias:a\u202eb")), QStringLiteral("alias a\\u{202e}b, with a note"));
}

TEST(SearchLine, EveryFilterThatIsOfferedIsUnderstoodWithEveryValueThatIsOffered)
{
    for (const QString &name : store::searchFilters()) {
        for (const QString &value : store::searchValues(name) + QStringList{QStringLiteral("9")}) {
            const auto filter = parseSearch(store::searchWord(name, value), now);
            const bool isTimeOrAnswer = store::searchValues(name).contains(QStringLiteral("today"))
                || name == QStringLiteral("pinned") || name == QStringLiteral("status");
            EXPECT_TRUE(filter || (isTimeOrAnswer && value == QStringLiteral("9")))
                << name.toStdString() << ":" << value.toStdString();
            EXPECT_FALSE(filter && *filter == HistoryFilter()) << name.toStdString();
        }
    }
}

TEST(SearchLine, AValueIsWrittenSoThatItIsReadAgain)
{
    for (const char *value : {"acme", "my preset", "say \"x\"", "back\\slash y", "a\"b", "c:d"}) {
        const QString word = store::searchWord(QStringLiteral("env"), QString::fromUtf8(value));
        EXPECT_EQ(parsed(word.toUtf8().constData()).environment, QString::fromUtf8(value))
            << word.toStdString();
    }
}
