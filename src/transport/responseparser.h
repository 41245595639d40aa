// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/call.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace transport {

/// A strict, incremental HTTP/1.x response parser: bytes in, a message or an error out. Pure: no socket, no
/// clock. Keeps everything that came before an error. Memory is bounded by the limits, time is linear in the
/// bytes.
class ResponseParser
{
public:
    struct Limits {
        qsizetype lineBytes = 64 << 10;
        qsizetype headBytes = 256 << 10; ///< interim answers, chunk extensions and trailers count as well
        qint64 bodyBytes = qint64(256) << 20;
    };
    enum class State { Head, Body, Done, Failed };
    struct Problem {
        bool tooLarge = false; ///< a limit, not a violation of the protocol
        QString message;
        qint64 offset = 0; ///< byte of the stream
    };

    explicit ResponseParser(bool toHead = false); ///< toHead: the request was HEAD, no body follows
    ResponseParser(bool toHead, Limits limits);

    void feed(QByteArrayView bytes); ///< bytes behind the end of the message are a problem
    /// End of the stream. `clean`: in order, with TLS by close_notify. That ends a body without length.
    void finish(bool clean);

    State state() const { return m_state; }
    bool headDone() const { return m_headDone; }
    const std::optional<Problem> &problem() const { return m_problem; }
    bool keepAlive() const; ///< nothing unread, HTTP/1.1 without close, length known

    int status() const { return m_status; }
    const QByteArray &reason() const { return m_reason; }
    const QByteArray &version() const { return m_version; }
    const QList<dcs::Header> &headers() const { return m_headers; }
    const QList<dcs::Header> &trailers() const { return m_trailers; }
    const QByteArray &head() const { return m_head; } ///< status line and headers as received
    const QByteArray &body() const { return m_body; } ///< chunked framing taken off, content coding left
    QByteArray takeBody() { return std::move(m_body); }
    const QStringList &notes() const { return m_notes; }
    qint64 received() const { return m_received; }

private:
    enum class Framing { None, Length, Chunked, UntilClose };
    enum class ChunkPart { Size, Data, DataEnd, Trailers };

    qsizetype takeLine(QByteArrayView bytes);
    qsizetype takeBody(QByteArrayView bytes);
    void handleLine(QByteArrayView line);
    void handleStatusLine(QByteArrayView line);
    void handleHeaderLine(QByteArrayView line, QList<dcs::Header> &into);
    void handleChunkSize(QByteArrayView line);
    bool looksLikeHttp(QByteArrayView line);
    void endHead();
    void chooseFraming();
    bool readContentLength();
    bool readTransferEncoding();
    void append(QByteArrayView bytes);
    void fail(const QString &message, bool tooLarge = false);
    void failForLength();
    void note(const QString &text);

    bool m_toHead;
    Limits m_limits;
    State m_state = State::Head;
    Framing m_framing = Framing::None;
    ChunkPart m_chunkPart = ChunkPart::Size;
    bool m_headDone = false;
    bool m_extraBytes = false;
    bool m_framingDoubtful = false;
    std::optional<Problem> m_problem;
    int m_status = 0;
    QByteArray m_reason, m_version, m_head, m_body;
    QByteArray m_line; ///< a line that has not come whole
    QList<dcs::Header> m_headers, m_trailers;
    QStringList m_notes;
    qint64 m_received = 0; ///< bytes fed
    qint64 m_consumed = 0; ///< bytes understood
    qsizetype m_lineBytesTotal = 0;
    qint64 m_contentLength = -1;
    qint64 m_remaining = 0; ///< of the body, or of the chunk
};

} // namespace transport
