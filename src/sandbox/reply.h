// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

#include <optional>

namespace sandbox {

/// A code that an answer carries, with its message.
struct CodedError {
    int code = 0;
    QByteArray message;
};

/// What an endpoint answers, before it becomes bytes.
struct Reply {
    int status = 200;
    QByteArray contentType; ///< "": no such header
    QByteArray body;
    QByteArray location;
    QByteArray retryAfter;
    QByteArray allow;
    QList<QByteArray> cookies; ///< values of Set-Cookie
    QList<CodedError> errors; ///< for X-Error
    bool isRedirect() const { return status == 302; }

    std::optional<qsizetype> declaredLength; ///< a Content-Length that lies
    bool unfinishedChunk = false; ///< chunked, and the last chunk never comes
};

/// What the head of an answer says beside the reply itself.
struct HeadFacts {
    QByteArray date; ///< HTTP date
    QByteArray tid;
    QByteArray regionLabel;
    QByteArray origin; ///< "": the answer has no CORS header
    int processingMs = 2;
    bool tls = false;
    bool keepAlive = true;
    bool isHttp10 = false;
    bool isHead = false; ///< HEAD: the same head, no body
};

/// Head and body; `headBytes` becomes the length of the head.
QByteArray write(const Reply &reply, const HeadFacts &facts, qsizetype &headBytes);

QByteArrayView reasonPhrase(int status);

/// Appends `text` as a JSON string. UTF-8 stays as it is; `forScript` escapes what a script must not contain.
void appendJsonString(QByteArray &out, QByteArrayView text, bool forScript = false);
void appendJsonErrors(QByteArray &out, const QList<CodedError> &errors, bool forScript);

/// The 43 bytes of a transparent GIF.
QByteArray pixel();

/// A text that may stand in a header: controls, blanks and bytes over 127 are percent-encoded.
QByteArray headerSafe(QByteArrayView url);

} // namespace sandbox
