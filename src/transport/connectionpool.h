// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/connection.h"

#include <memory>
#include <vector>

namespace transport {

/// Connections that wait for the next call to the same destination with the same options. One that has
/// anything unread on it, or was closed meanwhile, is dropped, never reused.
class ConnectionPool : public QObject
{
public:
    explicit ConnectionPool(QObject *parent = nullptr);
    ~ConnectionPool() override;

    void setKeeping(bool keep);
    bool isKeeping() const { return m_keeping; }

    /// A quiet connection to that destination, or null.
    Connection *take(const Destination &destination);
    /// Takes the connection over: keeps it if it is quiet, closes it otherwise.
    void give(Connection *connection);

private:
    void drop(Connection *connection);

    bool m_keeping = false;
    std::vector<Connection *> m_idle; ///< children, the newest last
};

} // namespace transport
