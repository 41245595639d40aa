// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "support/print.h"
#include "transport/contentcoding.h"

#include <gtest/gtest.h>

#include <zlib.h>

namespace {

constexpr qint64 roomy = 1 << 20;
constexpr int gzipBits = 15 + 16, zlibBits = 15, rawBits = -15;

QByteArray packed(const QByteArray &plain, int bits)
{
    z_stream stream{};
    EXPECT_EQ(deflateInit2(&stream, 6, Z_DEFLATED, bits, 8, Z_DEFAULT_STRATEGY), Z_OK);
    QByteArray out(qsizetype(deflateBound(&stream, uLong(plain.size()))), '\0');
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(plain.constData()));
    stream.avail_in = uInt(plain.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = uInt(out.size());
    EXPECT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
    out.resize(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return out;
}

transport::Decoded decoded(const QByteArray &body, const QByteArray &coding, qint64 limit = roomy)
{
    return transport::decodeContent(body, {{"Content-Encoding", coding}}, limit);
}

} // namespace

TEST(ContentCoding, GzipAndBothKindsOfDeflateAreUnpacked)
{
    const QByteArray plain = QByteArray("{\"uuid\":\"1\"}").repeated(5000);
    const struct {
        QByteArray coding;
        int bits;
    } rows[] = {{"gzip", gzipBits}, {"GZip", gzipBits}, {"x-gzip", gzipBits}, {"deflate", zlibBits},
        {"deflate", rawBits}, {"identity, gzip", gzipBits}};
    for (const auto &row : rows) {
        const transport::Decoded out = decoded(packed(plain, row.bits), row.coding);

        EXPECT_TRUE(out.coded) << row.coding.toStdString();
        EXPECT_EQ(out.bytes, plain);
        EXPECT_TRUE(out.problem.isEmpty()) << out.problem.toStdString();
    }
}

TEST(ContentCoding, ABodyWithoutCodingStandsAsItIs)
{
    for (const QByteArray coding : {"", "identity", "Identity"}) {
        const transport::Decoded out = decoded("as it is", coding);

        EXPECT_FALSE(out.coded);
        EXPECT_TRUE(out.problem.isEmpty());
    }
    EXPECT_FALSE(decoded("", "gzip").coded);
}

TEST(ContentCoding, WhatIsNotUnderstoodIsLeftWithANote)
{
    for (const QByteArray coding : {"br", "zstd", "gzip, gzip", "deflate, gzip", "nonsense"}) {
        const transport::Decoded out = decoded("bytes", coding);

        EXPECT_FALSE(out.coded);
        EXPECT_FALSE(out.problem.isEmpty());
    }
}

TEST(ContentCoding, EveryCutOfAStreamIsNoticed)
{
    const QByteArray whole = packed("a body that is short", gzipBits);
    for (qsizetype size = 1; size < whole.size(); ++size)
        EXPECT_FALSE(decoded(whole.first(size), "gzip").problem.isEmpty()) << size;
    EXPECT_TRUE(decoded(whole, "gzip").problem.isEmpty());
    EXPECT_FALSE(decoded(whole + "x", "gzip").problem.isEmpty());
}

TEST(ContentCoding, TheLimitIsExact)
{
    const QByteArray plain(1000, 'x');

    const transport::Decoded fits = decoded(packed(plain, gzipBits), "gzip", 1000);
    const transport::Decoded larger = decoded(packed(plain, gzipBits), "gzip", 999);

    EXPECT_FALSE(fits.tooLarge);
    EXPECT_EQ(fits.bytes.size(), 1000);
    EXPECT_TRUE(larger.tooLarge);
    EXPECT_EQ(larger.bytes.size(), 999);
}
