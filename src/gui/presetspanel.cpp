// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/presetspanel.h"

#include "dcs/text.h"
#include "gui/plaintext.h"
#include "gui/presetsmodel.h"
#include "gui/services.h"
#include "gui/tablestyle.h"
#include "ui_presetspanel.h"

#include <QAction>
#include <QMenu>
#include <QSignalBlocker>

namespace gui {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostUnfolded = 1000; // rows that are laid out at once without being asked for

QString keyOf(const PresetRef &ref)
{
    return ref.folder + u'\n' + ref.path;
}

} // namespace

PresetsPanel::PresetsPanel(Services &services, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::PresetsPanel>())
    , m_services(services)
    , m_list(services)
    , m_steps(services.files())
    , m_model(new PresetsModel(this))
{
    m_ui->setupUi(this);
    m_ui->presetsView->setModel(m_model);
    showFocus(*m_ui->presetsView);
    connectList();
    connectView();
    showHint();
    updateButtons();
    m_list.rescan();
}

PresetsPanel::~PresetsPanel() = default;

void PresetsPanel::connectList()
{
    connect(&m_list, &PresetList::shownChanged, this, &PresetsPanel::showTree);
    connect(&m_list, &PresetList::scanned, this, [this] {
        if (!m_wanted.folder.isEmpty())
            select(m_wanted);
        showHint();
    });
    connect(&m_list, &PresetList::marksFound, m_model, &PresetsModel::setMarks);
    connect(&m_steps, &PresetSteps::taken, this, &PresetsPanel::take);
    connect(&m_steps, &PresetSteps::failed, this, [this](const dcs::Error &error) {
        Q_EMIT failed(error);
        rescan();
    });
    connect(m_model, &PresetsModel::entriesDropped, this,
        [this](const QList<PresetRef> &entries, const PresetTarget &target, bool copy) {
            m_steps.take([=] { return copy ? copyEntries(entries, target) : moveEntries(entries, target); });
        });
    connect(
        m_model, &PresetsModel::filesDropped, this, [this](const QStringList &names, const PresetRef &into) {
            m_steps.take([=] { return bringFiles(names, into); });
        });
}

void PresetsPanel::connectView()
{
    connect(m_ui->searchEdit, &QLineEdit::textChanged, &m_list, &PresetList::search);
    connect(m_ui->presetsView, &QTreeView::activated, this, &PresetsPanel::openCurrent);
    connect(
        m_ui->presetsView, &QTreeView::expanded, this, [this](const QModelIndex &at) { remember(at, true); });
    connect(m_ui->presetsView, &QTreeView::collapsed, this,
        [this](const QModelIndex &at) { remember(at, false); });
    connect(m_ui->presetsView->selectionModel(), &QItemSelectionModel::selectionChanged, this,
        &PresetsPanel::updateButtons);
    connect(m_ui->presetsView, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        QMenu menu(this);
        fillMenu(menu);
        menu.exec(m_ui->presetsView->viewport()->mapToGlobal(at));
    });
    connect(m_ui->openButton, &QPushButton::clicked, this, &PresetsPanel::openCurrent);
    connect(m_ui->renameButton, &QPushButton::clicked, this, &PresetsPanel::renameCurrent);
    connect(m_ui->deleteButton, &QPushButton::clicked, this, &PresetsPanel::deleteSelected);
    auto *menu = new QMenu(m_ui->moreButton);
    m_ui->moreButton->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        fillMenu(*menu);
    });
}

void PresetsPanel::showTree()
{
    const PresetRef before = current();
    const QList<PresetRef> chosen = selected();
    m_model->setFolders(m_services.workspaceFolders());
    m_model->setTree(m_list.shown());
    unfold();
    if (const QModelIndex index = m_model->find(before); index.isValid() && !before.folder.isEmpty())
        m_ui->presetsView->setCurrentIndex(index);
    for (const PresetRef &ref : chosen) {
        if (const QModelIndex index = m_model->find(ref); index.isValid() && chosen.size() > 1)
            m_ui->presetsView->selectionModel()->select(index, QItemSelectionModel::Select);
    }
    if (!m_wanted.folder.isEmpty())
        select(m_wanted);
    showHint();
    updateButtons();
}

// Everything is open at first, as far as that is not more than anybody reads; then it is as a person left it.
void PresetsPanel::unfold()
{
    m_unfolding = true;
    int rows = m_model->rowCount();
    const PresetTree &tree = m_model->tree();
    const bool search = m_list.isSearch();
    for (size_t i = 1; i < tree.nodes.size(); ++i) {
        const PresetTree::Node &node = tree.nodes[i];
        if (node.children.empty())
            continue;
        const QString key = keyOf(node.ref);
        const bool wanted = rows + int(node.children.size()) <= mostUnfolded;
        if (search ? !wanted : m_folded.contains(key) || (!wanted && !m_unfolded.contains(key)))
            continue;
        rows += int(node.children.size());
        m_ui->presetsView->expand(m_model->at(int(i)));
    }
    m_unfolding = false;
}

void PresetsPanel::remember(const QModelIndex &index, bool expanded)
{
    if (m_unfolding || m_list.isSearch())
        return;
    const QString key = keyOf(m_model->ref(index));
    (expanded ? m_unfolded : m_folded).insert(key);
    (expanded ? m_folded : m_unfolded).remove(key);
}

void PresetsPanel::showHint()
{
    const PresetTreePtr &all = m_list.all();
    const QString problem = all ? all->problem : QString();
    QString hint;
    if (!problem.isEmpty())
        hint = problem;
    else if (all && all->nodes.size() <= 1)
        hint = tr("No presets yet. Ctrl+S saves the call as one.");
    else if (m_list.isSearch() && m_model->rowCount() == 0)
        hint = tr("No preset has these words.");
    m_ui->hintLabel->setVisible(!hint.isEmpty());
    setPlainText(*m_ui->hintLabel, hint);
}

QStringList PresetsPanel::files() const
{
    QStringList out;
    if (!m_list.all())
        return out;
    const QStringList &folders = m_services.workspaceFolders();
    for (const QString &folder : folders) {
        for (const QString &path : m_list.all()->files(folder))
            out.append(folder == folders.first() ? path : folder + u'/' + path);
    }
    return out;
}

void PresetsPanel::focusSearch()
{
    m_ui->searchEdit->setFocus();
    m_ui->searchEdit->selectAll();
}

void PresetsPanel::addViewAction(QAction &action)
{
    action.setShortcutContext(Qt::WidgetShortcut);
    m_ui->presetsView->addAction(&action);
    m_actions.append(&action);
}

bool PresetsPanel::viewHasFocus() const
{
    return m_ui->presetsView->hasFocus();
}

PresetRef PresetsPanel::current() const
{
    const QModelIndex index = m_ui->presetsView->currentIndex();
    return index.isValid() ? m_model->ref(index) : PresetRef();
}

QList<PresetRef> PresetsPanel::selected() const
{
    QList<PresetRef> out;
    for (const QModelIndex &index : m_ui->presetsView->selectionModel()->selectedIndexes())
        out.append(m_model->ref(index));
    return out;
}

void PresetsPanel::openCurrent()
{
    if (const PresetRef at = current(); at.isRequest())
        Q_EMIT openRequested(at);
}

void PresetsPanel::updateButtons()
{
    const QList<PresetRef> chosen = selected();
    const bool entry = !chosen.isEmpty() && !chosen.first().isWorkspace();
    m_ui->openButton->setEnabled(chosen.size() == 1 && chosen.first().isRequest());
    m_ui->renameButton->setEnabled(entry && chosen.size() == 1);
    m_ui->deleteButton->setEnabled(entry);
}

void PresetsPanel::select(const PresetRef &ref)
{
    const QModelIndex index = m_model->find(ref);
    m_wanted = index.isValid() ? PresetRef() : ref;
    if (!index.isValid())
        return;
    m_ui->presetsView->setCurrentIndex(index);
    m_ui->presetsView->scrollTo(index);
}

} // namespace gui
