// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "support/generate.h"
#include "support/print.h"
#include "transport/responseparser.h"

#include <gtest/gtest.h>

using transport::ResponseParser;
using State = ResponseParser::State;

namespace {

/// Everything a parser says, for comparison.
QByteArray told(const ResponseParser &parser)
{
    QByteArray out = QByteArray::number(int(parser.state())) + ' ' + QByteArray::number(parser.status()) + ' '
        + parser.version() + ' ' + parser.reason() + '\n';
    for (const auto &list : {parser.headers(), parser.trailers()}) {
        for (const dcs::Header &header : list)
            out += header.name + '=' + header.value + '\n';
    }
    out += parser.head() + '|' + parser.body() + '|' + parser.notes().join(u';').toUtf8();
    if (parser.problem())
        out += '|' + parser.problem()->message.toUtf8() + QByteArray::number(parser.problem()->offset);
    return out;
}

QByteArray generatedAnswer(Generate &generate)
{
    QByteArray body = generate.text("abc\r\n:;\0\xff", 60);
    QByteArray head = generate.pick(QList<QByteArray>{"HTTP/1.1 200 OK\r\n", "HTTP/1.0 404 Gone\r\n",
        "HTTP/1.1 200\r\n", "\r\nHTTP/1.1 500 x\n",
        "HTTP/1.1 103 Early\r\nLink: a\r\n\r\nHTTP/1.1 200 OK\r\n", "HTTP/1.1 2x0 OK\r\n", "HTP\r\n"});
    for (int i = generate.number(0, 4); i > 0; --i)
        head += generate.pick(QList<QByteArray>{"X-One: 1\r\n", "x:\r\n", "Set-Cookie: a=b; c\r\n",
            "Folded: a\r\n  b\r\n", "LF: x\n", "broken\r\n", "Connection: close\r\n"});
    if (generate.chance(40)) {
        head += "Transfer-Encoding: chunked\r\n";
        QByteArray chunks;
        while (!body.isEmpty()) {
            const int size = generate.number(1, int(body.size()));
            chunks += QByteArray::number(size, 16) + (generate.chance(20) ? ";x=y" : "") + "\r\n"
                + body.left(size) + (generate.chance(95) ? "\r\n" : "x");
            body.remove(0, size);
        }
        body = chunks + "0\r\n" + (generate.chance(30) ? "Trailer: t\r\n" : "") + "\r\n";
    } else if (generate.chance(70)) {
        head += "Content-Length: "
            + QByteArray::number(generate.chance(80) ? int(body.size()) : generate.number(0, 80)) + "\r\n";
    }
    QByteArray out = head + "\r\n" + body;
    if (generate.chance(20))
        out.truncate(generate.number(0, int(out.size())));
    return out;
}

} // namespace

TEST(ResponseParser, SaysTheSameHoweverTheBytesAreCut)
{
    Generate generate;
    for (int i = 0; i < 3000; ++i) {
        const QByteArray bytes = generatedAnswer(generate);
        const bool toHead = generate.chance(10);
        ResponseParser whole(toHead), single(toHead), pieces(toHead);

        // Bytes behind the end are shown in the message as far as they have come, so the comparison ends with
        // the message.
        whole.feed(bytes);
        const qsizetype used = whole.problem() && whole.problem()->message.contains(u"more than the answer")
            ? whole.problem()->offset
            : bytes.size();
        whole = ResponseParser(toHead);
        whole.feed(bytes.first(used));
        for (qsizetype at = 0; at < used; ++at)
            single.feed(QByteArrayView(bytes).sliced(at, 1));
        for (qsizetype at = 0; at < used;) {
            const qsizetype size = qMin(qsizetype(generate.number(1, 20)), used - at);
            pieces.feed(QByteArrayView(bytes).sliced(at, size));
            at += size;
        }
        const bool early
            = whole.state() == State::Failed && whole.status() == 0; // garbage is refused at its first bytes
        for (ResponseParser *parser : {&whole, &single, &pieces})
            parser->finish(true);

        ASSERT_EQ(whole.state(), single.state()) << bytes.toStdString();
        ASSERT_EQ(whole.body(), single.body());
        if (!early) {
            ASSERT_EQ(told(whole), told(single));
            ASSERT_EQ(told(whole), told(pieces));
        }
    }
}

TEST(ResponseParser, KeepsHeadersAsTheyCame)
{
    ResponseParser parser;
    const QByteArray head = "HTTP/1.1 200 Fine  \r\nSet-Cookie: demdex=1; Domain=.demdex.net\r\nset-cookie:  "
                            "dpm=2\t\r\nX-Empty:\r\nContent-Length: 0\r\n\r\n";

    parser.feed(head);

    EXPECT_EQ(parser.state(), State::Done);
    EXPECT_EQ(parser.head(), head);
    EXPECT_EQ(parser.reason(), "Fine  ");
    const QList<dcs::Header> expected{{"Set-Cookie", "demdex=1; Domain=.demdex.net"}, {"set-cookie", "dpm=2"},
        {"X-Empty", ""}, {"Content-Length", "0"}};
    EXPECT_EQ(parser.headers(), expected);
    EXPECT_TRUE(parser.keepAlive());
}

TEST(ResponseParser, KeepsTrailers)
{
    ResponseParser parser;

    parser.feed("HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n3\r\nabc\r\n0\r\nX-Sum: 5\r\n\r\n");

    EXPECT_EQ(parser.state(), State::Done);
    const QList<dcs::Header> expected{{"X-Sum", "5"}};
    EXPECT_EQ(parser.trailers(), expected);
    EXPECT_TRUE(parser.keepAlive());
}

TEST(ResponseParser, AConnectionIsKeptOnlyWhenNothingIsInDoubt)
{
    const struct {
        QByteArray bytes;
        bool kept;
    } rows[] = {
        {"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", true},
        {"HTTP/1.1 204 No Content\r\n\r\n", true},
        {"HTTP/1.1 200 OK\r\nConnection: Keep-Alive, CLOSE\r\nContent-Length: 0\r\n\r\n", false},
        {"HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n", false},
        {"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\nx", false},
        {"HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n", false},
        {"HTTP/1.1 200 OK\r\n\r\n", false},
        {"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Length: 0\r\n\r\n0\r\n\r\n", false},
    };
    for (const auto &row : rows) {
        ResponseParser parser;
        parser.feed(row.bytes);
        EXPECT_EQ(parser.keepAlive(), row.kept) << row.bytes.toStdString();
    }
}

TEST(ResponseParser, NamesTheByteOfAProblem)
{
    ResponseParser parser;

    parser.feed("HTTP/1.1 200 OK\r\nGood: 1\r\nbad\r\n\r\n");

    ASSERT_TRUE(parser.problem());
    EXPECT_EQ(parser.problem()->offset, 26);
    EXPECT_EQ(parser.headers().size(), 1);
}

TEST(ResponseParser, TakesTimeInProportionToTheBytes)
{
    // A header line byte by byte, 60 KB of it, and a body in pieces of one byte: each byte is looked at once.
    ResponseParser parser;
    const QByteArray head = "HTTP/1.1 200 OK\r\nX: " + QByteArray(60'000, 'x') + "\r\n\r\n";
    for (const char c : head)
        parser.feed(QByteArrayView(&c, 1));
    const QByteArray body(200'000, 'b');
    for (const char c : body)
        parser.feed(QByteArrayView(&c, 1));
    parser.finish(true);

    EXPECT_EQ(parser.state(), State::Done);
    EXPECT_EQ(parser.body(), body);
}

TEST(ResponseParser, TheLimitsAreExact)
{
    ResponseParser::Limits limits;
    limits.bodyBytes = 3;
    limits.headBytes = 40;
    ResponseParser fits(false, limits), bodyTooLarge(false, limits), headTooLarge(false, limits);

    fits.feed("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc");
    bodyTooLarge.feed("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nabcd");
    headTooLarge.feed("HTTP/1.1 200 OK\r\nContent-Length: 3\r\nX: 1\r\n\r\nabc");

    EXPECT_EQ(fits.state(), State::Done);
    ASSERT_TRUE(bodyTooLarge.problem());
    EXPECT_TRUE(bodyTooLarge.problem()->tooLarge);
    EXPECT_EQ(bodyTooLarge.body(), "abc");
    ASSERT_TRUE(headTooLarge.problem());
    EXPECT_TRUE(headTooLarge.problem()->tooLarge);
}
