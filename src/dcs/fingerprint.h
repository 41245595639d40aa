// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/diffrules.h"
#include "dcs/json.h"

#include <QHash>

#include <vector>

namespace dcs {

/// Numbers that are equal for values of equal content: whatever the order of their keys, the blanks between
/// them and what may differ. Each value of a document is looked at once, however often it is asked for.
class Fingerprints
{
public:
    Fingerprints(const IgnoredPaths &ignored, bool withTimes)
        : m_ignored(ignored)
        , m_withTimes(withTimes)
    {
    }

    /// `state` is that of the value's own path.
    size_t of(const JsonValue &value, const IgnoredPaths::State &state);

private:
    struct Open {
        JsonValue value;
        JsonValue child; ///< the next one to look at
        qsizetype index = 0; ///< of that child
        IgnoredPaths::State state;
        size_t hash = 0;
        std::vector<std::pair<QString, size_t>> members;
    };
    size_t scalar(const JsonValue &value, QStringView key) const;
    Open open(const JsonValue &value, const IgnoredPaths::State &state) const;
    static void add(Open &above, const JsonValue &child, size_t hash);
    static size_t close(Open &done);

    const IgnoredPaths &m_ignored;
    bool m_withTimes;
    QHash<quint32, size_t> m_known; ///< of arrays and objects
};

} // namespace dcs
