// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "batch/presetrun.h"
#include "dcs/catalogue.h"
#include "sandbox/server.h"
#include "support/print.h"
#include "support/temporaryfolder.h"
#include "transport/wiremanager.h"

#include <QSignalSpy>
#include <QTest>

#include <gmock/gmock.h>

using namespace Qt::StringLiterals;
using Step = batch::PresetRun::Step;

namespace {

const QByteArray getId = "### get an ID\n# @name getId\n# @expect status == 200\n# @capture user = mid\n"
                         "# @capture home = region\n"
                         "GET http://dpm.demdex.net/id\n    ?d_ver=2\n    "
                         "&d_orgid=6418DF487603467B0A49DC47%40AdobeOrg\n    &d_rtbd=json\n"
                         "Host: dpm.demdex.net\n\n";
const QByteArray sendEvent = "### send the event\n# @name event\n"
                             "# @expect status == 200\n"
                             "GET http://usw2.demdex.net/event\n    ?d_rtbd=json\n    &d_mid={{user}}\n"
                             "Host: {{alias}}.demdex.net\n\n";

/// A real sandbox, a real history.
class PresetRunTest : public ::testing::Test
{
protected:
    void SetUp() override
    {
        ASSERT_TRUE(m_server.start());
        auto opened = store::History::open(m_folder.path());
        ASSERT_TRUE(opened);
        m_history = std::move(*opened);
    }

    void run(const QByteArray &file, const QMap<QString, QString> &more = {})
    {
        const interop::HttpFile parsed = interop::HttpFile::parse(file);
        QMap<QString, QString> variables = parsed.variables();
        variables.insert(more);
        m_run = std::make_unique<batch::PresetRun>(parsed.presets(),
            batch::PresetRunSettings{u"visit.http"_s, u"staging"_s, variables,
                [this](const interop::Preset &preset) {
                    dcs::SendOptions options = preset.options;
                    if (!options.connectTo)
                        options.connectTo = dcs::HostPort{u"127.0.0.1"_s, m_server.port()};
                    return options;
                }},
            m_network, m_history.get(), dcs::Catalogue::builtIn());
        QSignalSpy finished(m_run.get(), &batch::PresetRun::finished);
        m_run->start();
        EXPECT_EQ(finished.count(), 0);
        EXPECT_TRUE(QTest::qWaitFor([&] { return finished.count() == 1; }));
    }

    const Step &step(int index) const { return m_run->steps()[index]; }
    QList<store::HistoryRow> recorded() const
    {
        auto page = m_history->page({}, std::nullopt, 100);
        EXPECT_TRUE(page);
        return page.value_or(QList<store::HistoryRow>());
    }

    TemporaryFolder m_folder;
    sandbox::Server m_server{sandbox::Config::standard(), {0, std::nullopt, m_folder.path(u"sandbox"_s)},
        dcs::Catalogue::builtIn()};
    transport::WireManager m_network;
    std::unique_ptr<store::History> m_history;
    std::unique_ptr<batch::PresetRun> m_run;
};

TEST_F(PresetRunTest, WhatOneAnswerNamesTheNextCallSays)
{
    run(getId + sendEvent, {{u"alias"_s, u"acme"_s}});

    ASSERT_EQ(m_run->steps().size(), 2);
    EXPECT_EQ(step(0).state, Step::State::Done);
    ASSERT_EQ(step(1).state, Step::State::Done);
    const QString user = step(0).captured.value(u"user"_s);
    EXPECT_EQ(user.size(), 38);
    EXPECT_EQ(step(0).answer.mid, user);
    EXPECT_EQ(dcs::option(step(1).call, u"d_mid"), user);
    EXPECT_TRUE(step(1).outcome.exchange.request.bytes.contains("d_mid=" + user.toLatin1()));
    EXPECT_TRUE(step(1).held());
    EXPECT_EQ(step(1).expectations.size(), 1);
}

TEST_F(PresetRunTest, EveryCallIsRecordedWithItsPresetAndEnvironment)
{
    run(getId + sendEvent, {{u"alias"_s, u"acme"_s}});

    const QList<store::HistoryRow> rows = recorded();
    ASSERT_EQ(rows.size(), 2);
    EXPECT_EQ(rows[0].preset, u"visit.http#event"_s);
    EXPECT_EQ(rows[1].preset, u"visit.http#getId"_s);
    EXPECT_EQ(rows[0].environment, u"staging"_s);
    EXPECT_EQ(rows[0].outcome, store::Outcome::Done);
}

TEST_F(PresetRunTest, ACapturedValueWinsOverTheFilesOwn)
{
    run("@user = 11111111111111111111111111111111111111\n@alias = acme\n\n" + getId
        + "### event\n# @name event\nGET http://usw2.demdex.net/event?d_rtbd=json&d_mid={{user}}\n"
          "Host: {{alias}}.demdex.net\n");

    ASSERT_EQ(step(1).state, Step::State::Done);
    EXPECT_EQ(dcs::option(step(1).call, u"d_mid"), step(0).captured.value(u"user"_s));
}

TEST_F(PresetRunTest, AFailedTransportEndsTheRun)
{
    run("### unreachable\n# @name unreachable\n# @connect-to 127.0.0.1:1\n"
        "GET http://usw2.demdex.net/event?d_rtbd=json\nHost: acme.demdex.net\n\n"
        + getId);

    EXPECT_EQ(step(0).state, Step::State::Failed);
    ASSERT_TRUE(step(0).outcome.exchange.failure);
    EXPECT_EQ(step(1).state, Step::State::Skipped);
    EXPECT_EQ(recorded().size(), 1);
}

TEST_F(PresetRunTest, ACaptureThatFindsNothingEndsTheRunBeforeACallForSomebodyElse)
{
    run("@user = 11111111111111111111111111111111111111\n\n### empty\n# @name empty\n# @capture user = mid\n"
        "GET http://usw2.demdex.net/event?d_rtbd=json\nHost: acme.demdex.net\n\n"
        "### event\n# @name event\nGET http://usw2.demdex.net/event?d_rtbd=json&d_mid={{user}}\n"
        "Host: acme.demdex.net\n");

    EXPECT_EQ(step(0).state, Step::State::Failed);
    ASSERT_TRUE(step(0).problem);
    EXPECT_EQ(step(0).problem->code, dcs::Errc::NotFound);
    EXPECT_EQ(step(1).state, Step::State::Skipped);
    EXPECT_EQ(recorded().size(), 1);
}

TEST_F(PresetRunTest, AFailedExpectationIsToldAndTheRunGoesOn)
{
    QByteArray first = getId;
    run(first.replace("status == 200", "status == 204")
        + "### second\n# @name second\nGET http://usw2.demdex.net/event?d_rtbd=json\nHost: "
          "acme.demdex.net\n");

    EXPECT_EQ(step(0).state, Step::State::Done);
    EXPECT_FALSE(step(0).held());
    EXPECT_EQ(step(1).state, Step::State::Done);
}

struct Unsendable {
    const char *name;
    const char *request;
    dcs::Errc code;
};

void PrintTo(const Unsendable &unsendable, std::ostream *out)
{
    *out << unsendable.name;
}

class UnsendableTest : public PresetRunTest, public ::testing::WithParamInterface<Unsendable>
{
};

TEST_P(UnsendableTest, ACallThatCannotBeMadeIsNeverSentAndNothingBehindItEither)
{
    run(QByteArray(GetParam().request) + "\n" + getId);

    ASSERT_TRUE(step(0).problem);
    EXPECT_EQ(step(0).problem->code, GetParam().code) << step(0).problem->message.toStdString();
    EXPECT_FALSE(step(0).outcome.sent);
    EXPECT_EQ(step(1).state, Step::State::Skipped);
    EXPECT_TRUE(recorded().isEmpty());
}

INSTANTIATE_TEST_SUITE_P(PresetRun, UnsendableTest,
    ::testing::Values(
        Unsendable{"unresolved",
            "### a\nGET http://usw2.demdex.net/event?d_uuid={{nobody}}\nHost: acme.demdex.net\n",
            dcs::Errc::Unresolved},
        Unsendable{"unreadableExpectation",
            "### a\n# @expect status is fine\nGET http://usw2.demdex.net/event?d_rtbd=json\n"
            "Host: acme.demdex.net\n",
            dcs::Errc::InvalidInput},
        Unsendable{"secondHost",
            "### a\nGET http://usw2.demdex.net/event?d_rtbd=json\nHost: acme.demdex.net\nHost: "
            "b.demdex.net\n",
            dcs::Errc::NotSendable}),
    [](const auto &made) { return std::string(made.param.name); });

TEST_F(PresetRunTest, CancellingSkipsWhatHasNotBegun)
{
    const interop::HttpFile parsed = interop::HttpFile::parse(getId + getId);
    batch::PresetRun cancelled(parsed.presets(), {}, m_network, m_history.get(), dcs::Catalogue::builtIn());
    QSignalSpy finished(&cancelled, &batch::PresetRun::finished);

    cancelled.start();
    cancelled.cancel();

    EXPECT_TRUE(QTest::qWaitFor([&] { return finished.count() == 1; }));
    EXPECT_EQ(cancelled.steps()[0].state, Step::State::Skipped);
    EXPECT_TRUE(recorded().isEmpty());
}

} // namespace
