// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractTableModel>
#include <QList>
#include <QStringList>
#include <QTableView>

namespace gui {

/// Rows of text that came from outside: cut and with controls visible in the cells, whole in UserRole.
class AnswerTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    explicit AnswerTableModel(QStringList columns, QObject *parent = nullptr);

    void setRows(QList<QStringList> rows);
    const QList<QStringList> &rows() const { return m_rows; }
    void setColumns(const QStringList &columns);

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_rows.size());
    }
    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_columns.size());
    }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QStringList m_columns;
    QList<QStringList> m_rows;
};

/// A read-only table of such rows. Copy gives whole texts: a cell, or rows with tabs between their cells.
class AnswerTable : public QTableView
{
    Q_OBJECT
public:
    explicit AnswerTable(QWidget *parent = nullptr);

    QSize minimumSizeHint() const override; ///< a row: what stands above and below needs its room first
    void setColumns(const QStringList &columns);
    void setRows(const QList<QStringList> &rows);
    const QList<QStringList> &rows() const { return m_model->rows(); }
    QString currentText() const; ///< of the current cell, whole
    void copyCell();
    void copyRows();
    void openUrl(); ///< of the current cell, in the browser
    bool canOpen() const;
    void setUrlColumns(const QList<int> &columns) { m_urlColumns = columns; } ///< whose cells may be opened

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void fitColumns();

    AnswerTableModel *m_model;
    QList<int> m_urlColumns;
};

} // namespace gui
