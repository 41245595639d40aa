// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/urledit.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>

#include <memory>

namespace gui {

namespace {

bool isWholeCall(const QString &text)
{
    const QString trimmed = text.trimmed();
    static const QStringList starts{QStringLiteral("curl "), QStringLiteral("curl.exe "),
        QStringLiteral("GET "), QStringLiteral("POST "), QStringLiteral("http://"),
        QStringLiteral("https://"), QStringLiteral("$ curl ")};
    for (const QString &start : starts) {
        if (trimmed.startsWith(start, Qt::CaseInsensitive))
            return true;
    }
    return trimmed.contains(u'\n');
}

} // namespace

UrlEdit::UrlEdit(QWidget *parent)
    : QLineEdit(parent)
{
}

void UrlEdit::pasteText(const QString &text)
{
    if (isWholeCall(text))
        Q_EMIT callPasted(text.toUtf8());
    else
        insert(text);
}

void UrlEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Paste)) {
        pasteText(QGuiApplication::clipboard()->text());
        Q_EMIT textEdited(text());
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void UrlEdit::contextMenuEvent(QContextMenuEvent *event)
{
    const std::unique_ptr<QMenu> menu(createStandardContextMenu());
    if (auto *paste = menu->findChild<QAction *>(QStringLiteral("edit-paste"))) {
        paste->disconnect(this);
        connect(paste, &QAction::triggered, this, [this] {
            pasteText(QGuiApplication::clipboard()->text());
            Q_EMIT textEdited(text());
        });
    }
    menu->exec(event->globalPos());
}

void UrlEdit::dropEvent(QDropEvent *event)
{
    if (event->mimeData()->hasText() && isWholeCall(event->mimeData()->text())) {
        Q_EMIT callPasted(event->mimeData()->text().toUtf8());
        event->acceptProposedAction();
        return;
    }
    QLineEdit::dropEvent(event);
}

} // namespace gui
