// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/keysdialog.h"

#include "gui/actions.h"
#include "gui/answertable.h"

#include <QDialogButtonBox>
#include <QVBoxLayout>

namespace gui {

KeysDialog::KeysDialog(QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keyboard shortcuts"));
    setObjectName(QStringLiteral("KeysDialog"));
    auto *table = new AnswerTable(this);
    table->setObjectName(QStringLiteral("keysTable"));
    table->setAccessibleName(tr("Actions and their keys"));
    table->setColumns({tr("Action"), tr("Keys")});
    table->setRows(Actions::keySheet());
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(table);
    layout->addWidget(buttons);
    resize(fontMetrics().horizontalAdvance(u'0') * 70, fontMetrics().height() * 28);
}

} // namespace gui
