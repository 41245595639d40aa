// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/ids.h"
#include "dcs/json.h"

namespace dcs {

/// What the readers of IDs share. Private to ids.cpp and its parts.
struct IdsContext {
    const Catalogue &catalogue;
    qint64 nowSeconds = 0;
    bool strict = false; ///< inside other people's traffic: only what cannot be anything else
};

bool isUserId(QStringView text); ///< 38 decimal digits
void addFinding(Ids &ids, const IdsContext &context, const QString &code, const QString &where,
    const QString &message, const QString &fix);
/// Fills regionHost and says what is worth saying about a finished entry.
void completeIds(Ids &ids, const IdsContext &context);
/// Values that stand for "nothing here".
bool isAbsent(QStringView value);

// Text: cookies, URLs, header lines
// ----------------------------------------------------------------------------------

/// The value of an AMCV cookie, raw or percent-encoded.
Ids readAmcv(QByteArrayView value, const QString &orgId, const IdsContext &context);
/// Does it read as the value of an AMCV cookie?
bool looksLikeAmcv(QByteArrayView value);
/// Everything in a text: AMCV cookies, adobe_mc, the keys of an Analytics hit or of a DCS call.
QList<Ids> readIdsInText(QByteArrayView text, const IdsContext &context);
QString orgIdOfCookie(QByteArrayView name); ///< "6418…@AdobeOrg" of "AMCV_6418…%40AdobeOrg"

// JSON: answers, HAR, exported cookies
// --------------------------------------------------------------------------------

QList<Ids> readIdsInJson(const JsonDocument &document, const IdsContext &context);
/// Where the JSON of an answer begins (behind comment, callback and parenthesis), or -1 if the text is none.
qsizetype jsonStart(QByteArrayView text);

} // namespace dcs
