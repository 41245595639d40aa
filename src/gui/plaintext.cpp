// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/plaintext.h"

#include "dcs/text.h"

#include <QLabel>

namespace gui {

void setPlainText(QLabel &label, const QString &text, qsizetype limit)
{
    label.setTextFormat(Qt::PlainText);
    const QString shown = dcs::visible(text, limit);
    label.setText(label.buddy() ? literalAmpersands(shown) : shown);
    if (text.size() > limit)
        label.setToolTip(plainToolTip(text));
}

QString plainToolTip(const QString &text)
{
    if (text.isEmpty())
        return {};
    return QStringLiteral("<qt>") + dcs::visible(text).toHtmlEscaped() + QStringLiteral("</qt>");
}

QString literalAmpersands(const QString &text)
{
    return QString(text).replace(u'&', QStringLiteral("&&"));
}

} // namespace gui
