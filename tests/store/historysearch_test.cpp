// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "store/sample.h"
#include "support/generate.h"
#include "support/print.h"
#include "support/temporaryfolder.h"

#include <gmock/gmock.h>

using store::CallFacts;
using store::ExchangeId;
using store::History;
using testing::ElementsAre;

namespace {

class HistorySearchTest : public testing::Test
{
protected:
    ExchangeId add(const QByteArray &target, const QByteArray &body = "{}", const CallFacts &facts = {},
        const store::AnswerFacts &answer = {}, int status = 200)
    {
        dcs::Exchange exchange = sample::exchange(sample::request(target), body);
        exchange.status = status;
        exchange.startedAt = m_time;
        return sample::record(*m_history, exchange, facts, answer);
    }
    CallFacts facts(const char *alias, int region)
    {
        CallFacts facts;
        facts.alias = QString::fromLatin1(alias);
        facts.region = region;
        return facts;
    }
    QList<ExchangeId> find(const char *line) { return sample::find(*m_history, QString::fromUtf8(line)); }

    TemporaryFolder m_temporary;
    QDateTime m_time = QDateTime::currentDateTimeUtc();
    std::unique_ptr<History> m_history = sample::open(m_temporary.path(QStringLiteral("data")));
};

// The same answers before anything is indexed, after all of it is, and in between.
class HistorySearchStageTest : public HistorySearchTest, public testing::WithParamInterface<const char *>
{
protected:
    void settle()
    {
        if (QByteArray(GetParam()) == "indexed")
            sample::tidy(*m_history);
    }
    void settleHalf()
    {
        if (QByteArray(GetParam()) != "not indexed")
            sample::tidy(*m_history);
    }
};

} // namespace

TEST_P(HistorySearchStageTest, FindsUrlDecodedParametersHostFormAndAnswer)
{
    const ExchangeId plain
        = add("/event?d_uuid=22920112968019678612904394744954398990&c_likes=famous%20popstar");
    const ExchangeId answer
        = add("/event?x=1", R"({"tid":"31ZpxW5bQGc=","dests":[{"c":"http:\/\/ex.com\/Pixel"}]})");
    settleHalf();
    const ExchangeId accents = add("/event?c_city=Z%C3%BCRICH");
    dcs::Exchange form
        = sample::exchange(sample::request("/event", "globex.demdex.net", "c_color=deep+blue"), "");
    const ExchangeId posted = sample::record(*m_history, form);
    settle();

    EXPECT_THAT(find("22920112968019678612904394744954398990"), ElementsAre(plain));
    EXPECT_THAT(find("29043947"), ElementsAre(plain));
    EXPECT_THAT(find("\"famous popstar\""), ElementsAre(plain));
    EXPECT_THAT(find("famous%20pop"), ElementsAre(plain));
    EXPECT_THAT(find("FAMOUS d_uuid"), ElementsAre(plain));
    EXPECT_THAT(find("famous zürich"), ElementsAre());
    EXPECT_THAT(find("zürich"), ElementsAre(accents));
    EXPECT_THAT(find("http://EX.com/pixel"), ElementsAre(answer));
    EXPECT_THAT(find("\"tid\\\":\\\"31Zpx\""), ElementsAre(answer));
    EXPECT_THAT(find("globex.demdex.net"), ElementsAre(posted));
    EXPECT_THAT(find("\"deep blue\""), ElementsAre(posted));
    EXPECT_THAT(find("usw2.demdex.net/event"), ElementsAre(posted, accents, answer, plain));
    EXPECT_THAT(find("https://usw2.demdex.net/event?x"), ElementsAre(answer));
    EXPECT_THAT(find("nowhere to be found"), ElementsAre());
}

TEST_P(HistorySearchStageTest, TakesAWordLiterallyWhateverIsInIt)
{
    const ExchangeId odd = add("/event?a-b=100%25&q=%22x%22&p=(1)*&or=AND%20OR%20NOT");
    add("/event?ab=1");
    settle();

    for (const char *line : {"a-b", "100%", "\"\\\"x\\\"\"", "(1)*", "\"AND OR NOT\"", "p=(", "*"})
        EXPECT_THAT(find(line), ElementsAre(odd)) << line;
}

TEST_P(HistorySearchStageTest, NothingThatIsTypedIsAQueryOrAnError)
{
    const ExchangeId id = add("/event?c_a=popstar");
    settle();

    for (const char *line : {"AND", "OR", "NOT", "NEAR", "NEAR(pop star)", "pop*", "\"pop", "pop\"", "\"\"\"",
             "'", "''", "pop AND", "AND pop OR", "NOT pop", "-pop", "^pop", "+pop", "(", ")", "((",
             "{text} : pop", "text:pop", "facets:acme", "col:pop", ":", "::", "pop:", "%", "_", "[pop]",
             "pop;--", "\\", "\\\"", "{", "}", "\xef\xbf\xbf\xef\xbf\xbf\xef\xbf\xbf",
             "\xee\x80\x80\xee\x84\x80\xee\x84\x80", "\xf0\x9f\x98\x80x"}) {
        const auto filter = store::parseSearch(QString::fromUtf8(line), QDateTime::currentDateTime());
        ASSERT_TRUE(filter) << line;
        const auto rows = m_history->page(*filter, {}, 10);
        ASSERT_TRUE(rows) << line << ": " << rows.error().message.toStdString();
        for (const store::HistoryRow &row : *rows)
            EXPECT_EQ(row.id, id) << line;
    }
    store::HistoryFilter ends;
    ends.terms = {QStringLiteral("pop") + QChar(u'\0') + QStringLiteral("star\""),
        QString(QChar(0xd800)) + QStringLiteral("xyz")};
    EXPECT_TRUE(m_history->page(ends, {}, 10));
    EXPECT_THAT(find("popstar"), ElementsAre(id)) << "the index is still there";
}

TEST_P(HistorySearchStageTest, FindsNotesWhereverAndWheneverTheyAreWritten)
{
    const ExchangeId a = add("/event?c_a=popstar"), b = add("/event?c_a=rock");
    settleHalf();
    const ExchangeId c = add("/event?c_a=popstar"), d = add("/event?c_a=rock");
    settle();
    ASSERT_TRUE(m_history->setNote(a, QStringLiteral("Ticket ÄQ-17, asked by Jane")));
    ASSERT_TRUE(m_history->setNote(b, QStringLiteral("popstar?")));
    ASSERT_TRUE(m_history->setNote(d, QStringLiteral("nothing")));

    EXPECT_THAT(find("jane"), ElementsAre(a));
    EXPECT_THAT(find("äq-17 popstar"), ElementsAre(a));
    EXPECT_THAT(find("popstar"), ElementsAre(c, b, a));
    EXPECT_THAT(find("jane rock"), ElementsAre());
    EXPECT_THAT(find("17"), ElementsAre(a));
    EXPECT_THAT(find("note:JANE"), ElementsAre(a));
    EXPECT_THAT(find("note:popstar"), ElementsAre(b));
    EXPECT_THAT(find("note:*"), ElementsAre(d, b, a));
    EXPECT_THAT(find("note:* popstar"), ElementsAre(b, a));
    EXPECT_THAT(sample::find(*m_history, QStringLiteral("popstar"), 2), ElementsAre(c, b));
    EXPECT_THAT(sample::find(*m_history, QStringLiteral("popstar"), 2, b), ElementsAre(a));
    EXPECT_THAT(find("until:1h jane"), ElementsAre());

    ASSERT_TRUE(m_history->setNote(a, {}));
    EXPECT_THAT(find("jane"), ElementsAre());
    EXPECT_THAT(find("popstar"), ElementsAre(c, b, a));
}

TEST_P(HistorySearchStageTest, FindsInLargeBodiesAndInOtherEncodingsAndNotInBinaryOnes)
{
    const ExchangeId large = add("/event?n=1", "{\"a\":\"" + QByteArray(60'000, 'x') + "needle\"}");
    const ExchangeId latin = add("/event?n=2", "{\"city\":\"Z\xfcrich lake\"}");
    add("/event?n=3", QByteArray("GIF89a\0\1needle", 14));
    add("/event?n=4", "\x1f\x8b\x08\xff\xfe needle");
    const ExchangeId cut = add("/event?n=5", QByteArray(64 * 1024 - 1, 'y') + "\xc3\xbc behind");
    settle();

    EXPECT_THAT(find("needle"), ElementsAre(large));
    EXPECT_THAT(find("xxxneedle"), ElementsAre(large));
    EXPECT_THAT(find("zürich"), ElementsAre(latin));
    EXPECT_THAT(find("lake"), ElementsAre(latin));
    EXPECT_THAT(find("yyyy"), ElementsAre(cut));
    EXPECT_THAT(find("behind"), ElementsAre()) << "beyond what is searched";
}

TEST_P(HistorySearchStageTest, FindsTermsOfOneAndTwoCharacters)
{
    const ExchangeId first = add("/event?zq=1");
    const ExchangeId second = add("/event?a=%E4%BD%A0");
    settle();

    EXPECT_THAT(find("zq"), ElementsAre(first));
    EXPECT_THAT(find("你"), ElementsAre(second));
    EXPECT_THAT(find("zq event"), ElementsAre(first));
    EXPECT_THAT(find("?"), ElementsAre(second, first));
}

TEST_P(HistorySearchStageTest, FiltersByEachFieldAndAllOfThem)
{
    CallFacts preset = facts("acme", 9);
    preset.preset = QStringLiteral("team/login.http#First");
    preset.batch = QStringLiteral("b-1");
    preset.environment = QStringLiteral("Staging");
    const ExchangeId a = add("/event?c_a=popstar", "{}", preset, {{171}, {}, {}, {}});
    const ExchangeId b = add("/event?c_a=popstar", "{}", facts("acme", 6), {{171, 312}, {}, {}, {}}, 404);
    settleHalf();
    const ExchangeId c = add("/event?c_a=popstar", "{}", facts("acmecorp", 9), {}, 503);
    const ExchangeId d = add("/event?c_a=rock", "{}", facts("globex", 9), {{17}, {}, {}, {}});
    settle();

    EXPECT_THAT(find("alias:acme"), ElementsAre(b, a));
    EXPECT_THAT(find("alias:ACME"), ElementsAre(b, a));
    EXPECT_THAT(find("region:9"), ElementsAre(d, c, a));
    EXPECT_THAT(find("error:171"), ElementsAre(b, a));
    EXPECT_THAT(find("error:17"), ElementsAre(d));
    EXPECT_THAT(find("status:200"), ElementsAre(d, a));
    EXPECT_THAT(find("status:4xx"), ElementsAre(b));
    EXPECT_THAT(find("status:5XX"), ElementsAre(c));
    EXPECT_THAT(find("preset:team/login.http#First"), ElementsAre(a));
    EXPECT_THAT(find("preset:first"), ElementsAre(a));
    EXPECT_THAT(find("batch:b-1"), ElementsAre(a));
    EXPECT_THAT(find("env:staging"), ElementsAre(a));
    EXPECT_THAT(find("env:staging alias:globex"), ElementsAre());
    EXPECT_THAT(find("error:171 alias:acme popstar region:6"), ElementsAre(b));
    EXPECT_THAT(find("popstar status:200"), ElementsAre(a));
    EXPECT_THAT(find("status:failed"), ElementsAre());
}

TEST_P(HistorySearchStageTest, FiltersByTimeWhateverOrderTheClockWasIn)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    m_time = now.addDays(-40);
    const ExchangeId old = add("/event?a=1");
    m_time = now.addDays(-2);
    const ExchangeId recent = add("/event?a=1");
    settleHalf();
    m_time = now.addDays(-60); // the clock was set back
    const ExchangeId strange = add("/event?a=1");
    m_time = now.addSecs(-60);
    const ExchangeId today = add("/event?a=1");
    settle();

    EXPECT_THAT(find("since:7d"), ElementsAre(today, recent));
    EXPECT_THAT(find("until:7d"), ElementsAre(strange, old));
    EXPECT_THAT(find("since:50d until:1d"), ElementsAre(recent, old));
    EXPECT_THAT(find("since:1h a=1"), ElementsAre(today));
    EXPECT_THAT(find("until:50d a=1"), ElementsAre(strange));
    EXPECT_THAT(find("since:10s"), ElementsAre());
    const QString day = now.addDays(-40).toLocalTime().toString(QStringLiteral("yyyy-MM-dd"));
    EXPECT_THAT(sample::find(*m_history, QStringLiteral("on:") + day), ElementsAre(old));
}

TEST_P(HistorySearchStageTest, FindsCallsInFlightAndWhatBecameOfThem)
{
    CallFacts known = facts("acme", 9);
    const ExchangeId running = m_history->begin(sample::request("/event?c_a=popstar"), m_time, known).value();
    settleHalf();
    const ExchangeId later = add("/event?c_a=popstar", "{}", known);
    settle();
    EXPECT_THAT(find("popstar"), ElementsAre(later, running));
    EXPECT_THAT(find("alias:acme since:1h"), ElementsAre(later, running));
    EXPECT_THAT(find("status:inflight"), ElementsAre(running));
    EXPECT_THAT(find("pop alias:acme status:200"), ElementsAre(later));

    dcs::Exchange failed = sample::exchange(sample::request(), "");
    failed.failure = dcs::Failure{dcs::Failure::Kind::Timeout, QStringLiteral("Nothing came."), {}, true};
    failed.status = 0;
    ASSERT_TRUE(m_history->finish(running, failed, {}));
    settle();

    EXPECT_THAT(find("popstar"), ElementsAre(later, running));
    EXPECT_THAT(find("status:failed"), ElementsAre(running));
    EXPECT_THAT(find("status:inflight"), ElementsAre());
}

INSTANTIATE_TEST_SUITE_P(All, HistorySearchStageTest,
    testing::Values("not indexed", "half indexed", "indexed"),
    [](const auto &test) { return QByteArray(test.param).replace(' ', "").toStdString(); });

TEST_F(HistorySearchTest, PagesOfASearchFollowEachOther)
{
    QList<ExchangeId> expected;
    for (int i = 0; i < 200; ++i) {
        const ExchangeId id = add(i % 3 ? "/event?c_a=rock" : "/event?c_a=popstar");
        if (i % 3 == 0)
            expected.prepend(id);
        if (i == 150)
            sample::tidy(*m_history);
    }

    QList<ExchangeId> found;
    for (;;) {
        const auto page = sample::find(*m_history, QStringLiteral("popstar"), 7,
            found.isEmpty() ? std::nullopt : std::optional(found.last()));
        if (page.isEmpty())
            break;
        EXPECT_LE(page.size(), 7);
        found += page;
    }

    EXPECT_EQ(found, expected);
}

TEST_F(HistorySearchTest, AnIndexThatIsLostOrDamagedOrOfAnotherHistoryIsMadeAnew)
{
    const QString folder = m_temporary.path(QStringLiteral("data"));
    const QString index = folder + QStringLiteral("/search-2.sqlite");
    const ExchangeId id = add("/event?c_a=popstar");
    sample::tidy(*m_history);
    ASSERT_TRUE(QFile::exists(index));
    m_history.reset();
    for (const QByteArray &content : {QByteArray(), QByteArray(10'000, 'x')}) {
        for (const char *suffix : {"", "-wal", "-shm"})
            QFile::remove(index + QLatin1StringView(suffix));
        if (!content.isEmpty())
            m_temporary.write(QStringLiteral("data/search-2.sqlite"), content);

        m_history = sample::open(folder);
        EXPECT_THAT(find("popstar"), ElementsAre(id)) << content.size();
        sample::tidy(*m_history);
        EXPECT_THAT(find("popstar"), ElementsAre(id)) << content.size();
        EXPECT_THAT(find("nothing"), ElementsAre());
        m_history.reset();
    }

    // Another history in the same place, with other calls under the same numbers.
    for (const char *suffix : {"", "-wal", "-shm"})
        QFile::remove(folder + QStringLiteral("/history.sqlite") + QLatin1StringView(suffix));
    m_history = sample::open(folder);
    const ExchangeId other = add("/event?c_a=rock");
    EXPECT_THAT(find("c_a=rock"), ElementsAre(other));
    EXPECT_THAT(find("popstar"), ElementsAre());
}

TEST_F(HistorySearchTest, FindsWhatAPlainLookThroughAllTextsFinds)
{
    Generate generate;
    const QByteArrayList words
        = {"acme", "d_uuid", "popstar", "rock", "Zebra", "%20", "ü", "00112233", "ab", "x"};
    QList<std::pair<ExchangeId, QByteArray>> all;
    for (int i = 0; i < 300; ++i) {
        QByteArray target = "/e";
        for (int n = generate.number(0, 6); n > 0; --n)
            target += generate.pick(words);
        all.prepend({add(target),
            ("https://usw2.demdex.net" + target + "\nacme.demdex.net\n{}\n31ZpxW5bQGc=").toLower()});
        if (generate.chance(10))
            m_history->tidySome();
    }

    for (int i = 0; i < 200; ++i) {
        const QByteArray word = generate.pick(words) + generate.pick(words);
        const QByteArray term = word.mid(generate.number(0, 2), generate.number(1, 12)).toLower();
        if (!QString::fromUtf8(term).toUtf8().contains(term) || !term.isValidUtf8() || term.contains('%')
            || term.contains(' '))
            continue;
        QList<ExchangeId> expected;
        for (const auto &[id, text] : all) {
            if (text.contains(term) && expected.size() < 1000)
                expected.append(id);
        }
        EXPECT_EQ(sample::find(*m_history, QString::fromUtf8(term), 1000), expected) << term.toStdString();
    }
}
