// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/latest.h"
#include "gui/rawshape.h"
#include "gui/rawtext.h"

#include <QAbstractScrollArea>
#include <QCache>

#include <memory>

namespace gui {

/// Shows a RawText: paints the rows that can be seen and nothing else. Line numbers, fold marks, a caret and
/// a selection for mouse and keyboard; what is copied are the text's own bytes. To a screen reader it is a
/// read-only text of the rows that can be seen.
class RawView : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit RawView(QWidget *parent = nullptr);
    ~RawView() override;

    QSize minimumSizeHint() const override; ///< a row: what stands above and below needs its room first
    void setText(std::shared_ptr<const RawText> text); ///< null: nothing
    const RawText *text() const { return m_text.get(); }
    void setMatches(const RawSearch *search); ///< lights them up; the search outlives the view
    void repaintMatches() { viewport()->update(); }

    int columns() const; ///< characters that fit into the width
    qsizetype offsetAtTop() const;
    qsizetype caretOffset() const; ///< of the text; 0 if it stands on nothing of it
    void showOffset(qsizetype offset, qsizetype length = 0); ///< selects and scrolls there
    void scrollToOffset(qsizetype offset);
    bool hasSelection() const { return m_caret != m_anchor; }
    void selectAll();
    void copy();
    QString visibleText() const; ///< the rows that can be seen, or all of a short text

Q_SIGNALS:
    void foldToggled(quint32 node);
    void columnsChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    using Place = RawPlace; // `byte` counts characters of the shaped row here
    struct Shaped {
        RawRow row;
        RawShape shape;
    };

    const Shaped &shaped(qsizetype row) const;
    void measure();
    void updateScrollBars();
    int rowHeight() const;
    int rowsInView() const;
    int gutterWidth() const;
    qreal xOf(const RawShape &shape, qsizetype character) const;
    qsizetype characterAtX(const RawShape &shape, qreal x) const;
    Place placeAt(const QPoint &point) const;
    void setCaret(Place place, bool select);
    void keepCaretInView();
    bool moveCaret(QKeyEvent *event);
    void moveSideways(bool right, bool word, bool select);
    void paintGutter(QPainter &painter, const Shaped &now, int y) const;
    void paintBackground(QPainter &painter, qsizetype row, const Shaped &now, int y) const;
    void paintText(QPainter &painter, const RawShape &shape, int y) const;
    void fillCharacters(QPainter &painter, const RawShape &shape, qsizetype from, qsizetype to, int y,
        const QColor &color) const;
    bool toggleFoldAt(const QPoint &point);
    RawPlace bytePlace(Place place) const;

    std::shared_ptr<const RawText> m_text;
    const RawSearch *m_matches = nullptr;
    Place m_caret, m_anchor;
    qsizetype m_wantedCharacter = 0;
    qreal m_charWidth = 8;
    int m_lastColumns = 0;
    mutable QCache<qsizetype, Shaped> m_shapes{400};
    Latest m_copying;
};

} // namespace gui
