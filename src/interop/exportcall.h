// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/call.h"
#include "dcs/exchange.h"
#include "dcs/result.h"
#include "interop/httpfile.h"
#include "interop/loadexport.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <optional>

namespace interop {

/// A call on its way to another program.
struct ExportedCall {
    Preset preset; ///< with its {{variables}}, for formats that know such things
    dcs::Call call; ///< the same with values in their place
    dcs::SendOptions options; ///< how the call travels now
    std::optional<dcs::Exchange> exchange; ///< what came back, where it was sent
    QStringList folders; ///< where the preset stands, from the root down
    LoadPlan load; ///< for formats that put load on a server
};

/// Calls that go into one file.
struct ExportedCalls {
    QString name; ///< of the collection
    QList<ExportedCall> calls;
    QMap<QString, QString> variables; ///< that the presets name, for formats that know such things
    QStringList notes; ///< what was left out and why
};

/// The same without the IDs of people.
ExportedCall maskIdentifiers(ExportedCall exported, const dcs::Catalogue &catalogue);
ExportedCalls maskIdentifiers(ExportedCalls exported, const dcs::Catalogue &catalogue);

/// One way to write a call.
struct ExportFormat {
    const char *name; ///< on the command line
    const char *title; ///< in a menu; to be translated in the context "interop::ExportFormat"
    const char *suffix; ///< of a file, without dot
    bool keepsVariables; ///< {{variables}} stay what they are
    bool holdsSeveral; ///< calls in one file
    bool putsLoad; ///< LoadPlan counts
};
const QList<ExportFormat> &exportFormats();
const ExportFormat *exportFormat(QByteArrayView name); ///< null: there is none of that name

/// The text for the other program. Errc::Unresolved where the format needs a value that a variable lacks.
dcs::Result<QByteArray> exportCall(const ExportFormat &format, const ExportedCall &exported);
/// All of them in one text; Errc::Unsupported where the format holds one call only. Errors name the call.
dcs::Result<QByteArray> exportCalls(const ExportFormat &format, const ExportedCalls &exported);

/// The keychain's secrets of which a text in that format has the marks (secretMark()): another program sends
/// a mark as it stands.
QStringList secretsIn(const ExportFormat &format, const ExportedCalls &exported);

/// The presets of a file with its own `@name = value` lines put in: elsewhere, what others mean by such a
/// name may be something else. `over`: values that win over the file's.
QList<Preset> portablePresets(const HttpFile &file, const QMap<QString, QString> &over = {});
/// The presets of an `.http` text, as calls that stand in `folders`. `values`: of the environment, which stay
/// {{variables}} where a format knows such; the text's own `@name = value` lines are put in for every format.
/// `over`: values that win over those lines.
void addPresets(ExportedCalls &out, const QStringList &folders, const QByteArray &text,
    const QMap<QString, QString> &values, const QMap<QString, QString> &over = {});

} // namespace interop
