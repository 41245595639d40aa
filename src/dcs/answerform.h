// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/answer.h"

namespace dcs {

/// What kind of body it is, found by its first bytes (16.2.1).
struct AnswerForm {
    Answer::Form form = Answer::Form::Empty;
    QByteArrayView callback; ///< as it stands, for Jsonp
    qsizetype begin = 0; ///< first byte behind byte order mark and white space
    qsizetype json = 0; ///< where the JSON text begins, for Json and Jsonp
};
AnswerForm findForm(QByteArrayView body);

/// What is wrong behind the JSON text of a JSONP body, which ends at `from`: no closing parenthesis, or
/// something else than semicolons, blanks and comments behind it.
std::optional<JsonDocument::Problem> checkJsonpEnd(QByteArrayView body, qsizetype from);

} // namespace dcs
