// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

class QLabel;
class QWidget;

namespace gui {

// Text from outside is never markup. Qt guesses rich text in labels, tool tips and message boxes, so each has
// its one way.

/// Text of a label: plain, controls visible, at most `limit` characters; the whole as tool tip if it was cut.
void setPlainText(QLabel &label, const QString &text, qsizetype limit = 500);
/// A tool tip that shows `text` as it is.
QString plainToolTip(const QString &text);
/// Text for an action, a tab or a button: an ampersand is an ampersand.
QString literalAmpersands(const QString &text);

} // namespace gui
