// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/check.h"

#include "dcs/checksheet.h"

#include <algorithm>

namespace dcs {

QList<Finding> check(const Call &call, const Catalogue &catalogue, const CheckContext &context)
{
    const Sheet sheet(call, catalogue, context);
    Report report(catalogue);
    for (const Piece &piece : sheet.pieces) {
        checkEncoding(sheet, piece, report);
        checkKey(sheet, piece, report);
        if (isIdentity(piece.role)) {
            if (!piece.isTemplate)
                checkIdentity(sheet, piece, report);
        } else if (piece.role == Role::Option) {
            checkOption(sheet, piece, report);
        } else if (piece.role == Role::Signal) {
            checkSignal(sheet, piece, report);
        }
    }
    checkRequest(sheet, report);
    checkUser(sheet, report);

    QList<Finding> findings = report.take();
    findings += checkCustomerIdCounts(sheet);
    std::stable_sort(findings.begin(), findings.end(), [](const Finding &a, const Finding &b) {
        return unsigned(a.parameter) < unsigned(b.parameter); // -1, the call as a whole, comes last
    });
    return findings;
}

} // namespace dcs
