// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/result.h"
#include "interop/httpfile.h"

#include <QByteArray>
#include <QList>

namespace interop {

/// A `# @name value` line. docs/presets.md lists them.
struct HttpDirective {
    QByteArray name;
    QByteArray value;

    bool operator==(const HttpDirective &) const = default;
};

/// Takes one directive into the preset. Those nobody here knows are no error and change nothing.
dcs::Result<void> readDirective(const QByteArray &name, const QByteArray &value, Preset &preset);

/// The directives that say how a preset is sent; none for what is the default.
QList<HttpDirective> optionDirectives(const dcs::SendOptions &options);
/// Whether a directive of that name sets one of the send options, in any spelling that is read.
bool isOptionDirective(const QByteArray &name);
/// Whether two directive lines say the same, so that the line of a file need not be touched.
bool sameDirective(const HttpDirective &a, const HttpDirective &b);

} // namespace interop
