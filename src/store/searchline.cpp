// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/text.h"
#include "store/history.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTimeZone>

namespace store {

namespace {

using dcs::Errc;
using dcs::Error;

struct Word {
    QString name; ///< before the colon, lower case, if it is a filter's
    QString value;
    QString written; ///< as it stands in the line
};

const QStringList &filterNames()
{
    static const QStringList names = {QStringLiteral("alias"), QStringLiteral("region"),
        QStringLiteral("status"), QStringLiteral("error"), QStringLiteral("since"), QStringLiteral("until"),
        QStringLiteral("preset"), QStringLiteral("batch"), QStringLiteral("pinned")};
    return names;
}

Error wrong(const Word &word, const QString &why, const QString &remedy)
{
    return {
        Errc::InvalidInput, QStringLiteral("“%1”: %2").arg(dcs::visible(word.written, 80), why), remedy, {}};
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

dcs::Result<void> apply(const Word &word, const QDateTime &now, HistoryFilter &filter)
{
    const QString &name = word.name;
    const QString &value = word.value;
    const auto needs = [&](const char *example) {
        return wrong(word, QStringLiteral("there is no value behind the colon."),
            QStringLiteral("Write, for example, %1.").arg(QLatin1StringView(example)));
    };
    if (name == QStringLiteral("alias")) {
        if (value.isEmpty())
            return needs("alias:acme");
        filter.alias = value.toLower();
    } else if (name == QStringLiteral("region")) {
        if (value.isEmpty())
            return needs("region:9");
        filter.region = numberOf(value, 99999);
        if (!filter.region)
            return wrong(word, QStringLiteral("a region is a number."),
                QStringLiteral("Write, for example, region:9."));
    } else if (name == QStringLiteral("status")) {
        if (value.isEmpty())
            return needs("status:200");
        const auto status = statusOf(value);
        if (!status)
            return wrong(word, QStringLiteral("this is no status."),
                QStringLiteral("Write a code (200), a class (4xx), failed, unknown or inflight."));
        filter.status = *status;
    } else if (name == QStringLiteral("error")) {
        if (value.isEmpty())
            return needs("error:171");
        filter.error = numberOf(value, 99999);
        if (!filter.error)
            return wrong(word, QStringLiteral("a DCS error is a number."),
                QStringLiteral("Write, for example, error:171."));
    } else if (name == QStringLiteral("since") || name == QStringLiteral("until")) {
        const bool isEnd = name == QStringLiteral("until");
        if (value.isEmpty())
            return isEnd ? needs("until:2026-01-31") : needs("since:yesterday");
        const auto time = timeOf(value, now, isEnd);
        if (!time)
            return wrong(word, QStringLiteral("this is no time."),
                QStringLiteral("Write today, yesterday, 30m, 2h, 7d, 4w, 2026-01-31 or 2026-01-31T12:00."));
        (isEnd ? filter.until : filter.since) = *time;
    } else if (name == QStringLiteral("preset")) {
        if (value.isEmpty())
            return needs("preset:login");
        filter.preset = value;
    } else if (name == QStringLiteral("batch")) {
        if (value.isEmpty())
            return needs("batch:ID");
        filter.batch = value;
    } else {
        if (value.isEmpty())
            return needs("pinned:yes");
        const QString answer = value.toLower();
        const bool isYes
            = QStringList{QStringLiteral("yes"), QStringLiteral("true"), QStringLiteral("1")}.contains(
                answer);
        const bool isNo
            = QStringList{QStringLiteral("no"), QStringLiteral("false"), QStringLiteral("0")}.contains(
                answer);
        if (!isYes && !isNo)
            return wrong(word, QStringLiteral("a call is pinned or not."),
                QStringLiteral("Write pinned:yes or pinned:no."));
        filter.pinned = isYes;
    }
    return {};
}

struct Text {
    Q_DECLARE_TR_FUNCTIONS(store::History)
};

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
            return wrong(word, QStringLiteral("there are two filters of this name."),
                QStringLiteral("Leave one of them out, or put it in quotation marks to look for its text."));
        named.append(word.name);
        if (auto applied = apply(word, now, filter); !applied)
            return applied.error();
    }
    if (filter.since.isValid() && filter.until.isValid() && filter.since >= filter.until)
        return Error{Errc::InvalidInput, QStringLiteral("The time of “since” is not before that of “until”."),
            QStringLiteral("Swap them or leave one out."), {}};
    return filter;
}

QString describe(const HistoryFilter &filter)
{
    QStringList parts;
    if (!filter.alias.isEmpty())
        parts.append(Text::tr("alias %1").arg(filter.alias));
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
        parts.append(Text::tr("preset %1").arg(filter.preset));
    if (!filter.batch.isEmpty())
        parts.append(Text::tr("batch %1").arg(filter.batch));
    if (filter.pinned)
        parts.append(*filter.pinned ? Text::tr("pinned") : Text::tr("not pinned"));
    for (const QString &term : filter.terms)
        parts.append(Text::tr("with “%1”").arg(dcs::visible(term, 80)));
    return parts.isEmpty() ? Text::tr("all calls") : parts.join(QStringLiteral(", "));
}

} // namespace store
