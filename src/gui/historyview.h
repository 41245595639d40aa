// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTableView>

namespace gui {

/// A table whose first row of each day carries the day above it. The day is part of the row, so that rows and
/// calls are the same count for the keyboard and for a screen reader.
class HistoryView : public QTableView
{
    Q_OBJECT
public:
    explicit HistoryView(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    int bandHeight() const;
    bool startsDay(int row) const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void sizeRows(int first, int last);
    void stopGoing();
    void followToEnd();

    bool m_toEnd = false; ///< End was pressed and the oldest call is not there yet
};

} // namespace gui
