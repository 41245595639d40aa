// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "support/secretservice.h"

#include <QDeadlineTimer>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 20000;

const QByteArray busConfiguration
    = R"(<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=%1</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
)";

} // namespace

SecretService::SecretService()
{
    const QString home = m_home.path();
    set("HOME", home.toUtf8());
    set("XDG_DATA_HOME", home.toUtf8() + "/data");
    set("XDG_RUNTIME_DIR", home.toUtf8());
    QByteArray configuration = busConfiguration;
    configuration.replace("%1", home.toUtf8());
    m_bus.start(u"dbus-daemon"_s,
        {u"--nofork"_s, u"--print-address=1"_s, u"--config-file"_s,
            m_home.write(u"bus.conf"_s, configuration)});
    EXPECT_TRUE(m_bus.waitForStarted(patienceMs)) << "dbus-daemon is needed";
    while (!m_bus.canReadLine() && m_bus.waitForReadyRead(patienceMs)) { }
    const QByteArray address = m_bus.readLine().trimmed();
    EXPECT_FALSE(address.isEmpty()) << m_bus.readAllStandardError().toStdString();
    set("DBUS_SESSION_BUS_ADDRESS", address);

    // It goes into the background once it answers, and ends with its bus.
    QProcess keyring;
    keyring.start(u"gnome-keyring-daemon"_s, {u"--unlock"_s, u"--components=secrets"_s});
    EXPECT_TRUE(keyring.waitForStarted(patienceMs)) << "gnome-keyring-daemon is needed";
    keyring.write("password of the test");
    keyring.closeWriteChannel();
    EXPECT_TRUE(keyring.waitForFinished(patienceMs)) << keyring.readAllStandardError().toStdString();
    EXPECT_EQ(keyring.exitCode(), 0) << keyring.readAllStandardError().toStdString();
    EXPECT_TRUE(hasDefaultCollection()) << "the keyring did not come up";
}

/// Asked until it is so: the daemon is in the background before it has opened its keyring.
bool SecretService::hasDefaultCollection()
{
    const QDeadlineTimer deadline(patienceMs);
    while (!deadline.hasExpired()) {
        QProcess ask;
        ask.start(u"dbus-send"_s,
            {u"--session"_s, u"--print-reply=literal"_s, u"--dest=org.freedesktop.secrets"_s,
                u"/org/freedesktop/secrets"_s, u"org.freedesktop.Secret.Service.ReadAlias"_s,
                u"string:default"_s});
        EXPECT_TRUE(ask.waitForFinished(patienceMs)) << "dbus-send is needed";
        if (ask.readAllStandardOutput().trimmed().startsWith("/org/freedesktop/secrets/"))
            return true;
    }
    return false;
}

SecretService::~SecretService()
{
    m_bus.terminate();
    if (!m_bus.waitForFinished(patienceMs))
        m_bus.kill();
    for (const auto &[name, value] : m_before)
        value.isNull() ? qunsetenv(name.constData()) : qputenv(name.constData(), value);
}

void SecretService::set(const char *name, const QByteArray &value)
{
    m_before.prepend({name, qEnvironmentVariableIsSet(name) ? qgetenv(name) : QByteArray()});
    qputenv(name, value);
}

NoSessionBus::NoSessionBus()
    : m_before(qgetenv("DBUS_SESSION_BUS_ADDRESS"))
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
}

NoSessionBus::~NoSessionBus()
{
    m_before.isEmpty() ? qunsetenv("DBUS_SESSION_BUS_ADDRESS")
                       : qputenv("DBUS_SESSION_BUS_ADDRESS", m_before);
}
