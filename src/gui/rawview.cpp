// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/rawview.h"

#include "dcs/json.h"
#include "dcs/text.h"
#include "gui/rawaccessible.h"
#include "gui/rawcolors.h"

#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace gui {

namespace {

constexpr qsizetype rowsCopiedAtOnce = 2000; // more are copied off the window's thread
constexpr int textMargin = 6;

void toClipboard(const QByteArray &bytes)
{
    auto *data = new QMimeData;
    data->setText(dcs::textOfUtf8(bytes));
    if (!dcs::isUtf8(bytes)) // a text cannot carry them
        data->setData(QStringLiteral("application/octet-stream"), bytes);
    QGuiApplication::clipboard()->setMimeData(data);
}

} // namespace

RawView::RawView(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    installRawAccessible();
    // A desktop may know a larger font for texts than for fixed ones: nobody reads the smaller one more
    // easily.
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(std::max(fixed.pointSizeF(), QGuiApplication::font().pointSizeF()));
    setFont(fixed);
    setFocusPolicy(Qt::StrongFocus);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // so that the width does not depend on the text
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setBackgroundRole(QPalette::Base);
    viewport()->setAutoFillBackground(true);
    measure();
    connect(verticalScrollBar(), &QScrollBar::valueChanged, viewport(), qOverload<>(&QWidget::update));
    connect(horizontalScrollBar(), &QScrollBar::valueChanged, viewport(), qOverload<>(&QWidget::update));
}

RawView::~RawView() = default;

QSize RawView::minimumSizeHint() const
{
    return {QAbstractScrollArea::minimumSizeHint().width(), rowHeight() + 2 * frameWidth()};
}

void RawView::setText(std::shared_ptr<const RawText> text)
{
    m_shapes.clear();
    m_copying.drop();
    m_text = std::move(text);
    m_caret = m_anchor = {};
    updateScrollBars();
    verticalScrollBar()->setValue(0);
    horizontalScrollBar()->setValue(0);
    viewport()->update();
}

void RawView::setMatches(const RawSearch *search)
{
    m_matches = search;
    viewport()->update();
}

const RawView::Shaped &RawView::shaped(qsizetype row) const
{
    if (const Shaped *known = m_shapes.object(row))
        return *known;
    auto *made = new Shaped;
    if (m_text) {
        made->row = m_text->row(row);
        made->shape = shapeRow(made->row);
    } else {
        made->shape.bytes = {0};
    }
    m_shapes.insert(row, made);
    return *made;
}

void RawView::measure()
{
    m_charWidth = QFontMetricsF(font()).horizontalAdvance(QLatin1Char('0'));
    updateScrollBars();
}

int RawView::rowHeight() const
{
    return fontMetrics().lineSpacing() + 2;
}

int RawView::rowsInView() const
{
    return std::max(1, viewport()->height() / rowHeight());
}

int RawView::gutterWidth() const
{
    const qint64 lines = m_text ? m_text->lineCount() : 1;
    const qsizetype digits = std::max<qsizetype>(3, QByteArray::number(lines).size());
    return int(std::ceil(double(digits + 2) * m_charWidth)) + textMargin;
}

int RawView::columns() const
{
    return std::max(20, int((viewport()->width() - gutterWidth() - 2 * textMargin) / m_charWidth));
}

void RawView::updateScrollBars()
{
    const qsizetype rows = m_text ? m_text->rowCount() : 0;
    verticalScrollBar()->setRange(
        0, int(std::min<qsizetype>(INT_MAX, std::max<qsizetype>(0, rows - rowsInView()))));
    verticalScrollBar()->setPageStep(rowsInView());
    verticalScrollBar()->setSingleStep(3);
    const double longest = m_text ? double(m_text->longestRow()) : 0;
    const int width = gutterWidth() + 2 * textMargin + int(longest * m_charWidth);
    horizontalScrollBar()->setRange(0, std::max(0, width - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(int(m_charWidth * 4));
}

qreal RawView::xOf(const RawShape &shape, qsizetype character) const
{
    qreal x = 0;
    for (const RawShape::Run &run : shape.runs) {
        if (character <= run.begin)
            break;
        const qsizetype count = std::min<qsizetype>(run.length, character - run.begin);
        x += run.ascii ? double(count) * m_charWidth
                       : QFontMetricsF(font()).horizontalAdvance(shape.text.mid(run.begin, count));
    }
    return x;
}

qsizetype RawView::characterAtX(const RawShape &shape, qreal x) const
{
    for (const RawShape::Run &run : shape.runs) {
        const qreal begin = xOf(shape, run.begin);
        if (x >= xOf(shape, run.begin + run.length))
            continue;
        if (run.ascii)
            return run.begin
                + std::clamp<qsizetype>(qsizetype((x - begin) / m_charWidth + 0.5), 0, run.length);
        for (int i = 0; i < run.length; ++i) {
            const bool inPair = shape.text[run.begin + i].isHighSurrogate();
            if (!inPair && x < xOf(shape, run.begin + i + 1))
                return run.begin + i;
        }
    }
    return shape.text.size();
}

RawView::Place RawView::placeAt(const QPoint &point) const
{
    if (!m_text || m_text->rowCount() == 0)
        return {};
    const qsizetype row = std::clamp<qsizetype>(
        verticalScrollBar()->value() + qsizetype(std::floor(double(point.y()) / rowHeight())), 0,
        m_text->rowCount() - 1);
    const qreal x = point.x() + horizontalScrollBar()->value() - gutterWidth() - textMargin;
    return {row, characterAtX(shaped(row).shape, x)};
}

RawPlace RawView::bytePlace(Place place) const
{
    return {place.row, shaped(place.row).shape.byteAt(place.byte)};
}

void RawView::setCaret(Place place, bool select)
{
    m_caret = place;
    if (!select)
        m_anchor = place;
    viewport()->update();
}

void RawView::keepCaretInView()
{
    const int top = verticalScrollBar()->value();
    if (m_caret.row < top)
        verticalScrollBar()->setValue(int(m_caret.row));
    else if (m_caret.row >= top + rowsInView())
        verticalScrollBar()->setValue(int(m_caret.row) - rowsInView() + 1);
    const int x = gutterWidth() + textMargin + int(xOf(shaped(m_caret.row).shape, m_caret.byte));
    const int left = horizontalScrollBar()->value();
    if (x < left + gutterWidth() + textMargin)
        horizontalScrollBar()->setValue(x - gutterWidth() - 4 * textMargin);
    else if (x > left + viewport()->width() - 4 * textMargin)
        horizontalScrollBar()->setValue(x - viewport()->width() + 10 * textMargin);
}

qsizetype RawView::offsetAtTop() const
{
    if (!m_text)
        return 0;
    for (qsizetype row = verticalScrollBar()->value(), i = 0; i < 100 && row < m_text->rowCount();
         ++row, ++i) {
        if (const qsizetype offset = shaped(row).row.firstOffset(); offset >= 0)
            return offset;
    }
    return 0;
}

qsizetype RawView::caretOffset() const
{
    if (!m_text || m_text->rowCount() == 0)
        return 0;
    const Shaped &now = shaped(m_caret.row);
    const qsizetype byte = now.shape.byteAt(m_caret.byte);
    qsizetype offset = std::max<qsizetype>(0, now.row.firstOffset());
    for (const RawShape::Origin &origin : now.shape.origins) {
        if (origin.offset >= 0 && origin.byte <= byte)
            offset = origin.offset + byte - origin.byte;
    }
    return offset;
}

void RawView::scrollToOffset(qsizetype offset)
{
    if (m_text && m_text->rowCount() > 0)
        verticalScrollBar()->setValue(int(m_text->rowAt(offset)));
}

void RawView::showOffset(qsizetype offset, qsizetype length)
{
    if (!m_text || m_text->rowCount() == 0)
        return;
    const auto place = [this](qsizetype at, bool end) {
        const qsizetype row = m_text->rowAt(end ? std::max<qsizetype>(0, at - 1) : at);
        const auto found
            = end ? shaped(row).shape.charactersOf(at - 1, at) : shaped(row).shape.charactersOf(at, at + 1);
        return Place{row, found.empty() ? 0 : end ? found.front().second : found.front().first};
    };
    const Place begin = place(offset, false);
    setCaret(begin, false);
    if (length > 0)
        setCaret(place(offset + length, true), true);
    const int top = verticalScrollBar()->value();
    if (begin.row < top || begin.row >= top + rowsInView() - 1)
        verticalScrollBar()->setValue(int(std::max<qsizetype>(0, begin.row - rowsInView() / 3)));
    keepCaretInView();
}

void RawView::selectAll()
{
    if (!m_text || m_text->rowCount() == 0)
        return;
    m_anchor = {};
    m_caret = {m_text->rowCount() - 1, shaped(m_text->rowCount() - 1).shape.text.size()};
    viewport()->update();
}

void RawView::copy()
{
    if (!m_text || !hasSelection())
        return;
    const RawPlace from = bytePlace(std::min(m_caret, m_anchor));
    const RawPlace to = bytePlace(std::max(m_caret, m_anchor));
    if (to.row - from.row <= rowsCopiedAtOnce) {
        toClipboard(m_text->bytes(from, to));
        return;
    }
    const std::shared_ptr<const RawText> text = m_text->clone();
    m_copying.run([text, from, to] { return text->bytes(from, to); },
        [](const QByteArray &bytes) { toClipboard(bytes); });
}

QString RawView::visibleText() const
{
    constexpr qsizetype shortRows = 400;
    QString out;
    if (!m_text)
        return out;
    const bool all = m_text->rowCount() <= shortRows;
    const qsizetype first = all ? 0 : verticalScrollBar()->value();
    const qsizetype last
        = all ? m_text->rowCount() : std::min<qsizetype>(m_text->rowCount(), first + rowsInView());
    for (qsizetype row = first; row < last; ++row) {
        if (row > first)
            out += u'\n';
        out += shaped(row).shape.text;
    }
    return out;
}

void RawView::resizeEvent(QResizeEvent *)
{
    updateScrollBars();
    if (std::exchange(m_lastColumns, columns()) != columns())
        Q_EMIT columnsChanged();
}

void RawView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        measure();
        Q_EMIT columnsChanged();
    }
}

bool RawView::event(QEvent *event)
{
    // The window has shortcuts of its own for some of these keys.
    if (event->type() == QEvent::ShortcutOverride) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Copy) || key->matches(QKeySequence::SelectAll)) {
            event->accept();
            return true;
        }
    }
    return QAbstractScrollArea::event(event);
}

void RawView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void RawView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace gui
