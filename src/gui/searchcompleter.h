// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QObject>
#include <QString>
#include <QStringList>

class QCompleter;
class QLineEdit;
class QModelIndex;
class QStandardItemModel;

namespace gui {

/// Offers the filters of the history's search line, and their values, for the word at the cursor: while it is
/// typed and when Down is pressed. Without a choice nothing is put in.
class SearchCompleter : public QObject
{
    Q_OBJECT
public:
    explicit SearchCompleter(QLineEdit &edit);

    /// Values of a filter beside those that are the same for everybody; what one means, if it does not say so
    /// itself.
    struct Value {
        QString text;
        QString meaning;
    };
    void setValues(const QHash<QString, QList<Value>> &values); ///< by filter; what is offered now follows
    bool isOpen() const;
    QStringList offered() const; ///< as they would be put in

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void offer(bool asked);
    void addFilters(const QString &start);
    void addValues(const QString &filter, const QString &start);
    void add(const QString &word, const QString &meaning);
    void insert(const QModelIndex &index);
    int wordStart() const;

    QLineEdit &m_edit;
    QCompleter *m_completer;
    QStandardItemModel *m_model;
    QHash<QString, QList<Value>> m_values;
    bool m_lacksValues = false; ///< nothing was known to offer for what was typed
};

} // namespace gui
