// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/json.h"

#include <functional>

namespace dcs {

/// A document with a value a line, each token as it stands in the text; deep levels stand below one another.
/// Handed out in parts of about a megabyte, until `out` says false.
bool writeIndented(const JsonDocument &document, const std::function<bool(const QByteArray &)> &out);

/// JSON text in which characters that drive a terminal or turn the direction of writing are escapes of the
/// same strings, and bytes that are no UTF-8 are U+FFFD. Line feeds stay.
QByteArray terminalSafeJson(QByteArrayView json);

} // namespace dcs
