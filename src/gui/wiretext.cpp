// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/wiretext.h"

#include "dcs/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace gui {

QString wireText(QByteArrayView bytes)
{
    return dcs::isUtf8(bytes) ? QString::fromUtf8(bytes) : QString::fromLatin1(bytes);
}

QByteArray wireBytes(const QString &text, QByteArrayView before)
{
    const bool latin1 = !dcs::isUtf8(before)
        && std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x100; });
    return latin1 ? text.toLatin1() : text.toUtf8();
}

QString displayText(QByteArrayView bytes, qsizetype most, qsizetype width)
{
    const QByteArrayView part = bytes.first(std::min(most, bytes.size()));
    const QString text = wireText(part);
    QString out;
    out.reserve(text.size() + text.size() / 64);
    qsizetype from = 0;
    const auto addLine = [&](QStringView line) {
        if (line.endsWith(u'\r'))
            line.chop(1);
        while (line.size() > width) {
            out += dcs::visible(line.first(width), -1) + u'\n';
            line = line.sliced(width);
        }
        out += dcs::visible(line, -1);
    };
    for (qsizetype end = text.indexOf(u'\n'); end >= 0; end = text.indexOf(u'\n', from)) {
        addLine(QStringView(text).sliced(from, end - from));
        out += u'\n';
        from = end + 1;
    }
    addLine(QStringView(text).sliced(from));
    if (part.size() < bytes.size())
        out += u'\n'
            + QCoreApplication::translate("gui", "… %1 more bytes are not shown.")
                  .arg(bytes.size() - part.size());
    return out;
}

} // namespace gui
