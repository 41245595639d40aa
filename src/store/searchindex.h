// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/history.h"
#include "store/sqlite.h"

#include <QByteArray>
#include <QList>

#include <optional>
#include <vector>

namespace store {

/// What the search index knows of a finished call.
struct IndexedCall {
    ExchangeId id = 0;
    qint64 startedMs = 0;
    QByteArray text; ///< see searchText()
    QByteArray facets; ///< see Facets
};

/// The values that filters ask for, as one token of the index each.
namespace facet {
enum Kind { Alias, Region, Status, Error, Preset, Batch, Environment };
QByteArray token(Kind kind, const QString &value);
} // namespace facet

/// The full-text index beside the history, in a file of its own: whoever records a call does not wait for it,
/// and it can be thrown away and made anew at any time. It covers the calls up to a watermark, but for some
/// that were in flight when it passed them (pending); the search reads the others one by one.
///
/// Terms of three characters and more are looked up, at any place of a word; shorter ones are the caller's
/// business.
class SearchIndex
{
public:
    /// nullptr if it cannot be had: then everything is read one by one. An index of another history is made
    /// anew.
    static std::unique_ptr<SearchIndex> open(const QString &folder, qint64 instance, bool readOnly);
    static void discard(const QString &folder);
    /// Whether the file is still the one in the folder: another process may have thrown it away.
    bool isInPlace();

    ExchangeId watermark();
    std::vector<ExchangeId> pending(); ///< newest first

    /// A writing transaction of the index; nullopt while another process has one.
    bool beginWriting(bool wait);
    bool commit();
    void rollback();
    void add(const IndexedCall &call);
    void remove(const IndexedCall &call);
    void setPending(ExchangeId id, bool isPending);
    void setWatermark(ExchangeId id);
    bool isPending(ExchangeId id);

    struct Query {
        QList<QByteArrayList> terms; ///< folded; each with other spellings of it
        QByteArrayList facets;
        QDateTime since, until;
    };
    /// Whether candidates() are sure to hold one of these.
    static bool looksUp(const QByteArrayList &spellings);
    /// Whether there is something to look up: a filter, or a term of at least three characters.
    static bool canLookUp(const Query &query);
    struct Range {
        ExchangeId low = 1, high = 0;
    };
    /// Where calls of the query's days can lie, at most up to `high`.
    Range range(const Query &query, ExchangeId high);
    /// Candidates within the range, newest first; ask step() and integer(0).
    Statement candidates(const Query &query, Range range);

    Database &database() { return *m_database; }

private:
    explicit SearchIndex(std::unique_ptr<Database> database);
    bool isReady(qint64 instance);
    bool make(qint64 instance);
    static QString expression(const Query &query);

    std::unique_ptr<Database> m_database;
};

} // namespace store
