// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLayout>
#include <QList>
#include <QWidget>

namespace gui {

/// Lays out its items like words of a text: side by side, in as many lines as the width needs. What is left
/// of a line goes to the items that expand. So a form fits a small window, a large font and a long language.
class FlowLayout : public QLayout
{
public:
    using QLayout::QLayout;
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override { m_items.append(item); }
    int count() const override { return int(m_items.size()); }
    QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    int place(const QRect &rect, bool apply) const;
    void placeLine(const QList<QLayoutItem *> &line, QPoint at, int width, int height) const;

    QList<QLayoutItem *> m_items;
};

/// A widget of a form whose children flow. Designer knows no flowing layout, so the form calls flow() when it
/// is set up.
class FlowBox : public QWidget
{
    Q_OBJECT
public:
    explicit FlowBox(QWidget *parent = nullptr);

    void flow(); ///< takes in the child widgets, in the order of the form
};

} // namespace gui
