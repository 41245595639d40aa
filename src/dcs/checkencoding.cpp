// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

// How the bytes of a parameter are encoded (Formatting Key-Value Pairs in DCS Calls; DCS Error Codes: 311).

#include "dcs/checksheet.h"
#include "dcs/text.h"

#include <algorithm>

namespace dcs {

namespace {

QString byteName(QByteArrayView wire, qsizetype at)
{
    const auto byte = static_cast<unsigned char>(wire[at]);
    if (byte == ' ')
        return QStringLiteral("a space");
    if (byte > 0x20 && byte < 0x7f)
        return QStringLiteral("the character %1").arg(QChar(char16_t(byte)));
    if (byte < 0x80)
        return QStringLiteral("the control character %1")
            .arg(QString::fromLatin1(percentEncode(wire.sliced(at, 1))));
    qsizetype end = at + 1; // the whole character, for people
    while (end < wire.size() && (static_cast<unsigned char>(wire[end]) & 0xc0) == 0x80)
        ++end;
    return QStringLiteral("the character %1").arg(quoted(wire.sliced(at, end - at)));
}

qsizetype hardRawBesideSeparators(QByteArrayView wire)
{
    const auto found = std::find_if(wire.begin(), wire.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte != 0x01 && (byte <= 0x20 || byte >= 0x7f);
    });
    return found == wire.end() ? -1 : found - wire.begin();
}

void checkRaw(const Piece &piece, Report &report)
{
    const ByteFacts &facts = piece.facts;
    const bool isSeparator
        = facts.rawSeparator && isCid(piece.role) && piece.parameter.place == Parameter::Place::Body;
    if (isSeparator) {
        report
            .add(u"separator-raw", piece,
                QStringLiteral(
                    "The separator is a raw control character instead of the three characters %01."),
                QStringLiteral("Write %01 in its place."))
            .mend
            = QStringLiteral("Write %01");
    }
    // The mark of a secret, whose value stands there on the wire.
    if (piece.parameter.wire.contains("•••"))
        return;
    const qsizetype hard = isSeparator ? hardRawBesideSeparators(piece.parameter.wire) : facts.hardRaw;
    if (hard < 0 && (facts.softRaw < 0 || piece.isTemplate))
        return;
    const qsizetype at = hard >= 0 ? hard : facts.softRaw;
    Finding &finding = report.add(u"raw-character", piece,
        QStringLiteral("%1 has %2 unencoded.")
            .arg(quoted(QByteArrayView(piece.parameter.wire)), byteName(piece.parameter.wire, at)),
        QStringLiteral("Percent-encode it: %1.")
            .arg(QString::fromLatin1(percentEncode(QByteArrayView(piece.parameter.wire).sliced(at, 1)))));
    finding.severity = hard >= 0 ? Severity::Error : Severity::Warning;
    finding.mend = QStringLiteral("Encode the characters");
}

void checkPlus(const Piece &piece, Report &report)
{
    const qsizetype at = piece.wireValue.indexOf('+');
    if (at < 0)
        return;
    const bool isId = isIdentity(piece.role);
    Finding &finding = report.add(u"plus-is-space", piece,
        QStringLiteral("The + in %1 arrives as a space.").arg(quoted(piece.wireValue)),
        isId ? QStringLiteral("Write %2B if a plus sign is meant, %20 if a space is.")
             : QStringLiteral("Write %20 if a space is meant, %2B if a plus sign is."));
    finding.severity = isId ? Severity::Warning : Severity::Hint;
    finding.mend = isId ? QStringLiteral("Write %2B") : QStringLiteral("Write %20");
}

} // namespace

void checkEncoding(const Sheet &, const Piece &piece, Report &report)
{
    const ByteFacts &facts = piece.facts;
    if (facts.hardRaw >= 0 || facts.softRaw >= 0)
        checkRaw(piece, report);
    if (facts.brokenPercent >= 0) {
        const QByteArrayView wire(piece.parameter.wire);
        const QByteArrayView broken
            = wire.sliced(facts.brokenPercent, qMin(qsizetype(3), wire.size() - facts.brokenPercent));
        report
            .add(u"percent-broken", piece,
                QStringLiteral(
                    "Two hexadecimal digits must follow a %, but here it is %1. The DCS disregards the whole "
                    "call.")
                    .arg(quoted(broken)),
                QStringLiteral(
                    "Write %25 for a percent sign, and replace the macros of ad servers before the call is "
                    "made."))
            .mend
            = QStringLiteral("Write %25");
    }
    if (facts.highEscape && !isUtf8(percentDecode(piece.parameter.wire))) {
        report.add(u"percent-not-utf8", piece,
            QStringLiteral("The escapes in %1 are no UTF-8.")
                .arg(quoted(QByteArrayView(piece.parameter.wire))),
            QStringLiteral("Turn the text into UTF-8 before it is percent-encoded: é is %C3%A9."));
    }
    if (facts.plus >= 0)
        checkPlus(piece, report);
}

} // namespace dcs
