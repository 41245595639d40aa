// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "cli/historychoice.h"

#include "cli/exitcode.h"
#include "dcs/text.h"

#include <QDateTime>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

dcs::Result<store::HistoryFilter> readFilter(const Arguments &arguments, qsizetype firstWord)
{
    QStringList words;
    for (qsizetype i = firstWord; i < arguments.operands().size(); ++i)
        words += QString::fromUtf8(arguments.operand(i));
    for (const QString &name : store::searchFilters()) {
        const QByteArray option = name.toLatin1();
        if (name == u"pinned" && arguments.has("pinned"))
            words += u"pinned:yes"_s;
        else if (arguments.has(option.constData()))
            words += store::searchWord(name, arguments.text(option.constData()));
    }
    return store::parseSearch(words.join(u' '), QDateTime::currentDateTime());
}

} // namespace

dcs::Result<batch::HistoryChoice> readHistoryChoice(
    const Arguments &arguments, qsizetype firstWord, qint64 otherwise)
{
    auto filter = readFilter(arguments, firstWord);
    if (!filter)
        return filter.error();
    batch::HistoryChoice choice;
    choice.filter = *filter;
    choice.mask = arguments.has("mask");
    choice.forSpreadsheet = arguments.has("spreadsheet");
    choice.limit = otherwise;
    if (arguments.has("limit")) {
        auto number = arguments.number("limit", 1, 100'000'000);
        if (!number)
            return number.error();
        choice.limit = *number;
    }
    return choice;
}

void tellUnreadable(const Context &context, const batch::HistoryExported &exported)
{
    if (exported.unreadable > 0)
        context.tell(u"note: calls that were left out because their bytes are damaged: "_s
            + QString::number(exported.unreadable) + u'\n');
}

int exportCalls(const store::History &history, const Arguments &arguments, const Context &context)
{
    const QByteArray name = arguments.operand(1);
    const auto format = batch::historyFormat(name);
    if (!format)
        return context.fail(
            {dcs::Errc::Usage, u"Which format? \"%1\" is none."_s.arg(dcs::visible(QString::fromUtf8(name))),
                u"Known are har, jsonl, csv and curl: dcs history export har alias:acme > acme.har"_s, {}});
    auto choice = readHistoryChoice(arguments, 2, -1);
    if (!choice)
        return context.fail(choice.error());
    choice->format = *format;
    const auto exported
        = batch::exportHistory(history, *choice, *context.catalogue, [&](QByteArrayView text) {
              context.out(text);
              return true;
          });
    if (!exported)
        return context.fail(exported.error());
    tellUnreadable(context, *exported);
    return Ok;
}

} // namespace cli
