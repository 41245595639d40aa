// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/variablehelp.h"

#include "dcs/text.h"
#include "gui/calldocument.h"
#include "gui/calltab.h"
#include "gui/plaintext.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCompleter>
#include <QHelpEvent>
#include <QLineEdit>
#include <QStringListModel>
#include <QToolTip>

namespace gui {

using namespace Qt::StringLiterals;

namespace {

CallDocument *documentOf(QWidget *widget)
{
    for (QWidget *at = widget; at; at = at->parentWidget()) {
        if (auto *tab = qobject_cast<CallTab *>(at))
            return &tab->document();
    }
    return nullptr;
}

/// Where the name that is being typed begins, or -1.
qsizetype nameStart(const QString &before)
{
    const qsizetype open = before.lastIndexOf(u"{{");
    return open < 0 || before.indexOf(u"}}", open) >= 0 ? -1 : open + 2;
}

/// The text under the mouse: of a field, or of a cell.
QString textAt(QObject *object, const QPoint &at)
{
    if (const auto *edit = qobject_cast<QLineEdit *>(object))
        return edit->text();
    const auto *view = object->parent() ? qobject_cast<QAbstractItemView *>(object->parent()) : nullptr;
    return view && object == view->viewport() ? view->indexAt(at).data().toString() : QString();
}

} // namespace

VariableHelp::VariableHelp(QObject *parent)
    : QObject(parent)
    , m_names(new QStringListModel(this))
    , m_completer(new QCompleter(m_names, this))
{
    m_completer->setObjectName(u"variables"_s);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->popup()->setAccessibleName(tr("Variables"));
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &VariableHelp::insert);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { enter(now); });
    qApp->installEventFilter(this);
}

VariableHelp::~VariableHelp()
{
    qApp->removeEventFilter(this);
}

void VariableHelp::enter(QWidget *widget)
{
    auto *edit = qobject_cast<QLineEdit *>(widget);
    CallDocument *document = edit && !edit->isReadOnly() ? documentOf(edit) : nullptr;
    if (edit == m_edit)
        return;
    if (m_edit)
        disconnect(m_edit, nullptr, this, nullptr);
    m_edit = document ? edit : nullptr;
    m_document = document;
    if (!m_edit)
        return;
    m_completer->setWidget(m_edit);
    connect(m_edit, &QLineEdit::textEdited, this, &VariableHelp::offer);
    connect(m_edit, &QLineEdit::textChanged, this, &VariableHelp::describe);
    describe();
}

// A field that was described keeps what it says of itself otherwise.
void VariableHelp::describe()
{
    constexpr auto own = "ownDescription";
    if (!m_edit || !m_document)
        return;
    if (!m_edit->property(own).isValid())
        m_edit->setProperty(own, m_edit->accessibleDescription());
    const QString text = m_edit->text();
    const QString plain = m_edit->property(own).toString();
    const bool uses = text.contains(u"{{"_s);
    m_edit->setAccessibleDescription(
        uses ? tr("Stands for: %1").arg(dcs::visible(m_document->resolvedText(text))) : plain);
}

void VariableHelp::offer()
{
    if (!m_edit || !m_document)
        return;
    const QString before = m_edit->text().first(m_edit->cursorPosition());
    const qsizetype start = nameStart(before);
    if (start < 0) {
        m_completer->popup()->hide();
        return;
    }
    QStringList names = m_document->variables().keys();
    names += {u"$uuid"_s, u"$timestamp"_s, u"$randomInt"_s};
    m_names->setStringList(names);
    m_completer->setCompletionPrefix(before.mid(start).trimmed());
    m_completer->complete();
}

void VariableHelp::insert(const QString &name)
{
    if (!m_edit)
        return;
    const int cursor = m_edit->cursorPosition();
    const qsizetype start = nameStart(m_edit->text().first(cursor));
    if (start < 0)
        return;
    const bool isClosed = m_edit->text().mid(cursor).startsWith(u"}}");
    m_edit->setSelection(int(start), cursor - int(start));
    m_edit->insert(isClosed ? name : name + u"}}"_s);
}

bool VariableHelp::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() != QEvent::ToolTip || !object->isWidgetType())
        return false;
    const auto *help = static_cast<QHelpEvent *>(event);
    const QString text = textAt(object, help->pos());
    CallDocument *document = text.contains(u"{{"_s) ? documentOf(static_cast<QWidget *>(object)) : nullptr;
    if (!document)
        return false;
    QToolTip::showText(help->globalPos(),
        plainToolTip(tr("%1\nStands for: %2").arg(text, document->resolvedText(text))),
        static_cast<QWidget *>(object));
    return true;
}

} // namespace gui
