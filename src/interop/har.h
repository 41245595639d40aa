// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/call.h"
#include "dcs/exchange.h"
#include "dcs/result.h"

#include <QByteArray>
#include <QList>

namespace interop {

struct HarEntry {
    dcs::Call call;
    dcs::Exchange exchange; ///< as far as the entry has it
};
struct HarImport {
    QList<HarEntry> entries; ///< those whose host or Host header ends in demdex.net
    qsizetype skipped = 0; ///< others, counted
    QStringList notes;
};
/// HAR 1.2. Calls are rebuilt from `url`, never from `queryString`.
dcs::Result<HarImport> readHar(const QByteArray &text);
QByteArray writeHar(const QList<dcs::Exchange> &exchanges);

/// The same piece by piece, for more calls than fit into memory: entries stand between commas.
QByteArray harBegin();
QByteArray harEntry(const dcs::Exchange &exchange, const QString &comment);
QByteArray harEnd();

} // namespace interop
