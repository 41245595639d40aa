// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/exchange.h"
#include "dcs/sendoptions.h"
#include "transport/responseparser.h"

#include <memory>
#include <optional>

namespace transport {

/// The conversation with a proxy until the way to the server is open. Pure: bytes in, bytes out. Clear text
/// goes through a tunnel as well, because a proxy that is asked for a URL must replace Host by the URL's
/// authority (RFC 9112 3.2.2), and the alias would be lost.
class Tunnel
{
public:
    virtual ~Tunnel() = default;
    virtual QByteArray greeting() = 0; ///< what to send first
    virtual QByteArray feed(QByteArrayView bytes)
        = 0; ///< the proxy's bytes; gives what to send next, or nothing

    bool isOpen() const { return m_open && !m_failure; }
    const std::optional<dcs::Failure> &failure() const { return m_failure; }

protected:
    void open() { m_open = true; }
    void fail(dcs::Failure::Kind kind, const QString &message, const QString &remedy);

private:
    bool m_open = false;
    std::optional<dcs::Failure> m_failure;
};

/// CONNECT (RFC 9110 9.3.6), with Basic credentials if there is a user.
class HttpTunnel : public Tunnel
{
public:
    HttpTunnel(dcs::SendOptions::Proxy proxy, dcs::HostPort to);
    QByteArray greeting() override;
    QByteArray feed(QByteArrayView bytes) override;

private:
    dcs::SendOptions::Proxy m_proxy;
    dcs::HostPort m_to;
    ResponseParser m_parser{true};
};

/// SOCKS 5 (RFC 1928), with user and password if there is a user (RFC 1929). The proxy looks up the host.
class Socks5Tunnel : public Tunnel
{
public:
    Socks5Tunnel(dcs::SendOptions::Proxy proxy, dcs::HostPort to);
    QByteArray greeting() override;
    QByteArray feed(QByteArrayView bytes) override;

private:
    enum class State { Method, Password, Reply };
    QByteArray step();
    QByteArray chooseMethod();
    QByteArray checkPassword();
    void readReply();
    QByteArray request() const;
    void failWith(char code);

    dcs::SendOptions::Proxy m_proxy;
    dcs::HostPort m_to;
    State m_state = State::Method;
    QByteArray m_unread;
};

std::unique_ptr<Tunnel> makeTunnel(const dcs::SendOptions::Proxy &proxy, const dcs::HostPort &to);

} // namespace transport
