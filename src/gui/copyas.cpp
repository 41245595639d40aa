// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/copyas.h"

#include "dcs/decode.h"
#include "gui/calldocument.h"
#include "gui/plaintext.h"
#include "gui/services.h"
#include "store/history.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QMenu>

namespace gui {

using namespace Qt::StringLiterals;

interop::ExportedCall exportedCall(const CallDocument &document, const Services &services)
{
    interop::ExportedCall exported;
    exported.preset = presetOf(document.draft(), document.place().preset);
    if (exported.preset.name.isEmpty()) {
        exported.preset.name = document.title();
        exported.preset.title = exported.preset.name;
    }
    exported.call = document.resolved() ? *document.resolved() : document.call();
    exported.options
        = services.sendOptions(document.draft(), document.place()).value_or(document.draft().options);
    return exported;
}

dcs::Result<interop::ExportedCall> exportedCall(const store::HistoryEntry &entry)
{
    const auto call = dcs::decode(entry.exchange.request);
    if (!call)
        return call.error();
    interop::ExportedCall exported;
    exported.call = *call;
    exported.exchange = entry.exchange;
    exported.preset.name = u"call %1"_s.arg(entry.row.id);
    exported.preset.title = exported.preset.name;
    exported.preset.call = *call;
    return exported;
}

QString titleOf(const interop::ExportFormat &format)
{
    return QCoreApplication::translate("interop::ExportFormat", format.title);
}

void fillCopyAsMenu(QMenu &menu, const std::function<void(const interop::ExportFormat *)> &chosen)
{
    for (const interop::ExportFormat &format : interop::exportFormats()) {
        QAction *action = menu.addAction(
            literalAmpersands(titleOf(format)), &menu, [chosen, one = &format] { chosen(one); });
        action->setObjectName(u"copyAs-"_s + QLatin1String(format.name));
    }
    menu.addSeparator();
    QAction *save = menu.addAction(
        QCoreApplication::translate("gui::CopyAs", "&Save as file…"), &menu, [chosen] { chosen(nullptr); });
    save->setObjectName(u"saveAsFile"_s);
}

dcs::Result<void> copyAs(const interop::ExportFormat &format, const interop::ExportedCall &exported)
{
    const auto text = interop::exportCall(format, exported);
    if (!text)
        return text.error();
    QGuiApplication::clipboard()->setText(QString::fromUtf8(*text));
    return {};
}

} // namespace gui
