// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QHash>

#include <utility>

namespace sandbox {

/// A map of at most `most` entries that forgets what was not used for longest: entries live in a young and an
/// old half; when the young one is full it becomes the old one, and the old one's untouched rest is dropped.
/// Every step is constant work, and no order has to be kept.
template <typename Value>
class Remembered
{
public:
    explicit Remembered(qsizetype most)
        : m_half(qMax(qsizetype(1), most / 2))
    {
    }

    /// Null if it is not known (any more). Valid until the next call.
    Value *find(const QByteArray &key)
    {
        if (const auto young = m_young.find(key); young != m_young.end())
            return &*young;
        const auto old = m_old.find(key);
        if (old == m_old.end())
            return nullptr;
        Value value = std::move(*old);
        m_old.erase(old);
        return &put(key, std::move(value));
    }
    bool contains(const QByteArray &key) const { return m_young.contains(key) || m_old.contains(key); }

    /// The entry, made if it is missing. Valid until the next call.
    Value &at(const QByteArray &key)
    {
        Value *found = find(key);
        return found ? *found : put(key, Value());
    }
    void remove(const QByteArray &key)
    {
        m_young.remove(key);
        m_old.remove(key);
    }
    qsizetype size() const { return m_young.size() + m_old.size(); }

private:
    Value &put(const QByteArray &key, Value value)
    {
        if (m_young.size() >= m_half) {
            m_old = std::move(m_young);
            m_young = {};
        }
        return *m_young.insert(key, std::move(value));
    }

    qsizetype m_half;
    QHash<QByteArray, Value> m_young;
    QHash<QByteArray, Value> m_old;
};

} // namespace sandbox
