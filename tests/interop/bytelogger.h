// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QMutex>
#include <QMutexLocker>

#include <gtest/gtest.h>

#include <arpa/inet.h>
#include <atomic>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

/// A server on a raw loopback socket that writes down what each program sent, byte for byte, and answers 200.
class ByteLogger
{
public:
    ByteLogger()
    {
        m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t length = sizeof address;
        EXPECT_EQ(::bind(m_listener, reinterpret_cast<sockaddr *>(&address), length), 0);
        EXPECT_EQ(::listen(m_listener, 64), 0);
        ::getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &length);
        m_port = ntohs(address.sin_port);
        m_thread = std::thread([this] { run(); });
    }
    ~ByteLogger()
    {
        m_stop = true;
        m_thread.join();
        ::close(m_listener);
    }
    ByteLogger(const ByteLogger &) = delete;
    ByteLogger &operator=(const ByteLogger &) = delete;

    quint16 port() const { return m_port; }
    QByteArray authority() const { return "127.0.0.1:" + QByteArray::number(m_port); }

    /// What has come since the last call.
    QList<QByteArray> take()
    {
        const QMutexLocker lock(&m_mutex);
        return std::exchange(m_requests, {});
    }

private:
    void run()
    {
        while (!m_stop) {
            pollfd waiting{m_listener, POLLIN, 0};
            if (::poll(&waiting, 1, 50) <= 0)
                continue;
            const int connection = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
            if (connection >= 0) {
                serve(connection);
                ::close(connection);
            }
        }
    }

    void serve(int connection)
    {
        QByteArray bytes;
        while (!isComplete(bytes)) {
            pollfd waiting{connection, POLLIN, 0};
            if (m_stop || ::poll(&waiting, 1, 5000) <= 0)
                return;
            char buffer[65536];
            const ssize_t count = ::recv(connection, buffer, sizeof buffer, 0);
            if (count <= 0)
                return;
            bytes.append(buffer, count);
        }
        {
            const QMutexLocker lock(&m_mutex);
            m_requests.append(bytes);
        }
        const QByteArray body = "{\"uuid\":\"22920112968019678612904394744954398990\"}";
        const QByteArray answer
            = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
            + QByteArray::number(body.size()) + "\r\n\r\n"
            + (bytes.startsWith("HEAD ") ? QByteArray() : body);
        (void)::send(connection, answer.constData(), size_t(answer.size()), MSG_NOSIGNAL);
        ::shutdown(connection, SHUT_WR);
    }

    static bool isComplete(const QByteArray &bytes)
    {
        const qsizetype end = bytes.indexOf("\r\n\r\n");
        if (end < 0)
            return false;
        qsizetype length = 0;
        for (const QByteArray &line : bytes.left(end).split('\n')) {
            if (line.toLower().startsWith("content-length:"))
                length = line.mid(15).trimmed().toLongLong();
        }
        return bytes.size() >= end + 4 + length;
    }

    int m_listener = -1;
    quint16 m_port = 0;
    std::atomic<bool> m_stop = false;
    QMutex m_mutex;
    QList<QByteArray> m_requests;
    std::thread m_thread;
};
