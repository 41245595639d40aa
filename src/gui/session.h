// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/result.h"
#include "gui/draft.h"

namespace gui {

/// One open call as it is kept over a restart or a crash.
struct SavedCall {
    Draft draft;
    QString name; ///< title of a preset that is open, or what the call came from
    QString path; ///< of the preset's file; "" for none
    int index = -1;
    QByteArray sha256;
    QString folder; ///< that `path` lies in; "" in sessions of versions that knew one workspace
    QByteArray text; ///< of the preset as it was read
    bool modified = false; ///< differs from its preset
    int part = 0; ///< page of the call that was in front

    bool operator==(const SavedCall &) const = default;
};

/// What is open in the window.
struct Session {
    QList<SavedCall> calls;
    int current = 0;

    bool operator==(const Session &) const = default;
};

/// Passwords are left out, and so is what was chosen for one call only (insecure). Bytes come back exactly.
QByteArray writeSession(const Session &session);
dcs::Result<Session> readSession(const QByteArray &bytes);

} // namespace gui
