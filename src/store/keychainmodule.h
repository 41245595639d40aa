// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <functional>

namespace store {

/// What a system's keychain said.
struct KeychainReply {
    enum class State { Done, NotFound, NoKeychain, Refused, Failed };

    State state = State::Failed;
    QString value; ///< of a read
    QString text; ///< the system's own words
};

/// The keychain of the system, in a library of its own, so that programs do not pay for it at start.
class KeychainModule
{
public:
    using Done = std::function<void(const KeychainReply &)>;

    virtual ~KeychainModule() = default;
    /// Each answers later on the caller's thread, which must run an event loop.
    virtual void read(const QString &name, Done done) = 0;
    virtual void write(const QString &name, const QString &value, Done done) = 0;
    virtual void remove(const QString &name, Done done) = 0;
};

/// The one function that the library exports.
using KeychainEntry = KeychainModule *(*)();
inline constexpr const char *keychainEntryName = "dcs_keychain_1";

} // namespace store
