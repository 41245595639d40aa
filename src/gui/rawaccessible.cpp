// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/rawaccessible.h"

#include "gui/rawview.h"

#include <QAccessible>
#include <QAccessibleWidget>

#include <algorithm>

namespace gui {

namespace {

/// A read-only text: the rows that can be seen, or all of a short one.
class RawAccessible : public QAccessibleWidget, public QAccessibleTextInterface
{
public:
    explicit RawAccessible(RawView *view)
        : QAccessibleWidget(view, QAccessible::EditableText)
    {
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::TextInterface)
            return static_cast<QAccessibleTextInterface *>(this);
        return QAccessibleWidget::interface_cast(type);
    }
    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.readOnly = true;
        state.multiLine = true;
        state.selectableText = true;
        return state;
    }
    int childCount() const override { return 0; }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Value ? all() : QAccessibleWidget::text(kind);
    }

    void selection(int, int *start, int *end) const override { *start = *end = 0; }
    int selectionCount() const override { return 0; }
    void addSelection(int, int) override { }
    void removeSelection(int) override { }
    void setSelection(int, int, int) override { }
    int cursorPosition() const override { return 0; }
    void setCursorPosition(int) override { }
    QString text(int start, int end) const override
    {
        const QString shown = all();
        const int first = std::clamp(start, 0, int(shown.size()));
        return shown.mid(first, std::clamp(end, first, int(shown.size())) - first);
    }
    int characterCount() const override { return int(all().size()); }
    QRect characterRect(int) const override { return {}; }
    int offsetAtPoint(const QPoint &) const override { return -1; }
    void scrollToSubstring(int, int) override { }
    QString attributes(int offset, int *start, int *end) const override
    {
        *start = *end = offset;
        return {};
    }

private:
    QString all() const { return static_cast<RawView *>(widget())->visibleText(); }
};

QAccessibleInterface *makeRawAccessible(const QString &, QObject *object)
{
    auto *view = qobject_cast<RawView *>(object);
    return view ? new RawAccessible(view) : nullptr;
}

} // namespace

void installRawAccessible()
{
    static const bool installed = [] {
        QAccessible::installFactory(makeRawAccessible);
        return true;
    }();
    Q_UNUSED(installed)
}

} // namespace gui
