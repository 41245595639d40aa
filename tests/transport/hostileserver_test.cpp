// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "support/print.h"
#include "transport/exchanges.h"
#include "transport/scriptedpeer.h"

#include <QFile>

#include <zlib.h>

using namespace Qt::StringLiterals;
using Kind = dcs::Failure::Kind;

namespace {

/// gzip of `block`, `times` over.
QByteArray gzip(const QByteArray &block, int times = 1)
{
    z_stream stream{};
    EXPECT_EQ(deflateInit2(&stream, 1, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
    QByteArray out(qsizetype(deflateBound(&stream, uLong(block.size()))) * times + 64, '\0');
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = uInt(out.size());
    for (int i = 1; i <= times; ++i) {
        stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(block.constData()));
        stream.avail_in = uInt(block.size());
        EXPECT_EQ(deflate(&stream, i == times ? Z_FINISH : Z_NO_FLUSH), i == times ? Z_STREAM_END : Z_OK);
    }
    out.resize(qsizetype(stream.total_out));
    out.squeeze();
    deflateEnd(&stream);
    return out;
}

/// Peak resident memory of this process in megabytes.
qint64 peakMegabytes()
{
    QFile status(u"/proc/self/status"_s);
    EXPECT_TRUE(status.open(QIODevice::ReadOnly));
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6, line.size() - 8).trimmed().toLongLong() / 1024;
    }
    return -1;
}

QByteArray answer(const QByteArray &head, const QByteArray &body = "ok")
{
    return "HTTP/1.1 200 OK\r\n" + head + "\r\n" + body;
}

struct Row {
    const char *name;
    Script after; ///< what the peer does once it has read the request
    std::optional<Kind> failure;
    int status = 0;
    QByteArray body{};
    const char *says = ""; ///< a part of the failure's message, or of a note
    QByteArray method = "GET";
};

const QByteArray head200 = "HTTP/1.1 200 OK\r\n";

QList<Row> brokenHeads()
{
    const auto whole = [](const QByteArray &bytes) { return Script{sendBytes(bytes), closeNow()}; };
    return {
        {"garbage", whole("\x7f\x45LF garbage\n\n"), Kind::Protocol, 0, "", "no HTTP"},
        {"HTTP/0.9", whole("<html>ok</html>"), Kind::Protocol, 0, "", "no HTTP"},
        {"another protocol that goes on", {sendBytes("SSH-2.0-x")}, Kind::Protocol, 0, "", "SSH-2.0"},
        {"a TLS record", {sendBytes("\x15\x03\x03")}, Kind::Protocol, 0, "", "wants TLS"},
        {"an HTTP/2 frame", {sendBytes(QByteArray("\0\0\x12\x04\0\0\0\0\0", 9))}, Kind::Protocol, 0, "",
            "HTTP/2"},
        {"status abc", whole("HTTP/1.1 abc OK\r\n\r\n"), Kind::Protocol, 0, "", "abc"},
        {"no status", whole("HTTP/1.1\r\n\r\n"), Kind::Protocol, 0, "", "status line"},
        {"status 000", whole("HTTP/1.1 000 X\r\n\r\n"), Kind::Protocol, 0, "", "100 and 599"},
        {"status 099", whole("HTTP/1.1 099 X\r\n\r\n"), Kind::Protocol, 0, "", "100 and 599"},
        {"status -1", whole("HTTP/1.1 -1 X\r\n\r\n"), Kind::Protocol, 0, "", "100 and 599"},
        {"status 600", whole("HTTP/1.1 600 X\r\n\r\n"), Kind::Protocol, 0, "", "100 and 599"},
        {"status 2000", whole("HTTP/1.1 2000 X\r\n\r\n"), Kind::Protocol, 0, "", "100 and 599"},
        {"HTTP/9.9", whole("HTTP/9.9 200 OK\r\nContent-Length: 0\r\n\r\n"), Kind::Protocol, 0, "",
            "HTTP/9.9"},
        {"HTTP/2 in a status line", whole("HTTP/2 200 OK\r\n\r\n"), Kind::Protocol, 0, "", "HTTP/2"},
        {"header without colon", whole(answer("Content-Type text\r\nContent-Length: 2\r\n")), Kind::Protocol,
            200, "", "Content-Type text"},
        {"blank in a header's name", whole(answer("Content Type: x\r\nContent-Length: 2\r\n")),
            Kind::Protocol, 200, "", "Content Type"},
        {"blank before the colon", whole(answer("Content-Length : 2\r\n")), Kind::Protocol, 200, "",
            "Content-Length :"},
        {"empty header name", whole(answer(": x\r\n")), Kind::Protocol, 200, "", "no header line"},
        {"unasked 101", whole("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n"), Kind::Protocol, 101,
            "", "switched"},
        {"only an interim answer", whole("HTTP/1.1 103 Early Hints\r\n\r\n"), Kind::Protocol, 0, "",
            "interim"},
        {"cut in the status line", whole("HTTP/1.1 2"), Kind::Protocol, 0, "", "status line"},
        {"cut in the headers", whole("HTTP/1.1 200 OK\r\nX: 1\r\nContent-Le"), Kind::Protocol, 200, "",
            "headers"},
        {"no byte", {closeNow()}, Kind::Protocol, 0, "", "without an answer"},
        {"reset", {resetNow()}, Kind::Protocol, 0, "", "without an answer"},
        {"a line of 100 KB", whole("HTTP/1.1 200 OK\r\nX: " + QByteArray(100'000, 'x') + "\r\n\r\n"),
            Kind::TooLarge, 200, "", "line"},
        {"a flood of headers", {sendBytes(head200), endless("X-Flood: yes\r\n")}, Kind::TooLarge, 200, "",
            "head is longer"},
        {"an endless header", {sendBytes(head200 + "X: "), endless("xxxxxxxx")}, Kind::TooLarge, 200, "",
            "line"},
        {"an endless status line", {sendBytes("HTTP/1.1 200 "), endless("xxxxxxxx")}, Kind::TooLarge, 0, "",
            "line"},
        {"endless interim answers", {endless("HTTP/1.1 102 Processing\r\n\r\n")}, Kind::TooLarge, 0, "",
            "head is longer"},
        {"endless blank lines", {endless("\r\n")}, Kind::TooLarge, 0, "", "head is longer"},
    };
}

QList<Row> brokenBodies()
{
    const auto whole = [](const QByteArray &bytes) { return Script{sendBytes(bytes), closeNow()}; };
    const auto chunked
        = [&](const QByteArray &body) { return whole(answer("Transfer-Encoding: chunked\r\n", body)); };
    return {
        {"chunk size zz", chunked("3\r\nabc\r\nzz\r\nxx"), Kind::Protocol, 200, "abc", "zz"},
        {"chunk size -7", chunked("3\r\nabc\r\n-7\r\n"), Kind::Protocol, 200, "abc", "-7"},
        {"chunk size over 64 bits", chunked("3\r\nabc\r\n10000000000000000\r\n"), Kind::Protocol, 200, "abc",
            "size of a chunk"},
        {"empty chunk size", chunked("3\r\nabc\r\n\r\n"), Kind::Protocol, 200, "abc", "size of a chunk"},
        {"chunk longer than its size", chunked("3\r\nabcdef\r\n0\r\n\r\n"), Kind::Protocol, 200, "abc",
            "longer than its size"},
        {"chunked, cut in a chunk", chunked("9\r\nabc"), Kind::Protocol, 200, "abc", "cut"},
        {"chunked, cut after a chunk", chunked("3\r\nabc\r\n"), Kind::Protocol, 200, "abc", "cut"},
        {"chunked, cut after the last size", chunked("3\r\nabc\r\n0\r\n"), Kind::Protocol, 200, "abc", "cut"},
        {"Content-Length -5", whole(answer("Content-Length: -5\r\n")), Kind::Protocol, 200, "", "-5"},
        {"Content-Length abc", whole(answer("Content-Length: abc\r\n")), Kind::Protocol, 200, "", "abc"},
        {"Content-Length of 20 digits", whole(answer("Content-Length: 99999999999999999999\r\n")),
            Kind::Protocol, 200, "", "no length"},
        {"Content-Length 3 and 7", whole(answer("Content-Length: 3\r\nContent-Length: 7\r\n", "abc")),
            Kind::Protocol, 200, "", "different lengths"},
        {"Content-Length 3, 7", whole(answer("Content-Length: 3, 7\r\n", "abc")), Kind::Protocol, 200, "",
            "different lengths"},
        {"shorter than Content-Length", whole(answer("Content-Length: 10\r\n", "abc")), Kind::Protocol, 200,
            "abc", "3 of 10 bytes"},
        {"shorter and reset", {sendBytes(answer("Content-Length: 10\r\n", "abc")), pauseFor(20), resetNow()},
            Kind::Protocol, 200, "abc", "3 of 10 bytes"},
        {"longer than Content-Length", whole(answer("Content-Length: 3\r\n", "abcdef")), Kind::Protocol, 200,
            "abc", "more than the answer"},
        {"a second answer", whole(answer("Content-Length: 2\r\n") + answer("Content-Length: 2\r\n", "no")),
            Kind::Protocol, 200, "ok", "more than the answer"},
        {"no length, reset", {sendBytes(answer("", "abc")), pauseFor(20), resetNow()}, Kind::Protocol, 200,
            "abc", "cut"},
        {"unknown transfer coding", whole(answer("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n")),
            Kind::Protocol, 200, "", "gzip, chunked"},
        {"gzip, cut",
            whole(answer("Content-Encoding: gzip\r\n", gzip(QByteArray(5000, 'a') + "end").chopped(12))),
            Kind::Protocol, 200, "*", "cut"},
        {"gzip, damaged", whole(answer("Content-Encoding: gzip\r\n", "no gzip at all")), Kind::Protocol, 200,
            "no gzip at all", "damaged"},
        {"a gzip bomb", whole(answer("Content-Encoding: gzip\r\n", gzip(QByteArray(1 << 20, '\0'), 64))),
            Kind::TooLarge, 200, "*", "unpacks to more"},
        {"endless body", {sendBytes(answer("", "")), endless("abcdefgh")}, Kind::TooLarge, 200, "*",
            "body is larger"},
        {"endless chunks",
            {sendBytes(answer("Transfer-Encoding: chunked\r\n", "")), endless("8\r\nabcdefgh\r\n")},
            Kind::TooLarge, 200, "*", "body is larger"},
        {"endless chunk extensions",
            {sendBytes(answer("Transfer-Encoding: chunked\r\n", "")), endless("1;extension=value\r\na\r\n")},
            Kind::TooLarge, 200, "*", "extensions"},
        {"endless trailers",
            {sendBytes(answer("Transfer-Encoding: chunked\r\n", "0\r\n")), endless("X: trailer\r\n")},
            Kind::TooLarge, 200, "", "trailers"},
    };
}

QList<Row> stalls()
{
    return {
        {"silence", {}, Kind::Timeout, 0, "", "waiting for the answer"},
        {"silence in the status line", {sendBytes("HTTP/1.1 20")}, Kind::Timeout, 0, "",
            "reading the answer"},
        {"silence in the headers", {sendBytes("HTTP/1.1 200 OK\r\nX: 1\r\n")}, Kind::Timeout, 200, "",
            "reading the answer"},
        {"silence in the body", {sendBytes(answer("Content-Length: 10\r\n", "abc"))}, Kind::Timeout, 200,
            "abc", "reading the answer"},
        {"silence behind a body without length", {sendBytes(answer("", "abc"))}, Kind::Timeout, 200, "abc",
            "reading the answer"},
        {"a header, a byte each 20 ms",
            {sendBytes(head200), drip("X-Slow: " + QByteArray(1000, 'x') + "\r\n", 20)}, Kind::Timeout, 200,
            "", "reading the answer"},
        {"a body, a byte each 20 ms",
            {sendBytes(answer("Content-Length: 1000\r\n", "")), drip(QByteArray(1000, 'x'), 20)},
            Kind::Timeout, 200, "*", "reading the answer"},
    };
}

QList<Row> oddButFine()
{
    const auto whole = [](const QByteArray &bytes) { return Script{sendBytes(bytes), closeNow()}; };
    return {
        {"103, then 200",
            whole("HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n" + answer("Content-Length: 2\r\n")), {}, 200,
            "ok", "103"},
        {"100 and 102, then 200",
            whole("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 102 X\r\n\r\n" + answer("Content-Length: 2\r\n")),
            {}, 200, "ok", "102"},
        {"no length, orderly end", whole(answer("", "abc")), {}, 200, "abc"},
        {"bare LF", whole("HTTP/1.1 200 OK\nContent-Length: 2\n\nok"), {}, 200, "ok", "LF alone"},
        {"a folded header", whole(answer("X: a\r\n  b\r\nContent-Length: 2\r\n")), {}, 200, "ok", "folded"},
        {"a blank line first", whole("\r\n" + answer("Content-Length: 2\r\n")), {}, 200, "ok", "blank line"},
        {"no reason", whole("HTTP/1.1 200\r\nContent-Length: 2\r\n\r\nok"), {}, 200, "ok"},
        {"HTTP/1.0", whole("HTTP/1.0 200 OK\r\n\r\nabc"), {}, 200, "abc"},
        {"chunks, extensions, trailers",
            whole(
                answer("Transfer-Encoding: chunked\r\n", "3;a=b\r\nabc\r\n2 \r\nde\r\n0\r\nX-T: 1\r\n\r\n")),
            {}, 200, "abcde"},
        {"chunked and Content-Length",
            whole(answer("Transfer-Encoding: chunked\r\nContent-Length: 99\r\n", "3\r\nabc\r\n0\r\n\r\n")),
            {}, 200, "abc", "Content-Length"},
        {"Content-Length twice alike", whole(answer("Content-Length: 2\r\nContent-Length: 2\r\n")), {}, 200,
            "ok", "repeats"},
        {"204 with Content-Length", whole("HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\n"), {}, 204,
            ""},
        {"304 with Content-Length", whole("HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\n"), {}, 304,
            ""},
        {"HEAD with Content-Length", whole(answer("Content-Length: 5\r\n", "")), {}, 200, "", "", "HEAD"},
        {"302 without Location", whole("HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n"), {}, 302, ""},
        {"404", whole("HTTP/1.1 404 Not Found\r\nContent-Length: 4\r\n\r\ngone"), {}, 404, "gone"},
        {"500", whole("HTTP/1.1 500 Oops\r\nContent-Length: 4\r\n\r\noops"), {}, 500, "oops"},
        {"invalid UTF-8 and NUL in the body",
            whole(answer("Content-Length: 4\r\n", QByteArray("\xff\xfe\0a", 4))), {}, 200,
            QByteArray("\xff\xfe\0a", 4)},
        {"NUL, ESC and Latin-1 in a header",
            whole(answer(QByteArray("X: a\0\x1b\xe9\r\nContent-Length: 2\r\n", 28))), {}, 200, "ok"},
        {"gzip", whole(answer("Content-Encoding: gzip\r\n", gzip("unpacked"))), {}, 200, "unpacked"},
        {"unknown content coding", whole(answer("Content-Encoding: br\r\nContent-Length: 2\r\n")), {}, 200,
            "ok", "not understood"},
        {"200 headers", whole(answer(QByteArray("X: 1\r\n").repeated(200) + "Content-Length: 2\r\n")), {},
            200, "ok"},
        {"in pieces", {drip(answer("Content-Length: 2\r\n"), 1)}, {}, 200, "ok"},
    };
}

void check(const Row &row, const dcs::SendOptions &limits)
{
    SCOPED_TRACE(row.name);
    ScriptedPeer peer(Script{readRequest()} + row.after);
    dcs::SendOptions options = limits;
    options.connectTo = dcs::HostPort{u"127.0.0.1"_s, peer.port()};
    transport::WireManager network;

    const Made made = make(network, wireRequest(row.method), options);

    const dcs::Exchange &result = made.exchange;
    EXPECT_EQ(peer.requests(), 1);
    EXPECT_EQ(peer.connections(), 1);
    EXPECT_EQ(result.failure.has_value(), row.failure.has_value())
        << (result.failure ? result.failure->message.toStdString() : "");
    const QString texts = result.notes.join(u' ') + (result.failure ? result.failure->message : QString());
    EXPECT_TRUE(texts.contains(QString::fromLatin1(row.says))) << texts.toStdString();
    if (result.failure && row.failure) {
        EXPECT_EQ(result.failure->kind, *row.failure) << result.failure->message.toStdString();
        EXPECT_TRUE(result.failure->outcomeUnknown);
        EXPECT_TRUE(result.failure->message.endsWith(u'.'));
    }
    EXPECT_EQ(result.status, row.status);
    if (row.body != "*") {
        EXPECT_EQ(result.body, row.body);
    } else {
        EXPECT_FALSE(result.body.isEmpty());
    }
}

dcs::SendOptions limits(int timeoutMs)
{
    dcs::SendOptions out;
    out.timeout = std::chrono::milliseconds(timeoutMs);
    out.maxBodyBytes = 4 << 20;
    return out;
}

} // namespace

TEST(HostileServer, ABrokenHeadIsAClearFailure)
{
    for (const Row &row : brokenHeads())
        check(row, limits(5000));
}

TEST(HostileServer, ABrokenBodyIsAClearFailureThatKeepsWhatCame)
{
    for (const Row &row : brokenBodies())
        check(row, limits(5000));
}

TEST(HostileServer, AStallOrASlowDripEndsAtTheDeadline)
{
    for (const Row &row : stalls())
        check(row, limits(300));
}

TEST(HostileServer, OddButCompleteAnswersAreTakenWithANote)
{
    for (const Row &row : oddButFine())
        check(row, limits(5000));
}

TEST(HostileServer, EndlessAnswersTakeBoundedMemory)
{
    const QByteArray bomb = gzip(QByteArray(1 << 20, 'x'), 100);
    ASSERT_LT(bomb.size(), 1 << 20);
    const qint64 before = peakMegabytes();
    dcs::SendOptions options = limits(5000);
    options.maxBodyBytes = 8 << 20;

    check({"endless", {sendBytes(answer("", "")), endless("abcdefgh")}, Kind::TooLarge, 200, "*"}, options);
    check({"bomb", {sendBytes(answer("Content-Encoding: gzip\r\n", bomb)), closeNow()}, Kind::TooLarge, 200,
              "*"},
        options);

    // 8 MB and 16 MB may be kept, each in a buffer that grows by doubling.
    EXPECT_LT(peakMegabytes() - before, 64);
}

TEST(HostileServer, AHundredMegabytesComeThroughWhole)
{
    const QByteArray block(1 << 20, 'x');
    Script script{readRequest(),
        sendBytes(answer("Content-Length: " + QByteArray::number(100 * block.size()) + "\r\n", ""))};
    for (int i = 0; i < 100; ++i)
        script.append(sendBytes(block));
    ScriptedPeer peer(script);

    const dcs::Exchange result = exchange(wireRequest(), toPort(peer.port(), 20000));

    EXPECT_FALSE(result.failure);
    EXPECT_EQ(result.body.size(), 100 * block.size());
    EXPECT_GT(result.wireBytes, result.body.size());
}

TEST(HostileServer, CancellingKeepsWhatHasCome)
{
    ScriptedPeer peer({readRequest(), sendBytes(answer("Content-Length: 10\r\n", "abc"))});
    transport::WireManager network;
    transport::ExchangeJob job(wireRequest(), toPort(peer.port()), network);
    QList<dcs::Exchange> results;
    QObject::connect(&job, &transport::ExchangeJob::finished, &job,
        [&](const dcs::Exchange &exchange) { results.append(exchange); });
    job.start();
    bool progressed = false;
    QObject::connect(&job, &transport::ExchangeJob::progressed, &job, [&] { progressed = true; });
    EXPECT_TRUE(QTest::qWaitFor([&] { return progressed; }));

    job.cancel();
    job.cancel();

    ASSERT_EQ(results.size(), 1);
    ASSERT_TRUE(results[0].failure);
    EXPECT_EQ(results[0].failure->kind, Kind::Aborted);
    EXPECT_TRUE(results[0].failure->outcomeUnknown);
    EXPECT_EQ(results[0].body, "abc");
}
