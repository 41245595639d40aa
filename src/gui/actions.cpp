// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/actions.h"

#include <QCoreApplication>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

namespace gui {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("gui::Actions", text);
}

QList<QKeySequence> keysOf(const ActionSpec &spec)
{
    QList<QKeySequence> keys;
    for (const QString &key : QString::fromLatin1(spec.keys).split(QStringLiteral("; "), Qt::SkipEmptyParts))
        keys.append(QKeySequence(key, QKeySequence::PortableText));
    return keys;
}

} // namespace

const QList<ActionSpec> &actionTable()
{
    using enum ActionMenu;
    static const QList<ActionSpec> table{
        {"new", QT_TRANSLATE_NOOP("gui::Actions", "&New call"), "Ctrl+T; Ctrl+N", Call},
        {"open", QT_TRANSLATE_NOOP("gui::Actions", "&Open file…"), "Ctrl+O", Call},
        {"paste", QT_TRANSLATE_NOOP("gui::Actions", "New call from the clip&board"), "Ctrl+Shift+V", Call},
        {"duplicate", QT_TRANSLATE_NOOP("gui::Actions", "&Duplicate call"), "Ctrl+D", Call},
        {"send", QT_TRANSLATE_NOOP("gui::Actions", "&Send"), "Ctrl+Return; Ctrl+Enter", Call, true},
        {"cancel", QT_TRANSLATE_NOOP("gui::Actions", "&Cancel"), "Esc", Call},
        {"save", QT_TRANSLATE_NOOP("gui::Actions", "Sa&ve preset"), "Ctrl+S", Call, true},
        {"saveAs", QT_TRANSLATE_NOOP("gui::Actions", "Save preset &as…"), "Ctrl+Shift+S", Call},
        {"workspace", QT_TRANSLATE_NOOP("gui::Actions", "Open &workspace folder…"), "Ctrl+Shift+O", Call},
        {"copyAs", QT_TRANSLATE_NOOP("gui::Actions", "Cop&y as"), "", Call},
        {"close", QT_TRANSLATE_NOOP("gui::Actions", "C&lose call"), "Ctrl+W", Call, true},
        {"reopen", QT_TRANSLATE_NOOP("gui::Actions", "&Reopen closed call"), "Ctrl+Shift+T", Call},
        {"quit", QT_TRANSLATE_NOOP("gui::Actions", "&Quit"), "Ctrl+Q", Call, true},
        {"undo", QT_TRANSLATE_NOOP("gui::Actions", "&Undo"), "Ctrl+Z", Edit},
        {"redo", QT_TRANSLATE_NOOP("gui::Actions", "&Redo"), "Ctrl+Y; Ctrl+Shift+Z", Edit},
        {"copyCurl", QT_TRANSLATE_NOOP("gui::Actions", "Copy as &curl"), "Ctrl+Shift+C", Edit, true},
        {"copyUrl", QT_TRANSLATE_NOOP("gui::Actions", "Cop&y URL"), "", Edit},
        {"url", QT_TRANSLATE_NOOP("gui::Actions", "Edit the UR&L"), "Ctrl+L", Edit, true},
        {"find", QT_TRANSLATE_NOOP("gui::Actions", "&Find in the answer"), "Ctrl+F", Edit, true},
        {"findHistory", QT_TRANSLATE_NOOP("gui::Actions", "Find in the &history"), "Ctrl+Shift+F", Edit},
        {"findPreset", QT_TRANSLATE_NOOP("gui::Actions", "Find a &preset"), "Ctrl+P", Edit},
        {"sidebar", QT_TRANSLATE_NOOP("gui::Actions", "Show the &sidebar"), "Ctrl+B", View},
        {"presets", QT_TRANSLATE_NOOP("gui::Actions", "&Presets"), "", View},
        {"history", QT_TRANSLATE_NOOP("gui::Actions", "&History"), "Ctrl+H", View},
        {"findings", QT_TRANSLATE_NOOP("gui::Actions", "&Findings of the call"), "F8", View, true},
        {"nextCall", QT_TRANSLATE_NOOP("gui::Actions", "&Next call"), "Ctrl+PgDown", View, true},
        {"previousCall", QT_TRANSLATE_NOOP("gui::Actions", "P&revious call"), "Ctrl+PgUp", View},
        {"historyOpen", QT_TRANSLATE_NOOP("gui::Actions", "&Open with its answer"), "Return; Enter", History},
        {"historyNew", QT_TRANSLATE_NOOP("gui::Actions", "Open as a &new call"), "Shift+Return", History},
        {"historyResend", QT_TRANSLATE_NOOP("gui::Actions", "&Resend"), "Ctrl+R", History},
        {"historySave", QT_TRANSLATE_NOOP("gui::Actions", "Save as &preset…"), "Ctrl+Alt+S", History},
        {"historyPin", QT_TRANSLATE_NOOP("gui::Actions", "P&in"), "Ctrl+Shift+P", History, true},
        {"historyNote", QT_TRANSLATE_NOOP("gui::Actions", "No&te…"), "Ctrl+Shift+N", History},
        {"historyCompare", QT_TRANSLATE_NOOP("gui::Actions", "&Compare with the open answer"), "Ctrl+Shift+D",
            History, true},
        {"historyCurl", QT_TRANSLATE_NOOP("gui::Actions", "Copy as c&url"), "Ctrl+C", History},
        {"historyExport", QT_TRANSLATE_NOOP("gui::Actions", "&Export…"), "Ctrl+Shift+E", History},
        {"historyDelete", QT_TRANSLATE_NOOP("gui::Actions", "&Delete"), "", History, true},
        {"retention", QT_TRANSLATE_NOOP("gui::Actions", "Tid&y the history…"), "", History, true},
        {"masking", QT_TRANSLATE_NOOP("gui::Actions", "&Mask IDs in the history…"), "", History},
        {"takeIds", QT_TRANSLATE_NOOP("gui::Actions", "&Take user and region from…"), "", Tools},
        {"probe", QT_TRANSLATE_NOOP("gui::Actions", "How far each re&gion is…"), "", Tools},
        {"import", QT_TRANSLATE_NOOP("gui::Actions", "&Import calls…"), "", Tools, true},
        {"export", QT_TRANSLATE_NOOP("gui::Actions", "E&xport presets…"), "", Tools},
        {"environments", QT_TRANSLATE_NOOP("gui::Actions", "&Environments…"), "Ctrl+E", Tools, true},
        {"runAll", QT_TRANSLATE_NOOP("gui::Actions", "&Run all requests of the file…"), "", Tools},
        {"environment", QT_TRANSLATE_NOOP("gui::Actions", "Proxy, certificates and &cookies…"), "", Tools},
        {"keychain", QT_TRANSLATE_NOOP("gui::Actions", "&Keychain…"), "", Tools},
        {"call1", QT_TRANSLATE_NOOP("gui::Actions", "Call 1"), "Alt+1", None},
        {"call2", QT_TRANSLATE_NOOP("gui::Actions", "Call 2"), "Alt+2", None},
        {"call3", QT_TRANSLATE_NOOP("gui::Actions", "Call 3"), "Alt+3", None},
        {"call4", QT_TRANSLATE_NOOP("gui::Actions", "Call 4"), "Alt+4", None},
        {"call5", QT_TRANSLATE_NOOP("gui::Actions", "Call 5"), "Alt+5", None},
        {"call6", QT_TRANSLATE_NOOP("gui::Actions", "Call 6"), "Alt+6", None},
        {"call7", QT_TRANSLATE_NOOP("gui::Actions", "Call 7"), "Alt+7", None},
        {"call8", QT_TRANSLATE_NOOP("gui::Actions", "Call 8"), "Alt+8", None},
        {"call9", QT_TRANSLATE_NOOP("gui::Actions", "Call 9"), "Alt+9", None},
        {"rename", QT_TRANSLATE_NOOP("gui::Actions", "Rena&me preset…"), "F2", None},
        {"delete", QT_TRANSLATE_NOOP("gui::Actions", "&Delete"), "Del", None},
        {"help", QT_TRANSLATE_NOOP("gui::Actions", "What this &field means"), "F1", Help},
        {"keys", QT_TRANSLATE_NOOP("gui::Actions", "&Keyboard shortcuts"), "Ctrl+?", Help},
        {"about", QT_TRANSLATE_NOOP("gui::Actions", "&About DCS Workbench"), "", Help},
    };
    return table;
}

Actions::Actions(QMainWindow &window)
{
    QMenuBar *bar = window.menuBar();
    m_menus = {{ActionMenu::Call, bar->addMenu(translated(QT_TRANSLATE_NOOP("gui::Actions", "&Call")))},
        {ActionMenu::Edit, bar->addMenu(translated(QT_TRANSLATE_NOOP("gui::Actions", "&Edit")))},
        {ActionMenu::View, bar->addMenu(translated(QT_TRANSLATE_NOOP("gui::Actions", "&View")))},
        {ActionMenu::History, bar->addMenu(translated(QT_TRANSLATE_NOOP("gui::Actions", "Call histor&y")))},
        {ActionMenu::Tools, bar->addMenu(translated(QT_TRANSLATE_NOOP("gui::Actions", "&Tools")))},
        {ActionMenu::Help, bar->addMenu(translated(QT_TRANSLATE_NOOP("gui::Actions", "&Help")))}};
    for (const ActionSpec &spec : actionTable()) {
        auto *action = new QAction(translated(spec.text), &window);
        action->setObjectName(QString::fromLatin1(spec.id));
        action->setShortcuts(keysOf(spec));
        m_actions.insert(spec.id, action);
        QMenu *menu = m_menus.value(spec.menu);
        if (menu && spec.separatorBefore)
            menu->addSeparator();
        if (menu)
            menu->addAction(action);
        window.addAction(action);
    }
    (*this)["quit"].setMenuRole(QAction::QuitRole);
    (*this)["about"].setMenuRole(QAction::AboutRole);
}

QAction &Actions::operator[](const char *id) const
{
    QAction *action = m_actions.value(id);
    Q_ASSERT(action);
    return *action;
}

QList<QStringList> Actions::keySheet()
{
    QList<QStringList> rows;
    for (const ActionSpec &spec : actionTable()) {
        QStringList keys;
        for (const QKeySequence &key : keysOf(spec))
            keys.append(key.toString(QKeySequence::NativeText));
        if (!keys.isEmpty())
            rows.append({translated(spec.text).remove(u'&'), keys.join(QStringLiteral(", "))});
    }
    return rows;
}

} // namespace gui
