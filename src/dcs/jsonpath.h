// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/json.h"

#include <QString>

#include <variant>
#include <vector>

namespace dcs {

/// A place in a document as JsonValue::path() writes it: $.dests[0].c, $["odd key"], $.traits[-1] (the last).
class JsonPath
{
public:
    struct Problem {
        QString message;
        qsizetype offset = 0; ///< character of the path
    };

    /// Reads as much of the text as belongs to a path; `end` is where it stops.
    static JsonPath parse(QStringView text, qsizetype *end);
    static JsonPath parse(QStringView text);

    const std::optional<Problem> &problem() const { return m_problem; }
    JsonValue find(const JsonValue &root) const; ///< missing where the path leads nowhere

private:
    using Step = std::variant<QString, qsizetype>; ///< a key or an index

    bool parseStep(QStringView text, qsizetype &at);
    bool parseBracket(QStringView text, qsizetype &at);
    bool fail(const QString &message, qsizetype at);

    std::vector<Step> m_steps;
    std::optional<Problem> m_problem;
};

} // namespace dcs
