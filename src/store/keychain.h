// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/result.h"
#include "store/settings.h"

#include <QObject>
#include <QStringList>

#include <functional>
#include <memory>

namespace store {

class KeychainModule;
struct KeychainReply;

/// Secrets in the keychain of the system (Secret Service, KWallet, macOS, Windows), by name. The library that
/// asks it is loaded with the first question. Answers come later, on this thread, and always: a keychain that
/// says nothing is an error after a while.
class Keychain : public QObject
{
    Q_OBJECT
public:
    explicit Keychain(const QString &dataFolder, QObject *parent = nullptr);
    ~Keychain() override;

    using Read = std::function<void(const dcs::Result<QString> &)>;
    using Done = std::function<void(const dcs::Result<void> &)>;
    /// What is called is dropped with the context.
    void read(const QString &name, QObject *context, Read done);
    void write(const QString &name, const QString &value, QObject *context, Done done);
    void remove(const QString &name, QObject *context, Done done);

    /// The names that were stored by this program with this data folder: keychains cannot be listed
    /// everywhere.
    QStringList names() const;

    void setPatience(std::chrono::milliseconds patience) { m_patience = patience; }

Q_SIGNALS:
    void namesChanged();

private:
    using Answer = std::function<void(const KeychainReply &)>;
    dcs::Result<KeychainModule *> module();
    std::function<void(const KeychainReply &)> once(QObject *context, Answer answer);
    void setNames(const QStringList &names);

    QString m_dataFolder;
    KeychainModule *m_module = nullptr; ///< never unloaded
    std::chrono::milliseconds m_patience{60000}; ///< a person may have to unlock it
};

} // namespace store
