// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>

#include <algorithm>
#include <vector>

namespace interop {

/// For each element of `after` the index of the element of `before` it is, or -1 for a new one; indexes rise.
/// A longest common subsequence, so what stayed is recognised however much was put in or taken out around it.
template <typename T>
std::vector<qsizetype> align(const QList<T> &before, const QList<T> &after)
{
    const qsizetype n = before.size();
    const qsizetype m = after.size();
    std::vector<qsizetype> out(size_t(m), -1);
    qsizetype head = 0;
    while (head < n && head < m && before.at(head) == after.at(head)) {
        out[size_t(head)] = head;
        ++head;
    }
    qsizetype tail = 0;
    while (tail < n - head && tail < m - head && before.at(n - 1 - tail) == after.at(m - 1 - tail)) {
        out[size_t(m - 1 - tail)] = n - 1 - tail;
        ++tail;
    }
    const qsizetype rows = n - head - tail;
    const qsizetype columns = m - head - tail;
    // Beyond this the table costs more than rewriting a few more lines.
    constexpr qsizetype maxCells = 4'000'000;
    if (rows == 0 || columns == 0 || rows > maxCells / columns)
        return out;
    std::vector<int> length(size_t((rows + 1) * (columns + 1)), 0);
    const auto cell = [&](qsizetype row, qsizetype column) -> int & {
        return length[size_t(row * (columns + 1) + column)];
    };
    for (qsizetype i = rows - 1; i >= 0; --i) {
        for (qsizetype j = columns - 1; j >= 0; --j) {
            cell(i, j) = before.at(head + i) == after.at(head + j) ? cell(i + 1, j + 1) + 1
                                                                   : std::max(cell(i + 1, j), cell(i, j + 1));
        }
    }
    for (qsizetype i = 0, j = 0; i < rows && j < columns;) {
        if (before.at(head + i) == after.at(head + j)) {
            out[size_t(head + j)] = head + i;
            ++i;
            ++j;
        } else if (cell(i + 1, j) >= cell(i, j + 1)) {
            ++i;
        } else {
            ++j;
        }
    }
    return out;
}

} // namespace interop
