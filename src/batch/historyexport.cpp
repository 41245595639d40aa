// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "batch/historyexport.h"

#include "batch/recordedsend.h"
#include "dcs/answer.h"
#include "dcs/catalogue.h"
#include "dcs/decode.h"
#include "dcs/jsonwriter.h"
#include "interop/contract.h"
#include "interop/csv.h"
#include "interop/curl.h"
#include "interop/har.h"
#include "interop/maskidentifiers.h"

namespace batch {

using namespace Qt::StringLiterals;
using store::HistoryEntry;
using store::HistoryRow;

namespace {

constexpr int pageSize = 200;

QString outcomeName(const HistoryRow &row)
{
    switch (row.outcome) {
    case store::Outcome::InFlight:
        return u"inflight"_s;
    case store::Outcome::Unknown:
        return u"unknown"_s;
    case store::Outcome::Failed:
        return u"failed"_s;
    case store::Outcome::Done:
        break;
    }
    return u"done"_s;
}

QByteArray csvHeader()
{
    return interop::csvRow(
        {"id", "startedAt", "outcome", "status", "errors", "alias", "region", "ms", "bytes", "method", "url",
            "preset", "note", "identity", "environment", "batch", "batchRow", "pinned", "masked"});
}

// The URL comes from the exchange, which may have been masked; the row's own would not be.
QByteArray csvLine(const HistoryEntry &entry, bool forSpreadsheet)
{
    interop::CsvStyle style;
    style.guardFormulas = forSpreadsheet;
    const HistoryRow &row = entry.row;
    QByteArrayList codes;
    for (const int code : row.errorCodes)
        codes += QByteArray::number(code);
    return interop::csvRow(
        {QByteArray::number(row.id), row.startedAt.toUTC().toString(Qt::ISODateWithMs).toUtf8(),
            outcomeText(row).toUtf8(), QByteArray::number(row.status), codes.join(' '), row.alias.toUtf8(),
            row.region ? QByteArray::number(*row.region) : QByteArray(),
            QByteArray::number(row.totalMs, 'f', 3), QByteArray::number(row.bodyBytes),
            entry.exchange.request.method(), entry.exchange.request.url(), row.preset.toUtf8(),
            row.note.toUtf8(), row.firstIdentity.toUtf8(), row.environment.toUtf8(), row.batch.toUtf8(),
            row.batchRow < 0 ? QByteArray() : QByteArray::number(row.batchRow), row.pinned ? "yes" : "no",
            row.masked ? "yes" : "no"},
        style);
}

QByteArray head(HistoryFormat format)
{
    switch (format) {
    case HistoryFormat::Har:
        return interop::harBegin();
    case HistoryFormat::Csv:
        return csvHeader();
    case HistoryFormat::Jsonl:
    case HistoryFormat::Curl:
        break;
    }
    return {};
}

QByteArray textOf(
    const HistoryChoice &choice, const HistoryEntry &entry, bool isFirst, const dcs::Catalogue &catalogue)
{
    switch (choice.format) {
    case HistoryFormat::Har:
        return (isFirst ? "\n" : ",\n") + interop::harEntry(entry.exchange, entry.row.note);
    case HistoryFormat::Csv:
        return csvLine(entry, choice.forSpreadsheet);
    case HistoryFormat::Curl:
        return interop::writeCurl(entry.exchange.request, {}) + '\n';
    case HistoryFormat::Jsonl:
        break;
    }
    dcs::JsonWriter line(0);
    writeHistoryEntry(line, entry, catalogue);
    return line.take();
}

// One export under way.
class Exporter
{
public:
    Exporter(const store::History &history, const HistoryChoice &choice, const dcs::Catalogue &catalogue,
        const std::function<bool(QByteArrayView)> &write, const store::History::Progress &progress)
        : m_history(history)
        , m_choice(choice)
        , m_catalogue(catalogue)
        , m_write(write)
        , m_progress(progress)
    {
    }

    dcs::Result<HistoryExported> run()
    {
        m_all = m_choice.ids.size();
        if (m_progress && m_choice.ids.isEmpty())
            m_all = m_history.count().value_or(0);
        if (auto written = put(head(m_choice.format)); !written)
            return written.error();
        if (auto added = m_choice.ids.isEmpty() ? addFound() : add(m_choice.ids); !added)
            return added.error();
        if (m_choice.format == HistoryFormat::Har) {
            if (auto written = put(interop::harEnd()); !written)
                return written.error();
        }
        return m_exported;
    }

private:
    dcs::Result<void> addFound()
    {
        std::optional<store::ExchangeId> before;
        for (qint64 left = m_choice.limit; left != 0 && !m_isStopped;) {
            const int wanted = left < 0 ? pageSize : int(qMin(qint64(pageSize), left));
            const auto page = m_history.page(m_choice.filter, before, wanted);
            if (!page)
                return page.error();
            QList<store::ExchangeId> ids;
            for (const HistoryRow &row : *page)
                ids.append(row.id);
            if (auto added = add(ids); !added)
                return added;
            if (page->size() < wanted)
                break;
            before = page->last().id;
            left -= left < 0 ? 0 : page->size();
        }
        return {};
    }

    dcs::Result<void> add(const QList<store::ExchangeId> &ids)
    {
        for (const store::ExchangeId id : ids) {
            if (m_progress && !m_progress(m_exported.calls, m_all)) {
                m_isStopped = true;
                break;
            }
            auto entry = m_history.entry(id);
            if (!entry) {
                // Deleted by somebody meanwhile, or its bytes are damaged: the others are still wanted.
                m_exported.unreadable += entry.error().code == dcs::Errc::Storage;
                continue;
            }
            if (m_choice.mask)
                entry = maskedEntry(*entry, m_catalogue);
            const QByteArray text = textOf(m_choice, *entry, m_exported.calls == 0, m_catalogue);
            if (auto written = put(text); !written)
                return written;
            ++m_exported.calls;
        }
        return {};
    }

    dcs::Result<void> put(const QByteArray &text) const
    {
        if (text.isEmpty() || m_write(text))
            return {};
        return dcs::Error{dcs::Errc::Storage, u"The calls could not be written."_s,
            u"See that there is room and that the file may be written to."_s, {}};
    }

    const store::History &m_history;
    const HistoryChoice &m_choice;
    const dcs::Catalogue &m_catalogue;
    const std::function<bool(QByteArrayView)> &m_write;
    const store::History::Progress &m_progress;
    HistoryExported m_exported;
    qint64 m_all = 0;
    bool m_isStopped = false;
};

} // namespace

std::optional<HistoryFormat> historyFormat(QByteArrayView name)
{
    if (name == "har")
        return HistoryFormat::Har;
    if (name == "jsonl")
        return HistoryFormat::Jsonl;
    if (name == "csv")
        return HistoryFormat::Csv;
    if (name == "curl")
        return HistoryFormat::Curl;
    return std::nullopt;
}

QString fileSuffix(HistoryFormat format)
{
    switch (format) {
    case HistoryFormat::Har:
        return u".har"_s;
    case HistoryFormat::Jsonl:
        return u".jsonl"_s;
    case HistoryFormat::Csv:
        return u".csv"_s;
    case HistoryFormat::Curl:
        break;
    }
    return u".sh"_s;
}

QString outcomeText(const HistoryRow &row)
{
    switch (row.outcome) {
    case store::Outcome::InFlight:
        return u"in flight"_s;
    case store::Outcome::Unknown:
        return u"outcome unknown"_s;
    case store::Outcome::Failed:
        return row.failure;
    case store::Outcome::Done:
        break;
    }
    QString text = QString::number(row.status);
    for (const int code : row.errorCodes)
        text += u" ["_s + QString::number(code) + u']';
    return text;
}

void writeHistoryEntry(dcs::JsonWriter &out, const HistoryEntry &entry, const dcs::Catalogue &catalogue)
{
    const HistoryRow &row = entry.row;
    const dcs::Answer answer = dcs::Answer::parse(entry.exchange, catalogue);
    const interop::CallKept kept{outcomeName(row), row.alias, row.region, row.firstIdentity, row.errorCodes,
        row.pinned, row.note, row.preset, row.environment, row.batch, row.batchRow, row.masked};
    interop::writeCallMade(out,
        {QString::number(row.id), &entry.exchange, &answer, {}, row.outcome == store::Outcome::Unknown, {},
            &kept});
}

HistoryEntry maskedEntry(const HistoryEntry &entry, const dcs::Catalogue &catalogue)
{
    HistoryEntry out = entry;
    out.exchange = interop::maskIdentifiers(entry.exchange, catalogue);
    out.row.url = QString::fromUtf8(out.exchange.request.url());
    out.row.firstIdentity.clear();
    if (const auto call = dcs::decode(out.exchange.request))
        out.row.firstIdentity = callFacts(*call, catalogue).firstIdentity;
    return out;
}

dcs::Result<HistoryExported> exportHistory(const store::History &history, const HistoryChoice &choice,
    const dcs::Catalogue &catalogue, const std::function<bool(QByteArrayView)> &write,
    const store::History::Progress &progress)
{
    return Exporter(history, choice, catalogue, write, progress).run();
}

} // namespace batch
