// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "sandbox/ask.h"
#include "sandbox/examples.h"

namespace {

QByteArray wire(const char *text)
{
    QByteArray bytes(text);
    const qsizetype bodyAt = bytes.indexOf("\n\n");
    return bytes.left(bodyAt).replace('\n', "\r\n") + "\r\n\r\n" + bytes.mid(bodyAt + 2);
}

QByteArray tidOf(const QByteArray &response)
{
    return Answered(response).header("X-TID");
}

/// The example's request, asked of a simulator that draws the example's transaction ID.
struct ExampleRun : Asking {
    using Asking::Asking;

    Answered run(const Example &example)
    {
        tls = true;
        expected = wire(example.response);
        randoms.push_front(qFromBigEndian<quint64>(QByteArray::fromBase64(tidOf(expected)).constData()));
        return raw(wire(example.request));
    }
    QByteArray expected;
};

} // namespace

// The examples were not made from the standard configuration: there are fewer macros in the URL destination,
// and the cookie comes although the server named its user.
TEST(Examples, ServerToServerGetIsAnsweredByteForByte)
{
    QJsonObject json = sandbox::Config::standard().json;
    QJsonArray partners = json[u"partners"].toArray();
    QJsonObject acme = partners[0].toObject();
    QJsonArray destinations = acme[u"destinations"].toArray();
    QJsonObject url = destinations[1].toObject();
    url[u"url"] = QStringLiteral("http://px.example/i?s=%alias%");
    url[u"secureUrl"] = QStringLiteral("https://px.example/i?s=%alias%");
    destinations[1] = url;
    acme[u"destinations"] = destinations;
    partners[0] = acme;
    json[u"partners"] = partners;
    json[u"cookies"] = QStringLiteral("always");
    ExampleRun run(sandbox::Config{json, {}});
    run.serverName = "usw2.demdex.net";

    const Answered answer = run.run(examples::serverToServerGet);

    EXPECT_EQ(answer.bytes, run.expected);
}

TEST(Examples, PostIsReadLikeAGet)
{
    ExampleRun run;

    const Answered answer = run.raw(wire(examples::post.request));

    EXPECT_EQ(answer.uuid().toLatin1(), aUuid);
    EXPECT_EQ(answer.json()[u"stuff"].toArray().size(), 1);
}

TEST(Examples, JsonpIsAnsweredByteForByte)
{
    ExampleRun run;

    const Answered answer = run.run(examples::jsonp);

    EXPECT_EQ(answer.bytes, run.expected);
}

TEST(Examples, PixelIsAnsweredByteForByte)
{
    ExampleRun run;

    const Answered answer = run.run(examples::pixel);

    const QByteArray gif
        = QByteArray::fromBase64("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==");
    EXPECT_EQ(answer.bytes, run.expected + gif);
}

TEST(Examples, TwoErrorsAreAnsweredByteForByte)
{
    ExampleRun run;

    const Answered answer = run.run(examples::twoErrors);

    EXPECT_EQ(answer.bytes, run.expected);
}

TEST(Examples, AnOptedOutUserIsAnsweredByteForByte)
{
    ExampleRun run(changed(R"({"optedOut": ["29723914212754516232688281031031497315"], "region": 6})"));

    const Answered answer = run.run(examples::optedOut);

    EXPECT_EQ(answer.bytes, run.expected);
}

TEST(Examples, ABrokenPercentSequenceIsAnsweredByteForByte)
{
    ExampleRun run;

    const Answered answer = run.run(examples::brokenPercent);

    EXPECT_EQ(answer.bytes, run.expected);
}

TEST(Examples, AnEcidIsAnsweredByteForByteButForTheIdAndTheBlob)
{
    ExampleRun run;
    run.simulator.setRegion(6);

    const Answered answer = run.run(examples::ecid);

    // Both come out of a keyed hash here.
    QByteArray expected = run.expected;
    expected.replace("37772646773714021060542651496937081269", answer.mid().toLatin1());
    expected.replace("n0tAreaLbl0b_4-docs", answer.json()[u"d_blob"].toString().toLatin1());
    expected.replace("Content-Length: 180", "Content-Length: " + QByteArray::number(answer.body.size()));
    EXPECT_EQ(answer.bytes, expected);
    EXPECT_EQ(answer.mid().size(), 38);
}

TEST(Examples, TheFirstLegOfTheCookieTestIsAnsweredByteForByte)
{
    ExampleRun run;
    run.setNewUuid("29723914212754516232688281031031497315");

    const Answered answer = run.run(examples::cookieTest);

    EXPECT_EQ(answer.bytes, run.expected);
}

TEST(Examples, ASyncWithRedirectIsAnsweredByteForByte)
{
    ExampleRun run;

    const Answered answer = run.run(examples::syncWithRedirect);

    EXPECT_EQ(answer.bytes, run.expected);
}

TEST(Examples, AClickIsAnsweredByteForByte)
{
    ExampleRun run;

    const Answered answer = run.run(examples::click);

    EXPECT_EQ(answer.bytes, run.expected);
}
