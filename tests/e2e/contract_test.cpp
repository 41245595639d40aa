// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

// What the command line promises of every verb, tried with the shipped program.

#include "e2e/process.h"
#include "support/print.h"

#include <QDir>
#include <QJsonArray>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace {

const QString user = u"22920112968019678612904394744954398990"_s;
const QString ecid = u"37772646773714021060542651496937081269"_s;

QStringList codes(const QJsonObject &call)
{
    QStringList out;
    for (const QJsonValue finding : call[u"findings"].toArray())
        out += finding[u"code"].toString();
    return out;
}

struct WrongUse {
    const char *name;
    QStringList arguments;
    const char *says;
};

void PrintTo(const WrongUse &use, std::ostream *out)
{
    *out << use.name;
}

class WrongUseTest : public testing::TestWithParam<WrongUse>
{
};

} // namespace

TEST_P(WrongUseTest, EndsWithTwoAndAMessageAndPrintsNoData)
{
    const DcsProgram dcs;
    ASSERT_TRUE(QDir(dcs.folder()).mkdir(u"folder"_s));
    dcs.files().write(u"call.txt"_s, "https://usw2.demdex.net/event?d_rtbd=json");

    const Ran ran = dcs.run(GetParam().arguments);

    EXPECT_EQ(ran.exitCode, 2) << ran.err.toStdString();
    EXPECT_EQ(ran.out, QByteArray());
    EXPECT_TRUE(ran.err.contains(GetParam().says)) << ran.err.toStdString();
    EXPECT_GE(ran.err.count('\n'), 2) << "what is wrong, and how to mend it: " << ran.err.toStdString();
}

INSTANTIATE_TEST_SUITE_P(Verbs, WrongUseTest,
    testing::Values(WrongUse{"sandboxWithAWord", {u"sandbox"_s, u"8080"_s}, "\"8080\" is one word too many"},
        WrongUse{"regionsWithAWord", {u"regions"_s, u"9"_s}, "one word too many"},
        WrongUse{"answerOfTwoFiles", {u"answer"_s, u"a"_s, u"b"_s}, "\"b\" is one word too many"},
        WrongUse{"idsOfTwoFiles", {u"ids"_s, u"a"_s, u"b"_s}, "one word too many"},
        WrongUse{"explainTwoWords", {u"explain"_s, u"d_uuid"_s, u"d_mid"_s}, "one word too many"},
        WrongUse{"explainUnknownKey", {u"explain"_s, u"d_uuuid"_s}, "Did you mean d_uuid?"},
        WrongUse{"explainUnknownNumber", {u"explain"_s, u"305"_s}, "305 is no published code"},
        WrongUse{"listAndCall", {u"check"_s, u"--list"_s, u"acme.demdex.net/event"_s}, "--list"},
        WrongUse{"allOfAUrl", {u"check"_s, u"--all"_s, u"acme.demdex.net/event"_s}, "--all wants one .http"},
        WrongUse{"userRegionOfNoHost", {u"check"_s, u"acme.demdex.net/event"_s, u"--user-region"_s, u"5"_s},
            "region 5"},
        WrongUse{"regionAndDirect",
            {u"send"_s, u"--alias"_s, u"acme"_s, u"--region"_s, u"9"_s, u"--direct"_s}, "contradict"},
        WrongUse{"postAndAnotherMethod",
            {u"send"_s, u"--alias"_s, u"acme"_s, u"--direct"_s, u"--post"_s, u"--method"_s, u"GET"_s},
            "--post and --method GET contradict"},
        WrongUse{"sandboxAndAddress",
            {u"send"_s, u"--alias"_s, u"acme"_s, u"--sandbox"_s, u"--connect-to"_s, u"127.0.0.1:1"_s},
            "contradict"},
        WrongUse{"folderAsCall", {u"send"_s, u"folder"_s}, "\"folder\" is a folder"},
        WrongUse{"textFileAsCall", {u"decode"_s, u"call.txt"_s}, "- < call.txt"}),
    testing::PrintToStringParamName());

TEST(Contract, JsonIsOneDocumentAndJsonlOneALine)
{
    const DcsProgram dcs;
    const SandboxProcess sandbox(dcs);
    dcs.files().write(u"answer.json"_s, R"({"uuid":")" + user.toUtf8() + R"(","dcs_region":9})");
    dcs.files().write(
        u"call.http"_s, "GET https://usw2.demdex.net/event?d_rtbd=json\nHost: acme.demdex.net\n");
    const QString url = u"https://usw2.demdex.net/event?d_rtbd=json"_s;
    dcs.files().write(u"http-client.env.json"_s, R"({"test": {"a": "1"}, "live": {"a": "2"}})");
    dcs.files().write(u"data/settings.ini"_s, "[keychain]\nnames=px, token\n");
    const QStringList sent{u"send"_s, u"--alias"_s, u"acme"_s, u"--region"_s, u"9"_s, u"--no-tls"_s,
        u"--connect-to"_s, sandbox.http(), u"--cookies"_s};
    for (const QStringList &verb : {QStringList{u"decode"_s, url}, {u"check"_s, url},
             {u"check"_s, u"--list"_s}, {u"answer"_s, u"answer.json"_s}, {u"ids"_s, u"answer.json"_s}, sent,
             {u"history"_s}, {u"history"_s, u"show"_s, u"1"_s}, {u"presets"_s}, {u"regions"_s},
             {u"diff"_s, u"1"_s, u"2"_s}, {u"explain"_s}, {u"explain"_s, u"d_uuid"_s},
             {u"explain"_s, u"310"_s}, {u"explain"_s, u"uuid-format"_s}, {u"explain"_s, u"Host"_s},
             {u"env"_s}, {u"cookies"_s}, {u"cookies"_s, u"clear"_s}, {u"secret"_s}}) {
        const Ran whole = dcs.run(verb + QStringList{u"--json"_s});
        QJsonParseError problem;
        const QJsonDocument document = QJsonDocument::fromJson(whole.out, &problem);
        EXPECT_FALSE(document.isNull()) << verb.join(u' ').toStdString() << ": "
                                        << problem.errorString().toStdString() << whole.err.toStdString();

        const Ran lines = dcs.run(verb + QStringList{u"--jsonl"_s});
        EXPECT_TRUE(lines.out.endsWith('\n'));
        const QList<QByteArray> parts = lines.out.chopped(1).split('\n');
        for (const QByteArray &line : parts)
            EXPECT_TRUE(QJsonDocument::fromJson(line).isObject())
                << verb.join(u' ').toStdString() << ": " << line.toStdString();
        EXPECT_EQ(parts.size(), document.isObject() ? 1 : document.array().size())
            << verb.join(u' ').toStdString();
    }
}

TEST(Contract, ACallToExplainIsReadFromStandardInputWithoutAnOperandToo)
{
    const DcsProgram dcs;
    const QByteArray url = "https://usw2.demdex.net/event?d_rtbd=json\n";

    EXPECT_EQ(
        dcs.run({u"decode"_s, u"--json"_s}, url).json()[u"connectHost"].toString(), u"usw2.demdex.net"_s);
    EXPECT_EQ(dcs.run({u"check"_s}, url).exitCode, 1);
    EXPECT_EQ(dcs.run({u"decode"_s}, "").exitCode, 2);
    EXPECT_EQ(dcs.run({u"decode"_s, u"--alias"_s, u"acme"_s, u"--region"_s, u"9"_s, u"--json"_s}, url)
                  .json()[u"alias"]
                  .toString(),
        u"acme"_s)
        << "options name the call";
}

TEST(Contract, EveryRequestOfAFileIsCheckedAndOpenVariablesAreNamed)
{
    const DcsProgram dcs;
    dcs.files().write(u"two.http"_s,
        "### good\nGET https://usw2.demdex.net/event?d_rtbd=json&d_uuid={{user}}\nHost: acme.demdex.net\n\n"
        "### bad\nGET https://usw2.demdex.net/event?d_rtbd=json&d_uuid=1\nHost: acme.demdex.net\n");

    const Ran first = dcs.run({u"check"_s, u"two.http"_s, u"--var"_s, u"user="_s + user});
    const Ran open = dcs.run({u"check"_s, u"two.http"_s});
    const Ran all = dcs.run({u"check"_s, u"two.http"_s, u"--all"_s});
    const Ran lines = dcs.run({u"check"_s, u"two.http"_s, u"--all"_s, u"--jsonl"_s});

    EXPECT_EQ(first.exitCode, 0);
    EXPECT_TRUE(first.err.contains("holds 2 requests")) << first.err.toStdString();
    EXPECT_TRUE(open.out.contains("variable-unresolved")) << open.err.toStdString();
    EXPECT_EQ(all.exitCode, 1);
    EXPECT_TRUE(all.out.contains("### two.http#bad\nerror: d_uuid")) << all.out.toStdString();
    const QList<QByteArray> parts = lines.out.chopped(1).split('\n');
    ASSERT_EQ(parts.size(), 2);
    const QJsonObject second = QJsonDocument::fromJson(parts[1]).object();
    EXPECT_EQ(second[u"preset"].toString(), u"two.http#bad"_s);
    EXPECT_EQ(codes(second), QStringList{u"uuid-format"_s});
}

TEST(Contract, TheUsersRegionIsComparedWhereItIsSaid)
{
    const DcsProgram dcs;
    const QString url = u"https://usw2.demdex.net/event?d_rtbd=json&d_uuid="_s + user;
    const QStringList check{u"check"_s, url, u"--alias"_s, u"acme"_s, u"--json"_s};

    EXPECT_EQ(codes(dcs.run(check).json()), QStringList());
    EXPECT_EQ(codes(dcs.run(check + QStringList{u"--user-region"_s, u"9"_s}).json()), QStringList());
    EXPECT_EQ(codes(dcs.run(check + QStringList{u"--user-region"_s, u"irl1"_s}).json()),
        QStringList{u"region-differs"_s});
}

TEST(Contract, WhatNamesAUserCanBeTypedAsItIs)
{
    const DcsProgram dcs;
    for (const QString &text :
        {u"MCMID|"_s + ecid, u"mid="_s + ecid + u"&aamlh=9"_s, u"https://x.example/b/ss?mid="_s + ecid,
            u"AMCV_1%40AdobeOrg=MCMID%257C"_s + ecid, u"f({\"d_mid\":\""_s + ecid + u"\"});"_s}) {
        const Ran ran = dcs.run({u"ids"_s, text, u"--json"_s});
        EXPECT_EQ(ran.exitCode, 0) << text.toStdString() << ran.err.toStdString();
        EXPECT_EQ(ran.json()[u"mid"].toString(), ecid) << text.toStdString();
    }
    EXPECT_TRUE(dcs.run({u"ids"_s, u"missing.txt"_s}).err.contains("missing.txt"));
}

TEST(Contract, ACompressedResponseIsExplained)
{
    const DcsProgram dcs;
    // zlib's own header and all: {"uuid":"1"}
    const QByteArray packed = qCompress(R"({"uuid":"1"})").mid(4);
    const QByteArray head = "HTTP/1.1 200 OK\r\nContent-Encoding: deflate\r\nContent-Length: ";
    const QByteArray coded = head + QByteArray::number(packed.size()) + "\r\n\r\n" + packed;
    const QByteArray plain = head + "12\r\n\r\n{\"uuid\":\"1\"}";
    for (const QByteArray &response : {coded, plain}) {
        const Ran ran = dcs.run({u"answer"_s, u"--http"_s, u"-"_s, u"--json"_s}, response);
        EXPECT_EQ(ran.json()[u"uuid"].toString(), u"1"_s) << ran.out.toStdString();
    }
}

TEST(Contract, EveryRowOfTheTablesCanBeExplained)
{
    const DcsProgram dcs;
    for (const auto &[word, says] :
        {std::pair(u"d_cid_ic"_s, "integration code"), {u"c_likes"_s, "c_"}, {u"310"_s, "310"},
            {u"429"_s, "HTTP status 429"}, {u"200"_s, "HTTP status 200"}, {u"9"_s, "usw2.demdex.net"},
            {u"irl1"_s, "Region 6"}, {u"sae.demdex.net"_s, "Region 4"}, {u"dpm.demdex.net"_s, "dpm"},
            {u"20915"_s, "IDFA"}, {u"idfa"_s, "20915"}, {u"DSID_20914"_s, "GAID"}, {u"20920"_s, "Push token"},
            {u"AVID"_s, "Analytics"}, {u"hashed_email"_s, "SHA-256"},
            {u"authenticated"_s, "Authentication state 1"}, {u"LOGGED_OUT"_s, "Authentication state 2"},
            {u"cid-malformed"_s, "300"}, {u"alias"_s, "Host"}}) {
        const Ran ran = dcs.run({u"explain"_s, word});
        EXPECT_EQ(ran.exitCode, 0) << word.toStdString();
        EXPECT_TRUE(ran.out.contains(says)) << word.toStdString() << ": " << ran.out.toStdString();
    }
    const QJsonObject key = dcs.run({u"explain"_s, u"d_ptfm"_s, u"--json"_s}).json();
    EXPECT_EQ(key[u"kind"].toString(), u"key"_s);
    EXPECT_EQ(key[u"allowed"].toArray().size(), 4);
    const QJsonObject code = dcs.run({u"explain"_s, u"102"_s, u"--json"_s}).json();
    EXPECT_EQ(code[u"code"].toInt(), 102);
    EXPECT_EQ(code[u"level"].toString(), u"error"_s);
}

TEST(Contract, TheHelpOfTheSandboxListsItsChoices)
{
    const DcsProgram dcs;

    const Ran ran = dcs.run({u"sandbox"_s, u"--help"_s});

    EXPECT_EQ(ran.exitCode, 0);
    for (const char *words : {"d_uuid, else d_mid", "JSONP", "opted-out user", "414", "keyed hash"})
        EXPECT_TRUE(ran.out.contains(words)) << words;
}

TEST(Contract, ADashIsStandardInputForAConfigurationToo)
{
    const DcsProgram dcs;
    const Ran ran = dcs.run({u"sandbox"_s, u"--config"_s, u"-"_s}, R"({"region": "mars"})");
    EXPECT_EQ(ran.exitCode, 2);
    EXPECT_TRUE(ran.err.contains("region")) << ran.err.toStdString();
}

TEST(Contract, NothingThatIsOpenOrUnreadableKeepsACheckFromTheOtherRequests)
{
    const DcsProgram dcs;
    dcs.files().write(u"three.http"_s,
        "### open\n# @ca {{folder}}/ca.pem\nGET https://usw2.demdex.net/event?d_rtbd=json\nHost: "
        "acme.demdex.net\n\n"
        "### none\nGET\n\n"
        "### bad\nGET https://usw2.demdex.net/event?d_rtbd=json&d_uuid=1\nHost: acme.demdex.net\n");

    const Ran all = dcs.run({u"check"_s, u"three.http"_s, u"--all"_s, u"--jsonl"_s});
    const Ran one = dcs.run({u"decode"_s, u"three.http#open"_s});
    const Ran sent = dcs.run({u"send"_s, u"three.http#open"_s, u"--dry-run"_s});

    EXPECT_EQ(all.exitCode, 1) << all.err.toStdString();
    QStringList found;
    for (const QByteArray &line : all.out.trimmed().split('\n'))
        found += codes(QJsonDocument::fromJson(line).object());
    EXPECT_EQ(found,
        (QStringList{u"variable-unresolved"_s, u"no-user"_s, u"request-unreadable"_s, u"uuid-format"_s}));
    EXPECT_EQ(one.exitCode, 0) << one.err.toStdString();
    EXPECT_TRUE(one.out.contains("{{folder}}")) << one.out.toStdString();
    EXPECT_EQ(sent.exitCode, 2);
}

TEST(Contract, AnAddressInBracketsIsWhatADirectCallConnectsTo)
{
    const DcsProgram dcs;
    for (const auto &[host, target] : {std::pair(u"[::1]:8080"_s, u"::1"_s), {u"[::1]"_s, u"::1"_s},
             {u"acme.demdex.net:81"_s, u"acme.demdex.net"_s}}) {
        const Ran ran = dcs.run({u"decode"_s, u"--direct"_s, u"--header"_s, u"Host: "_s + host, u"--json"_s});
        EXPECT_EQ(ran.json()[u"connectHost"].toString(), target) << ran.out.toStdString();
    }
}
