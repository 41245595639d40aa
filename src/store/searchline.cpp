// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/text.h"
#include "store/history.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>
#include <QTimeZone>

namespace store {

namespace {

using dcs::Errc;
using dcs::Error;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(store::History)
};

struct Word {
    QString name; ///< before the colon, lower case, if it is a filter's
    QString value;
    QString written; ///< as it stands in the line
};

const QStringList &filterNames()
{
    static const QStringList names = {QStringLiteral("alias"), QStringLiteral("error"),
        QStringLiteral("status"), QStringLiteral("since"), QStringLiteral("until"), QStringLiteral("on"),
        QStringLiteral("region"), QStringLiteral("preset"), QStringLiteral("env"), QStringLiteral("batch"),
        QStringLiteral("pinned"), QStringLiteral("note")};
    return names;
}

Error wrong(const Word &word, const QString &why, const QString &remedy)
{
    return {
        Errc::InvalidInput, QStringLiteral("“%1”: %2").arg(dcs::visible(word.written, 80), why), remedy, {}};
}

QString remedyOf(const Word &word)
{
    const QHash<QString, QString> remedies{
        {QStringLiteral("alias"), Text::tr("Write, for example, alias:acme.")},
        {QStringLiteral("error"), Text::tr("Write, for example, error:171.")},
        {QStringLiteral("status"),
            Text::tr("Write a code (200), a class (4xx), failed, unknown or inflight.")},
        {QStringLiteral("since"),
            Text::tr("Write today, yesterday, 30m, 2h, 7d, 4w, 2026-01-31 or 2026-01-31T12:00.")},
        {QStringLiteral("until"),
            Text::tr("Write today, yesterday, 30m, 2h, 7d, 4w, 2026-01-31 or 2026-01-31T12:00.")},
        {QStringLiteral("on"), Text::tr("Write today, yesterday, 2026-01-31 or 2026-01.")},
        {QStringLiteral("region"), Text::tr("Write, for example, region:9.")},
        {QStringLiteral("preset"), Text::tr("Write, for example, preset:login.")},
        {QStringLiteral("env"), Text::tr("Write, for example, env:staging.")},
        {QStringLiteral("batch"), Text::tr("Write the ID of the run: batch:ID.")},
        {QStringLiteral("pinned"), Text::tr("Write pinned:yes or pinned:no.")},
        {QStringLiteral("note"), Text::tr("Write, for example, note:report, or note:* for any note.")}};
    return remedies.value(word.name);
}

// Blanks part words; in quotation marks they do not, wherever the marks stand, and \" is a mark. A mark that
// is still open at the end of the line is being typed and counts as closed.
QList<Word> wordsOf(const QString &line)
{
    QList<Word> words;
    qsizetype at = 0;
    while (at < line.size()) {
        while (at < line.size() && line[at].isSpace())
            ++at;
        if (at == line.size())
            break;
        const qsizetype begin = at;
        Word word;
        bool quoted = false;
        bool wasQuoted = false;
        for (; at < line.size() && (quoted || !line[at].isSpace()); ++at) {
            if (quoted && line[at] == u'\\' && at + 1 < line.size()
                && (line[at + 1] == u'"' || line[at + 1] == u'\\')) {
                word.value += line[++at];
            } else if (line[at] == u'"') {
                quoted = !quoted;
                wasQuoted = true;
            } else if (line[at] == u':' && !wasQuoted && word.name.isEmpty()
                && filterNames().contains(word.value.toLower())) {
                word.name = word.value.toLower();
                word.value.clear();
            } else {
                word.value += line[at];
            }
        }
        word.written = line.mid(begin, at - begin);
        if (!word.name.isEmpty() || !word.value.isEmpty())
            words.append(word);
    }
    return words;
}

QDateTime startOfDay(const QDate &day)
{
    return day.startOfDay(Qt::LocalTime).toUTC();
}

// "2h": so long before now.
std::optional<QDateTime> before(const QString &value, const QDateTime &now)
{
    bool isNumber = false;
    const qint64 number = QStringView(value).chopped(1).toInt(&isNumber);
    if (!isNumber || number < 0 || number > 100000)
        return {};
    switch (value.back().toLower().unicode()) {
    case u's':
        return now.addSecs(-number);
    case u'm':
        return now.addSecs(-number * 60);
    case u'h':
        return now.addSecs(-number * 3600);
    case u'd':
        return now.toLocalTime().addDays(-number);
    case u'w':
        return now.toLocalTime().addDays(-number * 7);
    default:
        return {};
    }
}

// A day's name or date stands for the whole of it: from its start with since, to its end with until.
std::optional<QDateTime> timeOf(const QString &value, const QDateTime &now, bool isEnd)
{
    const QDate today = now.toLocalTime().date();
    const QString name = value.toLower();
    const auto day = [&](const QDate &date) { return startOfDay(isEnd ? date.addDays(1) : date); };
    if (name == QStringLiteral("now"))
        return now.toUTC();
    if (name == QStringLiteral("today"))
        return day(today);
    if (name == QStringLiteral("yesterday"))
        return day(today.addDays(-1));
    if (const auto ago = before(name, now))
        return ago->toUTC();
    if (const QDate date = QDate::fromString(value, QStringLiteral("yyyy-MM-dd")); date.isValid())
        return day(date);
    if (value.size() == 7) {
        if (const QDate month = QDate::fromString(value, QStringLiteral("yyyy-MM")); month.isValid())
            return startOfDay(isEnd ? month.addMonths(1) : month);
    }
    if (value.size() > 10 && value[10].toUpper() == u'T') {
        if (const QDateTime time = QDateTime::fromString(value.toUpper(), Qt::ISODate); time.isValid())
            return time.toUTC();
    }
    return {};
}

std::optional<int> numberOf(const QString &value, int most)
{
    bool isNumber = false;
    const int number = value.toInt(&isNumber);
    return isNumber && number >= 0 && number <= most ? std::optional(number) : std::nullopt;
}

std::optional<QString> statusOf(const QString &value)
{
    const QString status = value.toLower();
    if (status == QStringLiteral("failed") || status == QStringLiteral("unknown")
        || status == QStringLiteral("inflight"))
        return status;
    if (status == QStringLiteral("in-flight"))
        return QStringLiteral("inflight");
    if (status.size() != 3 || status[0] < u'1' || status[0] > u'9')
        return {};
    const auto rest = QStringView(status).sliced(1);
    const bool isClass = rest == QStringView(u"xx");
    const bool isCode = rest[0].isDigit() && rest[1].isDigit();
    return isClass || isCode ? std::optional(status) : std::nullopt;
}

dcs::Result<void> applyNumber(const Word &word, const QString &what, std::optional<int> &into)
{
    into = numberOf(word.value, 99999);
    return into ? dcs::Result<void>() : wrong(word, what, remedyOf(word));
}

dcs::Result<void> applyTime(const Word &word, const QDateTime &now, HistoryFilter &filter)
{
    const bool isDay = word.name == QStringLiteral("on");
    const auto begin = word.name == QStringLiteral("until") ? std::nullopt : timeOf(word.value, now, false);
    const auto end = word.name == QStringLiteral("since") ? std::nullopt : timeOf(word.value, now, true);
    if ((!begin && !end) || (isDay && *begin >= *end)) // a moment is no day
        return wrong(
            word, isDay ? Text::tr("this is no day.") : Text::tr("this is no time."), remedyOf(word));
    if ((begin && filter.since.isValid()) || (end && filter.until.isValid()))
        return wrong(word, Text::tr("the line says already when."),
            Text::tr("Leave one of “on” and “since” or “until” out."));
    if (begin)
        filter.since = *begin;
    if (end)
        filter.until = *end;
    return {};
}

dcs::Result<void> applyPinned(const Word &word, HistoryFilter &filter)
{
    const QString answer = word.value.toLower();
    const bool isYes
        = QStringList{QStringLiteral("yes"), QStringLiteral("true"), QStringLiteral("1")}.contains(answer);
    const bool isNo
        = QStringList{QStringLiteral("no"), QStringLiteral("false"), QStringLiteral("0")}.contains(answer);
    if (!isYes && !isNo)
        return wrong(word, Text::tr("a call is pinned or not."), remedyOf(word));
    filter.pinned = isYes;
    return {};
}

dcs::Result<void> apply(const Word &word, const QDateTime &now, HistoryFilter &filter)
{
    const QString &name = word.name;
    if (word.value.isEmpty())
        return wrong(word, Text::tr("there is no value behind the colon."), remedyOf(word));
    if (name == QStringLiteral("region"))
        return applyNumber(word, Text::tr("a region is a number."), filter.region);
    if (name == QStringLiteral("error"))
        return applyNumber(word, Text::tr("a DCS error is a number."), filter.error);
    if (name == QStringLiteral("since") || name == QStringLiteral("until") || name == QStringLiteral("on"))
        return applyTime(word, now, filter);
    if (name == QStringLiteral("pinned"))
        return applyPinned(word, filter);
    if (name == QStringLiteral("alias"))
        filter.alias = word.value.toLower();
    else if (name == QStringLiteral("preset"))
        filter.preset = word.value;
    else if (name == QStringLiteral("env"))
        filter.environment = word.value;
    else if (name == QStringLiteral("batch"))
        filter.batch = word.value;
    else if (name == QStringLiteral("note"))
        filter.note = word.value;
    else if (const auto status = statusOf(word.value))
        filter.status = *status;
    else
        return wrong(word, Text::tr("this is no status."), remedyOf(word));
    return {};
}

QString shown(const QString &text)
{
    return dcs::visible(text, 80);
}

QString inWords(const QDateTime &time)
{
    const QDateTime local = time.toLocalTime();
    const bool isMidnight = local.time() == QTime(0, 0);
    return isMidnight ? QLocale().toString(local.date(), QLocale::ShortFormat)
                      : QLocale().toString(local, QLocale::ShortFormat);
}

} // namespace

dcs::Result<HistoryFilter> parseSearch(const QString &line, const QDateTime &now)
{
    HistoryFilter filter;
    QStringList named;
    for (const Word &word : wordsOf(line)) {
        if (word.name.isEmpty()) {
            filter.terms.append(word.value);
            continue;
        }
        if (named.contains(word.name))
            return wrong(word, Text::tr("there are two filters of this name."),
                Text::tr("Leave one of them out, or put it in quotation marks to look for its text."));
        named.append(word.name);
        if (auto applied = apply(word, now, filter); !applied)
            return applied.error();
    }
    if (filter.since.isValid() && filter.until.isValid() && filter.since >= filter.until)
        return Error{Errc::InvalidInput, QStringLiteral("The time of “since” is not before that of “until”."),
            QStringLiteral("Swap them or leave one out."), {}};
    return filter;
}

QStringList searchFilters()
{
    return filterNames();
}

QStringList searchValues(const QString &filter)
{
    static const QStringList times = {QStringLiteral("today"), QStringLiteral("yesterday"),
        QStringLiteral("1h"), QStringLiteral("7d"), QStringLiteral("4w")};
    static const QHash<QString, QStringList> values{
        {QStringLiteral("status"),
            {QStringLiteral("200"), QStringLiteral("2xx"), QStringLiteral("4xx"), QStringLiteral("5xx"),
                QStringLiteral("failed"), QStringLiteral("unknown"), QStringLiteral("inflight")}},
        {QStringLiteral("since"), times}, {QStringLiteral("until"), times},
        {QStringLiteral("on"), {QStringLiteral("today"), QStringLiteral("yesterday")}},
        {QStringLiteral("pinned"), {QStringLiteral("yes"), QStringLiteral("no")}},
        {QStringLiteral("note"), {QStringLiteral("*")}}};
    return values.value(filter);
}

QString searchWord(const QString &filter, const QString &value)
{
    const bool isPlain = std::none_of(
        value.begin(), value.end(), [](QChar c) { return c.isSpace() || c == u'"' || c == u'\\'; });
    if (isPlain)
        return filter + u':' + value;
    QString quoted = value;
    quoted.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\""));
    return filter + QStringLiteral(":\"") + quoted + u'"';
}

QString describe(const HistoryFilter &filter)
{
    QStringList parts;
    if (!filter.alias.isEmpty())
        parts.append(Text::tr("alias %1").arg(shown(filter.alias)));
    if (filter.region)
        parts.append(Text::tr("region %1").arg(*filter.region));
    if (filter.status == QStringLiteral("failed"))
        parts.append(Text::tr("failed before an answer was complete"));
    else if (filter.status == QStringLiteral("unknown"))
        parts.append(Text::tr("outcome unknown"));
    else if (filter.status == QStringLiteral("inflight"))
        parts.append(Text::tr("still in flight"));
    else if (!filter.status.isEmpty())
        parts.append(Text::tr("status %1").arg(filter.status));
    if (filter.error)
        parts.append(Text::tr("DCS error %1").arg(*filter.error));
    if (filter.since.isValid())
        parts.append(Text::tr("since %1").arg(inWords(filter.since)));
    if (filter.until.isValid())
        parts.append(Text::tr("before %1").arg(inWords(filter.until)));
    if (!filter.preset.isEmpty())
        parts.append(Text::tr("preset %1").arg(shown(filter.preset)));
    if (!filter.environment.isEmpty())
        parts.append(Text::tr("environment %1").arg(shown(filter.environment)));
    if (!filter.batch.isEmpty())
        parts.append(Text::tr("batch %1").arg(shown(filter.batch)));
    if (filter.pinned)
        parts.append(*filter.pinned ? Text::tr("pinned") : Text::tr("not pinned"));
    if (filter.note == QStringLiteral("*"))
        parts.append(Text::tr("with a note"));
    else if (!filter.note.isEmpty())
        parts.append(Text::tr("with a note that says “%1”").arg(shown(filter.note)));
    for (const QString &term : filter.terms)
        parts.append(Text::tr("with “%1”").arg(shown(term)));
    return parts.isEmpty() ? Text::tr("all calls") : parts.join(QStringLiteral(", "));
}

} // namespace store
