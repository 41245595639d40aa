// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>

#include <utility>
#include <vector>

namespace dcs {

/// Places of a document that may differ: "$.tid", "$.dests[*].id", "$.*.x", "$..id" (a key anywhere). They
/// are followed along the way down, so that a deep document needs no text for each of its places.
class IgnoredPaths
{
public:
    /// How far each path has been followed: number of the path, number of its next step.
    using State = std::vector<std::pair<int, int>>;

    IgnoredPaths() = default;
    explicit IgnoredPaths(const QStringList &paths); ///< what is no path is left out

    static bool isPath(const QString &text);

    State start() const;
    State below(const State &state, QStringView key) const;
    State below(const State &state, qsizetype index) const;
    bool covers(const State &state) const; ///< one of the paths ends here

private:
    struct Step {
        enum class Kind { Key, Index, AnyKey, AnyIndex };
        Kind kind = Kind::Key;
        bool anywhere = false; ///< at any depth
        QString key;
        qsizetype index = 0;
    };
    using Path = std::vector<Step>;

    static bool parse(QStringView text, Path &path);
    static bool parseBracket(QStringView text, qsizetype &at, Step &step);
    template <typename Matches>
    State follow(const State &state, Matches matches) const;

    std::vector<Path> m_paths;
};

/// "2026-01-31T12:00:00Z", an HTTP date, or seconds or milliseconds since 1970 under a key that names a time.
bool isTimeLike(QStringView text, QStringView key);

} // namespace dcs
