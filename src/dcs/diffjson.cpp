// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/diff.h"
#include "dcs/fingerprint.h"

#include <QHash>

#include <algorithm>

// The structural comparison of two documents. No recursion, and no text for a place unless it differs: an
// answer may be a hundred thousand levels deep.

namespace dcs {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shownCharacters = 2000;
constexpr size_t shownSteps = 200; // of a path; of a longer one both ends
constexpr size_t lastSteps = 20;
constexpr size_t levelsOfBytes = 64; // down to here equal bytes are looked for before anything else

QString shown(const JsonValue &value)
{
    const QByteArrayView raw = value.raw();
    return textOfUtf8(raw.first(std::min(raw.size(), shownCharacters)))
        + (raw.size() > shownCharacters ? u"…"_s : QString());
}

QString stepText(const QString &key)
{
    const bool isName = !key.isEmpty() && !key[0].isDigit()
        && std::all_of(
            key.begin(), key.end(), [](QChar c) { return c.isLetterOrNumber() || c == u'_' || c == u'-'; });
    return isName ? u'.' + key : u"[\""_s + QString(key).replace(u'"', u"\\\""_s) + u"\"]"_s;
}

/// Two values to be compared, or one that has no counterpart, or one that stands elsewhere.
struct Entry {
    QString key; ///< in an object
    qsizetype index = -1; ///< in an array; of the second document if it is there, else of the first
    JsonValue before;
    JsonValue after;
    qsizetype movedTo = -1;
};

std::vector<JsonValue> elements(const JsonValue &array)
{
    std::vector<JsonValue> out;
    out.reserve(size_t(array.size()));
    for (JsonValue element = array.firstChild(); element.exists(); element = element.next())
        out.push_back(element);
    return out;
}

/// Of equal keys the last.
QHash<QString, JsonValue> members(const JsonValue &object)
{
    QHash<QString, JsonValue> out;
    out.reserve(object.size());
    for (JsonValue member = object.firstChild(); member.exists(); member = member.next())
        out.insert(member.key(), member);
    return out;
}

std::vector<Entry> objectEntries(const JsonValue &before, const JsonValue &after)
{
    const QHash<QString, JsonValue> old = members(before);
    const QHash<QString, JsonValue> now = members(after);
    std::vector<Entry> entries;
    for (JsonValue member = before.firstChild(); member.exists(); member = member.next()) {
        const QString key = member.key();
        if (old.value(key) == member)
            entries.push_back({key, -1, member, now.value(key), -1});
    }
    for (JsonValue member = after.firstChild(); member.exists(); member = member.next()) {
        const QString key = member.key();
        if (now.value(key) == member && !old.contains(key))
            entries.push_back({key, -1, {}, member, -1});
    }
    return entries;
}

/// What tells one element of a list from its neighbours, where it has such a thing; "" where not.
QString identityOf(const JsonValue &value)
{
    if (value.kind() != JsonValue::Kind::Object)
        return {};
    for (const QStringView name : {u"id", u"uuid", u"cn", u"code", u"name", u"key"}) {
        if (const JsonValue member = value.member(name); member.exists() && !member.text().isEmpty())
            return name.toString() + u'=' + member.text();
    }
    return {};
}

/// Which element of one array belongs to which of the other. Equal ones find each other wherever they stand;
/// of those, all but the longest run in order have moved. What is left is matched by what names it, then in
/// order between the same neighbours; the rest was added or removed.
class ArrayMatch
{
public:
    ArrayMatch(std::vector<JsonValue> before, std::vector<JsonValue> after)
        : m_before(std::move(before))
        , m_after(std::move(after))
        , m_gapBefore(m_before.size(), 0)
        , m_gapAfter(m_after.size(), 0)
    {
    }

    std::vector<Entry> entries(
        const std::vector<size_t> &printsBefore, const std::vector<size_t> &printsAfter)
    {
        matchEqual(printsBefore, printsAfter);
        markGaps();
        matchNamed();
        matchInOrder();
        std::stable_sort(m_entries.begin(), m_entries.end(),
            [](const Entry &a, const Entry &b) { return a.index < b.index; });
        return std::move(m_entries);
    }

private:
    void matchEqual(const std::vector<size_t> &printsBefore, const std::vector<size_t> &printsAfter);
    void markGaps();
    void matchNamed();
    void matchInOrder();
    void matchRest(const std::vector<size_t> &onlyLeft, const std::vector<size_t> &onlyRight);
    std::vector<bool> longestRun() const;
    void pair(size_t left, size_t right)
    {
        m_entries.push_back({{}, qsizetype(right), m_before[left], m_after[right], -1});
    }

    std::vector<JsonValue> m_before, m_after;
    std::vector<std::pair<size_t, size_t>> m_equal;
    std::vector<size_t> m_left, m_right; ///< without an equal one
    std::vector<size_t> m_gapBefore, m_gapAfter; ///< how many that kept their order stand before it
    std::vector<Entry> m_entries;
};

void ArrayMatch::matchEqual(const std::vector<size_t> &printsBefore, const std::vector<size_t> &printsAfter)
{
    std::vector<std::pair<size_t, size_t>> places; // print and place, the first occurrence first
    places.reserve(printsAfter.size());
    for (size_t i = 0; i < printsAfter.size(); ++i)
        places.emplace_back(printsAfter[i], i);
    std::sort(places.begin(), places.end());
    std::vector<bool> taken(printsAfter.size(), false);
    QHash<size_t, size_t> next; // of prints that were taken: index into places
    for (size_t i = 0; i < printsBefore.size(); ++i) {
        const size_t print = printsBefore[i];
        auto at = next.find(print);
        if (at == next.end())
            at = next.insert(print,
                size_t(std::lower_bound(places.begin(), places.end(), std::pair(print, size_t(0)))
                    - places.begin()));
        if (*at < places.size() && places[*at].first == print) {
            m_equal.emplace_back(i, places[*at].second);
            taken[places[*at].second] = true;
            ++*at;
        } else {
            m_left.push_back(i);
        }
    }
    for (size_t i = 0; i < taken.size(); ++i) {
        if (!taken[i])
            m_right.push_back(i);
    }
}

// The longest increasing run of the new places, by patience sorting.
std::vector<bool> ArrayMatch::longestRun() const
{
    std::vector<size_t> piles;
    std::vector<size_t> previous(m_equal.size(), SIZE_MAX);
    for (size_t i = 0; i < m_equal.size(); ++i) {
        const auto pile = std::lower_bound(piles.begin(), piles.end(), m_equal[i].second,
            [&](size_t top, size_t place) { return m_equal[top].second < place; });
        if (pile != piles.begin())
            previous[i] = *(pile - 1);
        if (pile == piles.end())
            piles.push_back(i);
        else
            *pile = i;
    }
    std::vector<bool> kept(m_equal.size(), false);
    for (size_t i = piles.empty() ? SIZE_MAX : piles.back(); i != SIZE_MAX; i = previous[i])
        kept[i] = true;
    return kept;
}

void ArrayMatch::markGaps()
{
    const std::vector<bool> kept = longestRun();
    for (size_t i = 0; i < m_equal.size(); ++i) {
        const auto &[from, to] = m_equal[i];
        if (kept[i]) {
            m_gapBefore[from] = m_gapAfter[to] = 1;
        } else {
            m_entries.push_back({{}, qsizetype(from), m_before[from], m_after[to], qsizetype(to)});
        }
    }
    for (std::vector<size_t> *gaps : {&m_gapBefore, &m_gapAfter}) {
        size_t anchors = 0;
        for (size_t &gap : *gaps)
            gap = anchors += gap;
    }
}

void ArrayMatch::matchNamed()
{
    QHash<QString, size_t> names;
    for (const size_t right : m_right) {
        if (const QString name = identityOf(m_after[right]); !name.isEmpty() && !names.contains(name))
            names.insert(name, right);
    }
    if (names.isEmpty())
        return;
    std::vector<bool> taken(m_after.size(), false);
    std::erase_if(m_left, [&](size_t left) {
        const QString name = identityOf(m_before[left]);
        const auto found = name.isEmpty() ? names.end() : names.find(name);
        if (found == names.end())
            return false;
        pair(left, *found);
        taken[*found] = true;
        names.erase(found);
        return true;
    });
    std::erase_if(m_right, [&](size_t right) { return taken[right]; });
}

void ArrayMatch::matchInOrder()
{
    std::vector<size_t> onlyLeft, onlyRight;
    size_t left = 0;
    size_t right = 0;
    while (left < m_left.size() || right < m_right.size()) {
        const size_t gapLeft = left < m_left.size() ? m_gapBefore[m_left[left]] : SIZE_MAX;
        const size_t gapRight = right < m_right.size() ? m_gapAfter[m_right[right]] : SIZE_MAX;
        if (gapLeft == gapRight)
            pair(m_left[left++], m_right[right++]);
        else if (gapLeft < gapRight)
            onlyLeft.push_back(m_left[left++]);
        else
            onlyRight.push_back(m_right[right++]);
    }
    matchRest(onlyLeft, onlyRight);
}

// An object that both moved and changed still says more beside its counterpart; a lone 4 beside a lone 7 does
// not.
void ArrayMatch::matchRest(const std::vector<size_t> &onlyLeft, const std::vector<size_t> &onlyRight)
{
    size_t right = 0;
    for (const size_t left : onlyLeft) {
        const bool both = right < onlyRight.size() && m_before[left].isContainer()
            && m_before[left].kind() == m_after[onlyRight[right]].kind();
        if (both)
            pair(left, onlyRight[right++]);
        else
            m_entries.push_back({{}, qsizetype(left), m_before[left], {}, -1});
    }
    for (; right < onlyRight.size(); ++right)
        m_entries.push_back({{}, qsizetype(onlyRight[right]), {}, m_after[onlyRight[right]], -1});
}

class JsonComparison
{
public:
    explicit JsonComparison(const DiffOptions &options)
        : m_options(options)
        , m_ignored(options.ignore)
        , m_printsBefore(m_ignored, options.times)
        , m_printsAfter(m_ignored, options.times)
    {
    }

    QList<Difference> run(const JsonValue &before, const JsonValue &after);

private:
    /// An array or object whose entries are being looked at.
    struct Level {
        std::vector<Entry> entries;
        size_t next = 0;
        IgnoredPaths::State state;
        QString path; ///< of the array or object; for the first levels
    };

    void compare(const JsonValue &before, const JsonValue &after, const IgnoredPaths::State &state);
    void look(const Entry &entry, const IgnoredPaths::State &state);
    bool sameScalar(const JsonValue &before, const JsonValue &after) const;
    std::vector<Entry> arrayEntries(
        const JsonValue &before, const JsonValue &after, const IgnoredPaths::State &state);
    std::vector<size_t> printsOf(
        Fingerprints &prints, const std::vector<JsonValue> &values, const IgnoredPaths::State &state) const;
    IgnoredPaths::State below(const IgnoredPaths::State &state, const Entry &entry) const;
    static QString stepOf(const Level &level);
    QString path(qsizetype lastIndex = -1) const;
    void open(std::vector<Entry> entries, const IgnoredPaths::State &state);
    void add(Difference::Kind kind, const QString &before, const QString &after)
    {
        m_found.append({kind, Difference::Part::Answer, path(), before, after});
    }

    const DiffOptions &m_options;
    IgnoredPaths m_ignored;
    Fingerprints m_printsBefore, m_printsAfter;
    std::vector<Level> m_levels;
    QList<Difference> m_found;
};

QString JsonComparison::stepOf(const Level &level)
{
    const Entry &entry = level.entries[level.next - 1];
    return entry.index < 0 ? stepText(entry.key) : u'[' + QString::number(entry.index) + u']';
}

/// Of the entry that is being looked at; `lastIndex` is another place in the same array.
QString JsonComparison::path(qsizetype lastIndex) const
{
    if (m_levels.empty())
        return u"$"_s;
    QString text = m_levels[std::min(m_levels.size(), shownSteps) - 1].path;
    if (m_levels.size() > shownSteps) {
        text += u"…"_s;
        for (size_t i = m_levels.size() - lastSteps; i + 1 < m_levels.size(); ++i)
            text += stepOf(m_levels[i]);
    }
    return text + (lastIndex < 0 ? stepOf(m_levels.back()) : u'[' + QString::number(lastIndex) + u']');
}

void JsonComparison::open(std::vector<Entry> entries, const IgnoredPaths::State &state)
{
    m_levels.push_back({std::move(entries), 0, state, m_levels.size() < shownSteps ? path() : QString()});
}

IgnoredPaths::State JsonComparison::below(const IgnoredPaths::State &state, const Entry &entry) const
{
    if (state.empty())
        return {};
    return entry.index < 0 ? m_ignored.below(state, entry.key) : m_ignored.below(state, entry.index);
}

bool JsonComparison::sameScalar(const JsonValue &before, const JsonValue &after) const
{
    if (before.kind() == JsonValue::Kind::String && after.kind() == JsonValue::Kind::String
        && before.string() == after.string())
        return true;
    if (before.kind() == after.kind() && before.kind() != JsonValue::Kind::String
        && before.raw() == after.raw())
        return true;
    const QString key = after.key();
    return !m_options.times && isTimeLike(before.text(), key) && isTimeLike(after.text(), key);
}

std::vector<size_t> JsonComparison::printsOf(
    Fingerprints &prints, const std::vector<JsonValue> &values, const IgnoredPaths::State &state) const
{
    std::vector<size_t> out;
    out.reserve(values.size());
    for (size_t i = 0; i < values.size(); ++i)
        out.push_back(prints.of(
            values[i], state.empty() ? IgnoredPaths::State() : m_ignored.below(state, qsizetype(i))));
    return out;
}

std::vector<Entry> JsonComparison::arrayEntries(
    const JsonValue &before, const JsonValue &after, const IgnoredPaths::State &state)
{
    std::vector<JsonValue> old = elements(before);
    std::vector<JsonValue> now = elements(after);
    const std::vector<size_t> oldPrints = printsOf(m_printsBefore, old, state);
    const std::vector<size_t> newPrints = printsOf(m_printsAfter, now, state);
    return ArrayMatch(std::move(old), std::move(now)).entries(oldPrints, newPrints);
}

void JsonComparison::compare(
    const JsonValue &before, const JsonValue &after, const IgnoredPaths::State &state)
{
    if (m_levels.size() < levelsOfBytes && before.raw() == after.raw())
        return;
    const auto both = [&](JsonValue::Kind kind) { return before.kind() == kind && after.kind() == kind; };
    if (both(JsonValue::Kind::Object))
        open(objectEntries(before, after), state);
    else if (both(JsonValue::Kind::Array))
        open(arrayEntries(before, after, state), state);
    else if (before.isContainer() || after.isContainer() || !sameScalar(before, after))
        add(Difference::Kind::Changed, shown(before), shown(after));
}

void JsonComparison::look(const Entry &entry, const IgnoredPaths::State &state)
{
    if (m_ignored.covers(state))
        return;
    if (entry.movedTo >= 0)
        add(Difference::Kind::Moved, shown(entry.before), path(entry.movedTo));
    else if (!entry.before.exists())
        add(Difference::Kind::Added, {}, shown(entry.after));
    else if (!entry.after.exists())
        add(Difference::Kind::Removed, shown(entry.before), {});
    else
        compare(entry.before, entry.after, state);
}

QList<Difference> JsonComparison::run(const JsonValue &before, const JsonValue &after)
{
    if (!m_ignored.covers(m_ignored.start()))
        compare(before, after, m_ignored.start());
    while (!m_levels.empty() && m_found.size() < m_options.most) {
        Level &level = m_levels.back();
        if (level.next == level.entries.size()) {
            m_levels.pop_back();
            continue;
        }
        const Entry entry = level.entries[level.next++];
        look(entry, below(level.state, entry));
    }
    return std::move(m_found);
}

} // namespace

QList<Difference> diffJson(const JsonDocument &before, const JsonDocument &after, const DiffOptions &options)
{
    return JsonComparison(options).run(before.root(), after.root());
}

} // namespace dcs
