// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>

#include <optional>

namespace sandbox {

/// What a TCF consent string says about Audience Manager (Audience Manager Plug-in for IAB TCF; IAB's public
/// format).
struct Consent {
    int cmp = 0; ///< ID of the consent platform
    bool given = false; ///< purposes 1 and 10, and vendor 565

    /// nullopt for what is no TCF 2 string.
    static std::optional<Consent> decode(QByteArrayView text);
};

} // namespace sandbox
