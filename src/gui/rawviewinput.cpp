// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/rawview.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QScrollBar>

#include <algorithm>

// The keyboard's and the mouse's half of RawView.

namespace gui {

namespace {

bool isWordCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c == u'-' || c == u'.';
}

} // namespace

void RawView::moveSideways(bool right, bool word, bool select)
{
    const auto onCharacter = [this] {
        const QString &text = shaped(m_caret.row).shape.text;
        return m_caret.byte < text.size() && isWordCharacter(text[m_caret.byte]);
    };
    Place to = m_caret;
    do {
        const std::vector<int> &bytes = shaped(to.row).shape.bytes;
        // One step is what stands for one character of the text, as long as that is on the screen.
        const auto begin = bytes.begin();
        if (right) {
            const auto next = std::upper_bound(begin, bytes.end(), bytes[size_t(to.byte)]);
            if (next != bytes.end())
                to.byte = next - begin;
            else if (to.row + 1 < m_text->rowCount())
                to = {to.row + 1, 0};
            else
                break;
        } else if (to.byte > 0) {
            to.byte = std::lower_bound(begin, bytes.end(), bytes[size_t(to.byte) - 1]) - begin;
        } else if (to.row > 0) {
            --to.row;
            to.byte = shaped(to.row).shape.text.size();
        } else {
            break;
        }
        m_caret = to;
    } while (word && onCharacter());
    setCaret(to, select);
}

bool RawView::moveCaret(QKeyEvent *event)
{
    const qsizetype last = m_text->rowCount() - 1;
    const bool select = event->modifiers() & Qt::ShiftModifier;
    const bool control = event->modifiers() & Qt::ControlModifier;
    const auto vertically = [&](qsizetype rows) {
        const qsizetype row = std::clamp<qsizetype>(m_caret.row + rows, 0, last);
        setCaret({row, std::min(m_wantedCharacter, shaped(row).shape.text.size())}, select);
    };
    switch (event->key()) {
    case Qt::Key_Up:
        vertically(-1);
        return true;
    case Qt::Key_Down:
        vertically(1);
        return true;
    case Qt::Key_PageUp:
        vertically(-rowsInView());
        return true;
    case Qt::Key_PageDown:
        vertically(rowsInView());
        return true;
    case Qt::Key_Left:
    case Qt::Key_Right:
        moveSideways(event->key() == Qt::Key_Right, control, select);
        break;
    case Qt::Key_Home:
        setCaret(control ? Place{} : Place{m_caret.row, 0}, select);
        break;
    case Qt::Key_End: {
        const qsizetype row = control ? last : m_caret.row;
        setCaret({row, shaped(row).shape.text.size()}, select);
        break;
    }
    default:
        return false;
    }
    m_wantedCharacter = m_caret.byte;
    return true;
}

void RawView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copy();
    } else if (event->matches(QKeySequence::SelectAll)) {
        selectAll();
    } else if (!m_text || m_text->rowCount() == 0) {
        event->ignore();
    } else if (event->key() == Qt::Key_Space && shaped(m_caret.row).row.fold) {
        Q_EMIT foldToggled(shaped(m_caret.row).row.fold->node);
    } else if (moveCaret(event)) {
        keepCaretInView();
    } else {
        event->ignore();
    }
}

bool RawView::toggleFoldAt(const QPoint &point)
{
    if (!m_text || point.x() >= gutterWidth())
        return false;
    const qsizetype row = verticalScrollBar()->value() + point.y() / rowHeight();
    if (row >= m_text->rowCount() || !shaped(row).row.fold)
        return false;
    Q_EMIT foldToggled(shaped(row).row.fold->node);
    return true;
}

void RawView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || toggleFoldAt(event->position().toPoint()))
        return;
    setCaret(placeAt(event->position().toPoint()), event->modifiers() & Qt::ShiftModifier);
    m_wantedCharacter = m_caret.byte;
}

void RawView::mouseMoveEvent(QMouseEvent *event)
{
    if (!(event->buttons() & Qt::LeftButton))
        return;
    setCaret(placeAt(event->position().toPoint()), true);
    keepCaretInView();
}

void RawView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (!m_text || m_text->rowCount() == 0 || event->button() != Qt::LeftButton)
        return;
    const Place place = placeAt(event->position().toPoint());
    const QString &text = shaped(place.row).shape.text;
    qsizetype begin = place.byte;
    while (begin > 0 && isWordCharacter(text[begin - 1]))
        --begin;
    qsizetype end = place.byte;
    while (end < text.size() && isWordCharacter(text[end]))
        ++end;
    m_anchor = {place.row, begin};
    setCaret({place.row, end}, true);
}

void RawView::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    QAction *copyAction = menu.addAction(tr("&Copy"), this, &RawView::copy);
    copyAction->setEnabled(hasSelection());
    menu.addAction(tr("Select &all"), this, &RawView::selectAll);
    menu.exec(event->reason() == QContextMenuEvent::Mouse
            ? event->globalPos()
            : viewport()->mapToGlobal(QPoint(gutterWidth(), 0)));
}

} // namespace gui
