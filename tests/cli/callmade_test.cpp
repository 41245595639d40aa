// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "cli/callmade.h"
#include "cli/exitcode.h"

#include <gtest/gtest.h>

namespace {

const dcs::Failure failure{dcs::Failure::Kind::Connect, QStringLiteral("Nobody listens."), {}, false};
const dcs::Error full{dcs::Errc::Storage, QStringLiteral("The disk is full."), {}, {}};
const dcs::Error noSecret{dcs::Errc::NotFound, QStringLiteral("There is no such entry."), {}, {}};

struct End {
    const char *name;
    bool sent, failed, stored, refusedHere, refusedByDcs, held;
    int exitCode;
};

class EndOfACallTest : public ::testing::TestWithParam<End>
{
};

void PrintTo(const End &end, std::ostream *out)
{
    *out << end.name;
}

} // namespace

TEST_P(EndOfACallTest, HasOneExitCodeWhicheverVerbMadeIt)
{
    const End &end = GetParam();
    batch::RecordedSend::Outcome outcome;
    outcome.sent = end.sent;
    if (end.failed)
        outcome.exchange.failure = failure;
    if (!end.stored)
        outcome.storageError = full;
    if (end.refusedHere)
        outcome.refusal = noSecret;
    dcs::Answer answer;
    if (end.refusedByDcs)
        answer.errors.append({171, {}, {}, {}, {}, {}});
    const QList<dcs::ExpectationOutcome> expectations{{{}, end.held, {}}};

    EXPECT_EQ(cli::exitCodeOf(outcome, answer, expectations), end.exitCode);
}

INSTANTIATE_TEST_SUITE_P(CallMade, EndOfACallTest,
    ::testing::Values(End{"done", true, false, true, false, false, true, cli::Ok},
        End{"expectation", true, false, true, false, false, false, cli::CheckFailed},
        End{"network", true, true, true, false, false, true, cli::NetworkFailed},
        End{"networkAndStorage", true, true, false, false, false, true, cli::NetworkFailed},
        End{"storage", true, false, false, false, false, true, cli::StorageFailed},
        End{"notRecordedSoNotSent", false, true, false, false, false, true, cli::StorageFailed},
        End{"refused", true, false, true, false, true, false, cli::Refused},
        End{"noSecret", false, true, true, true, false, true, cli::Usage}),
    [](const auto &end) { return std::string(end.param.name); });
