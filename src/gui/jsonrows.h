// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/json.h"

#include <QHash>

#include <memory>
#include <vector>

namespace gui {

/// A document with marks at every 64th child of its long arrays and objects, so that any row of them is found
/// in a few steps. Made off the window's thread, never changed, shared by all that show the document.
class JsonRows
{
public:
    explicit JsonRows(std::shared_ptr<const dcs::JsonDocument> document);

    const dcs::JsonDocument &document() const { return *m_document; }
    const std::shared_ptr<const dcs::JsonDocument> &sharedDocument() const { return m_document; }
    dcs::JsonValue child(const dcs::JsonValue &parent, qsizetype row) const;
    qsizetype rowOf(const dcs::JsonValue &value) const;
    /// Behind the value; found from what follows it, for the end of a long string is far away.
    qsizetype endOf(const dcs::JsonValue &value) const;
    /// The innermost value that covers the byte of the text with itself or its key; the root where none does.
    dcs::JsonValue valueAt(qsizetype offset) const;

private:
    using Marks = std::vector<quint32>;

    bool covers(const dcs::JsonValue &value, qsizetype offset) const;
    dcs::JsonValue childAround(const dcs::JsonValue &parent, qsizetype offset) const;

    std::shared_ptr<const dcs::JsonDocument> m_document;
    QHash<quint32, Marks> m_marks;
};

} // namespace gui
