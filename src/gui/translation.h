// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLocale>

class QCoreApplication;

namespace gui {

/// Makes the window speak the locale's language where there is a translation, Qt's own dialogs included; English
/// otherwise. Call before the first text is made. What the protocol's tables and the errors of the lower layers say stays
/// English, as Adobe's documentation is. Wire values and exports never depend on it.
void translate(QCoreApplication &application, const QLocale &locale);

} // namespace gui
