// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/wireedit.h"

#include "dcs/catalogue.h"
#include "dcs/text.h"
#include "gui/plaintext.h"
#include "gui/wiretext.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QContextMenuEvent>
#include <QMenu>
#include <QStandardItemModel>

#include <memory>

namespace gui {

WireEdit::WireEdit(QWidget *parent)
    : QLineEdit(parent)
{
    setMaxLength(1 << 24); // the default cuts a long paste without a word
}

void WireEdit::replaceSelection(QByteArray (*change)(QByteArrayView))
{
    if (!hasSelectedText())
        selectAll();
    insert(wireText(change(wireBytes(selectedText(), {}))));
}

void WireEdit::encodeSelection()
{
    replaceSelection([](QByteArrayView bytes) { return dcs::percentEncode(bytes); });
}

void WireEdit::decodeSelection()
{
    replaceSelection([](QByteArrayView bytes) { return dcs::percentDecode(bytes); });
}

void WireEdit::insertSeparator()
{
    insert(QStringLiteral("%01"));
}

void WireEdit::contextMenuEvent(QContextMenuEvent *event)
{
    const std::unique_ptr<QMenu> menu(createStandardContextMenu());
    menu->addSeparator();
    menu->addAction(tr("&Encode"), this, &WireEdit::encodeSelection);
    menu->addAction(tr("&Decode"), this, &WireEdit::decodeSelection);
    menu->addAction(tr("&Insert %01"), this, &WireEdit::insertSeparator);
    menu->exec(event->globalPos());
}

QCompleter *keyCompleter(const dcs::Catalogue &catalogue, QObject *parent)
{
    auto *completer = new QCompleter(parent);
    auto *model = new QStandardItemModel(completer);
    const auto add = [model](const QString &key, const QString &meaning) {
        auto *item = new QStandardItem(key + QStringLiteral("  ·  ") + meaning);
        item->setData(key, Qt::UserRole);
        item->setToolTip(plainToolTip(meaning));
        model->appendRow(item);
    };
    for (const dcs::Attribute &attribute : catalogue.attributes())
        add(attribute.name, attribute.summary);
    for (const dcs::Prefix &prefix : catalogue.prefixes())
        add(prefix.prefix, prefix.summary);
    completer->setModel(model);
    completer->setCompletionRole(Qt::UserRole);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->popup()->setMinimumWidth(520);
    return completer;
}

} // namespace gui
