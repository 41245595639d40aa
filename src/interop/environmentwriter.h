// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/result.h"
#include "interop/environment.h"

#include <QByteArray>

namespace interop {

/// The text of `http-client.env.json` (or, with `privateOne`, of the private file, which gets the private
/// values and no others) with one environment more; what stands in it stays byte for byte. "" makes a new
/// file. Errc::Conflict: there is an environment of that name.
dcs::Result<QByteArray> addEnvironment(
    const QByteArray &file, const Environment &environment, bool privateOne);

} // namespace interop
