// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "transport/connectionpool.h"

#include <algorithm>

namespace transport {

namespace {

constexpr std::size_t mostIdle = 64;
// Servers and the boxes between forget idle connections silently; a call on such a one would be lost.
constexpr qint64 longestIdleMs = 30'000;

} // namespace

ConnectionPool::ConnectionPool(QObject *parent)
    : QObject(parent)
{
}

ConnectionPool::~ConnectionPool()
{
    setKeeping(false);
}

void ConnectionPool::setKeeping(bool keep)
{
    m_keeping = keep;
    while (!keep && !m_idle.empty())
        drop(m_idle.back());
}

Connection *ConnectionPool::take(const Destination &destination)
{
    for (std::size_t i = m_idle.size(); i-- > 0;) {
        Connection *connection = m_idle[i];
        if (connection->idleSinceMs() > longestIdleMs) {
            drop(connection);
        } else if (connection->destination() == destination) {
            if (!connection->isQuiet()) {
                drop(connection);
                continue;
            }
            m_idle.erase(m_idle.begin() + std::ptrdiff_t(i));
            connection->disconnect(this);
            return connection;
        }
    }
    return nullptr;
}

void ConnectionPool::give(Connection *connection)
{
    connection->setParent(this);
    if (!m_keeping || !connection->isQuiet()) {
        connection->close();
        connection->deleteLater();
        return;
    }
    if (m_idle.size() >= mostIdle)
        drop(m_idle.front());
    connection->markIdle();
    m_idle.push_back(connection);
    // Whatever happens to it now, nobody has asked for it.
    connect(connection, &Connection::readable, this, [this, connection] { drop(connection); });
    connect(connection, &Connection::ended, this, [this, connection] { drop(connection); });
}

void ConnectionPool::drop(Connection *connection)
{
    std::erase(m_idle, connection);
    connection->disconnect(this);
    connection->close();
    connection->deleteLater();
}

} // namespace transport
