// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/findingspanel.h"

#include "gui/findingsmodel.h"
#include "gui/plaintext.h"
#include "gui/tablestyle.h"
#include "ui_findingspanel.h"


namespace gui {

FindingsPanel::FindingsPanel(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::FindingsPanel>())
    , m_model(new FindingsModel(this))
{
    m_ui->setupUi(this);
    QTableView &view = *m_ui->findingsView;
    view.setModel(m_model);
    setUpTable(view);
    setColumnWidths(view, {14, 18});
    connect(view.selectionModel(), &QItemSelectionModel::currentChanged, this, &FindingsPanel::showCurrent);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &FindingsPanel::showCurrent);
    connect(&view, &QTableView::doubleClicked, m_ui->goButton, &QPushButton::click);
    connect(&view, &QTableView::activated, m_ui->goButton, &QPushButton::click);
    connect(m_ui->goButton, &QPushButton::clicked, this, [this] {
        if (const dcs::Finding *finding = current())
            Q_EMIT fieldRequested(*finding);
    });
    connect(m_ui->mendButton, &QPushButton::clicked, this, [this] {
        if (const dcs::Finding *finding = current())
            Q_EMIT mendRequested(dcs::Finding(*finding));
    });
}

FindingsPanel::~FindingsPanel() = default;

void FindingsPanel::setFindings(const QList<dcs::Finding> &findings)
{
    m_model->setFindings(findings);
    if (!findings.isEmpty() && !m_ui->findingsView->currentIndex().isValid())
        m_ui->findingsView->setCurrentIndex(m_model->index(0, 0));
    showCurrent();
}

const dcs::Finding *FindingsPanel::current() const
{
    const QModelIndex index = m_ui->findingsView->currentIndex();
    return index.isValid() && index.row() < m_model->rowCount() ? &m_model->rows()[index.row()] : nullptr;
}

void FindingsPanel::showCurrent()
{
    const dcs::Finding *finding = current();
    m_ui->goButton->setEnabled(finding);
    m_ui->mendButton->setEnabled(finding && !finding->mend.isEmpty());
    m_ui->mendButton->setText(
        finding && !finding->mend.isEmpty() ? literalAmpersands(finding->mend) : tr("Me&nd"));
    setPlainText(*m_ui->fixLabel,
        finding                        ? finding->fix
            : m_model->rowCount() == 0 ? tr("Nothing to complain about.")
                                       : QString());
}

} // namespace gui
