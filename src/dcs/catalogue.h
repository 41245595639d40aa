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
    QString country, countryCode, continent;
    QStringList otherNames; ///< what other pages call the place
    QString certainty;
    QString source;
};

/// A host of Adobe's that is neither a region nor a partner.
struct OtherHost {
    QString host;
    QString role; ///< id-and-sync, global-opt-out, beta, static, legacy
    QString alias; ///< "dpm" where the host counts as an alias, else ""
    QString summary;
};

/// One key that a call may carry. Texts are ours; `source` names Adobe's pages.
struct Attribute {
    QString name;
    QString kind; ///< identity, option, answer, trait, context, sync, consent, media, geo, device, header
    QString summary; ///< one or two sentences: what it means
    QString format; ///< for people: "38 decimal digits; leading zeros count"
    QString pattern; ///< regular expression over the decoded value (wire form for d_cid…), or ""
    QRegularExpression matcher; ///< the pattern, compiled when first used; only valid with a pattern
    QString type; ///< string, integer
    QString direction; ///< request, both
    bool adobe = false; ///< Adobe's own: d_ keys, and the few without the prefix
    QStringList allowed; ///< values, empty where free
    QStringList allowedMeanings; ///< a few words for each of `allowed`
    QString required; ///< when it must be there, "" where it need not
    QString answerEffect; ///< what it changes in the answer
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
    QString prefix; ///< "c_"; "" stands for bare keys
    QString kind; ///< signal, option
    QString summary;
    QString certainty;
    QStringList source;
};

/// F1 on what is no key: a header, or a field of the form.
struct Topic {
    QString name; ///< "Host", "alias"
    QString kind; ///< header, field
    QString summary;
    QString example;
    QStringList findingCodes;
    QList<int> errorCodes;
    QStringList source;
};

/// An authentication state as it travels and as it is called.
struct AuthStateEntry {
    QString value; ///< "1"
    QString name; ///< "authenticated"
    QString adobeName;
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
    QStringList variants; ///< other wordings that occur
    QString sandboxTrigger; ///< what makes the sandbox send it; "" where nothing but a configured fault does
    QString notes;
    QString certainty;
    QStringList source;
};

struct StatusEntry {
    int status = 0;
    QString meaning;
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
    QRegularExpression matcher; ///< the pattern, compiled when first used
    bool strict = true; ///< false: the form is not documented, a mismatch is only a warning
    QString letterCase; ///< "lower", "upper", or ""
    QString example;
    QStringList invalidExamples;
    QString zeroValue; ///< "tracking not allowed", or ""
    QString maker;
    QString note;
    QString certainty;
    QStringList source;
};

/// An ID that looks as if it belonged among the global data sources.
struct RelatedSource {
    std::optional<qint64> id;
    QString code;
    QString name;
    QString summary;
    QString pattern;
};

/// How an e-mail address is hashed before it may be sent.
struct HashedEmail {
    QString summary;
    QString pattern;
    QStringList recipe;
    QString exampleInput, exampleOutput;
};

struct FindingEntry {
    QString code;
    Severity severity = Severity::Hint;
    QString about; ///< call, answer, ids
    QString summary; ///< when it is reported
    std::optional<int> dcsCode; ///< the code the DCS would answer with
    QList<int> dcsCodes; ///< where it would answer with several
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

/// What the protocol knows, as data out of resources/tables. Each table is read when first asked for, so that
/// a program that needs one does not pay for all; immutable afterwards and safe to use from every thread.
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
    const QList<OtherHost> &otherHosts() const;
    /// A first label of demdex.net that can be nobody's alias: a region's, www, dcs, fast, dcs-beta. Without
    /// case.
    bool isReservedLabel(QStringView label) const;

    const QList<Attribute> &attributes() const;
    const Attribute *attribute(QStringView key) const; ///< exact, case-sensitive
    const Attribute *attributeIgnoringCase(
        QStringView key) const; ///< also without white space around the key
    const QList<Prefix> &prefixes() const;
    const QList<Topic> &topics() const;
    const Topic *topic(QStringView name) const; ///< without case, as header names are
    const QList<AuthStateEntry> &authStates() const;
    bool isAdobeKey(QStringView key) const; ///< a d_ key, or one of Adobe's keys without prefix
    QString likelyMistakeFor(QStringView key) const; ///< "mid" -> "d_mid"; "" where none
    QString nearestKey(
        QStringView key) const; ///< the known key closest to a misspelt one; "" if none is near
    /// The message pattern and limits that go with the attribute table.
    const Limits &limits() const;
    const QString &signalKeyPattern() const;
    const QRegularExpression &signalKeyMatcher() const;

    const QList<ErrorEntry> &errors() const;
    const ErrorEntry *error(int code) const;
    const QList<StatusEntry> &statuses() const; ///< HTTP statuses that mean something here

    const QList<GlobalDataSource> &globalDataSources() const;
    const GlobalDataSource *globalDataSource(QStringView idOrIntegrationCode) const;
    const QList<RelatedSource> &relatedSources() const;
    const HashedEmail &hashedEmail() const;

    const QList<FindingEntry> &findingCodes() const;
    const FindingEntry *findingCode(QStringView code) const;

    /// F1: several lines of plain text on a key: meaning, format, allowed values, errors, source. Also on a
    /// signal by its prefix, a header (Host), a field (alias), a finding code, an error code, a global data
    /// source. "" if unknown.
    QString help(QStringView key) const;

private:
    struct Tables;
    std::unique_ptr<Tables> m_tables;
};

} // namespace dcs
