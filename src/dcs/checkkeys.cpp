// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

// Names of parameters (Supported Attributes for DCS API Calls; Name and Prefix Requirements for Key
// Variables).

#include "dcs/checksheet.h"

#include <algorithm>

namespace dcs {

namespace {

bool hasUpperCase(QStringView key)
{
    return std::any_of(key.begin(), key.end(), [](QChar c) { return c >= u'A' && c <= u'Z'; });
}

/// Digits may lead, one letter at least, then letters, digits, '-' and '_' (Name Requirements for Key
/// Variables).
bool isTraitName(QStringView key)
{
    const auto isLetter = [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z'); };
    qsizetype at = 0;
    while (at < key.size() && isDigit(key[at]))
        ++at;
    if (at == key.size() || !isLetter(key[at]))
        return false;
    return std::all_of(key.begin() + at, key.end(),
        [&](QChar c) { return isDigit(c) || isLetter(c) || c == u'-' || c == u'_'; });
}

bool reportSpace(const Piece &piece, Report &report)
{
    const QStringView key = piece.key();
    if (std::none_of(key.begin(), key.end(), [](QChar c) { return c.isSpace(); }))
        return false;
    Finding &finding = report.add(u"key-space", piece,
        QStringLiteral("The key %1 has white space in it, so it is another key.").arg(quoted(key)),
        QStringLiteral("Write the key without white space."));
    const QStringView trimmed = key.trimmed();
    if (!trimmed.isEmpty()
        && std::none_of(trimmed.begin(), trimmed.end(), [](QChar c) { return c.isSpace(); }))
        finding.mend = QStringLiteral("Remove the white space");
    return true;
}

bool reportCase(const Sheet &sheet, const Piece &piece, Report &report)
{
    const Attribute *meant = sheet.catalogue.attributeIgnoringCase(piece.key());
    if (!meant)
        return false;
    report
        .add(u"key-case", piece,
            QStringLiteral("%1 is not %2: keys are case-sensitive.")
                .arg(quoted(piece.key()), quoted(meant->name)),
            QStringLiteral("Write %1.").arg(meant->name))
        .mend
        = QStringLiteral("Write %1").arg(meant->name);
    return true;
}

void checkUnknown(const Sheet &sheet, const Piece &piece, Report &report)
{
    if (reportCase(sheet, piece, report))
        return;
    const QString nearest = sheet.catalogue.nearestKey(piece.key());
    Finding &finding = report.add(u"unknown-d-key", piece,
        QStringLiteral("%1 is no known key of Adobe's.").arg(quoted(piece.key())),
        nearest.isEmpty() ? QStringLiteral("Check its spelling; keys of your own begin with c_ or p_.")
                          : QStringLiteral("Perhaps %1 is meant.").arg(nearest));
    if (!nearest.isEmpty())
        finding.mend = QStringLiteral("Write %1").arg(nearest);
}

/// Answers can be asked for on an opt-out too (Declared IDs), although the table lists them for calls with
/// data.
bool isForAnyAnswer(QStringView key)
{
    return key == u"d_rtbd" || key == u"d_cb";
}

void checkEndpoint(const Sheet &sheet, const Piece &piece, Report &report)
{
    if (sheet.endpoint == Endpoint::Other || !piece.key().startsWith(u"d_")
        || (sheet.endpoint == Endpoint::OptOut && isForAnyAnswer(piece.key())))
        return;
    const QString &here = sheet.endpointText;
    if (piece.attribute->endpoints.isEmpty() || piece.attribute->endpoints.contains(here))
        return;
    report.add(u"unknown-d-key", piece,
        QStringLiteral("%1 is no key of /%2 calls; it belongs to: %3.")
            .arg(piece.attribute->name, here, piece.attribute->endpoints.join(QStringLiteral(", "))),
        QStringLiteral("Leave it out here."));
}

void checkStanding(const Sheet &sheet, const Piece &piece, Report &report)
{
    const Attribute &attribute = *piece.attribute;
    if (attribute.reserved) {
        report.add(u"reserved-key", piece,
            QStringLiteral("Adobe reserves %1 for itself.").arg(attribute.name),
            QStringLiteral("Leave it out; what it does can change at any time."));
    }
    const bool isLegacyPair = piece.role == Role::LegacySource || piece.role == Role::LegacyId;
    if (attribute.deprecated && !isLegacyPair && sheet.endpoint != Endpoint::Ibs) {
        report.add(u"deprecated-key", piece, QStringLiteral("%1 is deprecated.").arg(quoted(piece.key())),
            attribute.replacedBy.isEmpty()
                ? QStringLiteral("Leave it out.")
                : QStringLiteral("Use %1.").arg(attribute.replacedBy.join(QStringLiteral(" or "))));
    }
}

void checkRepeats(const Sheet &sheet, const Piece &piece, Report &report)
{
    const bool isSingle = piece.role == Role::Option || piece.role == Role::Uuid || piece.role == Role::Mid;
    if (!isSingle || (piece.attribute && (piece.attribute->repeatable || piece.attribute->commaList)))
        return;
    const Piece &first = *sheet.first(piece.key());
    if (first.index == piece.index || first.wireValue == piece.wireValue
        || first.parameter.value() == piece.parameter.value())
        return;
    report
        .add(u"repeated-option", piece,
            QStringLiteral(
                "%1 comes again, with the value %2 after %3. Which of them counts is not documented.")
                .arg(quoted(piece.key()), quoted(piece.parameter.value()), quoted(first.parameter.value())),
            QStringLiteral("Keep one of them."))
        .mend
        = QStringLiteral("Drop this one");
}

bool reportPrefix(const Sheet &sheet, const Piece &piece, Report &report)
{
    const QString meant = sheet.catalogue.likelyMistakeFor(piece.key());
    if (meant.isEmpty())
        return false;
    report
        .add(u"unprefixed-key", piece,
            QStringLiteral("%1 is a signal like any other; %2 is Adobe's key.")
                .arg(quoted(piece.key()), quoted(meant)),
            QStringLiteral("Write %1, or c_%2 if a signal is meant.").arg(meant, piece.key()))
        .mend
        = QStringLiteral("Write %1").arg(meant);
    return true;
}

void checkSignalKey(const Sheet &sheet, const Piece &piece, Report &report)
{
    // A key that is no signal but for its letters has at least one in upper case.
    if (piece.attribute
        || (!piece.isPartners()
            && ((hasUpperCase(piece.key()) && reportCase(sheet, piece, report))
                || reportPrefix(sheet, piece, report))))
        return;
    if (sheet.endpoint != Endpoint::Other && !isTraitName(piece.key())) {
        report.add(u"key-name", piece,
            QStringLiteral("Trait rules cannot use the name %1.").arg(quoted(piece.key())),
            QStringLiteral(
                "Names have letters, digits, hyphens and underscores, at least one letter, and begin with a "
                "letter or a digit."));
    }
}

} // namespace

void checkKey(const Sheet &sheet, const Piece &piece, Report &report)
{
    if (piece.role == Role::Nothing) {
        report.add(u"key-name", piece,
            QStringLiteral("The value %1 has no key.").arg(quoted(piece.wireValue)),
            QStringLiteral("Write a key before the equals sign, or leave the piece out."));
        return;
    }
    const bool mayHaveSpace = piece.facts.hardRaw >= 0 || piece.facts.plus >= 0 || piece.facts.escapedSpace
        || piece.facts.highEscape;
    if (mayHaveSpace && reportSpace(piece, report))
        return;
    if (piece.isTemplate && piece.wireKey.contains('{'))
        return;
    if (piece.role == Role::Signal) {
        checkSignalKey(sheet, piece, report);
        return;
    }
    if (piece.attribute) {
        checkEndpoint(sheet, piece, report);
        checkStanding(sheet, piece, report);
    } else {
        checkUnknown(sheet, piece, report);
    }
    checkRepeats(sheet, piece, report);
}

} // namespace dcs
