// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "batch/recordedsend.h"
#include "dcs/catalogue.h"
#include "dcs/decode.h"
#include "store/historythread.h"
#include "support/print.h"
#include "support/temporaryfolder.h"
#include "transport/exchanges.h"
#include "transport/scriptedpeer.h"

#include <sqlite3.h>

using namespace Qt::StringLiterals;
using Outcome = batch::RecordedSend::Outcome;

namespace {

const QByteArray body
    = R"({"dcs_region":9,"uuid":"22920112968019678612904394744954398990","tid":"31ZpxW5bQGc=",)"
      R"("errors":[{"code":171,"msg":"Encountered opt out tag"}]})";
const QByteArray answer = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
    + QByteArray::number(body.size()) + "\r\n\r\n" + body;

enum class Recording { Direct, Thread };

/// Both ways to record, each with its history in a folder of its own.
class RecordedSendTest : public ::testing::TestWithParam<Recording>
{
protected:
    void SetUp() override
    {
        if (GetParam() == Recording::Thread) {
            m_thread = std::make_unique<store::HistoryThread>(m_folder.path());
        } else {
            auto history = store::History::open(m_folder.path());
            ASSERT_TRUE(history);
            m_history = std::move(*history);
        }
    }

    std::unique_ptr<batch::RecordedSend> sendTo(quint16 port, int timeoutMs = 5000)
    {
        store::CallFacts facts;
        facts.alias = u"acme"_s;
        const auto &catalogue = dcs::Catalogue::builtIn();
        auto out = m_thread ? std::make_unique<batch::RecordedSend>(
                       wireRequest(), toPort(port, timeoutMs), facts, m_network, m_thread.get(), catalogue)
                            : std::make_unique<batch::RecordedSend>(wireRequest(), toPort(port, timeoutMs),
                                facts, m_network, m_history.get(), catalogue);
        QObject::connect(
            out.get(), &batch::RecordedSend::finished, out.get(), [this](const Outcome &outcome) {
                m_rowsWhenReported = rows();
                m_outcomes.append(outcome);
            });
        return out;
    }

    bool waitForOutcome()
    {
        return QTest::qWaitFor([this] { return !m_outcomes.isEmpty(); });
    }

    /// What another program finds in the history.
    QList<store::HistoryRow> rows()
    {
        const auto other = store::History::open(m_folder.path());
        EXPECT_TRUE(other);
        const auto page = (*other)->page({}, std::nullopt, 100);
        EXPECT_TRUE(page);
        return *page;
    }

    /// Makes every insert into the table fail, as a full disk would.
    void breakTable(const char *table)
    {
        rows(); // the file is there after this
        sqlite3 *database = nullptr;
        ASSERT_EQ(
            sqlite3_open(m_folder.path(u"history.sqlite"_s).toUtf8().constData(), &database), SQLITE_OK);
        sqlite3_busy_timeout(database, 10000); // the history's own thread may be writing
        const QByteArray trigger = QByteArray("CREATE TRIGGER full BEFORE INSERT ON ") + table
            + " BEGIN SELECT RAISE(ABORT, 'disk full'); END";
        ASSERT_EQ(sqlite3_exec(database, trigger.constData(), nullptr, nullptr, nullptr), SQLITE_OK)
            << sqlite3_errmsg(database);
        sqlite3_close(database);
    }

    TemporaryFolder m_folder;
    transport::WireManager m_network;
    std::unique_ptr<store::HistoryThread> m_thread;
    std::unique_ptr<store::History> m_history;
    QList<Outcome> m_outcomes;
    QList<store::HistoryRow> m_rowsWhenReported;
};

} // namespace

INSTANTIATE_TEST_SUITE_P(Both, RecordedSendTest, ::testing::Values(Recording::Direct, Recording::Thread),
    [](const auto &instance) { return instance.param == Recording::Direct ? "Direct" : "Thread"; });

TEST_P(RecordedSendTest, TheCallIsOnDiskBeforeItLeavesAndItsAnswerBeforeItIsShown)
{
    ScriptedPeer peer({readRequest(), pauseFor(30), sendBytes(answer)});
    const auto send = sendTo(peer.port());
    send->start();
    EXPECT_TRUE(m_outcomes.isEmpty());
    EXPECT_TRUE(QTest::qWaitFor([&] { return peer.connections() == 1; }));
    const QList<store::HistoryRow> inFlight = rows();

    EXPECT_TRUE(waitForOutcome());

    ASSERT_EQ(inFlight.size(), 1);
    EXPECT_EQ(inFlight[0].outcome, store::Outcome::InFlight);
    EXPECT_EQ(inFlight[0].alias, u"acme"_s);
    ASSERT_EQ(m_outcomes.size(), 1);
    EXPECT_TRUE(m_outcomes[0].sent);
    EXPECT_FALSE(m_outcomes[0].storageError);
    EXPECT_EQ(m_outcomes[0].exchange.status, 200);
    EXPECT_EQ(m_outcomes[0].id, inFlight[0].id);
    ASSERT_EQ(m_rowsWhenReported.size(), 1);
    EXPECT_EQ(m_rowsWhenReported[0].outcome, store::Outcome::Done);
    EXPECT_EQ(m_rowsWhenReported[0].status, 200);
    EXPECT_EQ(m_rowsWhenReported[0].errorCodes, QList<int>{171});
}

TEST_P(RecordedSendTest, ACallThatCannotBeRecordedIsNotSent)
{
    breakTable("exchanges");
    ScriptedPeer peer({readRequest(), sendBytes(answer)});
    const auto send = sendTo(peer.port());

    send->start();

    EXPECT_TRUE(m_outcomes.isEmpty());
    EXPECT_TRUE(waitForOutcome());
    EXPECT_FALSE(m_outcomes[0].sent);
    ASSERT_TRUE(m_outcomes[0].storageError);
    EXPECT_EQ(m_outcomes[0].storageError->code, dcs::Errc::Storage);
    EXPECT_TRUE(m_outcomes[0].exchange.failure);
    EXPECT_FALSE(m_outcomes[0].exchange.failure->outcomeUnknown);
    EXPECT_EQ(peer.connections(), 0);
}

TEST_P(RecordedSendTest, AnAnswerThatCannotBeRecordedIsStillReported)
{
    breakTable("answers");
    ScriptedPeer peer({readRequest(), sendBytes(answer)});
    const auto send = sendTo(peer.port());

    send->start();

    EXPECT_TRUE(waitForOutcome());
    EXPECT_TRUE(m_outcomes[0].sent);
    EXPECT_TRUE(m_outcomes[0].storageError);
    EXPECT_EQ(m_outcomes[0].exchange.body, body);
    EXPECT_EQ(peer.requests(), 1);
}

TEST_P(RecordedSendTest, AFailedCallIsRecordedAsFailed)
{
    ScriptedPeer peer({readRequest(), closeNow()});
    const auto send = sendTo(peer.port());

    send->start();

    EXPECT_TRUE(waitForOutcome());
    ASSERT_EQ(m_rowsWhenReported.size(), 1);
    EXPECT_EQ(m_rowsWhenReported[0].failure, u"protocol"_s);
    EXPECT_EQ(peer.requests(), 1);
}

TEST_P(RecordedSendTest, CancellingAtOnceSendsNothing)
{
    ScriptedPeer peer({readRequest(), sendBytes(answer)});
    const auto send = sendTo(peer.port());

    send->start();
    send->cancel();
    send->cancel();

    EXPECT_TRUE(waitForOutcome());
    ASSERT_EQ(m_outcomes.size(), 1);
    ASSERT_TRUE(m_outcomes[0].exchange.failure);
    EXPECT_EQ(m_outcomes[0].exchange.failure->kind, dcs::Failure::Kind::Aborted);
    EXPECT_FALSE(m_outcomes[0].exchange.failure->outcomeUnknown);
    EXPECT_EQ(peer.requests(), 0);
    ASSERT_EQ(m_rowsWhenReported.size(), 1);
    EXPECT_EQ(m_rowsWhenReported[0].failure, u"aborted"_s);
}

TEST_P(RecordedSendTest, CancellingOnTheWayKeepsTheOutcomeUnknown)
{
    ScriptedPeer peer({readRequest()});
    const auto send = sendTo(peer.port());
    send->start();
    EXPECT_TRUE(QTest::qWaitFor([&] { return peer.requests() == 1; }));

    send->cancel();

    EXPECT_TRUE(waitForOutcome());
    EXPECT_TRUE(m_outcomes[0].exchange.failure->outcomeUnknown);
}

TEST_P(RecordedSendTest, DestroyedOnTheWayItIsRecordedAsCancelled)
{
    ScriptedPeer peer({readRequest()});
    auto send = sendTo(peer.port());
    send->start();
    EXPECT_TRUE(QTest::qWaitFor([&] { return peer.requests() == 1; }));

    send.reset();
    m_thread.reset(); // waits for what was asked for

    EXPECT_TRUE(m_outcomes.isEmpty());
    const QList<store::HistoryRow> after = rows();
    ASSERT_EQ(after.size(), 1);
    EXPECT_EQ(after[0].failure, u"aborted"_s);
}

TEST_P(RecordedSendTest, DestroyedBeforeTheHistoryAnsweredItIsRecordedAsCancelled)
{
    ScriptedPeer peer({readRequest()});
    auto send = sendTo(peer.port());
    send->start();

    send.reset(); // the history's answer, if there is one by now, has not been received
    m_thread.reset();

    const QList<store::HistoryRow> after = rows();
    ASSERT_EQ(after.size(), 1);
    EXPECT_EQ(after[0].outcome, store::Outcome::Failed);
    EXPECT_EQ(after[0].failure, u"aborted"_s);
    EXPECT_EQ(peer.requests(), 0);
}

TEST(RecordedSend, WithoutAHistoryNothingIsRecorded)
{
    ScriptedPeer peer({readRequest(), sendBytes(answer)});
    transport::WireManager network;
    store::History *none = nullptr;
    batch::RecordedSend send(
        wireRequest(), toPort(peer.port()), {}, network, none, dcs::Catalogue::builtIn());
    QList<Outcome> outcomes;
    QObject::connect(&send, &batch::RecordedSend::finished, &send,
        [&](const Outcome &outcome) { outcomes.append(outcome); });

    send.start();

    EXPECT_TRUE(QTest::qWaitFor([&] { return !outcomes.isEmpty(); }));
    EXPECT_EQ(outcomes[0].exchange.status, 200);
    EXPECT_FALSE(outcomes[0].id);
}

TEST(CallFacts, NameTheAliasTheRegionAndTheFirstIdentity)
{
    const auto call = dcs::decodeUrl("https://usw2.demdex.net/event?d_cid=123%01a%2Bb%011&d_uuid=1");
    ASSERT_TRUE(call);
    dcs::Call withHost = *call;
    dcs::setHostHeader(withHost, "acme.demdex.net");

    const store::CallFacts facts = batch::callFacts(withHost, dcs::Catalogue::builtIn());

    EXPECT_EQ(facts.alias, u"acme"_s);
    EXPECT_EQ(facts.region, 9);
    EXPECT_EQ(facts.firstIdentity, u"cid 123:a+b"_s);
    EXPECT_FALSE(facts.findings.isEmpty()); // the UUID has one digit
}
