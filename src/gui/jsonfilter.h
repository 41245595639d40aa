// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/jsonrows.h"

#include <QHash>
#include <QString>

#include <functional>
#include <memory>
#include <vector>

namespace gui {

/// The part of a document that a filter leaves: the values whose key or text has what was looked for, and
/// what they stand in. `$.a[0]` leads to that one place. Found off the window's thread.
struct JsonFilter {
    QHash<quint32, std::vector<quint32>>
        children; ///< of the arrays and objects that show only some of theirs
    std::vector<quint32> found; ///< the first ten thousand
    qint64 count = 0; ///< all of them
    QString problem; ///< what is wrong with the path

    using Stopped = std::function<bool()>;
    static std::shared_ptr<const JsonFilter> of(
        const JsonRows &rows, const QString &text, const Stopped &stopped = {});

    static constexpr size_t mostFound = 10000;
};

} // namespace gui
