// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace gui {

/// Wire bytes as text for an editor: UTF-8 where they are that, else a character a byte, so that nothing is
/// lost.
QString wireText(QByteArrayView bytes);
/// Back to bytes, in the coding that `before` was shown in.
QByteArray wireBytes(const QString &text, QByteArrayView before);

/// Bytes for a read-only pane: controls and odd characters visible, line ends kept, lines broken after
/// `width` characters, since a widget takes seconds for a very long line; at most `most` bytes.
QString displayText(QByteArrayView bytes, qsizetype most = 1 << 20, qsizetype width = 2000);

} // namespace gui
