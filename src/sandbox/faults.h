// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/reply.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace sandbox {

struct Response;

QStringList faultKinds();
bool isFaultKind(const QString &kind);

/// The code of the catalogue that this kind provokes ("code-200", or one of the older names such as
/// "profile").
std::optional<int> faultCode(const QString &kind);

/// Spoils what is answered: status, type and body, before the head is written.
void spoilReply(const QString &kind, Reply &reply);

/// Spoils the way in which the finished bytes leave. `headBytes` tells the head from the body.
void spoilResponse(const QString &kind, qsizetype headBytes, Response &response);

} // namespace sandbox
