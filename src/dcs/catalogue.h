// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/finding.h"
#include "dcs/result.h"

#include <QByteArray>
#include <QList>
#include <QRegularExpression>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace dcs {

/// One DCS cluster (DCS Region IDs, Locations, and Host Names).
struct Region {
    int id = 0;
    QString name; ///< "US West (Oregon)"
    QString label; ///< "usw2"
    QByteArray host; ///< "usw2.demdex.net"
    QString note;
};

/// One key that a call may carry. Texts are ours; `source` names Adobe's pages.
struct Attribute {
    QString name;
    QString kind; ///< identity, option, answer, trait, context, sync, consent, media, geo, device, header
    QString summary; ///< one or two sentences: what it means
    QString format; ///< for people: "38 decimal digits; leading zeros count"
    QString pattern; ///< regular expression over the decoded value (wire form for d_cid…), or ""
    QStringList allowed; ///< values, empty where free
    QString defaultValue;
    QStringList endpoints; ///< event, id, ibs, optout
    bool repeatable = false;
    bool commaList = false;
    bool deprecated = false;
    QStringList replacedBy;
    bool reserved = false;
    bool sensitive = false; ///< identifies a person: masked on request
    QStringList requires_; ///< keys it needs beside it
    QStringList conflictsWith;
    QList<int> errorCodes;
    QStringList findingCodes;
    QString example;
    QString notes;
    QString certainty; ///< documented, seen, unknown
    QStringList source;
};

struct Prefix {
    QString prefix; ///< "c_"
    QString summary;
};

/// One code of the DCS (DCS Error Codes, Messages, and Examples).
struct ErrorEntry {
    int code = 0;
    QString category; ///< system, integration, opt-out, profile, consent
    QString level; ///< "error" 0–299, "warning" from 300
    QString message; ///< Adobe's wording with <placeholders>
    QRegularExpression pattern;
    QString meaning;
    QStringList causes;
    QString effect;
    QString action;
    bool retryable = false;
    QStringList findingCodes;
    QString certainty;
    QStringList source;
};

/// A data source that every partner may use (Global Data Sources).
struct GlobalDataSource {
    qint64 id = 0;
    QString code; ///< "IDFA"
    QString name;
    QString platform;
    QString integrationCode; ///< "DSID_20915", or ""
    QString format;
    QString pattern;
    bool strict = true;
    QString letterCase; ///< "lower", "upper", or ""
    QString example;
    QString zeroValue;
};

struct FindingEntry {
    QString code;
    Severity severity = Severity::Hint;
    QString summary; ///< when it is reported
    std::optional<int> dcsCode;
};

struct Limits {
    qsizetype getBytes = 8192;
    qsizetype postBytes = 32768;
    qsizetype nearGetBytes = 8000;
    qsizetype nearPostBytes = 32000;
    int customerIds = 10;
    int customerIdsPerNamespace = 3;
    qsizetype blobBytes = 512;
};

/// What the protocol knows, as data out of resources/tables. Each table is read when first asked for, so that a
/// program that needs one does not pay for all; immutable afterwards and safe to use from every thread.
class Catalogue
{
public:
    /// The tables that are compiled in.
    static const Catalogue &builtIn();

    Catalogue();
    ~Catalogue();
    Catalogue(const Catalogue &) = delete;
    Catalogue &operator=(const Catalogue &) = delete;

    const QList<Region> &regions() const;
    const Region *region(int id) const; ///< null where no host is published
    const Region *regionByHost(QByteArrayView host) const; ///< without case, trailing dot allowed
    const Region *regionByLabel(QStringView label) const; ///< "usw2"
    /// An ID, a label or a host, as typed. Errc::NotFound names the known ones.
    Result<Region> findRegion(const QString &typed) const;

    const QList<Attribute> &attributes() const;
    const Attribute *attribute(QStringView key) const; ///< exact, case-sensitive
    const QList<Prefix> &prefixes() const;
    bool isAdobeKey(QStringView key) const; ///< a d_ key, or one of Adobe's keys without prefix
    QString likelyMistakeFor(QStringView key) const; ///< "mid" -> "d_mid"; "" where none
    QString nearestKey(QStringView key) const; ///< the known key closest to a misspelt one; "" if none is near
    /// The message pattern and limits that go with the attribute table.
    const Limits &limits() const;
    const QString &signalKeyPattern() const;

    const QList<ErrorEntry> &errors() const;
    const ErrorEntry *error(int code) const;

    const QList<GlobalDataSource> &globalDataSources() const;
    const GlobalDataSource *globalDataSource(QStringView idOrIntegrationCode) const;

    const QList<FindingEntry> &findingCodes() const;

    /// F1: several lines of plain text on a key: meaning, format, allowed values, errors, source. "" if unknown.
    QString help(QStringView key) const;

private:
    struct Tables;
    std::unique_ptr<Tables> m_tables;
};

} // namespace dcs
