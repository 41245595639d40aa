// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/answer.h"

namespace dcs {

/// The part of a call that an error of its answer speaks of.
struct ErrorPlace {
    QString where; ///< decoded key of the parameter, Host, Referer, or ""
    int parameter = -1; ///< index into Call::parameters, or -1
};

/// Found by the ID that the message quotes, else by the key that the code is about.
ErrorPlace placeOf(const AnswerError &error, const Call &call, const Catalogue &catalogue);

} // namespace dcs
