// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "sandbox/choices.h"

#include <QFile>

// Outside of any namespace: the function it calls is.
static void registerDocument()
{
    Q_INIT_RESOURCE(sandbox);
}

namespace sandbox {

using namespace Qt::StringLiterals;

QList<Choice> choices()
{
    registerDocument();
    QFile file(u":/docs/sandbox.md"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QString text = QString::fromUtf8(file.readAll());
    const qsizetype from = text.indexOf(u"| question | choice |"_s);
    QList<Choice> out;
    for (const QString &line : text.mid(from).split(u'\n').mid(2)) {
        if (!line.startsWith(u"| "_s))
            break;
        const QStringList cells = QString(line).remove(u'`').split(u'|');
        out.append({cells.value(1).trimmed(), cells.value(2).trimmed()});
    }
    return out;
}

} // namespace sandbox
