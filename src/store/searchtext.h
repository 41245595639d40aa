// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/exchange.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace store {

/// Case taken off, as UTF-8: what the search compares, on both sides.
QByteArray folded(QByteArrayView utf8);

/// What the search looks in, folded: URL, Host, parameters and form body decoded, IDs in the answer's
/// headers, and the text of the answer. Long parts are cut; bytes that are no text are left out. Changing
/// this changes the search index's version (searchindex.cpp).
QByteArray searchText(const dcs::WireRequest &request, QByteArrayView responseHead, QByteArrayView body);

/// How much of a body is searched.
inline constexpr qsizetype searchedBytes = 64 * 1024;

} // namespace store
