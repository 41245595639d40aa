// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QPointer>

class QCompleter;
class QLineEdit;
class QStringListModel;

namespace gui {

class CallDocument;

/// What the fields of a call owe to {{variables}}, wherever they stand: names are offered while one is typed,
/// and a field that holds one tells what it stands for, in its tool tip and to screen readers.
class VariableHelp : public QObject
{
    Q_OBJECT
public:
    explicit VariableHelp(QObject *parent = nullptr);
    ~VariableHelp() override;

    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void enter(QWidget *widget);
    void describe();
    void offer();
    void insert(const QString &name);

    QPointer<QLineEdit> m_edit; ///< that has the focus
    QPointer<CallDocument> m_document;
    QStringListModel *m_names;
    QCompleter *m_completer;
};

} // namespace gui
