// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/jsonfilter.h"
#include "gui/jsonrows.h"

#include <QAbstractItemModel>

#include <memory>

namespace gui {

/// A JSON document as a tree, in its own order with its own digits. Nothing is made for a row: an index is
/// the number of the document's node, so a million rows cost what the view keeps for them.
class JsonTreeModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column { KeyColumn, ValueColumn, TypeColumn, ColumnCount };
    enum Role { PathRole = Qt::UserRole, RawRole };
    /// Arrays and objects that deep are shown as text: a tree view walks up from each row that it paints.
    static constexpr int mostLevels = 1000;

    explicit JsonTreeModel(QObject *parent = nullptr);

    void setRows(std::shared_ptr<const JsonRows> rows); ///< null: no document; takes the filter away
    void setFilter(std::shared_ptr<const JsonFilter> filter); ///< null: everything
    const std::shared_ptr<const JsonRows> &rows() const { return m_rows; }
    const std::shared_ptr<const JsonFilter> &filter() const { return m_filter; }

    dcs::JsonValue value(const QModelIndex &index) const;
    /// Of the value, or of the last level's one that holds it; invalid if the filter hides it.
    QModelIndex indexOf(const dcs::JsonValue &value) const;
    QString path(const dcs::JsonValue &value) const; ///< "$.dests[0].c"

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex & = {}) const override { return ColumnCount; }
    bool hasChildren(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    static bool isLastLevel(const dcs::JsonValue &value);
    const std::vector<quint32> *shownChildren(quint32 node) const; ///< null: all of them
    qsizetype rowOf(const dcs::JsonValue &value) const;
    QString keyText(const dcs::JsonValue &value) const;
    QString valueText(const dcs::JsonValue &value) const;
    QString typeText(const dcs::JsonValue &value) const;

    std::shared_ptr<const JsonRows> m_rows;
    std::shared_ptr<const JsonFilter> m_filter;
    /// Views ask for rows one after the other: the last one is the way to the next.
    struct Last {
        quint32 parent = 0;
        int row = -1;
        dcs::JsonValue value;
    };
    mutable Last m_last;
};

/// The bytes of a value as text, at most about `limit` characters, without looking for the end of a long
/// string.
QString shortJson(const dcs::JsonDocument &document, const dcs::JsonValue &value, qsizetype limit = 500);

} // namespace gui
