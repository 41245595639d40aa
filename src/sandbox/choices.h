// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

namespace sandbox {

/// What the simulator does where Adobe's documentation is silent or contradicts itself.
struct Choice {
    QString question;
    QString choice;
};

/// The table of docs/sandbox.md, which is compiled in.
QList<Choice> choices();

} // namespace sandbox
