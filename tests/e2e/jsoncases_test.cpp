// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "e2e/process.h"
#include "support/jsoncases.h"
#include "support/print.h"

#include <gtest/gtest.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// What `dcs answer --json` says about a text: given as a file that is named as JSON, or on standard input.
QJsonObject answerOf(const DcsProgram &dcs, const QByteArray &text, bool asFile)
{
    if (asFile) {
        QFile file(dcs.files().path(u"case.json"_s));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    const Ran ran = asFile ? dcs.run({u"answer"_s, u"case.json"_s, u"--json"_s})
                           : dcs.run({u"answer"_s, u"-"_s, u"--json"_s}, text);
    EXPECT_EQ(ran.exitCode, 0) << text.left(100).toStdString();
    EXPECT_EQ(ran.err, QByteArray());
    return ran.json();
}

std::string told(const QByteArray &text, const QJsonObject &answer)
{
    return (text.left(100).toPercentEncoding(" {}[]\"':,\\")).toStdString() + "\n"
        + QJsonDocument(answer).toJson().toStdString();
}

} // namespace

constexpr int wayParts = 6;

/// As a file or on standard input; every sixth text from `part` on. A process for each of them adds up.
struct Way {
    bool asFile = false;
    int part = 0;
};

void PrintTo(const Way &way, std::ostream *out)
{
    *out << (way.asFile ? "File" : "Input") << way.part;
}

class DcsAnswer : public testing::TestWithParam<Way>
{
protected:
    template <typename Text>
    static QList<Text> partOf(const QList<Text> &all)
    {
        QList<Text> part;
        for (qsizetype i = GetParam().part; i < all.size(); i += wayParts)
            part.append(all[i]);
        return part;
    }

    const DcsProgram dcs;
};

TEST_P(DcsAnswer, SaysOfEveryValidTextThatItIsValidAndWhatItIs)
{
    for (const QByteArray &text : partOf(validJson())) {
        const QJsonObject answer = answerOf(dcs, text, GetParam().asFile);

        EXPECT_TRUE(answer[u"valid"].toBool()) << told(text, answer);
        EXPECT_TRUE(answer[u"problem"].isNull());
        EXPECT_TRUE(answer[u"notJson"].isNull());
        EXPECT_FALSE(answer[u"json"].toObject()[u"kind"].toString().isEmpty()) << told(text, answer);
    }
}

TEST_P(DcsAnswer, NamesThePlaceOfEveryFault)
{
    for (const BrokenJson &c : partOf(brokenJson())) {
        const QJsonObject answer = answerOf(dcs, c.text, GetParam().asFile);

        // What was not said to be JSON may be a text; then it is told why it is none.
        const QString form = answer[u"form"].toString();
        const bool mayBeText = !GetParam().asFile && (form == u"text"_s || form == u"empty"_s);
        EXPECT_TRUE(mayBeText || !answer[u"valid"].toBool()) << told(c.text, answer);
        const QString problem = answer[answer[u"valid"].toBool() ? u"notJson" : u"problem"].toString();
        EXPECT_TRUE(form == u"empty"_s || problem.startsWith(u"At line "_s)) << told(c.text, answer);
        if (!answer[u"valid"].toBool()) {
            EXPECT_GE(answer[u"problemLine"].toInt(), 1);
            EXPECT_GE(answer[u"problemColumn"].toInt(), 1);
            const int offset = answer[u"problemOffset"].toInt(-1);
            const bool otherwiseEncoded = problem.contains(u"UTF-16"_s);
            const bool markSkipped = c.text.startsWith("\xef\xbb\xbf");
            EXPECT_TRUE(otherwiseEncoded || markSkipped || offset == c.offset) << told(c.text, answer);
        }
    }
}

TEST_P(DcsAnswer, AnswersWhatIsUndecided)
{
    for (const QByteArray &text : partOf(undecidedJson())) {
        const QJsonObject answer = answerOf(dcs, text, GetParam().asFile);

        EXPECT_EQ(answer[u"valid"].toBool(), answer[u"problem"].isNull()) << told(text, answer);
    }
}

std::vector<Way> ways()
{
    std::vector<Way> all;
    for (const bool asFile : {true, false}) {
        for (int part = 0; part < wayParts; ++part)
            all.push_back({asFile, part});
    }
    return all;
}

INSTANTIATE_TEST_SUITE_P(Ways, DcsAnswer, testing::ValuesIn(ways()), testing::PrintToStringParamName());

TEST(DcsAnswerBody, IsPrintedIndentedWithEveryTokenAsItStands)
{
    const DcsProgram dcs;
    const Ran ran = dcs.run({u"answer"_s, u"-"_s, u"--body"_s},
        "{\"n\":1.10,\"n\":10000000000000000000001,\"s\":\"\\u00e9\xe2\x80\xae\xc2\x9b\",\"e\":[]}");

    EXPECT_EQ(ran.exitCode, 0);
    EXPECT_EQ(ran.out,
        "{\n  \"n\": 1.10,\n  \"n\": 10000000000000000000001,\n  \"s\": \"\\u00e9\\u202e\\u009b\",\n  \"e\": "
        "[]\n}\n");
}

TEST(DcsAnswerBody, OfAnotherKindIsPrintedLineByLineWithoutControls)
{
    const DcsProgram dcs;
    const Ran ran = dcs.run({u"answer"_s, u"-"_s, u"--body"_s}, "<b>one</b>\n\x1b[31mtwo\xff");

    EXPECT_EQ(ran.out, "<b>one</b>\n\\u{1b}[31mtwo\xef\xbf\xbd\n");
}

TEST(DcsAnswerText, TellsAPersonWhatKindOfJsonABodyIs)
{
    const DcsProgram dcs;
    const std::pair<const char *, const char *> cases[] = {{"[1,2,3]", "JSON array, 3 elements, depth 1"},
        {"{}", "JSON object, 0 members, depth 1"}, {"null", "JSON null"}, {"-1.50", "JSON number -1.50"},
        {"\"a\\u001b\"", "JSON string \"a\\u001b\""}, {"true", "JSON boolean true"}};
    for (const auto &[text, content] : cases) {
        const Ran ran = dcs.run({u"answer"_s, u"-"_s}, text);
        EXPECT_TRUE(ran.out.contains(content)) << ran.out.toStdString();
    }
}
