// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/diffrules.h"

#include <algorithm>
#include <array>

namespace dcs {

namespace {

bool endsName(QChar c)
{
    return c == u'.' || c == u'[';
}

// `pattern` has 9 for a digit, A for a letter, and itself for everything else.
bool startsLike(QStringView text, QStringView pattern)
{
    if (text.size() < pattern.size())
        return false;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const QChar c = text[i];
        const bool fits = pattern[i] == u'9' ? c >= u'0' && c <= u'9'
            : pattern[i] == u'A'             ? c.isLetter()
                                             : c == pattern[i];
        if (!fits)
            return false;
    }
    return true;
}

bool namesTime(QStringView key)
{
    static constexpr std::array words{u"time", u"date", u"stamp", u"expire", u"_ts", u"_at"};
    return key.compare(u"ts", Qt::CaseInsensitive) == 0 || key.endsWith(u"At")
        || std::any_of(words.begin(), words.end(),
            [key](const char16_t *word) { return key.contains(QStringView(word), Qt::CaseInsensitive); });
}

} // namespace

IgnoredPaths::IgnoredPaths(const QStringList &paths)
{
    for (const QString &text : paths) {
        if (Path path; parse(text, path))
            m_paths.push_back(std::move(path));
    }
}

bool IgnoredPaths::isPath(const QString &text)
{
    Path path;
    return parse(text, path);
}

bool IgnoredPaths::parse(QStringView text, Path &path)
{
    if (!text.startsWith(u'$'))
        return false;
    for (qsizetype at = 1; at < text.size();) {
        Step step;
        if (text[at] == u'.') {
            step.anywhere = text.sliced(at).startsWith(u"..");
            at += step.anywhere ? 2 : 1;
        } else if (text[at] != u'[') {
            return false;
        }
        if (at < text.size() && text[at] == u'[') {
            if (!parseBracket(text, at, step))
                return false;
        } else {
            const qsizetype from = at;
            while (at < text.size() && !endsName(text[at]))
                ++at;
            if (at == from)
                return false;
            step.key = text.sliced(from, at - from).toString();
            step.kind = step.key == u'*' ? Step::Kind::AnyKey : Step::Kind::Key;
        }
        path.push_back(std::move(step));
    }
    return true;
}

bool IgnoredPaths::parseBracket(QStringView text, qsizetype &at, Step &step)
{
    const QChar quote = at + 1 < text.size() ? text[at + 1] : QChar();
    if (quote == u'"' || quote == u'\'') {
        qsizetype end = at + 2;
        for (; end < text.size() && text[end] != quote; ++end) {
            if (text[end] == u'\\' && end + 1 < text.size())
                ++end;
            step.key += text[end];
        }
        if (end + 1 >= text.size() || text[end + 1] != u']')
            return false;
        at = end + 2;
        return true;
    }
    const qsizetype close = text.indexOf(u']', at);
    if (close < 0)
        return false;
    const QStringView inside = text.sliced(at + 1, close - at - 1);
    bool ok = inside == u"*";
    step.kind = ok ? Step::Kind::AnyIndex : Step::Kind::Index;
    if (!ok)
        step.index = inside.toLongLong(&ok);
    at = close + 1;
    return ok;
}

IgnoredPaths::State IgnoredPaths::start() const
{
    State state;
    for (int i = 0; i < int(m_paths.size()); ++i)
        state.emplace_back(i, 0);
    return state;
}

template <typename Matches>
IgnoredPaths::State IgnoredPaths::follow(const State &state, Matches matches) const
{
    State next;
    for (const auto &[path, done] : state) {
        if (done >= int(m_paths[size_t(path)].size()))
            continue;
        const Step &step = m_paths[size_t(path)][size_t(done)];
        if (matches(step))
            next.emplace_back(path, done + 1);
        if (step.anywhere)
            next.emplace_back(path, done);
    }
    std::sort(next.begin(), next.end()); // the same state reached in two ways is one
    next.erase(std::unique(next.begin(), next.end()), next.end());
    return next;
}

IgnoredPaths::State IgnoredPaths::below(const State &state, QStringView key) const
{
    return follow(state, [key](const Step &step) {
        return step.kind == Step::Kind::AnyKey || (step.kind == Step::Kind::Key && step.key == key);
    });
}

IgnoredPaths::State IgnoredPaths::below(const State &state, qsizetype index) const
{
    return follow(state, [index](const Step &step) {
        return step.kind == Step::Kind::AnyIndex || (step.kind == Step::Kind::Index && step.index == index);
    });
}

bool IgnoredPaths::covers(const State &state) const
{
    return std::any_of(state.begin(), state.end(),
        [this](const auto &at) { return at.second >= int(m_paths[size_t(at.first)].size()); });
}

bool isTimeLike(QStringView text, QStringView key)
{
    if (startsLike(text, u"9999-99-99T99:99") || startsLike(text, u"9999-99-99 99:99")
        || startsLike(text, u"AAA, 99 AAA 9999 99:99:99"))
        return true;
    if ((text.size() != 10 && text.size() != 13) || !namesTime(key)
        || !std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; }))
        return false;
    const qint64 seconds = text.first(10).toLongLong();
    return seconds > 946684800 && seconds < 4102444800; // this century
}

} // namespace dcs
