// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/temporaryfolder.h"

#include <QList>
#include <QProcess>

/// A session bus with GNOME Keyring on it, unlocked, both of this object's own: the environment of this
/// process leads there, and what was there before comes back with the end.
class SecretService
{
public:
    SecretService();
    ~SecretService();

private:
    bool hasDefaultCollection();
    void set(const char *name, const QByteArray &value);

    TemporaryFolder m_home;
    QProcess m_bus;
    QList<std::pair<QByteArray, QByteArray>> m_before; ///< a null value: was not set
};

/// While it lives, no session bus is to be found.
class NoSessionBus
{
public:
    NoSessionBus();
    ~NoSessionBus();

private:
    QByteArray m_before;
};
