// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/call.h"
#include "dcs/result.h"

namespace gui {

/// `before` with its sent parameters of `path and query` replaced by `now`: what is the same in front and
/// behind stays where it is, switched-off parameters keep their places among them, the body is left alone.
QList<dcs::Parameter> mergeParameters(const QList<dcs::Parameter> &before, const QList<dcs::Parameter> &now);

/// The call after its URL was edited. Method, headers and body stay; the Host header follows only where the
/// URL now names a host that is neither the old one nor a region: a pasted `acme.demdex.net`.
dcs::Result<dcs::Call> withUrl(
    const dcs::Call &before, const QByteArray &url, const dcs::Catalogue &catalogue);

/// http or https; the port follows where it was the default one.
void setScheme(dcs::Call &call, bool tls);

/// One parameter a line in wire form; `#` in front switches it off.
QString parametersAsText(const QList<dcs::Parameter> &parameters);
QList<dcs::Parameter> parametersFromText(
    const QString &text, const QList<dcs::Parameter> &before, dcs::Parameter::Place place);

} // namespace gui
