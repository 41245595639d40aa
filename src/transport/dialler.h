// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractSocket>
#include <QHostAddress>
#include <QObject>

#include <memory>

class QSocketNotifier;

namespace transport {

/// Connects to one address, once. QAbstractSocket asks the kernel for the result by connecting again: if the
/// server has reset the connection meanwhile, that makes a new one, without end (100,000 connections in 2 s
/// were counted). Where this is not implemented, isAvailable() is false, and a QAbstractSocket must do.
class Dialler : public QObject
{
    Q_OBJECT
public:
    explicit Dialler(QObject *parent = nullptr);
    ~Dialler() override;

    static bool isAvailable();
    void dial(const QHostAddress &address, quint16 port); ///< may emit before it returns

Q_SIGNALS:
    void connected(qintptr descriptor); ///< the receiver owns it
    void failed(QAbstractSocket::SocketError error, const QString &text);

private:
    void check();
    void fail(int code);

    qintptr m_descriptor = -1;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace transport
