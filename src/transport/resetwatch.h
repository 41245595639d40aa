// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

namespace transport {

/// Tells a reset from an orderly end, which QAbstractSocket reports alike: a body without length that ends by
/// a reset is cut. Holds a second descriptor of the connection, because the socket has closed its own by the
/// time one would ask. Where the system cannot say, sawReset() is false.
class ResetWatch
{
public:
    explicit ResetWatch(qintptr descriptor);
    ~ResetWatch();
    ResetWatch(const ResetWatch &) = delete;
    ResetWatch &operator=(const ResetWatch &) = delete;

    bool sawReset() const;

private:
    int m_descriptor = -1;
};

} // namespace transport
