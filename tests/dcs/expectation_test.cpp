// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/catalogue.h"
#include "dcs/expectation.h"
#include "support/generate.h"
#include "support/print.h"

#include <gtest/gtest.h>

using namespace dcs;
using namespace Qt::StringLiterals;

namespace {

/// An answer as the DCS gives it, and one that went wrong.
struct Made {
    Exchange exchange;
    Answer answer;
};

Made good()
{
    Made made;
    made.exchange.status = 200;
    made.exchange.headers = {{"Content-Type", "application/json;charset=utf-8"}, {"Set-Cookie", "demdex=1"},
        {"set-cookie", "dpm=2"}, {"X-TID", "A7WVh7svyGU="}, {"Content-Length", "313"}, {"X-Empty", ""}};
    made.exchange.timings.total = 84.25;
    made.exchange.body
        = R"({"stuff":[{"cn":"aam","cv":"seg=984263","ttl":30,"dmn":"example.com"}],)"
          R"("dests":[{"id":"2523-984263","y":"img","c":"http://px.example/i?s=984263","e":"https://px.example/i?s=984263"}],)"
          R"("uuid":"08570995290214909736928846629863152490","dcs_region":9,"traits":[420020,"5421506"],"segments":[984263],)"
          R"("tid":"A7WVh7svyGU=","odd key":{"a":null,"b":true,"n":1.50},"big":78570995290214909736928846629863152490,"text":"12"})";
    made.answer = Answer::parse(made.exchange, Catalogue::builtIn());
    return made;
}

Made refused()
{
    Made made;
    made.exchange.status = 200;
    made.exchange.headers = {{"Content-Type", "application/json"}, {"X-Error", "171,300"}};
    made.exchange.body
        = R"({"errors":[{"code":171,"msg":"Encountered opt out tag for id 1"},{"code":300,"msg":"Invalid customer id 7"}],"dcs_region":6})";
    made.answer = Answer::parse(made.exchange, Catalogue::builtIn());
    return made;
}

Made failed()
{
    Made made;
    made.exchange.failure = Failure{Failure::Kind::Timeout, u"No answer within 30 s."_s, {}, true};
    made.answer = Answer::parse(made.exchange, Catalogue::builtIn());
    return made;
}

ExpectationOutcome check(const QString &line, const Made &made)
{
    const Result<Expectation> expectation = Expectation::parse(line);
    if (!expectation) {
        ADD_FAILURE() << expectation.error().message.toStdString();
        return {};
    }
    EXPECT_EQ(expectation->source, line);
    const ExpectationOutcome outcome = evaluate(*expectation, made.exchange, made.answer);
    EXPECT_EQ(outcome.expression, line);
    EXPECT_FALSE(outcome.actual.isEmpty()) << line.toStdString();
    return outcome;
}

TEST(ExpectationTest, TheLinesOfTheContractHold)
{
    for (const QString &line :
        {u"status == 200"_s, u"uuid exists"_s, u"region == 9"_s, u"tid exists"_s, u"trait 420020"_s,
            u"segment 984263"_s, u"destination \"https://px.example/i?s=984263\""_s, u"cookie aam"_s,
            u"no errors"_s, u"header Content-Type contains json"_s, u"json $.dcs_region == 9"_s,
            u"time < 500"_s, u"not error 171"_s, u"tid matches /^[A-Za-z0-9+\\/]{11}=$/"_s})
        EXPECT_TRUE(check(line, good()).held) << line.toStdString();
    EXPECT_TRUE(check(u"error 171"_s, refused()).held);
}

TEST(ExpectationTest, EverySubjectAndOperatorMeansWhatItSays)
{
    struct Case {
        QString line;
        bool held;
    };
    const Case cases[] = {
        // numbers
        {u"status == 200.0"_s, true},
        {u"status != 200"_s, false},
        {u"status < 300"_s, true},
        {u"status > 200"_s, false},
        {u"status >= 200"_s, true},
        {u"status <= 199"_s, false},
        {u"status exists"_s, true},
        {u"status==200"_s, true},
        {u"status!=404"_s, true},
        {u"  status   ==   200  "_s, true},
        {u"Status == 200"_s, true},
        {u"status contains 20"_s, true},
        {u"status matches /^2/"_s, true},
        {u"time < 84.3"_s, true},
        {u"time == 84.25"_s, true},
        {u"time<84"_s, false},
        {u"region != 9"_s, false},
        {u"region < 10"_s, true},
        // IDs are text: leading zeros count, and no digit is rounded away
        {u"uuid == 08570995290214909736928846629863152490"_s, true},
        {u"uuid == 8570995290214909736928846629863152490"_s, false},
        {u"uuid == 08570995290214909736928846629863152491"_s, false},
        {u"uuid != 08570995290214909736928846629863152491"_s, true},
        {u"uuid == \"08570995290214909736928846629863152490\""_s, true},
        {u"uuid matches /^\\d{38}$/"_s, true},
        {u"mid exists"_s, false},
        {u"not mid exists"_s, true},
        {u"NOT mid exists"_s, true},
        {u"mid == 1"_s, false},
        {u"mid != 1"_s, true},
        {u"tid == A7WVh7svyGU="_s, true},
        {u"tid == 'A7WVh7svyGU='"_s, true},
        {u"tid contains a7wv"_s, false},
        {u"tid matches /a7wv/i"_s, true},
        {u"blob exists"_s, false},
        {u"form == json"_s, true},
        // lists
        {u"trait 5421506"_s, true},
        {u"trait 0420020"_s, false},
        {u"trait 42"_s, false},
        {u"not trait 42"_s, true},
        {u"trait exists"_s, true},
        {u"trait == 420020"_s, true},
        {u"trait != 420020"_s, false},
        {u"trait != 1"_s, true},
        {u"trait contains 2150"_s, true},
        {u"trait matches /^54/"_s, true},
        {u"trait > 5000000"_s, true},
        {u"trait > 6000000"_s, false},
        {u"segment 984264"_s, false},
        {u"destination http://px.example/i?s=984263"_s, true},
        {u"destination https://px.example/i"_s, false},
        {u"destination contains https://px.example"_s, true},
        {u"destination matches /s=\\d+$/"_s, true},
        {u"destination exists"_s, true},
        {u"cookie other"_s, false},
        {u"cookie exists"_s, true},
        {u"cookie aam exists"_s, true},
        {u"cookie other exists"_s, false},
        {u"cookie aam == seg=984263"_s, true},
        {u"cookie aam==seg=984263"_s, true},
        {u"cookie aam contains 984"_s, true},
        {u"cookie \"aam\""_s, true},
        {u"cookie \"exists\""_s, false},
        // how many
        {u"errors == 0"_s, true},
        {u"errors > 0"_s, false},
        {u"traits == 2"_s, true},
        {u"traits >= 3"_s, false},
        {u"segments < 2"_s, true},
        {u"destinations == 1"_s, true},
        {u"cookies != 1"_s, false},
        {u"no traits"_s, false},
        {u"no error"_s, true},
        {u"not no errors"_s, false},
        {u"error exists"_s, false},
        {u"error 171"_s, false},
        // headers
        {u"header content-type contains json"_s, true},
        {u"header X-TID"_s, true},
        {u"header X-TID exists"_s, true},
        {u"header X-None"_s, false},
        {u"not header X-None"_s, true},
        {u"header X-Empty exists"_s, true},
        {u"header X-Empty == \"\""_s, true},
        {u"header Set-Cookie contains dpm"_s, true},
        {u"header Set-Cookie == demdex=1"_s, true},
        {u"header Set-Cookie != demdex=1"_s, false},
        {u"header Content-Length == 313"_s, true},
        {u"header Content-Length > 99"_s, true},
        {u"header Content-Type == application/json;charset=utf-8"_s, true},
        {u"header Content-Type: matches /^application\\/json/"_s, true},
        {u"header X-Tid==A7WVh7svyGU="_s, true},
        // JSON
        {u"json $.dcs_region == 9.0"_s, true},
        {u"json $.dcs_region == \"9\""_s, true},
        {u"json $.dcs_region == \"9.0\""_s, false},
        {u"json $.dcs_region < 10"_s, true},
        {u"json $.big == 78570995290214909736928846629863152490"_s, true},
        {u"json $.big == 78570995290214909736928846629863152491"_s, false},
        {u"json $.big > 78570995290214909736928846629863152489"_s, true},
        {u"json $.uuid == 08570995290214909736928846629863152490"_s, true},
        {u"json $.uuid == 8570995290214909736928846629863152490"_s, false},
        {u"json $.dests[0].c contains px.example"_s, true},
        {u"json $.dests[1] exists"_s, false},
        {u"json $.dests[-1].y == img"_s, true},
        {u"json $[\"odd key\"].n == 1.5"_s, true},
        {u"json $[\"odd key\"][\"b\"] == true"_s, true},
        {u"json $['odd key'].a == null"_s, true},
        {u"json $[\"odd key\"].a exists"_s, true},
        {u"json $[\"odd key\"].x exists"_s, false},
        {u"json $.traits contains 420020"_s, true},
        {u"json $.traits contains 42"_s, false},
        {u"json $.traits contains 5421506"_s, true},
        {u"json $.dests[0] contains id"_s, true},
        {u"json $.dests[0] contains img"_s, false},
        {u"json $.segments == [984263]"_s, true},
        {u"json $.text == 12"_s, true},
        {u"json $.text == 12.0"_s, false},
        {u"json $.text > 11"_s, true},
        {u"json $"_s, true},
        {u"json $.none"_s, false},
        {u"json $.none != 1"_s, true},
        {u"json $.stuff[0].cv matches /seg=\\d{6}/"_s, true},
        {u"json $.stuff[0].ttl==30"_s, true},
        // body
        {u"body contains \"dcs_region\\\":9\""_s, true},
        {u"body exists"_s, true},
        {u"body matches /^\\{/"_s, true},
        {u"body == x"_s, false},
    };
    const Made made = good();
    for (const Case &c : cases) {
        const ExpectationOutcome outcome = check(c.line, made);
        EXPECT_EQ(outcome.held, c.held) << c.line.toStdString() << " was " << outcome.actual.toStdString();
    }
}

TEST(ExpectationTest, ErrorsAreExpectedByCodeNumberAndText)
{
    struct Case {
        QString line;
        bool held;
        QString actual;
    };
    const Case cases[] = {
        {u"no errors"_s, false, u"2: 171 Encountered opt out tag for id 1, 300 Invalid customer id 7"_s},
        {u"errors == 2"_s, true, u"2: 171 Encountered opt out tag for id 1, 300 Invalid customer id 7"_s},
        {u"error 300"_s, true, u"171 Encountered opt out tag for id 1, 300 Invalid customer id 7"_s},
        {u"error 30"_s, false, u"171 Encountered opt out tag for id 1, 300 Invalid customer id 7"_s},
        {u"error < 300"_s, true, u"171 Encountered opt out tag for id 1, 300 Invalid customer id 7"_s},
        {u"error contains opt out"_s, true,
            u"171 Encountered opt out tag for id 1, 300 Invalid customer id 7"_s},
        {u"not error 171"_s, false, u"171 Encountered opt out tag for id 1, 300 Invalid customer id 7"_s},
        {u"uuid exists"_s, false, u"nothing"_s},
        {u"region == 9"_s, false, u"6"_s},
        {u"traits == 1"_s, false, u"0"_s},
        {u"json $.uuid == 1"_s, false, u"nothing"_s},
    };
    for (const Case &c : cases) {
        const ExpectationOutcome outcome = check(c.line, refused());
        EXPECT_EQ(outcome.held, c.held) << c.line.toStdString();
        EXPECT_EQ(outcome.actual, c.actual) << c.line.toStdString();
    }
}

TEST(ExpectationTest, NothingHoldsOfACallWithoutAnAnswer)
{
    for (const QString &line : {u"no errors"_s, u"not error 171"_s, u"not uuid exists"_s, u"status != 200"_s,
             u"uuid != 1"_s, u"time < 500"_s, u"not header X"_s, u"not json $.a"_s}) {
        const ExpectationOutcome outcome = check(line, failed());
        EXPECT_FALSE(outcome.held) << line.toStdString();
        EXPECT_TRUE(outcome.actual.contains(u"No answer within 30 s."_s)) << outcome.actual.toStdString();
    }
}

TEST(ExpectationTest, ATornAnswerStillHasItsHead)
{
    Made made = good();
    made.exchange.failure = Failure{Failure::Kind::Protocol, u"The connection closed early."_s, {}, true};
    EXPECT_TRUE(check(u"status == 200"_s, made).held);
    EXPECT_TRUE(check(u"header X-TID exists"_s, made).held);
    EXPECT_FALSE(check(u"uuid exists"_s, made).held);
    EXPECT_FALSE(check(u"no errors"_s, made).held);
}

TEST(ExpectationTest, ABrokenBodyMayHideErrors)
{
    Made made;
    made.exchange.status = 200;
    made.exchange.headers = {{"Content-Type", "application/json"}};
    made.exchange.body = R"({"uuid":"1","err)";
    made.answer = Answer::parse(made.exchange, Catalogue::builtIn());
    EXPECT_FALSE(check(u"no errors"_s, made).held);
    EXPECT_TRUE(check(u"json $.uuid == 1"_s, made).held);
}

TEST(ExpectationTest, AnAnswerThatIsNoJsonHasNothingBehindAPath)
{
    Made made;
    made.exchange.status = 200;
    made.exchange.body = "GIF89a";
    made.answer = Answer::parse(made.exchange, Catalogue::builtIn());
    const ExpectationOutcome outcome = check(u"json $.uuid exists"_s, made);
    EXPECT_FALSE(outcome.held);
    EXPECT_EQ(outcome.actual, u"no JSON"_s);
    EXPECT_FALSE(check(u"body exists"_s, {{}, {}}).held);
}

TEST(ExpectationTest, ActualIsNeverLong)
{
    Made made = good();
    made.exchange.body = QByteArray(100000, 'x');
    EXPECT_LT(check(u"body == y"_s, made).actual.size(), 300);
}

TEST(ExpectationTest, TheParsedParts)
{
    struct Case {
        QString line;
        bool negated;
        QString subject, argument, op, operand;
    };
    const Case cases[] = {
        {u"status == 200"_s, false, u"status"_s, {}, u"=="_s, u"200"_s},
        {u"not error 171"_s, true, u"error"_s, u"171"_s, {}, {}},
        {u"header Content-Type contains json"_s, false, u"header"_s, u"Content-Type"_s, u"contains"_s,
            u"json"_s},
        {u"json $[\"a b\"].c[0]!=x y"_s, false, u"json"_s, u"$[\"a b\"].c[0]"_s, u"!="_s, u"x y"_s},
        {u"body contains \" two  blanks \""_s, false, u"body"_s, {}, u"contains"_s, u" two  blanks "_s},
        {u"body == 'it\\'s'"_s, false, u"body"_s, {}, u"=="_s, u"it's"_s},
        {u"body contains \"a\\\\b\\n\""_s, false, u"body"_s, {}, u"contains"_s, u"a\\b\\n"_s},
        {u"uuid matches /a\\/b c/i"_s, false, u"uuid"_s, {}, u"matches"_s, u"a/b c"_s},
        {u"no errors"_s, false, u"errors"_s, {}, u"=="_s, u"0"_s},
        {u"destination \"http://x/?a=b c\""_s, false, u"destination"_s, u"http://x/?a=b c"_s, {}, {}},
    };
    for (const Case &c : cases) {
        const Result<Expectation> found = Expectation::parse(c.line);
        ASSERT_TRUE(found) << found.error().message.toStdString();
        EXPECT_EQ(found->negated, c.negated) << c.line.toStdString();
        EXPECT_EQ(found->subject, c.subject) << c.line.toStdString();
        EXPECT_EQ(found->argument, c.argument) << c.line.toStdString();
        EXPECT_EQ(found->op, c.op) << c.line.toStdString();
        EXPECT_EQ(found->operand, c.operand) << c.line.toStdString();
    }
}

TEST(ExpectationTest, WhatIsNotUnderstoodIsRefusedWithTheColumnAndWhatWouldBe)
{
    struct Case {
        QString line;
        int column;
        QString remedy; ///< a part of it
    };
    const Case cases[] = {
        {u""_s, 1, u"status == 200"_s},
        {u"   "_s, 4, u"status == 200"_s},
        {u"not"_s, 4, u"status == 200"_s},
        {u"stat == 200"_s, 1, u"status, region"_s},
        {u"not foo exists"_s, 5, u"status, region"_s},
        {u"== 200"_s, 1, u"status, region"_s},
        {u"status = 200"_s, 8, u"==, !="_s},
        {u"status 200"_s, 8, u"==, !="_s},
        {u"status"_s, 7, u"==, !="_s},
        {u"status is 200"_s, 8, u"==, !="_s},
        {u"status =="_s, 10, u"\"\""_s},
        {u"status == ok"_s, 11, u"number"_s},
        {u"status == 200 300"_s, 11, u"number"_s},
        {u"uuid < abc"_s, 8, u"number"_s},
        {u"uuid exists now"_s, 13, u"operator"_s},
        {u"trait"_s, 6, u"trait 420020"_s},
        {u"trait 1 2"_s, 9, u"quotes"_s},
        {u"error abc"_s, 7, u"error 171"_s},
        {u"error == abc"_s, 10, u"number"_s},
        {u"header"_s, 7, u"Content-Type"_s},
        {u"json"_s, 5, u"$.dests"_s},
        {u"json dcs_region == 9"_s, 6, u"$.dests"_s},
        {u"json $.a[ == 9"_s, 10, u"$.dests"_s},
        {u"uuid matches abc"_s, 14, u"/^"_s},
        {u"uuid matches /a"_s, 14, u"/^"_s},
        {u"uuid matches /"_s, 14, u"/^"_s},
        {u"uuid matches /(/"_s, 16, u"Perl"_s},
        {u"body contains \"abc"_s, 15, u"\""_s},
        {u"body contains \"a\" b"_s, 19, u"\\\""_s},
        {u"no"_s, 3, u"no errors"_s},
        {u"no uuid"_s, 4, u"no errors"_s},
        {u"no errors 171"_s, 11, u"not error 171"_s},
        {u"cookie aam seg"_s, 12, u"==, !="_s},
        {u"not not uuid exists"_s, 5, u"status"_s},
        {u"status === 200"_s, 10, u"number"_s},
        {u"region == usw2"_s, 11, u"number"_s},
        {u"exists uuid"_s, 1, u"status"_s},
    };
    for (const Case &c : cases) {
        const Result<Expectation> found = Expectation::parse(c.line);
        ASSERT_FALSE(found) << c.line.toStdString();
        const Error &error = found.error();
        EXPECT_EQ(error.code, Errc::InvalidInput);
        EXPECT_TRUE(error.message.contains(u"column %1:"_s.arg(c.column)))
            << c.line.toStdString() << ": " << error.message.toStdString();
        EXPECT_TRUE(error.remedy.contains(c.remedy))
            << c.line.toStdString() << ": " << error.remedy.toStdString();
        EXPECT_TRUE(error.detail.endsWith(u'^'));
    }
}

TEST(ExpectationTest, AnyLineIsReadOrRefused)
{
    Generate generate;
    const QByteArrayList pieces{"not", "no", "status", "uuid", "json", "$", ".a", "[", "0", "]", "\"", "'",
        "\\", "==", "=", "!=", "<", ">", "contains", "matches", "/", "(", "exists", " ", " ", " ", "header",
        "trait", "error", "errors", "171", "cookie", "\xC3\xA9"};
    const Made made = good();
    for (int i = 0; i < 3000; ++i) {
        QByteArray line;
        for (int n = generate.number(0, 9); n > 0; --n)
            line += generate.pick(pieces);
        const Result<Expectation> found = Expectation::parse(QString::fromUtf8(line));
        if (found)
            EXPECT_FALSE(evaluate(*found, made.exchange, made.answer).actual.isEmpty()) << line.toStdString();
        else
            EXPECT_FALSE(found.error().message.isEmpty() || found.error().remedy.isEmpty())
                << line.toStdString();
    }
}

} // namespace
