// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/linediff.h"

#include <algorithm>
#include <vector>

namespace dcs {

namespace {

using Kind = LinePair::Kind;
using Lines = QList<QByteArrayView>;

constexpr qsizetype mostCells = 4'000'000; // of the table that finds the longest common sequence

Lines linesOf(QByteArrayView text)
{
    Lines lines;
    qsizetype at = 0;
    while (at < text.size()) {
        const qsizetype feed = text.indexOf('\n', at);
        const qsizetype end = feed < 0 ? text.size() : feed;
        QByteArrayView line = text.sliced(at, end - at);
        if (line.endsWith('\r'))
            line.chop(1);
        lines.append(line);
        at = feed < 0 ? text.size() : feed + 1;
    }
    return lines;
}

void differ(const Lines &before, const Lines &after, QList<LinePair> &out)
{
    for (const QByteArrayView &line : before)
        out.append({Kind::OnlyBefore, line, {}});
    for (const QByteArrayView &line : after)
        out.append({Kind::OnlyAfter, {}, line});
}

/// What lies between the lines that both texts begin and end with.
void diffMiddle(const Lines &before, const Lines &after, QList<LinePair> &out)
{
    const qsizetype rows = before.size();
    const qsizetype columns = after.size();
    if (rows == 0 || columns == 0 || rows > mostCells / columns)
        return differ(before, after, out);
    // Length of the longest common sequence of the lines from (i, k) on.
    std::vector<int> common(size_t((rows + 1) * (columns + 1)), 0);
    const auto at = [&](qsizetype i, qsizetype k) -> int & { return common[size_t(i * (columns + 1) + k)]; };
    for (qsizetype i = rows - 1; i >= 0; --i) {
        for (qsizetype k = columns - 1; k >= 0; --k)
            at(i, k) = before[i] == after[k] ? at(i + 1, k + 1) + 1 : std::max(at(i + 1, k), at(i, k + 1));
    }
    qsizetype i = 0;
    qsizetype k = 0;
    while (i < rows && k < columns) {
        if (before[i] == after[k]) {
            out.append({Kind::Same, before[i], after[k]});
            ++i;
            ++k;
        } else if (at(i + 1, k) >= at(i, k + 1)) {
            out.append({Kind::OnlyBefore, before[i++], {}});
        } else {
            out.append({Kind::OnlyAfter, {}, after[k++]});
        }
    }
    differ(before.sliced(i), after.sliced(k), out);
}

} // namespace

QList<LinePair> diffLines(QByteArrayView before, QByteArrayView after)
{
    const Lines a = linesOf(before);
    const Lines b = linesOf(after);
    QList<LinePair> out;
    qsizetype head = 0;
    while (head < a.size() && head < b.size() && a[head] == b[head]) {
        out.append({Kind::Same, a[head], b[head]});
        ++head;
    }
    qsizetype tail = 0;
    while (
        tail < a.size() - head && tail < b.size() - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail])
        ++tail;
    diffMiddle(a.sliced(head, a.size() - head - tail), b.sliced(head, b.size() - head - tail), out);
    for (qsizetype i = tail; i > 0; --i)
        out.append({Kind::Same, a[a.size() - i], b[b.size() - i]});
    return out;
}

} // namespace dcs
