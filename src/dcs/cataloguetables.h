// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/catalogue.h"

#include <QHash>

#include <unordered_map>

namespace dcs {

/// Finds rows by a text without building a QString for the question.
struct TextHash {
    using is_transparent = void;
    size_t operator()(QStringView text) const { return qHash(text); }
};
struct TextEqual {
    using is_transparent = void;
    bool operator()(QStringView a, QStringView b) const { return a == b; }
};
using TextIndex = std::unordered_map<QString, qsizetype, TextHash, TextEqual>;

/// A bit for each letter that occurs. One edit of a text changes at most two of them, so that most pairs of
/// texts are told apart without counting edits.
quint32 lettersOf(QStringView text);

// One struct for each file of resources/tables, with its rows and the ways to find one. Private to the
// catalogue.

struct RegionTable {
    QList<Region> rows;
    QList<OtherHost> otherHosts;
    QHash<int, qsizetype> byId;
    TextIndex byLabel;
    TextIndex byHost;
    TextIndex reservedLabels;

    static RegionTable read();
};

struct AttributeTable {
    QList<Attribute> rows;
    QList<Prefix> prefixes;
    QList<Topic> topics;
    QList<AuthStateEntry> authStates;
    Limits limits;
    QString signalKeyPattern;
    QRegularExpression signalKeyMatcher;
    std::unordered_map<QString, QString, TextHash, TextEqual> likelyMistakes;
    TextIndex byName;
    TextIndex byLowerName;
    TextIndex topicByLowerName;
    QList<quint32> letters; ///< of each row's name, see lettersOf()

    static AttributeTable read();
};

struct ErrorTable {
    QList<ErrorEntry> rows;
    QList<StatusEntry> statuses;
    QHash<int, qsizetype> byCode;

    static ErrorTable read();
};

struct DataSourceTable {
    QList<GlobalDataSource> rows;
    QList<RelatedSource> related;
    HashedEmail hashedEmail;
    TextIndex byIdOrCode;

    static DataSourceTable read();
};

struct FindingTable {
    QList<FindingEntry> rows;
    TextIndex byCode;

    static FindingTable read();
};

} // namespace dcs
