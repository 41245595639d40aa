// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "store/packer.h"

#include <algorithm>
#include <zlib.h>

namespace store {

namespace {

enum Format : char { Plain = 0, Deflated = 1 };

constexpr qsizetype smallest = 48; // below this nothing is won
constexpr qsizetype sampled = 256 * 1024; // above this a sample is tried first
constexpr qsizetype sampleSize = 32 * 1024;
constexpr qsizetype largestUnpacked = qsizetype(1) << 30;

// What requests and answers have in common, the likeliest last (deflate prefers what is near). It belongs to
// format 1 of the file: changing a byte makes every database unreadable.
constexpr char dictionary[]
    = "\"certificates\"peerCertificateTLSv1.2TLS_AES_256_GCM_SHA384TLS_AES_128_GCM_SHA256TLSv1.3 307 "
      "Temporary Redirect 302 "
      "Found 400 Bad Request 404 Not Found 429 Too Many Requests 500 Internal Server Error 503 Service "
      "Unavailable\r\n"
      "Location: Retry-After: X-Error: X-TID: Set-Cookie: demdex=;Path=/;Domain=.demdex.net;Expires= "
      "GMT;Max-Age=15552000;"
      "Secure;SameSite=NoneP3P: policyref=\"/w3c/p3p.xml\", CP=\"NOI NID CURa ADMa DEVa PSAa PSDa OUR SAMa "
      "BUS PUR COM NAV "
      "INT\"\r\nPragma: no-cache\r\nExpires: Thu, 01 Jan 1970 00:00:00 GMT\r\nVary: Origin, "
      "Accept-Encoding\r\n"
      "Cache-Control: no-cache,no-store,must-revalidate,max-age=0,proxy-revalidate,no-transform,private\r\n"
      "Strict-Transport-Security: max-age=31536000; includeSubDomains\r\nDCS: "
      "dcs-prod-usw2-v069-.edge-.demdex.com "
      "image/gif text/html application/javascript;charset=utf-8\r\nContent-Type: "
      "application/x-www-form-urlencoded\r\n"
      "Access-Control-Allow-Origin: Accept: */*\r\nReferer: https://www.Cookie: User-Agent: Mozilla/5.0 "
      "(Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
      "Chrome/Safari/537.36DCS-Workbench/0.1.0\r\n"
      "POST /event HTTP/1.1\r\nHost: .demdex.net\r\nConnection: keep-alive\r\nConnection: "
      "close\r\nContent-Length: "
      "d_uuid=d_mid=d_cid=d_cid_ic=%01d_dpid=d_dpuuid=d_jsonv=1&d_dst=1&d_rtbd=json&d_cb=d_ptfm=d_orgid=%"
      "40AdobeOrg&d_ld="
      "d_blob=dcs_region=d_cts=1&c_p_h_"
      "{\"traits\":[],\"segments\":[],\"stuff\":[{\"cn\":\"\",\"cv\":\"\",\"ttl\":30,\"dmn\":\".com\"}],"
      "\"uuid\":\"\","
      "\"dcs_region\":9,\"tid\":\"=\",\"ibs\":[{\"id\":\"\",\"ttl\":10080,\"tag\":\"img\",\"url\":[\"https://"
      "\"dests\":[{\"id\":\"\",\"y\":\"img\",\"e\":\"\",\"c\":\"http\"}],\"errors\":[{\"code\":,\"msg\":\"\"}"
      "],"
      "\"d_mid\":\"\",\"d_blob\":\"\"}"
      "severityerrorwarninghintcodewheremessagefixparameterdcsCodemend"
      "reasonBad "
      "RequestversionheadheaderstrailerswireBytesnotestimingsreusedpeerfailurekindremedyoutcomeUnknown"
      "1.1HTTP/1.1 200 OK\r\nDate: Mon, Tue, Wed, Thu, Fri, Sat, Sun, Jan 2026 GMT\r\nServer: \r\n"
      "Content-Type: application/json;charset=utf-8\r\nContent-Length: Connection: keep-alive\r\n\r\n"
      "GET /event?d_uuid= HTTP/1.1\r\nHost: .demdex.net\r\nUser-Agent: Accept: */*\r\nConnection: "
      "close\r\n\r\n";

void appendSize(QByteArray &out, quint64 size)
{
    for (; size >= 0x80; size >>= 7)
        out += char(0x80 | (size & 0x7f));
    out += char(size);
}

std::optional<quint64> takeSize(QByteArrayView &packed)
{
    quint64 size = 0;
    for (int shift = 0; shift < 63 && !packed.isEmpty(); shift += 7) {
        const auto byte = static_cast<unsigned char>(packed[0]);
        packed = packed.sliced(1);
        size |= quint64(byte & 0x7f) << shift;
        if (!(byte & 0x80))
            return size;
    }
    return {};
}

QByteArray plain(QByteArrayView bytes)
{
    QByteArray out;
    out.reserve(bytes.size() + 1);
    out += Plain;
    out += bytes;
    return out;
}

const Bytef *input(QByteArrayView bytes)
{
    return reinterpret_cast<const Bytef *>(bytes.data());
}

QByteArray dictionaryWith(QByteArrayView context)
{
    QByteArray all(dictionary, sizeof dictionary - 1);
    all += context.first(std::min(context.size(), qsizetype(8192)));
    return all;
}

} // namespace

struct Packer::Streams {
    z_stream small = {}; // little memory to clear for each use
    z_stream large = {};
    z_stream inflating = {};
    bool smallReady = false, largeReady = false, inflatingReady = false;

    z_stream *forSize(qsizetype size)
    {
        constexpr qsizetype largestForSmall = 16 * 1024;
        z_stream &stream = size <= largestForSmall ? small : large;
        bool &ready = size <= largestForSmall ? smallReady : largeReady;
        if (ready)
            return deflateReset(&stream) == Z_OK ? &stream : nullptr;
        ready = (&stream == &small ? deflateInit2(&small, 3, Z_DEFLATED, -14, 6, Z_DEFAULT_STRATEGY)
                                   : deflateInit2(&large, 3, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY))
            == Z_OK;
        return ready ? &stream : nullptr;
    }
};

Packer::Packer()
    : m_streams(std::make_unique<Streams>())
{
}

Packer::~Packer()
{
    if (m_streams->smallReady)
        deflateEnd(&m_streams->small);
    if (m_streams->largeReady)
        deflateEnd(&m_streams->large);
    if (m_streams->inflatingReady)
        inflateEnd(&m_streams->inflating);
}

QByteArray Packer::pack(QByteArrayView bytes, QByteArrayView context)
{
    if (bytes.size() < smallest || bytes.size() > largestUnpacked)
        return plain(bytes);
    if (bytes.size() > sampled) { // pictures and the like: seconds of work for nothing
        const QByteArray sample = pack(bytes.sliced(bytes.size() / 2, sampleSize), {});
        if (sample.size() > sampleSize * 9 / 10)
            return plain(bytes);
    }
    z_stream *stream = m_streams->forSize(bytes.size());
    if (!stream)
        return plain(bytes);
    const QByteArray before = dictionaryWith(context);
    deflateSetDictionary(stream, input(before), uInt(before.size()));
    QByteArray out;
    out += Deflated;
    appendSize(out, quint64(bytes.size()));
    const qsizetype head = out.size();
    out.resize(bytes.size()); // more than that is not wanted
    stream->next_in = const_cast<Bytef *>(input(bytes));
    stream->avail_in = uInt(bytes.size());
    stream->next_out = reinterpret_cast<Bytef *>(out.data() + head);
    stream->avail_out = uInt(out.size() - head);
    if (deflate(stream, Z_FINISH) != Z_STREAM_END)
        return plain(bytes);
    out.resize(out.size() - qsizetype(stream->avail_out));
    return out;
}

std::optional<QByteArray> Packer::unpack(QByteArrayView packed, QByteArrayView context, qsizetype most)
{
    if (packed.isEmpty())
        return {};
    const char format = packed[0];
    packed = packed.sliced(1);
    if (format == Plain)
        return packed.first(most < 0 ? packed.size() : std::min(most, packed.size())).toByteArray();
    const auto size = takeSize(packed);
    // Deflate makes at most a thousand bytes of one: a damaged size must not cost a gigabyte of memory.
    if (format != Deflated || !size || *size > quint64(largestUnpacked)
        || *size / 1100 > quint64(packed.size()))
        return {};
    z_stream &stream = m_streams->inflating;
    if (!(m_streams->inflatingReady ? inflateReset(&stream) == Z_OK : inflateInit2(&stream, -15) == Z_OK))
        return {};
    m_streams->inflatingReady = true;
    const QByteArray before = dictionaryWith(context);
    inflateSetDictionary(&stream, input(before), uInt(before.size()));
    const bool whole = most < 0 || quint64(most) >= *size;
    QByteArray out(whole ? qsizetype(*size) : most, Qt::Uninitialized);
    stream.next_in = const_cast<Bytef *>(input(packed));
    stream.avail_in = uInt(packed.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = uInt(out.size());
    const int code = inflate(&stream, Z_FINISH);
    if (stream.avail_out != 0 || (whole && code != Z_STREAM_END))
        return {};
    return out;
}

} // namespace store
