// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/catalogue.h"
#include "dcs/check.h"
#include "dcs/host.h"
#include "dcs/reading.h"

#include <QHash>

#include <array>
#include <memory_resource>
#include <vector>

// What the checks share: the call read once, and the list that the findings go to. Private to check().

namespace dcs {

/// What one look at the bytes of a parameter tells. Offsets count from its beginning; -1: there is none.
struct ByteFacts {
    qsizetype brokenPercent = -1;
    qsizetype hardRaw = -1; ///< space, control or non-ASCII character
    qsizetype softRaw = -1; ///< " < > \ ^ { } | `
    qsizetype plus = -1;
    bool rawSeparator = false; ///< a byte 01
    bool highEscape = false; ///< %80 and above
    bool escapedPercent = false; ///< %25
    bool escapedComma = false; ///< %2C
    bool comma = false;
    bool quote = false; ///< raw or as %22
    bool at = false; ///< raw or as %40
    bool escapedSpace = false; ///< any white space but the raw one
};
ByteFacts readBytes(QByteArrayView wire);

/// One parameter that is sent, as the checks see it.
struct Piece {
    Piece(int index, const Parameter &parameter, const Catalogue &catalogue);

    int index;
    const Parameter &parameter;
    QByteArrayView wireKey, wireValue;
    DecodedText text; ///< the key; read it by key()
    const Attribute *attribute; ///< null for keys in no list
    Role role;
    ByteFacts facts;
    bool isTemplate = false; ///< holds a {{variable}}: the value is not known yet
    size_t turn = 0; ///< half of a legacy pair: how many of its kind stand before it

    QStringView key() const { return text.view(); }
    /// c_ and p_: no key of Adobe's begins so, and those are most of a call.
    bool isPartners() const
    {
        return key().size() > 2 && key()[1] == u'_' && (key()[0] == u'c' || key()[0] == u'p');
    }
};

/// The facts about the whole call that a check of one parameter needs.
class Sheet
{
    // Room for the pieces of usual calls, so that checking one needs no heap.
    alignas(Piece) std::array<std::byte, 20 * sizeof(Piece)> m_room;
    std::pmr::monotonic_buffer_resource m_memory;

public:
    Sheet(const Call &checkedCall, const Catalogue &checkedBy, const CheckContext &known);

    const Piece *first(Role role) const;
    const Piece *first(QStringView key) const;
    /// The n-th data source belongs to the n-th ID of legacy pairs; null where it has none.
    const Piece *otherHalf(const Piece &half) const;

    const Call &call;
    const Catalogue &catalogue;
    const CheckContext &context;
    Endpoint endpoint;
    QString endpointText; ///< its name in the tables
    std::optional<QByteArray> host; ///< value of Host
    HostName named; ///< whom Host (else the connection) names
    HostName peer; ///< where the connection goes
    std::pmr::vector<Piece> pieces;
    bool wantsJson = false; ///< d_rtbd=json, or a variable in its place
    bool isMedia = false;
    bool hasCookie = false; ///< Cookie names the user

private:
    void indexPieces();

    QHash<QStringView, const Piece *> m_byKey; ///< the first of each key, of calls too long to be walked over
    std::pmr::vector<const Piece *> m_sources, m_ids; ///< halves of legacy pairs, in order
};

/// Collects findings; severity and DCS code come from the catalogue's list.
class Report
{
public:
    explicit Report(const Catalogue &catalogue)
        : m_catalogue(catalogue)
    {
    }

    Finding &add(QStringView code, const QString &where, const QString &message, const QString &fix);
    Finding &add(QStringView code, const Piece &piece, const QString &message, const QString &fix);
    bool has(QStringView code, const Piece &piece) const; ///< said already of this parameter
    QList<Finding> take() { return std::move(m_findings); }

private:
    const Catalogue &m_catalogue;
    QList<Finding> m_findings;
};

/// A text from the call in quotation marks, safe to show, shortened.
QString quoted(QStringView text);
QString quoted(QByteArrayView wire);

constexpr bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}
bool isDigits(QStringView text);
bool isDigits(QByteArrayView text);
/// An Experience Cloud organization: 24 letters or digits and @AdobeOrg.
bool isOrganization(QStringView text);
/// 38 decimal digits (Index of IDs in Audience Manager).
bool isDeviceId(QStringView text);
bool isEmail(QStringView text);
/// An international number with its plus sign, at least ten digits.
bool isPhone(QStringView text);
/// Offset of a '%' that two hexadecimal digits follow, from `from` on; -1 if there is none.
qsizetype escapeAt(QStringView text, qsizetype from = 0);

// The checks, by what they look at. Each looks at one parameter, the last at the call around them.
void checkEncoding(const Sheet &sheet, const Piece &piece, Report &report);
void checkIdentity(const Sheet &sheet, const Piece &piece, Report &report);
void checkKey(const Sheet &sheet, const Piece &piece, Report &report);
void checkOption(const Sheet &sheet, const Piece &piece, Report &report);
void checkSignal(const Sheet &sheet, const Piece &piece, Report &report);
void checkRequest(const Sheet &sheet, Report &report);
void checkUser(const Sheet &sheet, Report &report);

/// Parameters whose customer ID goes over a limit, with the finding for it (DCS Error Codes: 301, 310).
QList<Finding> checkCustomerIdCounts(const Sheet &sheet);

} // namespace dcs
