// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/exchange.h"
#include "dcs/result.h"
#include "store/history.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace store {

/// Puts a keyed hash in the place of the user and device IDs of a call, and of its cookies, before it is
/// recorded. The same ID has the same hash, so calls of one user are still found together, and by the ID
/// itself for whoever has the key; without it, the hash leads nowhere. The key is a file beside the history,
/// readable by its owner alone.
class Mask
{
public:
    /// Takes the folder's key, or makes one.
    static dcs::Result<Mask> open(const QString &folder);
    /// nullopt where the folder has no key: nothing in its history is masked.
    static std::optional<Mask> existing(const QString &folder);

    QByteArray token(QByteArrayView id) const; ///< "masked-" and 20 hexadecimal digits

    /// IDs as they were and what stands for them.
    using Replacements = QList<std::pair<QByteArray, QByteArray>>;

    /// The request with every ID in its parameters and cookies replaced; `found` gets what was replaced.
    dcs::WireRequest masked(const dcs::WireRequest &request, Replacements &found) const;
    CallFacts masked(const CallFacts &facts, const Replacements &found) const;
    /// The answer with the IDs of its request, and those that the DCS named itself, replaced.
    dcs::Exchange masked(const dcs::Exchange &exchange, const QStringList &named) const;

private:
    explicit Mask(QByteArray key)
        : m_key(std::move(key))
    {
    }
    QByteArray maskParameters(QByteArrayView text, Replacements &found) const;
    QByteArray maskValue(QByteArrayView wire, Replacements &found) const;
    QByteArray maskCookies(QByteArrayView head, Replacements &found) const;

    QByteArray m_key;
};

} // namespace store
