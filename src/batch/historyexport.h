// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/result.h"
#include "store/history.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <optional>

namespace dcs {
class Catalogue;
class JsonWriter;
}

namespace batch {

enum class HistoryFormat { Har, Jsonl, Csv, Curl };
/// By its name on the command line: har, jsonl, csv, curl.
std::optional<HistoryFormat> historyFormat(QByteArrayView name);
QString fileSuffix(HistoryFormat format); ///< ".har"

QString outcomeText(const store::HistoryRow &row); ///< "200 [171]", "in flight", "timeout"
/// A call as `dcs history --json` prints it, with what the history knows beside the bytes.
void writeHistoryEntry(
    dcs::JsonWriter &out, const store::HistoryEntry &entry, const dcs::Catalogue &catalogue);
/// With the IDs of people made unreadable.
store::HistoryEntry maskedEntry(const store::HistoryEntry &entry, const dcs::Catalogue &catalogue);

/// Which calls leave the history, and how.
struct HistoryChoice {
    HistoryFormat format = HistoryFormat::Har;
    bool mask = false;
    bool forSpreadsheet = false; ///< CSV: no cell is run as a formula
    QList<store::ExchangeId> ids; ///< these; or, if empty,
    store::HistoryFilter filter; ///< what it finds
    qint64 limit = -1; ///< at most so many, -1: all
};
struct HistoryExported {
    qint64 calls = 0;
    qint64 unreadable = 0; ///< left out: their bytes are damaged
};
/// Writes one call after the other, newest first, so that a million of them need no memory. `write` returns
/// false where it cannot take more; that is an error.
dcs::Result<HistoryExported> exportHistory(const store::History &history, const HistoryChoice &choice,
    const dcs::Catalogue &catalogue, const std::function<bool(QByteArrayView)> &write,
    const store::History::Progress &progress = {});

} // namespace batch
