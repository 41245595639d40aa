// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/editcall.h"

namespace gui {

EditCall::EditCall(CallDocument &document, const Draft &after, const QString &text, const QByteArray &field)
    : QUndoCommand(text)
    , m_document(document)
    , m_before(document.draft())
    , m_after(after)
    , m_field(field)
{
}

void EditCall::undo()
{
    m_document.apply(m_before);
}

void EditCall::redo()
{
    m_document.apply(m_after);
}

bool EditCall::mergeWith(const QUndoCommand *other)
{
    const auto *next = static_cast<const EditCall *>(other);
    if (m_field.isEmpty() || next->m_field != m_field)
        return false;
    m_after = next->m_after;
    setObsolete(m_after == m_before);
    return true;
}

} // namespace gui
