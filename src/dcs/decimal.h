// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringView>

#include <compare>
#include <optional>

namespace dcs {

/// Is it a decimal number: digits, a sign, a point, an exponent?
bool isDecimal(QStringView text);

/// Compares two decimal numbers by value without ever rounding them, since user IDs have 38 digits. nullopt
/// if one of the texts is no number.
std::optional<std::strong_ordering> compareDecimals(QStringView a, QStringView b);

} // namespace dcs
