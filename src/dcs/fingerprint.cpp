// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/fingerprint.h"

#include <algorithm>

namespace dcs {

size_t Fingerprints::scalar(const JsonValue &value, QStringView key) const
{
    const auto seed = size_t(value.kind());
    switch (value.kind()) {
    case JsonValue::Kind::String: {
        const QString text = value.string();
        return !m_withTimes && isTimeLike(text, key) ? qHash(u"time") : qHash(text, seed);
    }
    case JsonValue::Kind::Number:
        if (!m_withTimes && isTimeLike(value.text(), key))
            return qHash(u"time");
        return qHash(value.raw(), seed);
    default:
        return qHash(seed, 0x9e37U);
    }
}

Fingerprints::Open Fingerprints::open(const JsonValue &value, const IgnoredPaths::State &state) const
{
    Open made;
    made.value = value;
    made.child = value.firstChild();
    made.state = state;
    made.hash = size_t(value.kind());
    return made;
}

void Fingerprints::add(Open &above, const JsonValue &child, size_t hash)
{
    if (above.value.kind() == JsonValue::Kind::Object)
        above.members.emplace_back(child.key(), hash);
    else
        above.hash = qHashMulti(above.hash, hash);
}

// Members in the order of their keys; of equal ones the last.
size_t Fingerprints::close(Open &done)
{
    auto &members = done.members;
    std::stable_sort(
        members.begin(), members.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    for (size_t i = 0; i < members.size(); ++i) {
        if (i + 1 == members.size() || members[i].first != members[i + 1].first)
            done.hash = qHashMulti(done.hash, members[i].first, members[i].second);
    }
    return done.hash;
}

size_t Fingerprints::of(const JsonValue &value, const IgnoredPaths::State &state)
{
    if (!value.isContainer())
        return scalar(value, value.key());
    if (const auto known = m_known.constFind(value.node()); known != m_known.cend())
        return *known;
    std::vector<Open> line;
    line.push_back(open(value, state));
    size_t hash = 0;
    while (!line.empty()) {
        Open &top = line.back();
        if (!top.child.exists()) {
            hash = close(top);
            m_known.insert(top.value.node(), hash);
            const JsonValue done = top.value;
            line.pop_back();
            if (!line.empty())
                add(line.back(), done, hash);
            continue;
        }
        const JsonValue child = top.child;
        const bool object = top.value.kind() == JsonValue::Kind::Object;
        const QString key = object ? child.key() : QString();
        IgnoredPaths::State below;
        if (!top.state.empty())
            below = object ? m_ignored.below(top.state, key) : m_ignored.below(top.state, top.index);
        top.child = child.next();
        ++top.index;
        if (m_ignored.covers(below))
            continue;
        if (!child.isContainer())
            add(top, child, scalar(child, key));
        else if (const auto known = m_known.constFind(child.node()); known != m_known.cend())
            add(top, child, *known);
        else
            line.push_back(open(child, below));
    }
    return hash;
}

} // namespace dcs
