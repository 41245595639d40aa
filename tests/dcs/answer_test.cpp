// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/answer.h"
#include "dcs/catalogue.h"
#include "support/generate.h"
#include "support/print.h"

#include <gtest/gtest.h>

using dcs::Answer;
using dcs::Header;
using Form = dcs::Answer::Form;

namespace {

constexpr char gif[] = "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==";

Answer parse(const QByteArray &body, const QList<Header> &headers = {})
{
    return Answer::parse(body, headers, dcs::Catalogue::builtIn());
}

QString form(const QByteArray &body)
{
    return dcs::formName(parse(body).form);
}

// "101! Invalid …;311? -": code, ! error or ? warning, message.
QString errorsOf(const Answer &answer)
{
    QStringList out;
    for (const dcs::AnswerError &error : answer.errors) {
        const QString code = error.code ? QString::number(*error.code) : QStringLiteral("-");
        const QString mark
            = error.level == QLatin1String("error") ? QStringLiteral("!") : QStringLiteral("?");
        out += code + mark + u' ' + (error.message.isNull() ? QStringLiteral("-") : error.message);
    }
    return out.join(u';');
}

} // namespace

TEST(Answer, FormsAreToldByTheFirstBytes)
{
    struct Case {
        QByteArray body;
        const char *form;
        bool valid = true;
    };
    const Case cases[] = {
        {"", "empty"},
        {" \r\n\t", "empty"},
        {"\xef\xbb\xbf", "empty"},
        {"\xef\xbb\xbf \n", "empty"},
        {QByteArray::fromBase64(gif), "pixel"},
        {"GIF87a", "pixel"},
        {"\x89PNG\r\n\x1a\n", "pixel"},
        {"\xff\xd8\xff\xe0", "pixel"},
        {"{}", "json"},
        {"[]", "json"},
        {"\xef\xbb\xbf{}", "json"},
        {"\n {}\n", "json"},
        {"{", "json", false},
        {"[1,]", "json", false},
        {"{};", "json", false},
        {"{}/**/", "json", false},
        {"{}{}", "json", false},
        {"cb({})", "jsonp"},
        {"cb({});", "jsonp"},
        {" cb ( {} ) ; ", "jsonp"},
        {"/**/cb({});", "jsonp"},
        {"/* a */ // b\n cb({})", "jsonp"},
        {"a.b.c({})", "jsonp"},
        {"a[0].b({})", "jsonp"},
        {"a['b']({})", "jsonp"},
        {"$_1({})", "jsonp"},
        {"cb([])", "jsonp"},
        {"cb(null)", "jsonp"},
        {"cb(1)", "jsonp"},
        {"cb({});;\n", "jsonp"},
        {"cb({}); // done :)", "jsonp"},
        {"cb({}) /* ) */ ;", "jsonp"},
        {"\xef\xbb\xbf"
         "cb({})",
            "jsonp"},
        {"cb({}", "jsonp", false},
        {"cb({", "jsonp", false},
        {"cb(", "jsonp", false},
        {"cb()", "jsonp", false},
        {"cb({}))", "jsonp", false},
        {"cb({});x", "jsonp", false},
        {"cb({});cb({});", "jsonp", false},
        {"cb({},{})", "jsonp", false},
        {"cb({}", "jsonp", false},
        {"cb({});/*", "jsonp", false},
        {"cb({'a':1})", "jsonp", false},
        {"OK", "text"},
        {"<html>", "text"},
        {"42", "text"},
        {"\"x\"", "text"},
        {"null", "text"},
        {"cb", "text"},
        {"cb{}", "text"},
        {"(1)", "text"},
        {"1({})", "text"},
        {"a.({})", "text"},
        {"a[]({})", "text"},
        {"Forbidden (by the proxy)", "text"},
        {"Too Many Requests", "text"},
        {"/* only", "text"},
        {"// only", "text"},
        {"*", "text"},
        {"\xff", "text"},
        {")]}',\n{}", "text"},
    };
    for (const Case &c : cases) {
        const Answer answer = parse(c.body);
        EXPECT_EQ(dcs::formName(answer.form), QLatin1String(c.form)) << c.body.toStdString();
        EXPECT_EQ(answer.valid, c.valid) << c.body.toStdString() << answer.problem.toStdString();
        EXPECT_EQ(answer.problem.isEmpty(), c.valid) << c.body.toStdString();
        EXPECT_EQ(answer.problemOffset.has_value(), !c.valid) << c.body.toStdString();
    }
}

TEST(Answer, ATextUnderAJsonTypeIsNotValid)
{
    for (const char *type : {"application/json", "application/json;charset=utf-8", "APPLICATION/JSON",
             "text/javascript", "application/javascript;charset=utf-8", "application/x-javascript"}) {
        const Answer answer = parse("<html>", {{"content-TYPE", type}});
        EXPECT_EQ(answer.form, Form::Text);
        EXPECT_FALSE(answer.valid) << type;
        EXPECT_EQ(answer.problemOffset, 0);
        EXPECT_TRUE(parse("", {{"Content-Type", type}}).valid);
        EXPECT_TRUE(parse(QByteArray::fromBase64(gif), {{"Content-Type", type}}).valid);
    }
    EXPECT_TRUE(parse("<html>", {{"Content-Type", "text/html"}}).valid);
}

TEST(Answer, TheProblemNamesTheByteOfTheBody)
{
    struct Case {
        QByteArray body;
        qsizetype offset;
    };
    const Case cases[] = {{"{\"a\":1,}", 7}, {"\xef\xbb\xbf{\"a\":1,}", 10}, {"  [1", 4}, {"cb({\"a\":}", 8},
        {"cb({}", 5}, {"cb({})x", 6}, {"{\"a\":\"\xff\"}", 6}, {"{\"a\":\"\xff\",}", 6}};
    for (const Case &c : cases) {
        const Answer answer = parse(c.body);
        EXPECT_EQ(answer.problemOffset, c.offset);
        EXPECT_TRUE(answer.problem.contains(QStringLiteral("byte %1:").arg(c.offset)))
            << answer.problem.toStdString();
    }
    EXPECT_TRUE(parse("{\"a\":\"\xff\",}").problem.contains(QStringLiteral("byte 9:")));
}

TEST(Answer, TheCallbackIsKeptAsItStands)
{
    EXPECT_EQ(parse("acme_callback({});").callback, QStringLiteral("acme_callback"));
    EXPECT_EQ(parse("/**/ a[0].b ({});").callback, QStringLiteral("a[0].b"));
    EXPECT_TRUE(parse("{}").callback.isNull());
}

TEST(Answer, WorkedExampleOfAFullAnswer)
{
    const Answer answer = parse(
        R"({"stuff":[{"cn":"aam","cv":"seg=984263","ttl":30,"dmn":"example.com"}],)"
        R"("dests":[{"id":"2523-984263","y":"img","c":"http://px.example/i?s=984263","e":"https://px.example/i?s=984263"}],)"
        R"("uuid":"78570995290214909736928846629863152490","dcs_region":9,"traits":[420020,5421506],)"
        R"("segments":[984263],"tid":"A7WVh7svyGU="})",
        {{"X-TID", "ignored"}});
    EXPECT_TRUE(answer.valid);
    EXPECT_EQ(answer.uuid, QStringLiteral("78570995290214909736928846629863152490"));
    EXPECT_EQ(answer.region, 9);
    EXPECT_EQ(answer.tid, QStringLiteral("A7WVh7svyGU="));
    EXPECT_EQ(answer.traits, QStringList({QStringLiteral("420020"), QStringLiteral("5421506")}));
    EXPECT_EQ(answer.segments, QStringList(QStringLiteral("984263")));
    ASSERT_EQ(answer.destinations.size(), 1);
    EXPECT_EQ(answer.destinations[0].id, QStringLiteral("2523-984263"));
    EXPECT_EQ(answer.destinations[0].type, QStringLiteral("img"));
    EXPECT_EQ(answer.destinations[0].url, QStringLiteral("http://px.example/i?s=984263"));
    EXPECT_EQ(answer.destinations[0].secureUrl, QStringLiteral("https://px.example/i?s=984263"));
    ASSERT_EQ(answer.cookies.size(), 1);
    EXPECT_EQ(answer.cookies[0].name, QStringLiteral("aam"));
    EXPECT_EQ(answer.cookies[0].value, QStringLiteral("seg=984263"));
    EXPECT_EQ(answer.cookies[0].ttlDays, 30);
    EXPECT_EQ(answer.cookies[0].domain, QStringLiteral("example.com"));
    EXPECT_TRUE(answer.errors.isEmpty());
    EXPECT_TRUE(answer.mid.isNull());
    EXPECT_FALSE(answer.refused());
}

TEST(Answer, WorkedExampleOfJsonp)
{
    const Answer answer = parse(
        R"(acme_callback({"stuff":[],"uuid":"78570995290214909736928846629863152490","dcs_region":9,"tid":"6A5qXBUrMac="});)");
    EXPECT_EQ(answer.form, Form::Jsonp);
    EXPECT_TRUE(answer.valid) << answer.problem.toStdString();
    EXPECT_EQ(answer.callback, QStringLiteral("acme_callback"));
    EXPECT_EQ(answer.region, 9);
    ASSERT_TRUE(answer.document);
    EXPECT_EQ(answer.document->root().begin() + answer.jsonOffset, 14);
}

TEST(Answer, WorkedExampleOfAPixelHasItsTransactionInTheHeader)
{
    const Answer answer
        = parse(QByteArray::fromBase64(gif), {{"x-tid", "52CApGsFoaI="}, {"Content-Type", "image/gif"}});
    EXPECT_EQ(answer.form, Form::Pixel);
    EXPECT_EQ(answer.tid, QStringLiteral("52CApGsFoaI="));
    EXPECT_FALSE(answer.document);
}

TEST(Answer, WorkedExamplesOfErrors)
{
    const Answer two = parse(
        R"({"errors":[{"code":101,"msg":"Invalid Experience Cloud id passed in abc"},{"code":102,"msg":"Invalid aam id passed in request 12345"}],"dcs_region":9,"tid":"4gm86duGj4U="})",
        {{"X-Error", "101,102"}});
    EXPECT_EQ(errorsOf(two),
        QStringLiteral(
            "101! Invalid Experience Cloud id passed in abc;102! Invalid aam id passed in request 12345"));
    EXPECT_TRUE(two.refused());
    EXPECT_EQ(two.region, 9);
    EXPECT_EQ(two.errors[0].category, QStringLiteral("integration"));
    EXPECT_FALSE(two.errors[0].meaning.isEmpty());
    EXPECT_FALSE(two.errors[0].action.isEmpty());

    const Answer optedOut = parse(
        R"({"errors":[{"code":171,"msg":"Encountered opt out tag for id 29723914212754516232688281031031497315"}],"dcs_region":6,"tid":"wANkSFCsngM="})");
    EXPECT_EQ(optedOut.errors.value(0).category, QStringLiteral("opt-out"));
    EXPECT_TRUE(optedOut.uuid.isNull());

    const Answer percent = parse(R"({"errors":[{"code":311,"msg":"Request contains invalid parameters"}]})");
    EXPECT_EQ(errorsOf(percent), QStringLiteral("311? Request contains invalid parameters"));
    EXPECT_TRUE(percent.refused());
}

TEST(Answer, WorkedExampleOfAnId)
{
    const Answer answer = parse(
        R"({"d_mid":"37772646773714021060542651496937081269","id_sync_ttl":604800,"d_blob":"n0tAreaLbl0b_4-docs",)"
        R"("dcs_region":6,"d_ottl":7200,"ibs":[],"subdomain":"acme","tid":"lVdW40HOHiw="})");
    EXPECT_EQ(answer.mid, QStringLiteral("37772646773714021060542651496937081269"));
    EXPECT_EQ(answer.blob, QStringLiteral("n0tAreaLbl0b_4-docs"));
    EXPECT_EQ(answer.region, 6);
    EXPECT_TRUE(answer.uuid.isNull());
}

TEST(Answer, IdsKeepEveryDigitAlsoAsNumbers)
{
    const Answer answer = parse(
        R"({"uuid":78570995290214909736928846629863152490,"tid":12,"d_mid":37772646773714021060542651496937081269,"traits":["1",2,99999999999999999999],"segments":[null,"007",{},true,""]})");
    EXPECT_EQ(answer.uuid, QStringLiteral("78570995290214909736928846629863152490"));
    EXPECT_EQ(answer.mid, QStringLiteral("37772646773714021060542651496937081269"));
    EXPECT_EQ(answer.tid, QStringLiteral("12"));
    EXPECT_EQ(answer.traits,
        QStringList({QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("99999999999999999999")}));
    EXPECT_EQ(answer.segments, QStringList(QStringLiteral("007")));
}

TEST(Answer, RegionsMayBeNumericStrings)
{
    EXPECT_EQ(parse(R"({"dcs_region":"6"})").region, 6);
    EXPECT_EQ(parse(R"({"dcs_region":0})").region, 0);
    EXPECT_EQ(parse(R"({"d_region":"6"})").region, 6);
    for (const char *body : {R"({"dcs_region":"six"})", R"({"dcs_region":null})", R"({"dcs_region":[6]})",
             R"({"dcs_region":6.5})", R"({"dcs_region":""})", "{}"})
        EXPECT_EQ(parse(body).region, std::nullopt) << body;
}

TEST(Answer, WrongTypesAreSkipped)
{
    const Answer answer = parse(
        R"({"uuid":true,"u":"1","stuff":{"cn":"a"},"dests":null,"traits":7,"segments":"9","ibs":"x","errors":{"code":1},"tid":[],"dcs_region":{},"d_mid":null})");
    EXPECT_TRUE(answer.valid);
    EXPECT_EQ(answer.uuid, QStringLiteral("1"));
    EXPECT_TRUE(answer.cookies.isEmpty() && answer.destinations.isEmpty() && answer.traits.isEmpty()
        && answer.segments.isEmpty() && answer.idSyncs.isEmpty() && answer.errors.isEmpty());
    EXPECT_TRUE(answer.tid.isNull() && answer.mid.isNull());
}

TEST(Answer, OfEqualKeysTheLastWins)
{
    EXPECT_EQ(
        parse(R"({"uuid":"1","dcs_region":1,"uuid":"2","dcs_\u0072egion":2})").uuid, QStringLiteral("2"));
    EXPECT_EQ(parse(R"({"uuid":"1","dcs_region":1,"uuid":"2","dcs_\u0072egion":2})").region, 2);
    EXPECT_TRUE(parse(R"({"uuid":"1","uuid":null})").uuid.isNull());
    EXPECT_EQ(parse(R"({"stuff":[{"cn":"a","cn":"b"}]})").cookies.value(0).name, QStringLiteral("b"));
}

TEST(Answer, OnlyTheOutermostObjectCounts)
{
    EXPECT_TRUE(parse(R"({"data_collection":{"uuid":"1","errors":[{"code":1}]}})").uuid.isNull());
    EXPECT_TRUE(parse(R"([{"uuid":"1"}])").uuid.isNull());
    EXPECT_TRUE(parse(R"(cb("uuid"))").uuid.isNull());
}

TEST(Answer, ABrokenBodyGivesWhatCameBefore)
{
    const Answer answer = parse(R"({"uuid":"1","dests":[{"c":"http://a"},{"c":"http://b","e":"ht)");
    EXPECT_EQ(answer.form, Form::Json);
    EXPECT_FALSE(answer.valid);
    EXPECT_EQ(answer.uuid, QStringLiteral("1"));
    ASSERT_EQ(answer.destinations.size(), 2);
    EXPECT_EQ(answer.destinations[1].url, QStringLiteral("http://b"));
    EXPECT_TRUE(answer.destinations[1].secureUrl.isNull());
    const Answer wrapped = parse(R"(cb({"uuid":"1","tid")");
    EXPECT_EQ(wrapped.uuid, QStringLiteral("1"));
    EXPECT_EQ(wrapped.callback, QStringLiteral("cb"));
}

TEST(Answer, BytesThatAreNoUtf8AreReplacedAndReadingGoesOn)
{
    const Answer answer = parse("{\"tid\":\"a\xff"
                                "b\",\"uuid\":\"1\"}");
    EXPECT_FALSE(answer.valid);
    EXPECT_EQ(answer.tid, QStringLiteral("a\ufffdb"));
    EXPECT_EQ(answer.uuid, QStringLiteral("1"));
}

TEST(Answer, CookiesInAllTheirShapes)
{
    const Answer answer = parse(
        R"({"stuff":[{"cn":"a","cv":1.10,"ttl":"","dmn":""},{"cn":"b","cv":"","ttl":"30"},{"cv":"x","ttl":0,"type":"var"},7,null,{}]})");
    ASSERT_EQ(answer.cookies.size(), 4);
    EXPECT_EQ(answer.cookies[0].value, QStringLiteral("1.10"));
    EXPECT_EQ(answer.cookies[0].ttlDays, std::nullopt);
    EXPECT_EQ(answer.cookies[0].domain, QString());
    EXPECT_FALSE(answer.cookies[0].domain.isNull());
    EXPECT_FALSE(answer.cookies[1].value.isNull());
    EXPECT_EQ(answer.cookies[1].ttlDays, 30);
    EXPECT_TRUE(answer.cookies[1].domain.isNull());
    EXPECT_TRUE(answer.cookies[2].name.isNull());
    EXPECT_EQ(answer.cookies[2].ttlDays, 0);
    EXPECT_TRUE(answer.cookies[2].variable);
}

TEST(Answer, IdSyncs)
{
    const Answer answer = parse(
        R"({"ibs":[{"id":"743","ttl":10080,"tag":"img","url":["\/\/a.example/x","//b"],"fireURLSync":1},{"id":744,"url":"//c"},{}]})");
    ASSERT_EQ(answer.idSyncs.size(), 3);
    EXPECT_EQ(answer.idSyncs[0].id, QStringLiteral("743"));
    EXPECT_EQ(answer.idSyncs[0].ttlMinutes, 10080);
    EXPECT_EQ(answer.idSyncs[0].urls, QStringList({QStringLiteral("//a.example/x"), QStringLiteral("//b")}));
    EXPECT_EQ(answer.idSyncs[1].id, QStringLiteral("744"));
    EXPECT_EQ(answer.idSyncs[1].urls, QStringList(QStringLiteral("//c")));
    EXPECT_TRUE(answer.idSyncs[2].id.isNull());
}

TEST(Answer, ErrorsComeFromBodyThenHeader)
{
    struct Case {
        const char *body;
        QList<Header> headers;
        const char *errors;
    };
    const Case cases[] = {
        {R"({"errors":[{"code":"300","msg":"Invalid customer id x"}]})", {}, "300? Invalid customer id x"},
        {R"({"errors":[{"code":102,"msg":"m"}]})", {{"X-Error", "101, 102 ,311"}}, "102! m;101! -;311? -"},
        {"", {{"x-error", "171"}, {"X-ERROR", "171,0,,abc"}}, "171! -;0! -"},
        {"{}", {{"X-Error", ""}}, ""},
        {R"({"error_message":[{"code":2,"msg":"n"}]})", {}, "2! n"},
        {R"({"error_msg":"Something else"})", {}, "-! Something else"},
        {R"({"error_msg":"t","errors":[{"code":10,"msg":"e"}],"error_message":[{"code":1,"msg":"m"}]})", {},
            "10! e;1! m;-! t"},
        {R"({"errors":[{"code":99,"msg":"new"},{"code":399},{"msg":"text"},{},7,{"code":"x","msg":"y"}]})",
            {}, "99! new;399? -;-! text;-! y"},
        {R"({"errors":[{"code":171,"msg":"a"},{"code":171,"msg":"b"}]})", {{"X-Error", "171"}},
            "171! a;171! b"},
        {R"({"errors":[{"code":4294967597}],"error_msg":""})", {}, ""},
    };
    for (const Case &c : cases)
        EXPECT_EQ(errorsOf(parse(c.body, c.headers)), QLatin1String(c.errors)) << c.body;
}

TEST(Answer, UnknownCodesKeepTheirTextAndAreCalledUnknown)
{
    const Answer answer = parse(R"({"errors":[{"code":305,"msg":"Brand new"}]})");
    EXPECT_EQ(answer.errors.value(0).category, QStringLiteral("unknown"));
    EXPECT_EQ(answer.errors.value(0).message, QStringLiteral("Brand new"));
    EXPECT_TRUE(answer.errors.value(0).meaning.isNull());
}

TEST(Answer, EveryCodeOfTheCatalogueIsExplained)
{
    for (const dcs::ErrorEntry &entry : dcs::Catalogue::builtIn().errors()) {
        const Answer answer = parse({}, {{"X-Error", QByteArray::number(entry.code)}});
        ASSERT_EQ(answer.errors.size(), 1);
        EXPECT_EQ(answer.errors[0].level, entry.level);
        EXPECT_EQ(answer.errors[0].category, entry.category);
        EXPECT_FALSE(answer.errors[0].meaning.isEmpty());
        EXPECT_FALSE(answer.errors[0].action.isEmpty());
        EXPECT_EQ(answer.refused(), entry.code < 300 || entry.code == 311 || entry.code == 315) << entry.code;
    }
}

TEST(Answer, AScalarIsTextThatTheTreeCanShow)
{
    EXPECT_EQ(form("42"), QStringLiteral("text"));
    ASSERT_TRUE(parse("42").document);
    EXPECT_EQ(parse(" \"x\" ").document->root().string(), QStringLiteral("x"));
    EXPECT_FALSE(parse("not found").document);
    EXPECT_FALSE(parse("42 is the answer").document);
}

TEST(AnswerProperty, NoBodyDoesHarm)
{
    Generate generate;
    const QByteArray whole
        = R"(/* c */ cb({"stuff":[{"cn":"aam","cv":"s","ttl":3}],"uuid":"1","errors":[{"code":171,"msg":"m"}],"dests":[{"c":"u"}],"ibs":[{"url":["x"]}]}); // e)";
    for (int round = 0; round < 2000; ++round) {
        QByteArray body = generate.chance(30) ? whole.mid(generate.number(0, 20)) : whole;
        for (int edits = generate.number(1, 3); edits > 0 && !body.isEmpty(); --edits) {
            const int at = generate.number(0, int(body.size()) - 1);
            if (generate.chance(30))
                body.truncate(at);
            else
                body.replace(at, generate.number(0, 3), generate.text("{}[]()\":,/*;\\\xff\x01 a0", 3));
        }
        const Answer answer = parse(body);
        EXPECT_EQ(answer.valid, answer.problem.isEmpty());
        if (answer.problemOffset) {
            EXPECT_LE(*answer.problemOffset, body.size());
        }
    }
}
