// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSettings>
#include <QString>
#include <QVariant>

namespace store {

/// A typed settings key and its default.
template <typename T>
struct Setting {
    const char *key;
    T fallback;
};

/// QSettings (INI) inside the data folder. No secrets in it.
class Settings
{
public:
    explicit Settings(const QString &folder)
        : m_settings(folder + QStringLiteral("/settings.ini"), QSettings::IniFormat)
    {
    }

    template <typename T>
    T get(const Setting<T> &setting) const
    {
        const QVariant value = m_settings.value(QString::fromLatin1(setting.key));
        return value.isValid() ? value.value<T>() : setting.fallback;
    }
    template <typename T>
    void set(const Setting<T> &setting, const T &value)
    {
        m_settings.setValue(QString::fromLatin1(setting.key), QVariant::fromValue(value));
    }
    QSettings &raw() { return m_settings; } ///< for window geometry, saved by object name

private:
    QSettings m_settings;
};

} // namespace store
