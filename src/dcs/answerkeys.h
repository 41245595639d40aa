// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/answer.h"

namespace dcs {

/// Takes what the outermost object of an answer says (16.2.9); wrong types are skipped (16.2.3).
void readKeys(Answer &answer, JsonValue root, const Catalogue &catalogue);

/// Takes from X-Error and X-TID what the body lacks.
void readHeaders(Answer &answer, const QList<Header> &headers, const Catalogue &catalogue);

} // namespace dcs
