// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace dcs {

enum class Severity { Error, Warning, Hint };
QString severityName(Severity severity); ///< "error", "warning", "hint"

/// Something worth telling about a call or an answer.
struct Finding {
    Severity severity = Severity::Hint;
    QString code; ///< kebab-case, stable, listed in the catalogue (dcs check --list)
    QString where; ///< decoded key of the parameter, or Host, url, method, body, headers
    QString message; ///< what is wrong, one sentence
    QString fix; ///< how to mend it
    int parameter = -1; ///< index into Call::parameters, or -1
    std::optional<int> dcsCode; ///< the code the DCS would answer with
    QString mend; ///< label of the one-click mend, "" where there is none; see applyMend()

    bool operator==(const Finding &) const = default;
};

} // namespace dcs
