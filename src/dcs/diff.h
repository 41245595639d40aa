// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/call.h"
#include "dcs/json.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace dcs {

class Catalogue;
struct Exchange;

/// One thing that two exchanges do not share.
struct Difference {
    enum class Kind { Added, Removed, Changed, Moved };
    enum class Part { Request, Status, Headers, Answer };

    Kind kind = Kind::Changed;
    Part part = Part::Answer;
    QString path; ///< "$.dests[0].c", a parameter's key, a header's name
    QString before; ///< as it stands in the first; "" for Added
    QString after; ///< as it stands in the second; "" for Removed. Moved: the path in the second

    bool operator==(const Difference &) const = default;
};
QString kindName(Difference::Kind kind); ///< added removed changed moved
QString partName(Difference::Part part); ///< request status headers answer

struct DiffOptions {
    /// What may differ. Paths of the answer: "$.tid", "$.dests[*].id", "$..id" (anywhere); names of headers
    /// and of parameters. See volatileParts().
    QStringList ignore = volatileParts();
    bool times = false; ///< compare what looks like a time as well
    qsizetype most = 100000; ///< differences at most

    /// What differs in every answer: transaction ID, dates, times spent.
    static QStringList volatileParts();
};

/// Structural: the order of an object's keys does not count, of equal keys the last counts, numbers are
/// compared digit for digit. Elements of arrays that stand elsewhere are Moved, not Removed and Added. Takes
/// no stack, however deep the documents are.
QList<Difference> diffJson(
    const JsonDocument &before, const JsonDocument &after, const DiffOptions &options = {});
QList<Difference> diffHeaders(
    const QList<Header> &before, const QList<Header> &after, const DiffOptions &options = {});
/// Method, destination, parameters (by key, each occurrence) and headers of two calls.
QList<Difference> diffCalls(const Call &before, const Call &after, const DiffOptions &options = {});
/// Request, status, headers and answer of two exchanges; bodies that are no JSON are compared as bytes.
QList<Difference> diffExchanges(const Exchange &before, const Exchange &after, const Catalogue &catalogue,
    const DiffOptions &options = {});

} // namespace dcs
