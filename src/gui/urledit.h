// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLineEdit>

namespace gui {

/// The URL line. A URL is edited in place; pasted text that is more than one piece of a URL (a curl line, a
/// raw request, several lines) is handed out whole, with the line ends that a line edit would drop.
class UrlEdit : public QLineEdit
{
    Q_OBJECT
public:
    explicit UrlEdit(QWidget *parent = nullptr);

    void pasteText(const QString &text);

Q_SIGNALS:
    void callPasted(const QByteArray &text);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void dropEvent(QDropEvent *event) override;
};

} // namespace gui
