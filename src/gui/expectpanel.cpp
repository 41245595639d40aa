// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/expectpanel.h"

#include "gui/expectationsmodel.h"
#include "gui/tablestyle.h"
#include "ui_expectpanel.h"


namespace gui {

ExpectPanel::ExpectPanel(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ExpectPanel>())
    , m_model(new ExpectationsModel(this))
{
    m_ui->setupUi(this);
    QTableView &view = *m_ui->expectationsView;
    view.setModel(m_model);
    setUpTable(view);
    setColumnWidths(view, {50, 18});
    m_ui->removeButton->setEnabled(false);
    connect(m_model, &ExpectationsModel::linesEdited, this, &ExpectPanel::linesEdited);
    connect(m_ui->addButton, &QPushButton::clicked, this, [this] {
        m_ui->expectationsView->setCurrentIndex(
            m_model->index(m_model->add(), ExpectationsModel::LineColumn));
        m_ui->expectationsView->edit(m_ui->expectationsView->currentIndex());
    });
    connect(m_ui->removeButton, &QPushButton::clicked, this, [this] {
        if (const QModelIndex index = m_ui->expectationsView->currentIndex(); index.isValid())
            m_model->remove(index.row());
    });
    connect(view.selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex &index) { m_ui->removeButton->setEnabled(index.isValid()); });
}

ExpectPanel::~ExpectPanel()
{
    m_model->disconnect(this); // an open cell editor commits when it goes
}

void ExpectPanel::setLines(const QStringList &lines)
{
    m_model->setLines(lines);
}

QStringList ExpectPanel::lines() const
{
    return m_model->lines();
}

void ExpectPanel::setOutcomes(const QList<dcs::ExpectationOutcome> &outcomes)
{
    m_model->setOutcomes(outcomes);
}

} // namespace gui
