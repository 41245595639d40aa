// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/call.h"
#include "dcs/exchange.h"
#include "dcs/finding.h"
#include "dcs/json.h"
#include "dcs/text.h"

#include <memory>
#include <optional>

namespace dcs {

class Catalogue;

struct AnswerError {
    std::optional<int> code;
    QString message; ///< null if only X-Error named the code
    QString level; ///< "error", "warning"; for unknown codes by the number
    QString category; ///< "unknown" for codes in no list
    QString meaning;
    QString action;
};

struct UrlDestination {
    QString id, type, url, secureUrl; ///< null where the answer has none
};

struct CookieDestination {
    QString name, value, domain;
    std::optional<qint64> ttlDays;
    bool variable = false; ///< type "var": a JavaScript variable instead of a cookie
};

struct IdSync {
    QString id;
    std::optional<qint64> ttlMinutes;
    QStringList urls;
};

/// What the DCS said, understood (dcs-protocol 8 and 16.2). Null QStrings and empty optionals are absent
/// things.
struct Answer {
    enum class Form { Json, Jsonp, Pixel, Empty, Text };
    enum class Meant { Anything, Json }; ///< Json: whatever is no JSON is broken, an empty body as well

    Form form = Form::Empty;
    QString callback; ///< name of the JSONP callback
    bool valid = true;
    QString problem; ///< what is broken and at which line, column and byte of the body
    std::optional<qsizetype> problemOffset;
    std::optional<TextPlace> problemPlace;
    QString notJson; ///< why a text that need not be JSON is none, with the place; null for other bodies

    QString uuid, mid, tid, blob;
    std::optional<qint64> region;
    QStringList traits, segments;
    QList<UrlDestination> destinations;
    QList<CookieDestination> cookies;
    QList<IdSync> idSyncs;
    QList<AnswerError> errors;
    QStringList optOut; ///< d_optout of /id

    /// The parsed document for the tree (also of JSONP's argument); null where the body is no JSON.
    std::shared_ptr<const JsonDocument> document;
    qsizetype jsonOffset = 0; ///< byte of the body where the document's text begins

    /// Reads a body; `headers` give Content-Type, X-Error and X-TID where they are known.
    static Answer parse(const QByteArray &body, const QList<Header> &headers, const Catalogue &catalogue,
        Meant meant = Meant::Anything);
    static Answer parse(const Exchange &exchange, const Catalogue &catalogue);

    bool refused() const; ///< a code 0–299, or 311 or 315, which void the call
};
QString formName(Answer::Form form); ///< json jsonp pixel empty text

/// Worth telling about an answer to that call: asked for and not sent, another region, a macro left in a
/// destination …
QList<Finding> checkAnswer(
    const Call &call, const Exchange &exchange, const Answer &answer, const Catalogue &catalogue);

} // namespace dcs
