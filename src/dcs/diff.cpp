// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/diff.h"

#include "dcs/answer.h"
#include "dcs/decode.h"
#include "dcs/exchange.h"

#include <QHash>
#include <QMap>

#include <algorithm>
#include <numeric>

namespace dcs {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shownCharacters = 2000;

QString shown(const JsonValue &value)
{
    const QByteArrayView raw = value.raw();
    return QString::fromUtf8(raw.first(qMin(raw.size(), shownCharacters)))
        + (raw.size() > shownCharacters ? u"…"_s : QString());
}

/// "$.dests[3].id" against "$.dests[*].id".
bool matchesPath(const QString &path, const QString &pattern)
{
    if (!pattern.contains(u'*'))
        return path == pattern;
    qsizetype at = 0;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == u'*') {
            const qsizetype start = at;
            while (at < path.size() && path[at].isDigit())
                ++at;
            if (at == start)
                return false;
        } else if (at >= path.size() || path[at++] != pattern[i]) {
            return false;
        }
    }
    return at == path.size();
}

/// Members by key, the last of equal ones.
QMap<QString, JsonValue> members(const JsonValue &object)
{
    QMap<QString, JsonValue> out;
    for (JsonValue member = object.firstChild(); member.exists(); member = member.next())
        out.insert(member.key(), member);
    return out;
}

QList<JsonValue> elements(const JsonValue &array)
{
    QList<JsonValue> out;
    for (JsonValue element = array.firstChild(); element.exists(); element = element.next())
        out.append(element);
    return out;
}

/// Equal for values that are equal regardless of the order of keys and of blanks.
size_t fingerprint(const JsonValue &value)
{
    const auto seed = size_t(value.kind());
    switch (value.kind()) {
    case JsonValue::Kind::String:
        return qHash(value.string(), seed);
    case JsonValue::Kind::Number:
        return qHash(value.raw(), seed);
    case JsonValue::Kind::Array: {
        size_t hash = seed;
        for (JsonValue element = value.firstChild(); element.exists(); element = element.next())
            hash = qHashMulti(hash, fingerprint(element));
        return hash;
    }
    case JsonValue::Kind::Object: {
        size_t hash = seed;
        const QMap<QString, JsonValue> all = members(value);
        for (auto it = all.begin(); it != all.end(); ++it)
            hash += qHashMulti(seed, it.key(), fingerprint(it.value()));
        return hash;
    }
    default:
        return qHash(seed, 0x9e37U);
    }
}

class JsonComparison
{
public:
    explicit JsonComparison(const DiffOptions &options)
        : m_options(options)
    {
    }

    void compare(const JsonValue &before, const JsonValue &after, const QString &path)
    {
        if (full() || ignored(path))
            return;
        if (before.kind() == JsonValue::Kind::Object && after.kind() == JsonValue::Kind::Object)
            compareObjects(before, after, path);
        else if (before.kind() == JsonValue::Kind::Array && after.kind() == JsonValue::Kind::Array)
            compareArrays(elements(before), elements(after), path);
        else if (before.kind() != after.kind() || !sameScalar(before, after))
            add(Difference::Kind::Changed, path, shown(before), shown(after));
    }

    QList<Difference> take() { return std::move(m_found); }

private:
    bool full() const { return m_found.size() >= m_options.most; }
    bool ignored(const QString &path) const
    {
        return std::any_of(m_options.ignore.begin(), m_options.ignore.end(),
            [&path](const QString &pattern) { return matchesPath(path, pattern); });
    }
    static bool sameScalar(const JsonValue &before, const JsonValue &after)
    {
        return before.kind() == JsonValue::Kind::String ? before.string() == after.string()
                                                        : before.raw() == after.raw();
    }
    void add(Difference::Kind kind, const QString &path, const QString &before, const QString &after)
    {
        if (!full() && !ignored(path))
            m_found.append({kind, Difference::Part::Answer, path, before, after});
    }

    void compareObjects(const JsonValue &before, const JsonValue &after, const QString &path)
    {
        const QMap<QString, JsonValue> old = members(before);
        const QMap<QString, JsonValue> now = members(after);
        for (auto it = old.begin(); it != old.end(); ++it) {
            const auto other = now.constFind(it.key());
            if (other == now.cend())
                add(Difference::Kind::Removed, step(path, it.key()), shown(it.value()), {});
            else
                compare(it.value(), other.value(), step(path, it.key()));
        }
        for (auto it = now.begin(); it != now.end(); ++it) {
            if (!old.contains(it.key()))
                add(Difference::Kind::Added, step(path, it.key()), {}, shown(it.value()));
        }
    }

    static QString step(const QString &path, const QString &key)
    {
        const bool isName = !key.isEmpty() && !key[0].isDigit()
            && std::all_of(key.begin(), key.end(),
                [](QChar c) { return c.isLetterOrNumber() || c == u'_' || c == u'-'; });
        return isName ? path + u'.' + key
                      : path + u"[\""_s + QString(key).replace(u'"', u"\\\""_s) + u"\"]"_s;
    }
    static QString step(const QString &path, qsizetype index)
    {
        return path + u'[' + QString::number(index) + u']';
    }

    /// Equal elements find each other wherever they stand; of those, all but the longest run in order have
    /// moved. What is left is compared pair by pair, and the rest was added or removed.
    void compareArrays(const QList<JsonValue> &before, const QList<JsonValue> &after, const QString &path)
    {
        QHash<size_t, QList<qsizetype>> places;
        for (qsizetype i = after.size() - 1; i >= 0; --i)
            places[fingerprint(after[i])].append(i); // the first occurrence last, to be taken first
        std::vector<std::pair<qsizetype, qsizetype>> equal;
        std::vector<bool> taken(size_t(after.size()), false);
        QList<qsizetype> left;
        for (qsizetype i = 0; i < before.size(); ++i) {
            QList<qsizetype> &candidates = places[fingerprint(before[i])];
            if (candidates.isEmpty()) {
                left.append(i);
                continue;
            }
            equal.emplace_back(i, candidates.takeLast());
            taken[size_t(equal.back().second)] = true;
        }
        reportMoved(equal, before, path);

        QList<qsizetype> right;
        for (qsizetype i = 0; i < after.size(); ++i) {
            if (!taken[size_t(i)])
                right.append(i);
        }
        const qsizetype pairs = qMin(left.size(), right.size());
        for (qsizetype i = 0; i < pairs; ++i)
            compare(before[left[i]], after[right[i]], step(path, right[i]));
        for (qsizetype i = pairs; i < left.size(); ++i)
            add(Difference::Kind::Removed, step(path, left[i]), shown(before[left[i]]), {});
        for (qsizetype i = pairs; i < right.size(); ++i)
            add(Difference::Kind::Added, step(path, right[i]), {}, shown(after[right[i]]));
    }

    void reportMoved(const std::vector<std::pair<qsizetype, qsizetype>> &equal,
        const QList<JsonValue> &before, const QString &path)
    {
        // Longest increasing run of the new places (patience sorting): those have kept their order.
        std::vector<size_t> piles;
        std::vector<size_t> previous(equal.size(), SIZE_MAX);
        for (size_t i = 0; i < equal.size(); ++i) {
            const auto pile = std::lower_bound(piles.begin(), piles.end(), equal[i].second,
                [&](size_t top, qsizetype place) { return equal[top].second < place; });
            if (pile != piles.begin())
                previous[i] = *(pile - 1);
            if (pile == piles.end())
                piles.push_back(i);
            else
                *pile = i;
        }
        std::vector<bool> kept(equal.size(), false);
        for (size_t i = piles.empty() ? SIZE_MAX : piles.back(); i != SIZE_MAX; i = previous[i])
            kept[i] = true;
        for (size_t i = 0; i < equal.size(); ++i) {
            if (!kept[i])
                add(Difference::Kind::Moved, step(path, equal[i].first), shown(before[equal[i].first]),
                    step(path, equal[i].second));
        }
    }

    const DiffOptions &m_options;
    QList<Difference> m_found;
};

/// Values by name, each occurrence in order.
using Named = QList<std::pair<QString, QString>>;

QList<Difference> diffNamed(const Named &before, const Named &after, Difference::Part part)
{
    QMap<QString, QStringList> old, now;
    QStringList order;
    for (const auto &[name, value] : before) {
        old[name].append(value);
        if (!order.contains(name))
            order.append(name);
    }
    for (const auto &[name, value] : after) {
        now[name].append(value);
        if (!order.contains(name))
            order.append(name);
    }
    QList<Difference> out;
    for (const QString &name : std::as_const(order)) {
        const QStringList was = old.value(name);
        const QStringList is = now.value(name);
        for (qsizetype i = 0; i < qMax(was.size(), is.size()); ++i) {
            if (i >= was.size())
                out.append({Difference::Kind::Added, part, name, {}, is[i]});
            else if (i >= is.size())
                out.append({Difference::Kind::Removed, part, name, was[i], {}});
            else if (was[i] != is[i])
                out.append({Difference::Kind::Changed, part, name, was[i], is[i]});
        }
    }
    return out;
}

Named named(const QList<Header> &headers, const QStringList &ignore)
{
    Named out;
    for (const Header &header : headers) {
        const QString name = QString::fromUtf8(header.name);
        if (!ignore.contains(name, Qt::CaseInsensitive))
            out.append({name.toLower(), QString::fromUtf8(header.value)});
    }
    return out;
}

} // namespace

QString kindName(Difference::Kind kind)
{
    switch (kind) {
    case Difference::Kind::Added:
        return u"added"_s;
    case Difference::Kind::Removed:
        return u"removed"_s;
    case Difference::Kind::Changed:
        return u"changed"_s;
    case Difference::Kind::Moved:
        return u"moved"_s;
    }
    return {};
}

QString partName(Difference::Part part)
{
    switch (part) {
    case Difference::Part::Request:
        return u"request"_s;
    case Difference::Part::Status:
        return u"status"_s;
    case Difference::Part::Headers:
        return u"headers"_s;
    case Difference::Part::Answer:
        return u"answer"_s;
    }
    return {};
}

QStringList DiffOptions::volatileParts()
{
    return {u"$.tid"_s, u"$.d_blob"_s, u"Date"_s, u"Expires"_s, u"X-TID"_s, u"DCS"_s, u"Content-Length"_s};
}

QList<Difference> diffJson(const JsonDocument &before, const JsonDocument &after, const DiffOptions &options)
{
    JsonComparison comparison(options);
    comparison.compare(before.root(), after.root(), u"$"_s);
    return comparison.take();
}

QList<Difference> diffHeaders(
    const QList<Header> &before, const QList<Header> &after, const DiffOptions &options)
{
    return diffNamed(named(before, options.ignore), named(after, options.ignore), Difference::Part::Headers);
}

QList<Difference> diffCalls(const Call &before, const Call &after)
{
    const auto lines = [](const Call &call) {
        Named out{{u"method"_s, QString::fromUtf8(call.method)},
            {u"destination"_s,
                QString::fromUtf8((call.tls ? "https://" : "http://") + call.connectHost + ':'
                    + QByteArray::number(call.port) + call.path)}};
        for (const Header &header : call.headers) {
            if (header.sent)
                out.append({u"header "_s + QString::fromUtf8(header.name), QString::fromUtf8(header.value)});
        }
        for (const Parameter &parameter : call.parameters) {
            if (parameter.sent && !parameter.wire.isEmpty())
                out.append({parameter.key(), QString::fromUtf8(parameter.wireValue())});
        }
        if (call.opaqueBody)
            out.append({u"body"_s, QString::fromUtf8(*call.opaqueBody)});
        return out;
    };
    return diffNamed(lines(before), lines(after), Difference::Part::Request);
}

QList<Difference> diffExchanges(
    const Exchange &before, const Exchange &after, const Catalogue &catalogue, const DiffOptions &options)
{
    QList<Difference> out;
    const auto first = decode(before.request);
    const auto second = decode(after.request);
    if (first && second)
        out += diffCalls(*first, *second);
    if (before.status != after.status)
        out.append({Difference::Kind::Changed, Difference::Part::Status, u"status"_s,
            QString::number(before.status), QString::number(after.status)});
    out += diffHeaders(before.headers, after.headers, options);

    const Answer old = Answer::parse(before, catalogue);
    const Answer now = Answer::parse(after, catalogue);
    if (old.document && now.document)
        out += diffJson(*old.document, *now.document, options);
    else if (before.body != after.body)
        out.append({Difference::Kind::Changed, Difference::Part::Answer, u"body"_s,
            QString::fromUtf8(before.body.left(shownCharacters)),
            QString::fromUtf8(after.body.left(shownCharacters))});
    return out;
}

} // namespace dcs
