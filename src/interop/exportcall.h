// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/call.h"
#include "dcs/exchange.h"
#include "dcs/result.h"
#include "interop/httpfile.h"

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
};

/// The same without the IDs of people.
ExportedCall maskIdentifiers(ExportedCall exported, const dcs::Catalogue &catalogue);

/// One way to write a call.
struct ExportFormat {
    const char *name; ///< on the command line
    const char *title; ///< in a menu; to be translated in the context "interop::ExportFormat"
    const char *suffix; ///< of a file, without dot
    bool keepsVariables; ///< {{variables}} stay what they are
};
const QList<ExportFormat> &exportFormats();
const ExportFormat *exportFormat(QByteArrayView name); ///< null: there is none of that name

/// The text for the other program. Errc::Unresolved where the format needs a value that a variable lacks.
dcs::Result<QByteArray> exportCall(const ExportFormat &format, const ExportedCall &exported);

} // namespace interop
