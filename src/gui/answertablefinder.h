// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/answerpage.h"
#include "gui/latest.h"

#include <QObject>

namespace gui {

class AnswerTable;

/// The find bar's search through the tables of a page, off the window's thread.
class AnswerTableFinder : public QObject
{
    Q_OBJECT
public:
    explicit AnswerTableFinder(QList<AnswerTable *> tables, QObject *parent = nullptr);

    void find(const RawPattern &pattern);
    void findNext(bool backward);
    AnswerFound found() const;

Q_SIGNALS:
    void foundChanged();
    void shown(gui::AnswerTable *table); ///< has the match that was gone to

private:
    struct Hit {
        int table = 0;
        int row = 0;
        int column = 0;
    };
    struct Hits {
        QList<Hit> hits;
        QString problem;
    };
    static Hits search(const QList<QList<QStringList>> &tables, const RawPattern &pattern);
    void go(qsizetype hit);

    QList<AnswerTable *> m_tables;
    Hits m_hits;
    qsizetype m_current = -1;
    bool m_running = false;
    Latest m_latest;
};

} // namespace gui
