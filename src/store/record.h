// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/exchange.h"
#include "dcs/finding.h"

#include <QByteArray>
#include <QList>

namespace store {

// The parts of an exchange that have no column of their own, as CBOR maps (docs/history-format.md). Reading
// never fails: what is missing or of another type keeps its default, so that a damaged record still shows the
// rest.

QByteArray writeFindings(const QList<dcs::Finding> &findings); ///< "" for none
QList<dcs::Finding> readFindings(const QByteArray &record);

/// Everything of the exchange but request, start, status, body and TLS.
QByteArray writeAnswer(const dcs::Exchange &exchange);
void readAnswer(const QByteArray &record, dcs::Exchange &into);

QByteArray writeTls(const dcs::TlsFacts &facts);
dcs::TlsFacts readTls(const QByteArray &record);

} // namespace store
