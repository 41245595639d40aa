// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/historypanel.h"

#include "gui/copyas.h"
#include "gui/historymodel.h"
#include "gui/plaintext.h"
#include "gui/tablestyle.h"
#include "store/historythread.h"
#include "ui_historypanel.h"

#include <QAction>
#include <QHeaderView>
#include <QMenu>

namespace gui {

using namespace Qt::StringLiterals;
using store::HistoryEntry;

HistoryPanel::HistoryPanel(store::HistoryThread &history, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::HistoryPanel>())
    , m_history(history)
    , m_model(new HistoryModel(history, this))
{
    m_ui->setupUi(this);
    m_ui->searchEdit->setToolTip(plainToolTip(m_ui->searchEdit->toolTip()));
    setUpTable(*m_ui->historyView);
    m_ui->historyView->setModel(m_model);
    QHeaderView *header = m_ui->historyView->horizontalHeader();
    header->setStretchLastSection(false);
    header->setMinimumSectionSize(7 * fontMetrics().horizontalAdvance(u'0'));
    header->setSectionResizeMode(HistoryModel::IdentityColumn, QHeaderView::Stretch);
    setColumnWidths(*m_ui->historyView, {8, 7, 7, 10, 7, 8});
    connectView();
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(50);
    connect(&m_refresh, &QTimer::timeout, m_model, &HistoryModel::refresh);
    connect(&m_history, &store::HistoryThread::changed, this, [this] {
        if (!m_refresh.isActive())
            m_refresh.start();
    });
    connect(m_model, &HistoryModel::failed, this, &HistoryPanel::failed);
    connect(m_model, &HistoryModel::loaded, this, &HistoryPanel::updateButtons);
    m_model->setFilter({});
}

HistoryPanel::~HistoryPanel() = default;

void HistoryPanel::connectView()
{
    connect(m_ui->searchEdit, &QLineEdit::textChanged, this, &HistoryPanel::applySearch);
    connect(m_ui->historyView->selectionModel(), &QItemSelectionModel::selectionChanged, this,
        &HistoryPanel::updateButtons);
    connect(m_ui->historyView, &QTableView::activated, this,
        [this] { withCurrent(&HistoryPanel::openRequested); });
    connect(m_ui->historyView, &QWidget::customContextMenuRequested, this, &HistoryPanel::showMenu);
    connect(
        m_ui->openButton, &QPushButton::clicked, this, [this] { withCurrent(&HistoryPanel::openRequested); });
    connect(m_ui->resendButton, &QPushButton::clicked, this,
        [this] { withCurrent(&HistoryPanel::resendRequested); });
    connect(m_ui->pinButton, &QPushButton::clicked, this, &HistoryPanel::togglePinned);
}

void HistoryPanel::applySearch()
{
    const auto filter = store::parseSearch(m_ui->searchEdit->text(), QDateTime::currentDateTime());
    m_ui->problemLabel->setVisible(!filter);
    if (filter)
        m_model->setFilter(*filter);
    else
        setPlainText(*m_ui->problemLabel, filter.error().message + u' ' + filter.error().remedy);
}

void HistoryPanel::focusSearch()
{
    m_ui->searchEdit->setFocus();
    m_ui->searchEdit->selectAll();
}

void HistoryPanel::addViewAction(QAction &action)
{
    action.setShortcutContext(Qt::WidgetShortcut);
    m_ui->historyView->addAction(&action);
    m_actions.append(&action);
}

bool HistoryPanel::viewHasFocus() const
{
    return m_ui->historyView->hasFocus();
}

void HistoryPanel::updateButtons()
{
    const QModelIndexList selected = m_ui->historyView->selectionModel()->selectedRows();
    m_ui->openButton->setEnabled(selected.size() == 1);
    m_ui->resendButton->setEnabled(selected.size() == 1);
    m_ui->pinButton->setEnabled(!selected.isEmpty());
    const bool pinned = !selected.isEmpty() && m_model->row(selected.first().row()).pinned;
    m_ui->pinButton->setText(pinned ? tr("Unpin") : tr("Pin"));
    const bool empty = m_model->rowCount() == 0;
    m_ui->emptyLabel->setVisible(empty);
    m_ui->emptyLabel->setText(m_ui->searchEdit->text().isEmpty() ? tr("Every call you send is listed here.")
                                                                 : tr("No call fits the search."));
}

void HistoryPanel::showMenu(const QPoint &at)
{
    const bool one = selectedIds().size() == 1;
    QMenu menu(this);
    menu.addAction(tr("&Open in a new tab"), this, [this] { withCurrent(&HistoryPanel::openRequested); })
        ->setEnabled(one);
    menu.addAction(tr("&Resend"), this, [this] { withCurrent(&HistoryPanel::resendRequested); })
        ->setEnabled(one);
    menu.addAction(tr("&Copy as curl"), this, [this] { withCurrent(&HistoryPanel::curlRequested); })
        ->setEnabled(one);
    QMenu *copyMenu = menu.addMenu(tr("Copy &as"));
    copyMenu->setEnabled(one);
    fillCopyAsMenu(*copyMenu, [this](const interop::ExportFormat *format) { copyCurrent(format); });
    menu.addAction(literalAmpersands(m_ui->pinButton->text()), this, &HistoryPanel::togglePinned);
    menu.addSeparator();
    menu.addActions(m_actions);
    menu.exec(m_ui->historyView->viewport()->mapToGlobal(at));
}

void HistoryPanel::withCurrent(void (HistoryPanel::*signal)(const HistoryEntry &))
{
    const QList<store::ExchangeId> ids = selectedIds();
    if (ids.isEmpty())
        return;
    m_history.entry(ids.first(), this, [this, signal](const dcs::Result<HistoryEntry> &entry) {
        if (entry)
            Q_EMIT(this->*signal)(*entry);
        else
            Q_EMIT failed(entry.error());
    });
}

void HistoryPanel::copyCurrent(const interop::ExportFormat *format)
{
    const QList<store::ExchangeId> ids = selectedIds();
    if (ids.isEmpty())
        return;
    m_history.entry(ids.first(), this, [this, format](const dcs::Result<HistoryEntry> &entry) {
        if (entry)
            Q_EMIT copyRequested(*entry, format);
        else
            Q_EMIT failed(entry.error());
    });
}

QList<store::ExchangeId> HistoryPanel::selectedIds() const
{
    QList<store::ExchangeId> ids;
    for (const QModelIndex &index : m_ui->historyView->selectionModel()->selectedRows())
        ids.append(m_model->row(index.row()).id);
    return ids;
}

void HistoryPanel::togglePinned()
{
    const QModelIndexList selected = m_ui->historyView->selectionModel()->selectedRows();
    if (selected.isEmpty())
        return;
    const bool pinned = !m_model->row(selected.first().row()).pinned;
    m_history.run(
        [ids = selectedIds(), pinned](store::History &history) -> dcs::Result<void> {
            for (store::ExchangeId id : ids) {
                if (auto done = history.setPinned(id, pinned); !done)
                    return done;
            }
            return {};
        },
        this,
        [this](const dcs::Result<void> &done) {
            if (!done)
                Q_EMIT failed(done.error());
            m_model->refresh();
        });
}

void HistoryPanel::deleteSelected()
{
    const QList<store::ExchangeId> ids = selectedIds();
    if (ids.isEmpty())
        return;
    m_history.run([ids](store::History &history) { return history.remove(ids); }, this,
        [this, ids](const dcs::Result<void> &done) {
            if (!done) {
                Q_EMIT failed(done.error());
                return;
            }
            m_model->refresh();
            Q_EMIT undoOffered(ids.size() == 1
                    ? tr("The call was deleted from the history.")
                    : tr("%1 calls were deleted from the history.").arg(ids.size()),
                [this] {
                    m_history.run([](store::History &history) { return history.undoRemove(); }, this,
                        [this](const dcs::Result<void> &undone) {
                            if (!undone)
                                Q_EMIT failed(undone.error());
                            m_model->setFilter({});
                            applySearch();
                        });
                });
        });
}

} // namespace gui
