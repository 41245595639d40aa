// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace interop {

/// A text as a JavaScript literal in double quotes.
QString javaScriptString(const QString &text);

/// A JavaScript expression that is true where the expectation holds, over the names status (number), time
/// (ms), body (text) and header(name). IDs are compared in the text, since JSON.parse() rounds them. "" for
/// what has none.
QString expectationScript(const QString &expectation);

/// Lines of a Postman test script for the expectations; those that have no counterpart are named in a
/// comment.
QStringList postmanTests(const QStringList &expectations);

} // namespace interop
