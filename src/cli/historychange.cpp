// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "cli/historychange.h"

#include "cli/exitcode.h"
#include "dcs/text.h"
#include "store/history.h"

namespace cli {

using namespace Qt::StringLiterals;

namespace {

dcs::Result<store::ExchangeId> readId(const QByteArray &word)
{
    bool ok = false;
    const qint64 id = word.toLongLong(&ok);
    if (ok)
        return id;
    return dcs::Error{dcs::Errc::Usage,
        u"\"%1\" is no history ID."_s.arg(dcs::visible(QString::fromUtf8(word))),
        u"\"dcs history\" lists the IDs in its first column."_s, {}};
}

dcs::Result<QList<store::ExchangeId>> readIds(const Arguments &arguments, qsizetype from, qsizetype to)
{
    QList<store::ExchangeId> ids;
    for (qsizetype i = from; i < to; ++i) {
        auto id = readId(arguments.operand(i));
        if (!id)
            return id.error();
        ids.append(*id);
    }
    if (ids.isEmpty())
        return dcs::Error{dcs::Errc::Usage, u"Which call?"_s, u"Name its ID: dcs history pin 17"_s, {}};
    return ids;
}

dcs::Result<void> pin(store::History &history, const Arguments &arguments, bool pinned)
{
    auto ids = readIds(arguments, 1, arguments.operands().size());
    if (!ids)
        return ids.error();
    for (const store::ExchangeId id : std::as_const(*ids)) {
        if (auto done = history.setPinned(id, pinned); !done)
            return done;
    }
    return {};
}

dcs::Result<void> note(store::History &history, const Arguments &arguments)
{
    auto ids = readIds(arguments, 1, qMin(qsizetype(2), arguments.operands().size()));
    if (!ids)
        return ids.error();
    QStringList words;
    for (qsizetype i = 2; i < arguments.operands().size(); ++i)
        words += QString::fromUtf8(arguments.operand(i));
    return history.setNote(ids->first(), words.join(u' '));
}

dcs::Result<void> remove(store::History &history, const Arguments &arguments, const Context &context)
{
    auto ids = readIds(arguments, 1, arguments.operands().size());
    if (!ids)
        return ids.error();
    // A call that is not there must not look removed.
    for (const store::ExchangeId id : std::as_const(*ids)) {
        if (auto entry = history.entry(id); !entry)
            return entry.error();
    }
    if (auto done = history.removeForNow(*ids); !done)
        return done;
    context.tell(u"\"dcs history undelete\" brings it back within an hour\n"_s);
    return {};
}

dcs::Result<void> restore(store::History &history, const Arguments &arguments, const Context &context)
{
    QList<store::ExchangeId> ids;
    if (arguments.operands().size() > 1) {
        auto named = readIds(arguments, 1, arguments.operands().size());
        if (!named)
            return named.error();
        ids = *named;
    }
    const auto restored = history.restore(ids);
    if (!restored)
        return restored.error();
    context.print(u"brought back: "_s + QString::number(*restored) + u'\n');
    return {};
}

} // namespace

std::optional<int> changeHistory(store::History &history, const Arguments &arguments, const Context &context)
{
    const QByteArray word = arguments.operand(0);
    dcs::Result<void> done;
    if (word == "pin" || word == "unpin")
        done = pin(history, arguments, word == "pin");
    else if (word == "note")
        done = note(history, arguments);
    else if (word == "delete")
        done = remove(history, arguments, context);
    else if (word == "undelete")
        done = restore(history, arguments, context);
    else
        return std::nullopt;
    return done ? int(Ok) : context.fail(done.error());
}

} // namespace cli
