// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "store/sample.h"
#include "support/print.h"
#include "support/temporaryfolder.h"

#include <QFileInfo>

#include <gmock/gmock.h>

using store::ExchangeId;
using store::History;
using store::Outcome;
using testing::ElementsAre;

namespace {

class HistoryTest : public testing::Test
{
protected:
    TemporaryFolder m_temporary;
    QString m_folder = m_temporary.path(QStringLiteral("data"));
};

dcs::TlsFacts tlsFacts()
{
    dcs::TlsFacts facts;
    facts.version = QStringLiteral("TLSv1.3");
    facts.cipher = QStringLiteral("TLS_AES_256_GCM_SHA384");
    facts.serverName = QStringLiteral("usw2.demdex.net");
    facts.verified = false;
    facts.chain = {{QStringLiteral("CN=demdex.net"), QStringLiteral("CN=Some CA"),
                       {QStringLiteral("*.demdex.net"), QStringLiteral("demdex.net")}, sample::time(-1000),
                       sample::time(100000), "00ff"},
        {QStringLiteral("CN=Some CA"), {}, {}, {}, {}, {}}};
    return facts;
}

} // namespace

TEST_F(HistoryTest, StartsEmptyAndIsReadableByItsOwnerAlone)
{
    const auto history = sample::open(m_folder);

    sample::record(*history, sample::exchange(sample::request()));

    EXPECT_EQ(history->openNotice(), QString());
    EXPECT_EQ(int(QFileInfo(m_folder).permissions() & 0x0fff), 0x0700);
    for (const char *name : {"history.sqlite", "history.sqlite-wal", "history.sqlite-shm", "history.owners"})
        EXPECT_EQ(int(QFileInfo(m_folder + u'/' + QLatin1StringView(name)).permissions() & 0x0fff), 0x0600)
            << name;
}

TEST_F(HistoryTest, GivesEveryPartOfAnExchangeBack)
{
    const auto history = sample::open(m_folder);
    dcs::Exchange exchange
        = sample::exchange(sample::request("/event?a=%zz\xff&b", "acme.demdex.net", "c_x=1&c_y=%00"));
    exchange.headers.append({"x-none", "", false});
    exchange.trailers = {{"Expires", "0", true}};
    exchange.notes = {QStringLiteral("bare LF"), QStringLiteral("bytes behind the answer")};
    exchange.reusedConnection = true;
    exchange.timings.dns = -1;
    exchange.tls = tlsFacts();
    exchange.failure = dcs::Failure{dcs::Failure::Kind::TooLarge, QStringLiteral("Too much came."),
        QStringLiteral("Raise the limit."), true};
    exchange.body = QByteArray("\0\xff text", 7);
    store::CallFacts facts;
    facts.alias = QStringLiteral("acme");
    facts.region = 9;
    facts.firstIdentity = QStringLiteral("uuid 2292…");
    facts.preset = QStringLiteral("team/login.http#first");
    facts.environment = QStringLiteral("staging");
    facts.batch = QStringLiteral("b1");
    facts.batchRow = 0;
    facts.findings = {{dcs::Severity::Warning, QStringLiteral("uuid-format"), QStringLiteral("d_uuid"),
        QStringLiteral("Not 38 digits."), QStringLiteral("Give 38."), 3, 312, QStringLiteral("Cut")}};

    const ExchangeId id = sample::record(*history, exchange, facts, {{171, 312}, 7, {}, {}});
    const auto entry = sample::open(m_folder)->entry(id);

    ASSERT_TRUE(entry);
    EXPECT_EQ(entry->exchange, exchange);
    EXPECT_EQ(entry->findings, facts.findings);
    const store::HistoryRow &row = entry->row;
    EXPECT_EQ(row.startedAt, exchange.startedAt);
    EXPECT_EQ(row.outcome, Outcome::Failed);
    EXPECT_EQ(row.method, "POST");
    EXPECT_EQ(row.url, QString::fromUtf8(exchange.request.url()));
    EXPECT_EQ(row.alias, facts.alias);
    EXPECT_EQ(row.region, 9);
    EXPECT_EQ(row.firstIdentity, facts.firstIdentity);
    EXPECT_EQ(row.status, 200);
    EXPECT_THAT(row.errorCodes, ElementsAre(171, 312));
    EXPECT_EQ(row.failure, QStringLiteral("too-large"));
    EXPECT_EQ(row.totalMs, 16.45);
    EXPECT_EQ(row.bodyBytes, 7);
    EXPECT_EQ(row.preset, facts.preset);
    EXPECT_EQ(row.environment, facts.environment);
    EXPECT_EQ(row.batch, facts.batch);
    EXPECT_EQ(row.batchRow, 0);
}

TEST_F(HistoryTest, KeepsBodiesOfAllSizesByteForByte)
{
    const auto history = sample::open(m_folder);
    QByteArray noise(3'000'000, Qt::Uninitialized);
    quint32 state = 1;
    for (char &c : noise)
        c = char((state = state * 1664525 + 1013904223) >> 24);
    const QByteArray text = QByteArray("{\"traits\":[1,2,3]} ").repeated(40'000);

    for (const QByteArray &body : {QByteArray(), QByteArray("x"), noise.first(47), noise.first(20'000), noise,
             text, text.first(16 * 1024), text.first(16 * 1024 + 1), text.first(300 * 1024)}) {
        const dcs::Exchange exchange = sample::exchange(sample::request(), body);
        const ExchangeId id = sample::record(*history, exchange);
        const auto entry = history->entry(id);
        ASSERT_TRUE(entry);
        EXPECT_TRUE(entry->exchange.body == body) << body.size();
    }
}

TEST_F(HistoryTest, ShrinksWhatItKeeps)
{
    const auto history = sample::open(m_folder);
    const QByteArray text = QByteArray("{\"traits\":[1,2,3]} ").repeated(100'000);

    for (int i = 0; i < 5; ++i)
        sample::record(*history, sample::exchange(sample::request(), text));

    EXPECT_LT(QFileInfo(history->fileName()).size()
            + QFileInfo(history->fileName() + QStringLiteral("-wal")).size(),
        text.size());
}

TEST_F(HistoryTest, ListsNewestFirstInPagesByKey)
{
    const auto history = sample::open(m_folder);
    for (int i = 0; i < 7; ++i)
        sample::record(*history, sample::exchange(sample::request()));

    const auto first = history->page({}, {}, 3);
    const auto second = history->page({}, first->last().id, 3);
    const auto third = history->page({}, second->last().id, 3);
    const auto none = history->page({}, third->last().id, 3);

    EXPECT_THAT(sample::ids(*first), ElementsAre(7, 6, 5));
    EXPECT_THAT(sample::ids(*second), ElementsAre(4, 3, 2));
    EXPECT_THAT(sample::ids(*third), ElementsAre(1));
    EXPECT_TRUE(none->isEmpty());
    EXPECT_EQ(history->count().value(), 7);
}

TEST_F(HistoryTest, ACallIsInFlightWhileItsOwnerLivesAndUnknownAfterwards)
{
    auto owner = sample::open(m_folder);
    const auto other = sample::open(m_folder);
    const ExchangeId id = owner->begin(sample::request(), sample::time(), {}).value();

    EXPECT_EQ(owner->page({}, {}, 1)->first().outcome, Outcome::InFlight);
    EXPECT_EQ(other->page({}, {}, 1)->first().outcome, Outcome::InFlight);
    EXPECT_EQ(other->entry(id)->exchange.request, sample::request());
    owner.reset();

    EXPECT_EQ(other->page({}, {}, 1)->first().outcome, Outcome::Unknown);
    EXPECT_EQ(other->entry(id)->row.outcome, Outcome::Unknown);
    sample::tidy(*other);
    EXPECT_EQ(other->page({}, {}, 1)->first().outcome, Outcome::Unknown);
    EXPECT_THAT(sample::find(*other, QStringLiteral("status:unknown")), ElementsAre(id));
}

TEST_F(HistoryTest, FinishingACallThatIsNotThereIsAnError)
{
    const auto history = sample::open(m_folder);

    const auto done = history->finish(5, sample::exchange(sample::request()), {});

    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, dcs::Errc::NotFound);
    EXPECT_EQ(history->entry(5).error().code, dcs::Errc::NotFound);
}

TEST_F(HistoryTest, PinsAndNotesStay)
{
    auto history = sample::open(m_folder);
    const ExchangeId first = sample::record(*history, sample::exchange(sample::request()));
    const ExchangeId second = sample::record(*history, sample::exchange(sample::request()));

    ASSERT_TRUE(history->setPinned(first, true));
    ASSERT_TRUE(history->setNote(second, QStringLiteral("the one that worked")));
    history = sample::open(m_folder);

    EXPECT_TRUE(history->entry(first)->row.pinned);
    EXPECT_EQ(history->entry(second)->row.note, QStringLiteral("the one that worked"));
    EXPECT_THAT(sample::find(*history, QStringLiteral("pinned:yes")), ElementsAre(first));
    EXPECT_THAT(sample::find(*history, QStringLiteral("pinned:no")), ElementsAre(second));
    ASSERT_TRUE(history->setPinned(first, false));
    EXPECT_THAT(sample::find(*history, QStringLiteral("pinned:yes")), ElementsAre());
    EXPECT_FALSE(history->setNote(77, QStringLiteral("x")));
}
