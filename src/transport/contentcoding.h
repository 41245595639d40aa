// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/call.h"

#include <QByteArray>
#include <QString>

namespace transport {

/// A body with its content coding taken off.
struct Decoded {
    bool coded = false; ///< there was a coding; without one `bytes` is empty and the body stands as it is
    QByteArray bytes; ///< what could be unpacked, also beside a problem
    QString problem; ///< cut, damaged, unknown coding, too large; "" if all is well
    bool tooLarge = false;
};

/// gzip and deflate (with or without the zlib wrapper), by Content-Encoding. At most `limit` bytes come out,
/// whatever a bomb promises.
Decoded decodeContent(const QByteArray &body, const QList<dcs::Header> &headers, qint64 limit);

} // namespace transport
