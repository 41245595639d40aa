// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/historypanel.h"

#include "dcs/catalogue.h"
#include "gui/copyas.h"
#include "gui/historymodel.h"
#include "gui/plaintext.h"
#include "gui/prompts.h"
#include "gui/searchcompleter.h"
#include "gui/services.h"
#include "gui/tablestyle.h"
#include "store/historythread.h"
#include "ui_historypanel.h"

#include <QAction>
#include <QHeaderView>
#include <QLocale>
#include <QMenu>

namespace gui {

using namespace Qt::StringLiterals;
using store::HistoryEntry;
using store::HistoryRow;

HistoryPanel::HistoryPanel(Services &services, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::HistoryPanel>())
    , m_services(services)
    , m_history(services.history())
    , m_model(new HistoryModel(m_history, this))
{
    m_ui->setupUi(this);
    m_ui->searchEdit->setToolTip(plainToolTip(m_ui->searchEdit->toolTip()));
    m_completer = new SearchCompleter(*m_ui->searchEdit);
    setUpTable(*m_ui->historyView);
    m_ui->historyView->setModel(m_model);
    setUpColumns();
    explainHelp();
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

void HistoryPanel::setUpColumns()
{
    QHeaderView *header = m_ui->historyView->horizontalHeader();
    header->setStretchLastSection(false);
    header->setMinimumSectionSize(6 * fontMetrics().horizontalAdvance(u'0'));
    header->setSectionResizeMode(HistoryModel::IdentityColumn, QHeaderView::Stretch);
    setColumnWidths(*m_ui->historyView, {6, 8, 7, 7, 6, 7});
}

// For F1; the line under the field explains what stands in it.
void HistoryPanel::explainHelp()
{
    const QString help = tr("Search the history\n\n"
                            "Each word must occur in URL, parameters, IDs, answer (its first 64 KB) or note, "
                            "anywhere and in any case. "
                            "Words in quotation marks belong together: \"famous popstar\". Filters restrict "
                            "further; the list shows "
                            "what fits all of them.\n\n"
                            "alias:acme – the partner\n"
                            "region:9 – where it was sent\n"
                            "status:200, 4xx, failed, unknown, inflight\n"
                            "error:171 – a DCS code in the answer\n"
                            "since:yesterday, 2h, 7d, 2026-01-31\n"
                            "until:2026-01-31 – to the end of that day\n"
                            "on:today, 2026-01-31, 2026-01\n"
                            "preset:login – made from a preset\n"
                            "env:staging – made with an environment\n"
                            "batch:ID – made by a run\n"
                            "pinned:yes, no\n"
                            "note:report – words of its note; note:* any note\n\n"
                            "A value with blanks stands in quotation marks: preset:\"my preset\". To look "
                            "for the text alias:acme itself, "
                            "put all of it in quotation marks. Down offers filters and values.");
    m_ui->searchEdit->setProperty("helpText", help);
    m_ui->historyView->setProperty("helpText", help);
}

void HistoryPanel::connectView()
{
    connect(m_ui->searchEdit, &QLineEdit::textChanged, this, &HistoryPanel::applySearch);
    connect(m_ui->searchEdit, &QLineEdit::textEdited, this, [this](const QString &text) {
        if (text.size() == 1)
            learnValues();
    });
    connect(m_ui->historyView->selectionModel(), &QItemSelectionModel::selectionChanged, this,
        &HistoryPanel::updateButtons);
    connect(m_ui->historyView, &QTableView::doubleClicked, this, &HistoryPanel::open);
    connect(m_ui->historyView, &QWidget::customContextMenuRequested, this, &HistoryPanel::showMenu);
    connect(m_ui->openButton, &QPushButton::clicked, this, &HistoryPanel::open);
    connect(m_ui->resendButton, &QPushButton::clicked, this, &HistoryPanel::resend);
    connect(m_ui->pinButton, &QPushButton::clicked, this, &HistoryPanel::togglePinned);
}

// What can be typed behind a filter: what occurs in the newest calls, and what the protocol knows.
void HistoryPanel::learnValues()
{
    constexpr int rowsToLearnFrom = 1000;
    constexpr int channel = 4;
    m_history.page(
        {}, std::nullopt, rowsToLearnFrom, channel, this, [this](const dcs::Result<QList<HistoryRow>> &rows) {
            if (rows)
                offerValues(*rows);
        });
}

void HistoryPanel::offerValues(const QList<HistoryRow> &rows)
{
    using Value = SearchCompleter::Value;
    QHash<QString, QList<Value>> values;
    QHash<QString, QStringList> known;
    const auto add = [&](const QString &filter, const QString &value, const QString &meaning = {}) {
        if (value.isEmpty() || known[filter].contains(value))
            return;
        known[filter] += value;
        values[filter].append({value, meaning});
    };
    const dcs::Catalogue &catalogue = m_services.catalogue();
    const auto addError = [&](int code) {
        const dcs::ErrorEntry *entry = catalogue.error(code);
        add(u"error"_s, QString::number(code), entry ? entry->message : QString());
    };
    const auto addRegion = [&](int id) {
        const dcs::Region *region = catalogue.region(id);
        add(u"region"_s, QString::number(id), region ? region->name : QString());
    };
    for (const HistoryRow &row : rows) {
        add(u"alias"_s, row.alias);
        add(u"preset"_s, row.preset.section(u'#', -1));
        add(u"env"_s, row.environment);
        add(u"batch"_s, row.batch);
        for (const int code : row.errorCodes)
            addError(code);
        if (row.region)
            addRegion(*row.region);
    }
    for (const dcs::Region &region : catalogue.regions())
        addRegion(region.id);
    for (const dcs::ErrorEntry &error : catalogue.errors())
        addError(error.code);
    for (const interop::Environment &environment : m_services.environments().list())
        add(u"env"_s, environment.name);
    m_completer->setValues(values);
}

void HistoryPanel::applySearch()
{
    const auto filter = store::parseSearch(m_ui->searchEdit->text(), QDateTime::currentDateTime());
    m_isReadable = filter.has_value();
    if (!filter) {
        m_ui->emptyLabel->hide(); // the list is still what was found before
        explain(filter.error().message + u' ' + filter.error().remedy);
        return;
    }
    m_filter = *filter;
    explain(m_ui->searchEdit->text().trimmed().isEmpty() ? QString() : store::describe(*filter));
    m_model->setFilter(*filter);
}

void HistoryPanel::explain(const QString &text)
{
    m_ui->explainLabel->setVisible(!text.isEmpty());
    setPlainText(*m_ui->explainLabel, text);
}

void HistoryPanel::focusSearch()
{
    m_ui->searchEdit->setFocus();
    m_ui->searchEdit->selectAll();
    learnValues();
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

qint64 HistoryPanel::selectedCount() const
{
    qint64 count = 0;
    for (const QItemSelectionRange &range : m_ui->historyView->selectionModel()->selection())
        count += range.height();
    return count;
}

bool HistoryPanel::isSelectionPinned() const
{
    const QItemSelection selection = m_ui->historyView->selectionModel()->selection();
    const HistoryRow *first = selection.isEmpty() ? nullptr : m_model->row(selection.first().top());
    return first && first->pinned;
}

void HistoryPanel::updateButtons()
{
    const qint64 selected = selectedCount();
    const bool pinned = isSelectionPinned();
    m_ui->openButton->setEnabled(selected == 1);
    m_ui->resendButton->setEnabled(selected == 1);
    m_ui->pinButton->setEnabled(selected > 0);
    m_ui->pinButton->setText(pinned ? tr("Unpin") : tr("Pin"));
    m_ui->emptyLabel->setVisible(m_model->rowCount() == 0 && m_isReadable);
    m_ui->emptyLabel->setText(m_ui->searchEdit->text().isEmpty() ? tr("Every call you send is listed here.")
                                                                 : tr("No call fits the search."));
    if (m_model->isFetchingToEnd())
        explain(tr("Going to the oldest call; %1 read. Any other key stops.")
                    .arg(QLocale().toString(m_model->rowCount())));
    else if (m_ui->searchEdit->text().trimmed().isEmpty())
        explain({});
    Q_EMIT selectionChanged(selected, pinned);
}

void HistoryPanel::showMenu(const QPoint &at)
{
    QMenu menu(this);
    for (QAction *action : std::as_const(m_actions)) {
        menu.addAction(action);
        if (action->objectName() == u"historyCurl"_s) {
            QMenu *copyMenu = menu.addMenu(tr("Copy &as"));
            copyMenu->setEnabled(selectedCount() == 1);
            fillCopyAsMenu(*copyMenu, [this](const interop::ExportFormat *format) { copyCurrent(format); });
        }
    }
    menu.exec(m_ui->historyView->viewport()->mapToGlobal(at));
}

void HistoryPanel::withCurrent(void (HistoryPanel::*signal)(const HistoryEntry &))
{
    if (selectedCount() != 1)
        return;
    m_history.entry(selectedIds().first(), this, [this, signal](const dcs::Result<HistoryEntry> &entry) {
        if (entry)
            Q_EMIT(this->*signal)(*entry);
        else
            Q_EMIT failed(entry.error());
    });
}

void HistoryPanel::copyCurrent(const interop::ExportFormat *format)
{
    if (selectedCount() != 1)
        return;
    m_history.entry(selectedIds().first(), this, [this, format](const dcs::Result<HistoryEntry> &entry) {
        if (entry)
            Q_EMIT copyRequested(*entry, format);
        else
            Q_EMIT failed(entry.error());
    });
}

QList<store::ExchangeId> HistoryPanel::selectedIds() const
{
    QList<store::ExchangeId> ids;
    for (const QItemSelectionRange &range : m_ui->historyView->selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            ids.append(m_model->id(row));
    }
    std::sort(ids.begin(), ids.end(), std::greater<>());
    return ids;
}

void HistoryPanel::change(const std::function<dcs::Result<void>(store::History &, store::ExchangeId)> &work)
{
    const QList<store::ExchangeId> ids = selectedIds();
    m_history.run(
        [ids, work](store::History &history) -> dcs::Result<void> {
            for (const store::ExchangeId id : ids) {
                if (auto done = work(history, id); !done)
                    return done;
            }
            return {};
        },
        this,
        [this, ids](const dcs::Result<void> &done) {
            if (!done)
                Q_EMIT failed(done.error());
            m_model->reread(ids);
        });
}

void HistoryPanel::togglePinned()
{
    const bool pinned = !isSelectionPinned();
    change([pinned](store::History &history, store::ExchangeId id) { return history.setPinned(id, pinned); });
}

void HistoryPanel::editNote()
{
    const qint64 count = selectedCount();
    if (count == 0)
        return;
    const HistoryRow *row = m_model->row(m_ui->historyView->selectionModel()->selection().first().top());
    const QString before = count == 1 && row ? row->note : QString();
    const QString label = count == 1 ? tr("Note on the call, found by the search:")
                                     : tr("Note on the %n selected call(s):", nullptr, int(count));
    const auto note = m_services.prompts().text(tr("Note"), label, before);
    if (!note)
        return;
    change([text = note->trimmed()](
               store::History &history, store::ExchangeId id) { return history.setNote(id, text); });
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
            m_model->drop(ids);
            Q_EMIT undoOffered(tr("%n call(s) were deleted from the history.", nullptr, int(ids.size())),
                [this] { undoDelete(); });
        });
}

void HistoryPanel::undoDelete()
{
    m_history.run([](store::History &history) { return history.undoRemove(); }, this,
        [this](const dcs::Result<void> &undone) {
            if (!undone)
                Q_EMIT failed(undone.error());
            m_model->reload();
        });
}

} // namespace gui
