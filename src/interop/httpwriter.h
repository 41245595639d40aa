// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "interop/httpblock.h"

#include <QByteArray>

namespace interop {

/// The block with the lines changed that differ from what the preset now says; all others keep their bytes.
QByteArray rewriteHttpBlock(const HttpBlock &block, const Preset &preset, const QByteArray &lineEnd);

/// Bytes of a parameter as a line can carry them: blanks, control bytes and '#' become %XX, {{variables}}
/// stay.
QByteArray httpLineBytes(QByteArrayView wire);

/// Whether a preset reads back as it was meant; what a file cannot hold (fragment, proxy password) does not
/// count.
bool saysTheSame(const Preset &a, const Preset &b);

} // namespace interop
