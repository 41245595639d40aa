// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/answerreading.h"

#include <QByteArray>

namespace gui {

// What leaves the answer's panel, as bytes; `mask` makes IDs unreadable. For the thread pool.

QByteArray exportedBody(const AnswerReading &reading, bool mask);
QByteArray exportedHar(const AnswerReading &reading, bool mask); ///< redirects and the call itself
QByteArray exportedJson(const AnswerReading &reading, bool mask); ///< as `dcs send --json` prints it

} // namespace gui
