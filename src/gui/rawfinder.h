// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QRegularExpression>
#include <QString>

#include <array>
#include <functional>

namespace gui {

/// What a find bar asks for.
struct RawPattern {
    QString text;
    bool matchCase = false;
    bool regex = false;

    bool isEmpty() const { return text.isEmpty(); }
    bool operator==(const RawPattern &) const = default;
};

struct RawMatch {
    qsizetype begin = 0;
    qsizetype length = 0;

    qsizetype end() const { return begin + length; }
    bool operator==(const RawMatch &) const = default;
};

/// Finds a pattern in bytes of any size without making a text of all of them. Empty matches do not count. A
/// match of a regular expression is found if it is shorter than 16 KB.
class RawFinder
{
public:
    using Take = std::function<bool(const RawMatch &)>; ///< false: enough
    using Stopped = std::function<bool()>; ///< asked every now and then

    explicit RawFinder(const RawPattern &pattern);
    QRegularExpression regularExpression() const { return m_regex; } ///< for texts that are short

    const QString &problem() const { return m_problem; } ///< why nothing can be found; "" if all is well
    /// False if it could not be brought to an end: see problem().
    bool find(QByteArrayView bytes, const Take &take, const Stopped &stopped = {});

private:
    void prepareBytes(const QByteArray &needle, bool matchCase);
    void prepareRegex(const RawPattern &pattern);
    bool findBytes(QByteArrayView bytes, const Take &take, const Stopped &stopped) const;
    bool findRegex(QByteArrayView bytes, const Take &take, const Stopped &stopped);

    QByteArray m_needle; ///< folded if case does not count
    std::array<char, 256> m_fold{};
    std::array<qsizetype, 256> m_skip{};
    QRegularExpression m_regex;
    QString m_problem;
    bool m_usesRegex = false;
};

/// Text of a window of bytes, a character for each byte that is no UTF-8, so that places can be counted back.
QString rawWindowText(QByteArrayView bytes);

} // namespace gui
