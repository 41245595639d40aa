// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/headerspanel.h"

#include "dcs/catalogue.h"
#include "gui/headersmodel.h"
#include "gui/parameterdelegate.h"
#include "gui/tablestyle.h"
#include "gui/wiretext.h"
#include "ui_headerspanel.h"


namespace gui {

HeadersPanel::HeadersPanel(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::HeadersPanel>())
    , m_model(new HeadersModel(this))
{
    m_ui->setupUi(this);
    m_ui->headersView->setModel(m_model);
    m_ui->headersView->setItemDelegate(new ParameterDelegate(dcs::Catalogue::builtIn(), -1, -1, this));
    setUpTable(*m_ui->headersView);
    setColumnWidths(*m_ui->headersView, {6, 22, 48});
    connect(m_model, &HeadersModel::callEdited, this, &HeadersPanel::callEdited);
    connect(m_ui->addButton, &QPushButton::clicked, this, [this] {
        m_ui->headersView->setCurrentIndex(m_model->index(m_model->add(), HeadersModel::NameColumn));
        m_ui->headersView->edit(m_ui->headersView->currentIndex());
    });
    connect(m_ui->removeButton, &QPushButton::clicked, this,
        [this] { m_model->remove(m_ui->headersView->currentIndex().row()); });
    connect(m_ui->upButton, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_ui->downButton, &QPushButton::clicked, this, [this] { move(1); });
    connect(m_ui->headersView->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &HeadersPanel::updateButtons);
    updateButtons();
}

HeadersPanel::~HeadersPanel()
{
    m_model->disconnect(this); // an open cell editor commits when it goes
}

void HeadersPanel::setCall(const dcs::Call &call, const QList<dcs::Header> &wire)
{
    m_model->setCall(call, wire);
    updateButtons();
}

const dcs::Call &HeadersPanel::call() const
{
    return m_model->call();
}

void HeadersPanel::focusHeader(const QString &name)
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (wireText(m_model->rows()[row].header.name).compare(name, Qt::CaseInsensitive) == 0)
            m_ui->headersView->setCurrentIndex(m_model->index(row, HeadersModel::ValueColumn));
    }
    m_ui->headersView->setFocus();
}

void HeadersPanel::move(int by)
{
    const QModelIndex current = m_ui->headersView->currentIndex();
    if (current.isValid() && m_model->move(current.row(), by))
        m_ui->headersView->setCurrentIndex(m_model->index(current.row() + by, current.column()));
}

void HeadersPanel::updateButtons()
{
    const QModelIndex current = m_ui->headersView->currentIndex();
    const bool own = current.isValid() && !m_model->rows()[current.row()].automatic;
    for (QPushButton *button : {m_ui->removeButton, m_ui->upButton, m_ui->downButton})
        button->setEnabled(own);
}

} // namespace gui
