// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/answerheaders.h"

#include "gui/answertable.h"
#include "gui/answertablefinder.h"
#include "gui/wiretext.h"

#include <QVBoxLayout>

namespace gui {

AnswerHeaders::AnswerHeaders(QWidget *parent)
    : AnswerPage(parent)
    , m_table(new AnswerTable(this))
    , m_finder(new AnswerTableFinder({m_table}, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_table);
    setContent(m_table);
    m_table->setAccessibleName(tr("Headers of the answer"));
    m_table->setColumns({tr("Name"), tr("Value")});
    connect(m_finder, &AnswerTableFinder::foundChanged, this, &AnswerPage::foundChanged);
}

void AnswerHeaders::setReading(const AnswerReadingPtr &reading)
{
    QList<QStringList> rows;
    if (reading) {
        for (const dcs::Header &header : reading->exchange.headers)
            rows.append({wireText(header.name), wireText(header.value)});
        for (const dcs::Header &header : reading->exchange.trailers)
            rows.append({tr("%1 (trailer)").arg(wireText(header.name)), wireText(header.value)});
    }
    m_table->setRows(rows);
}

void AnswerHeaders::find(const RawPattern &pattern)
{
    m_finder->find(pattern);
}

void AnswerHeaders::findNext(bool backward)
{
    m_finder->findNext(backward);
}

AnswerFound AnswerHeaders::found() const
{
    return m_finder->found();
}

} // namespace gui
