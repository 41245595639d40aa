// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <memory>
#include <optional>

namespace store {

/// Bytes as they lie in the database: deflated when that pays, else as they are. Small texts deflate well
/// because a dictionary of what DCS traffic usually says goes before them, followed by `context`, bytes that
/// the reader will know too (the call's URL). The format is described in docs/history-format.md.
class Packer
{
public:
    Packer();
    ~Packer();
    Packer(const Packer &) = delete;
    Packer &operator=(const Packer &) = delete;

    QByteArray pack(QByteArrayView bytes, QByteArrayView context);
    /// At most `most` bytes (-1: all). nullopt where the bytes are not what pack() makes.
    std::optional<QByteArray> unpack(QByteArrayView packed, QByteArrayView context, qsizetype most = -1);

private:
    struct Streams;
    std::unique_ptr<Streams> m_streams; ///< kept, since making one costs more than deflating a small text
};

} // namespace store
