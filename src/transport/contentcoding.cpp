// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "transport/contentcoding.h"

#include "dcs/text.h"

#include <algorithm>
#include <array>
#include <zlib.h>

using namespace Qt::StringLiterals;

namespace transport {

namespace {

QList<QByteArray> codings(const QList<dcs::Header> &headers)
{
    QList<QByteArray> out;
    for (const dcs::Header &header : headers) {
        if (header.name.compare("Content-Encoding", Qt::CaseInsensitive) != 0)
            continue;
        for (const QByteArray &member : header.value.toLower().split(',')) {
            if (const QByteArray coding = member.trimmed(); !coding.isEmpty() && coding != "identity")
                out.append(coding);
        }
    }
    return out;
}

/// The zlib window parameter: gzip has its own header; "deflate" means the zlib wrapper (RFC 9110 8.4.1.2),
/// but some servers send the bare stream, which cannot begin like a wrapper.
int windowBits(const QByteArray &coding, const QByteArray &body)
{
    if (coding != "deflate")
        return 15 + 16;
    const auto first = body.isEmpty() ? 0U : static_cast<unsigned char>(body[0]);
    const auto second = body.size() < 2 ? 0U : static_cast<unsigned char>(body[1]);
    const bool wrapped = (first & 0x0f) == 8 && (first * 256 + second) % 31 == 0;
    return wrapped ? 15 : -15;
}

class Inflater
{
public:
    explicit Inflater(int bits) { m_ready = inflateInit2(&m_stream, bits) == Z_OK; }
    ~Inflater() { inflateEnd(&m_stream); }
    Inflater(const Inflater &) = delete;
    Inflater &operator=(const Inflater &) = delete;

    void run(const QByteArray &body, qint64 limit, Decoded &out)
    {
        m_stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(body.constData()));
        m_stream.avail_in = uInt(body.size());
        int state = m_ready ? Z_OK : Z_MEM_ERROR;
        while (state == Z_OK && !out.tooLarge)
            state = step(limit, out);
        if (out.tooLarge)
            out.problem = u"The body unpacks to more than %1 bytes; the rest was left out."_s.arg(limit);
        else if (state == Z_BUF_ERROR)
            out.problem = u"The compressed body is cut: its end is missing."_s;
        else if (state != Z_STREAM_END)
            out.problem = u"The compressed body is damaged after %1 unpacked bytes."_s.arg(out.bytes.size());
        else if (m_stream.avail_in > 0)
            out.problem = u"%1 bytes follow the end of the compressed body."_s.arg(m_stream.avail_in);
    }

private:
    int step(qint64 limit, Decoded &out)
    {
        m_stream.next_out = reinterpret_cast<Bytef *>(m_chunk.data());
        m_stream.avail_out = uInt(m_chunk.size());
        const int state = inflate(&m_stream, Z_NO_FLUSH);
        const qint64 got = qint64(m_chunk.size()) - qint64(m_stream.avail_out);
        const qint64 room = limit - out.bytes.size();
        out.bytes.append(m_chunk.data(), qMin(got, room));
        out.tooLarge = got > room;
        return state;
    }

    z_stream m_stream{};
    bool m_ready = false;
    std::array<char, 64 << 10> m_chunk;
};

} // namespace

Decoded decodeContent(const QByteArray &body, const QList<dcs::Header> &headers, qint64 limit)
{
    Decoded out;
    const QList<QByteArray> names = codings(headers);
    if (names.isEmpty() || body.isEmpty())
        return out;
    const bool known = names.size() == 1
        && (names.first() == "gzip" || names.first() == "x-gzip" || names.first() == "deflate");
    out.coded = known;
    if (!known)
        out.problem = u"The content coding “%1” is not understood; the body is shown as it came."_s.arg(
            dcs::visible(QString::fromLatin1(names.join(", ")), 80));
    else
        Inflater(windowBits(names.first(), body)).run(body, limit, out);
    return out;
}

} // namespace transport
