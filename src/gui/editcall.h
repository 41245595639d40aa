// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/calldocument.h"

#include <QUndoCommand>

namespace gui {

/// The one undo command: a call is a value, so before and after are all there is to know.
class EditCall : public QUndoCommand
{
public:
    EditCall(CallDocument &document, const Draft &after, const QString &text, const QByteArray &field);

    void undo() override;
    void redo() override;
    int id() const override { return 1; }
    bool mergeWith(const QUndoCommand *other) override;

private:
    CallDocument &m_document;
    Draft m_before;
    Draft m_after;
    QByteArray m_field;
};

} // namespace gui
