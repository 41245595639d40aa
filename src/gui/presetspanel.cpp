// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/presetspanel.h"

#include "gui/plaintext.h"
#include "gui/presetsmodel.h"
#include "gui/prompts.h"
#include "gui/services.h"
#include "gui/tablestyle.h"
#include "ui_presetspanel.h"

#include <QAction>
#include <QFileInfo>
#include <QFileSystemWatcher>
#include <QMenu>
#include <QSet>
#include <QSortFilterProxyModel>

namespace gui {

PresetsPanel::PresetsPanel(Services &services, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::PresetsPanel>())
    , m_services(services)
    , m_model(new PresetsModel(this))
    , m_proxy(new QSortFilterProxyModel(this))
    , m_watcher(new QFileSystemWatcher(this))
{
    m_ui->setupUi(this);
    m_proxy->setSourceModel(m_model);
    m_proxy->setRecursiveFilteringEnabled(true);
    m_proxy->setAutoAcceptChildRows(true);
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_ui->presetsView->setModel(m_proxy);
    showFocus(*m_ui->presetsView);
    m_rescan.setSingleShot(true);
    m_rescan.setInterval(200);
    connect(&m_rescan, &QTimer::timeout, this, &PresetsPanel::rescan);
    connect(m_watcher, &QFileSystemWatcher::directoryChanged, &m_rescan, qOverload<>(&QTimer::start));
    connect(m_watcher, &QFileSystemWatcher::fileChanged, &m_rescan, qOverload<>(&QTimer::start));
    connect(&m_services, &Services::workspaceChanged, this, &PresetsPanel::rescan);
    connect(m_ui->searchEdit, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_proxy->setFilterFixedString(text);
        if (!text.isEmpty())
            m_ui->presetsView->expandAll();
    });
    connect(m_ui->presetsView, &QTreeView::activated, this, &PresetsPanel::openCurrent);
    connect(m_ui->presetsView->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &PresetsPanel::updateButtons);
    connect(m_ui->presetsView, &QWidget::customContextMenuRequested, this, &PresetsPanel::showMenu);
    connect(m_ui->openButton, &QPushButton::clicked, this, &PresetsPanel::openCurrent);
    connect(m_ui->renameButton, &QPushButton::clicked, this, &PresetsPanel::renameCurrent);
    connect(m_ui->deleteButton, &QPushButton::clicked, this, &PresetsPanel::deleteCurrent);
    rescan();
}

PresetsPanel::~PresetsPanel() = default;

void PresetsPanel::rescan()
{
    m_latest.run([workspace = m_services.workspace()] { return PresetTree::scan(workspace); },
        [this](const PresetTree &tree) { showTree(tree); });
}

void PresetsPanel::showTree(const PresetTree &tree)
{
    const bool first = m_model->tree().files.isEmpty();
    if (tree != m_model->tree()) {
        QSet<QString> collapsed;
        const Chosen current = chosen();
        for (const QString &path : m_model->tree().files) {
            const QModelIndex index = m_proxy->mapFromSource(m_model->find(path, -1));
            if (index.isValid() && !m_ui->presetsView->isExpanded(index))
                collapsed.insert(path);
        }
        m_model->setTree(tree);
        m_ui->presetsView->expandAll();
        for (const QString &path : collapsed)
            m_ui->presetsView->setExpanded(m_proxy->mapFromSource(m_model->find(path, -1)), first);
        select(current.path, current.preset);
    }
    if (!m_wanted.path.isEmpty())
        select(m_wanted.path, m_wanted.preset);
    const bool empty = m_model->tree().files.isEmpty();
    m_ui->hintLabel->setVisible(empty || !m_model->tree().problem.isEmpty());
    setPlainText(*m_ui->hintLabel,
        m_model->tree().problem.isEmpty() ? tr("No presets yet. Ctrl+S saves the call as one.")
                                          : m_model->tree().problem);
    watch();
    updateButtons();
}

// A watched file is lost after the first atomic replace, so folders are watched, and files only as long as
// they last.
void PresetsPanel::watch()
{
    constexpr qsizetype most = 1000; // one system handle each
    const QString root = m_services.workspace().folder();
    QStringList wanted;
    if (QFileInfo::exists(root))
        wanted.append(root);
    QSet<QString> seen;
    for (const QString &path : m_model->tree().files.first(std::min(most, m_model->tree().files.size()))) {
        wanted.append(root + u'/' + path);
        for (qsizetype slash = path.indexOf(u'/'); slash >= 0; slash = path.indexOf(u'/', slash + 1)) {
            if (const QString folder = path.first(slash); !seen.contains(folder)) {
                seen.insert(folder);
                wanted.append(root + u'/' + folder);
            }
        }
    }
    const QStringList known = m_watcher->files() + m_watcher->directories();
    const QSet<QString> knownSet(known.begin(), known.end());
    QStringList added;
    for (const QString &path : wanted) {
        if (!knownSet.contains(path))
            added.append(path);
    }
    if (!added.isEmpty())
        m_watcher->addPaths(added);
}

QStringList PresetsPanel::files() const
{
    return m_model->tree().files;
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

PresetsPanel::Chosen PresetsPanel::chosen() const
{
    const QModelIndex index = m_ui->presetsView->currentIndex();
    if (!index.isValid())
        return {};
    return {index.data(PresetsModel::PathRole).toString(), index.data(PresetsModel::PresetRole).toInt()};
}

void PresetsPanel::openCurrent()
{
    if (const Chosen at = chosen(); at.preset >= 0)
        Q_EMIT openRequested(at.path, at.preset);
}

void PresetsPanel::updateButtons()
{
    const bool preset = chosen().preset >= 0;
    for (QPushButton *button : {m_ui->openButton, m_ui->renameButton, m_ui->deleteButton})
        button->setEnabled(preset);
}

void PresetsPanel::showMenu(const QPoint &at)
{
    QMenu menu(this);
    menu.addAction(tr("&Open"), this, &PresetsPanel::openCurrent)->setEnabled(chosen().preset >= 0);
    menu.addSeparator();
    menu.addActions(m_actions);
    menu.exec(m_ui->presetsView->viewport()->mapToGlobal(at));
}

void PresetsPanel::renameCurrent()
{
    const Chosen at = chosen();
    if (at.preset < 0)
        return;
    const QString before = m_ui->presetsView->currentIndex().data().toString();
    const auto name = m_services.prompts().text(tr("Rename preset"), tr("Name of the preset"), before);
    if (!name || name->trimmed().isEmpty() || *name == before)
        return;
    if (const auto done = renamePreset(m_services.workspace(), at.path, at.preset, name->trimmed()); !done)
        Q_EMIT failed(done.error());
    rescan();
}

void PresetsPanel::deleteCurrent()
{
    const Chosen at = chosen();
    if (at.preset < 0)
        return;
    const QString name = m_ui->presetsView->currentIndex().data().toString();
    const auto gone = removePreset(m_services.workspace(), at.path, at.preset);
    if (!gone) {
        Q_EMIT failed(gone.error());
        return;
    }
    Q_EMIT removed(at.path, at.preset);
    rescan();
    Q_EMIT undoOffered(tr("Preset “%1” deleted.").arg(name), [this, before = *gone] {
        if (const auto back = restorePreset(m_services.workspace(), before); !back)
            Q_EMIT failed(back.error());
        rescan();
    });
}

void PresetsPanel::select(const QString &path, int preset)
{
    const QModelIndex index = m_proxy->mapFromSource(m_model->find(path, preset));
    m_wanted = index.isValid() ? Chosen() : Chosen{path, preset};
    if (!index.isValid())
        return;
    m_ui->presetsView->setCurrentIndex(index);
    m_ui->presetsView->scrollTo(index);
}

} // namespace gui
