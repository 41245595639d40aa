// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/answer.h"
#include "dcs/call.h"
#include "dcs/exchange.h"
#include "dcs/expectation.h"
#include "dcs/finding.h"
#include "dcs/ids.h"
#include "dcs/jsonwriter.h"

#include <QString>

#include <optional>

namespace interop {

/// The JSON of the command line's public interface. Each function writes one object as the next value of
/// `out`. Keys may be added, never renamed or removed.
/// `preset`: FILE.http#NAME that the call came from, or "".
void writeCall(dcs::JsonWriter &out, const dcs::Call &call, const QList<dcs::Finding> &findings,
    const dcs::Catalogue &catalogue, const QString &preset = {});
void writeFindings(dcs::JsonWriter &out, const QList<dcs::Finding> &findings); ///< an array
void writeAnswer(dcs::JsonWriter &out, const dcs::Answer &answer);
void writeIds(dcs::JsonWriter &out, const dcs::Ids &ids);

/// What the history knows of a call beside its bytes.
struct CallKept {
    QString outcome; ///< done, failed, unknown, inflight
    QString alias;
    std::optional<int> region;
    QString identity;
    QList<int> errors;
    bool pinned = false;
    QString note, preset, environment, batch;
    qint64 batchRow = -1;
    bool masked = false;
};

struct CallMade {
    QString id; ///< of the history; "" where it was not recorded
    const dcs::Exchange *exchange = nullptr;
    const dcs::Answer *answer = nullptr;
    QList<dcs::ExpectationOutcome> expectations;
    bool outcomeUnknown = false; ///< begun and never finished
    QString preset{}; ///< name of the request, where several of a file were made
    const CallKept *kept = nullptr; ///< of a call out of the history
};
void writeCallMade(dcs::JsonWriter &out, const CallMade &made);

} // namespace interop
