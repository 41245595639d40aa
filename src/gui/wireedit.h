// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLineEdit>

class QAbstractItemModel;
class QCompleter;

namespace dcs {
class Catalogue;
}

namespace gui {

/// A line edit for wire bytes: takes any length, and encodes, decodes or separates what is marked.
class WireEdit : public QLineEdit
{
    Q_OBJECT
public:
    explicit WireEdit(QWidget *parent = nullptr);

    void encodeSelection(); ///< all of it where nothing is marked
    void decodeSelection();
    void insertSeparator(); ///< the three characters %01

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void replaceSelection(QByteArray (*change)(QByteArrayView));
};

/// A completer over all known keys of a call that shows their meaning and inserts the key.
QCompleter *keyCompleter(const dcs::Catalogue &catalogue, QObject *parent);

} // namespace gui
