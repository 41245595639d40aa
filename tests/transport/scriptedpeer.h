// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QList>
#include <QObject>
#include <QSslConfiguration>
#include <QTcpServer>

#include <functional>
#include <optional>

/// One step of what the peer does on a connection.
struct Step {
    enum class Kind { ReadRequest, Send, Drip, Endless, Wait, Close, Reset, CloseWithoutNotify };
    Kind kind = Kind::ReadRequest;
    QByteArray bytes{};
    int milliseconds = 0;
};

inline Step readRequest()
{
    return {Step::Kind::ReadRequest};
}
inline Step sendBytes(const QByteArray &bytes)
{
    return {Step::Kind::Send, bytes};
}
inline Step drip(const QByteArray &bytes, int everyMs)
{
    return {Step::Kind::Drip, bytes, everyMs};
} ///< one byte at a time
inline Step endless(const QByteArray &bytes)
{
    return {Step::Kind::Endless, bytes};
} ///< again and again, as fast as it is read
inline Step pauseFor(int milliseconds)
{
    return {Step::Kind::Wait, {}, milliseconds};
}
inline Step closeNow()
{
    return {Step::Kind::Close};
} ///< with TLS: says close_notify first
inline Step resetNow()
{
    return {Step::Kind::Reset};
}
inline Step cutNow()
{
    return {Step::Kind::CloseWithoutNotify};
}
using Script = QList<Step>;

/// A server on the loopback that follows a script on each connection, in the event loop of the test, and
/// counts. After its last step it only listens: a stall.
class ScriptedPeer : public QTcpServer
{
public:
    explicit ScriptedPeer(Script script, std::optional<QSslConfiguration> tls = std::nullopt,
        const QHostAddress &address = QHostAddress(QHostAddress::LocalHost));
    ~ScriptedPeer() override;

    quint16 port() const { return serverPort(); }
    int connections() const { return m_connections; }
    int requests() const; ///< complete heads that arrived, on all connections
    int finishedScripts() const; ///< connections on which the last step was done
    QByteArray received() const; ///< all bytes of all connections, one after the other

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    class Session;
    Script m_script;
    std::optional<QSslConfiguration> m_tls;
    int m_connections = 0;
    QList<Session *> m_sessions;
};
