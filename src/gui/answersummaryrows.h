// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/answer.h"
#include "dcs/expectation.h"

#include <QList>
#include <QStringList>

namespace gui {

// The tables of the summary.

QList<QStringList> errorRows(const dcs::Answer &answer);
QList<QStringList> destinationRows(const dcs::Answer &answer);
QList<QStringList> cookieRows(const dcs::Answer &answer);
QList<QStringList> syncRows(const dcs::Answer &answer);
QList<QStringList> idRows(const QStringList &ids);
QList<QStringList> findingRows(const QList<dcs::Finding> &findings);
QList<QStringList> outcomeRows(const QList<dcs::ExpectationOutcome> &outcomes);

} // namespace gui
