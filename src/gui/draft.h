// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/call.h"
#include "dcs/sendoptions.h"
#include "interop/httpfile.h"

#include <QMap>
#include <QString>
#include <QStringList>

namespace gui {

/// Everything of an open call that a person can edit, as one value: what undo goes back to and autosave
/// keeps.
struct Draft {
    dcs::Call call;
    dcs::SendOptions options; ///< connectTo stays empty while the sandbox is chosen
    bool sandbox = false; ///< region "Sandbox (built in)": dial the simulator, whatever port it has today
    QStringList expectations;

    bool operator==(const Draft &) const = default;
};

/// Where a call was opened from and is saved to.
struct PresetPlace {
    QString path; ///< inside `folder`; "" for a call that is no preset
    int index = -1; ///< request of the file
    QByteArray sha256; ///< of the file when it was read
    QString folder; ///< the workspace, or the folder of a file outside any
    QByteArray text; ///< the request as it stood in the file: how it is found again in a changed one
    interop::Preset preset; ///< as read: name, comments and what the window does not edit
    QMap<QString, QString> variables; ///< `@name = value` lines of the file

    bool isPreset() const { return !path.isEmpty(); }
};

/// What is in the form on the first start: a call that the sandbox answers with everything it knows.
Draft firstDraft();
Draft newDraft(bool sandbox);

/// A preset that dials the sandbox's usual address is a sandbox call, and the other way round.
Draft draftOf(const interop::Preset &preset);
interop::Preset presetOf(const Draft &draft, const interop::Preset &before);

/// The port that the window's sandbox takes if it is free, so that a saved sandbox call still works tomorrow.
inline constexpr quint16 sandboxPort = 17380;
inline constexpr quint16 sandboxTlsPort = 17381;

} // namespace gui
