// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

// User and device IDs (Index of IDs in Audience Manager; CID Replaces DPID and DPUUID; Global Data Sources).

#include "dcs/checksheet.h"
#include "dcs/text.h"

#include <QHash>

#include <algorithm>

namespace dcs {

namespace {

constexpr QByteArrayView encodedSeparator("%2501");

/// 8-4-4-4-12 hexadecimal digits whose letters are all of the one case.
bool isAdvertisingId(QStringView text, bool upper)
{
    if (text.size() != 36)
        return false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool isHyphenPlace = i == 8 || i == 13 || i == 18 || i == 23;
        if (isHyphenPlace ? c != u'-'
                          : !(isDigit(c) || (upper ? c >= u'A' && c <= u'F' : c >= u'a' && c <= u'f')))
            return false;
    }
    return true;
}

bool isAlphanumeric(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) {
        return isDigit(c) || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
    });
}

bool fits(const GlobalDataSource &source, QStringView value)
{
    if (source.letterCase == u"upper" || source.letterCase == u"lower")
        return isAdvertisingId(value, source.letterCase == u"upper");
    return source.strict && !source.pattern.isEmpty() ? source.matcher.match(value.toString()).hasMatch()
                                                      : isAlphanumeric(value);
}

/// The global source that a customer ID belongs to: by number in d_cid and legacy pairs, by code in d_cid_ic.
const GlobalDataSource *globalSource(const Catalogue &catalogue, Role role, QStringView nameSpace)
{
    if (role == Role::CidNs)
        return nullptr;
    const GlobalDataSource *source = catalogue.globalDataSource(nameSpace);
    if (!source)
        return nullptr;
    const bool byCode = source->integrationCode == nameSpace;
    return byCode == (role == Role::CidIc) ? source : nullptr;
}

void checkDeviceId(const GlobalDataSource &source, QStringView value, const Piece &piece, Report &report)
{
    if (!source.zeroValue.isEmpty() && value == source.zeroValue) {
        report.add(u"device-id-zero", piece,
            QStringLiteral("The %1 is all zeros: the owner of the device allows no tracking.")
                .arg(source.code),
            QStringLiteral("Leave the ID out; with it, all such devices become one user."));
        return;
    }
    if (fits(source, value))
        return;
    Finding &finding = report.add(u"device-id-format", piece,
        QStringLiteral("%1 is no %2 (%3).").arg(quoted(value), source.code, source.name),
        QStringLiteral("Its form is %1, such as %2.").arg(source.format, source.example));
    if (!source.strict)
        finding.severity = Severity::Warning;
    const bool upper = source.letterCase == u"upper";
    const QString other = upper ? value.toString().toUpper() : value.toString().toLower();
    if (!source.letterCase.isEmpty() && fits(source, other))
        finding.mend = upper ? QStringLiteral("Write in upper case") : QStringLiteral("Write in lower case");
}

/// SHA-256 of an e-mail address: 64 hexadecimal digits in lower case (Prerequisites, People-Based
/// Destinations). 64 digits of which some are upper-case letters can hardly be anything else.
bool isUpperCaseHash(QStringView value)
{
    bool upper = false;
    for (const QChar c : value) {
        const bool isUpperDigit = c >= u'A' && c <= u'F';
        if (!isUpperDigit && !(c >= u'0' && c <= u'9') && !(c >= u'a' && c <= u'f'))
            return false;
        upper = upper || isUpperDigit;
    }
    return upper && value.size() == 64;
}

void checkPersonal(const Piece &piece, QByteArrayView wire, QStringView value, Report &report)
{
    if (isUpperCaseHash(value)) {
        report
            .add(u"hashed-email-case", piece,
                QStringLiteral("The ID %1 looks like a hashed e-mail address with upper-case digits.")
                    .arg(quoted(value)),
                QStringLiteral("Write the SHA-256 of the trimmed, lower-cased address as 64 lower-case "
                               "hexadecimal digits."))
            .mend
            = QStringLiteral("Write in lower case");
    }
    if (value.contains(u'@') && !isOrganization(value)) {
        report.add(u"pii-email", piece,
            QStringLiteral("The ID %1 looks like an e-mail address in clear.").arg(quoted(value)),
            QStringLiteral(
                "Send an ID that names nobody, or the SHA-256 of the trimmed, lower-cased address to a data "
                "source for hashed e-mail."));
    }
    const bool isPlus = value.startsWith(u'+') || wire.startsWith('+');
    if (isPlus && isPhone(QChar(u'+') + value.sliced(1).toString())) {
        report.add(u"pii-phone", piece,
            QStringLiteral("The ID %1 looks like a telephone number in clear.").arg(quoted(value)),
            QStringLiteral("Send an ID that names nobody; personal data must not be sent as an ID."));
    }
}

/// An ID that was encoded twice shows its first encoding (Customer IDs and Authentication States). The
/// separator has a finding of its own.
void checkTwice(const Piece &piece, QStringView value, Report &report)
{
    for (qsizetype at = escapeAt(value); at >= 0; at = escapeAt(value, at + 1)) {
        if (isCid(piece.role) && value.sliced(at).startsWith(u"%01"))
            continue;
        report
            .add(u"double-encoded", piece,
                QStringLiteral("After decoding the ID is %1: it was encoded twice.").arg(quoted(value)),
                QStringLiteral("Encode it once: %25 becomes %."))
            .mend
            = QStringLiteral("Encode once");
        return;
    }
}

/// What holds for the ID of any customer, however it travels.
void checkValue(
    const Sheet &sheet, const Piece &piece, QStringView nameSpace, QByteArrayView wire, Report &report)
{
    const DecodedText text(wire);
    const QStringView value = text.view();
    if (value.isEmpty())
        return;
    if (piece.facts.escapedPercent)
        checkTwice(piece, value, report);
    if (const GlobalDataSource *source = globalSource(sheet.catalogue, piece.role, nameSpace))
        checkDeviceId(*source, value, piece, report);
    else
        checkPersonal(piece, wire, value, report);
}

void checkNamespace(const Piece &piece, QStringView nameSpace, Report &report)
{
    report.add(u"cid-namespace-format", piece,
        QStringLiteral("The data source %1 is no number.").arg(quoted(nameSpace)),
        piece.role == Role::Cid
            ? QStringLiteral("Write the number of the data source, or use d_cid_ic for an integration code.")
            : QStringLiteral("Write the number of the data source."));
}

void malformed(const Piece &piece, const QString &message, Report &report)
{
    if (report.has(u"cid-malformed", piece))
        return;
    const QString form = piece.role == Role::Cid ? QStringLiteral("<data source>%01<ID>%01<0, 1 or 2>")
        : piece.role == Role::CidIc              ? QStringLiteral("<integration code>%01<ID>%01<0, 1 or 2>")
                                                 : QStringLiteral("<namespace>%01<ID>%01<0, 1 or 2>");
    report.add(u"cid-malformed", piece, message,
        QStringLiteral(
            "The form is %1; the state may be left out. Encode the parts first, join them afterwards.")
            .arg(form));
}

void checkPair(
    const Sheet &sheet, const Piece &piece, QByteArrayView wireSpace, QByteArrayView wireId, Report &report)
{
    const DecodedText nameSpace(wireSpace);
    if (wireSpace.isEmpty())
        malformed(piece, QStringLiteral("The ID %1 has no namespace.").arg(quoted(wireId)), report);
    else if (piece.role == Role::Cid && !isDigits(nameSpace.view()))
        checkNamespace(piece, nameSpace.view(), report);
    if (wireId.isEmpty())
        malformed(
            piece, QStringLiteral("There is no ID behind the namespace %1.").arg(quoted(wireSpace)), report);
    checkValue(sheet, piece, nameSpace.view(), wireId, report);
}

void checkState(const Piece &piece, QByteArrayView wire, Report &report)
{
    const DecodedText state(wire);
    if (state.view() == u"0" || state.view() == u"1" || state.view() == u"2")
        return;
    report
        .add(u"auth-state", piece, QStringLiteral("%1 is no authentication state.").arg(quoted(state.view())),
            QStringLiteral(
                "Write 0 for unknown, 1 for authenticated, 2 for logged out, or leave the state out."))
        .mend
        = QStringLiteral("Leave the state out");
}

void checkCid(const Sheet &sheet, const Piece &piece, Report &report)
{
    const CidParts parts = splitCid(piece.wireValue);
    if (piece.facts.escapedPercent && piece.wireValue.contains(encodedSeparator)) {
        report
            .add(u"separator-encoded", piece,
                quoted(piece.wireValue)
                    + QStringLiteral(" has %2501 where the separator %01 belongs, so the parts stay joined."),
                QStringLiteral("Encode the parts first, then join them with %01."))
            .mend
            = QStringLiteral("Write %01");
    }
    if (parts.size() == 1) {
        malformed(piece, QStringLiteral("%1 has no separator.").arg(quoted(piece.wireValue)), report);
        return;
    }
    if (parts.size() >= 4) {
        if (parts.size() % 2 == 1) {
            malformed(piece,
                QStringLiteral("%1 has %2 parts.")
                    .arg(quoted(piece.wireValue), QString::number(parts.size())),
                report);
        } else {
            report
                .add(u"cid-multi-pair", piece,
                    QStringLiteral("%1 holds %2 IDs in one value.")
                        .arg(quoted(piece.wireValue), QString::number(parts.size() / 2)),
                    QStringLiteral(
                        "Repeat %1 for each ID; the third part of a value is the authentication state.")
                        .arg(piece.key()))
                .mend
                = QStringLiteral("Repeat the key");
        }
    }
    const qsizetype pairs = parts.size() % 2 == 0 ? parts.size() / 2 : 1;
    for (qsizetype i = 0; i < pairs; ++i)
        checkPair(sheet, piece, parts[2 * i], parts[2 * i + 1], report);
    if (parts.size() == 3) {
        checkState(piece, parts[2], report);
    } else if (parts.size() == 2 && (parts[1] == "0" || parts[1] == "1" || parts[1] == "2")) {
        report.add(u"cid-id-looks-like-state", piece,
            QStringLiteral("The ID is %1, which looks like an authentication state without an ID before it.")
                .arg(quoted(parts[1])),
            QStringLiteral("Put the ID between data source and state, or leave %1 out where there is no ID.")
                .arg(piece.key()));
    }
}

/// d_uuid and d_mid.
void checkDevice(const Piece &piece, Report &report)
{
    if (piece.wireValue.size() == 38 && isDigits(piece.wireValue))
        return;
    const DecodedText text(piece.wireValue);
    if (isDeviceId(text.view()))
        return;
    const bool isUuid = piece.role == Role::Uuid;
    const QString found = isDigits(text.view())
        ? QStringLiteral("%1 has not 38 digits but %2.")
              .arg(quoted(text.view()), QString::number(text.view().size()))
        : QStringLiteral("%1 is no number of 38 digits.").arg(quoted(text.view()));
    report.add(isUuid ? u"uuid-format" : u"mid-format", piece, found,
        QStringLiteral("%1 has exactly 38 decimal digits; keep it as text, leading zeros count.")
            .arg(isUuid ? QStringLiteral("The user ID") : QStringLiteral("The Experience Cloud ID")));
    if (piece.facts.escapedPercent)
        checkTwice(piece, text.view(), report);
}

void checkLegacy(const Sheet &sheet, const Piece &piece, Report &report)
{
    const Piece *other = sheet.otherHalf(piece);
    const bool isSource = piece.role == Role::LegacySource;
    if (!other || other->wireValue.isEmpty()) {
        report.add(u"dpid-unpaired", piece,
            isSource ? QStringLiteral("The data source %1 has no customer ID.").arg(quoted(piece.wireValue))
                     : QStringLiteral("The customer ID %1 has no data source.").arg(quoted(piece.wireValue)),
            QStringLiteral("Give both halves, or one d_cid=<data source>%01<ID>."));
    }
    // ID Synchronization documents dpid and dpuuid for /ibs.
    if (sheet.endpoint != Endpoint::Ibs) {
        Finding &finding = report.add(u"deprecated-key", piece,
            QStringLiteral("%1 is deprecated.").arg(quoted(piece.key())),
            QStringLiteral("Use d_cid=<data source>%01<ID>, or d_cid_ic with the integration code."));
        const QByteArrayView source = isSource ? piece.wireValue
            : other                            ? other->wireValue
                                               : QByteArrayView();
        if (other && isDigits(source) && !piece.wireValue.isEmpty() && !other->wireValue.isEmpty()
            && splitCid(piece.wireValue).size() == 1 && splitCid(other->wireValue).size() == 1)
            finding.mend = QStringLiteral("Convert to d_cid");
    }
    const DecodedText text(piece.wireValue);
    if (isSource) {
        if (!text.view().isEmpty() && !isDigits(text.view()))
            checkNamespace(piece, text.view(), report);
        return;
    }
    const DecodedText source(other ? other->wireValue : QByteArrayView());
    checkValue(sheet, piece, source.view(), piece.wireValue, report);
}

} // namespace

void checkIdentity(const Sheet &sheet, const Piece &piece, Report &report)
{
    switch (piece.role) {
    case Role::Uuid:
        checkDevice(piece, report);
        break;
    case Role::Mid:
        checkDevice(piece, report);
        if (!sheet.first(u"d_orgid")
            && (sheet.endpoint == Endpoint::OptOut || sheet.named.kind != HostName::Kind::Alias
                || sheet.named.label == u"dpm")) {
            report.add(u"mid-needs-orgid", piece,
                QStringLiteral("d_mid comes without d_orgid, and nothing else names the organization that "
                               "the ID belongs "
                               "to."),
                QStringLiteral("Add d_orgid=<organization>%40AdobeOrg."));
        }
        break;
    case Role::Cid:
    case Role::CidIc:
    case Role::CidNs:
        checkCid(sheet, piece, report);
        break;
    case Role::LegacySource:
    case Role::LegacyId:
        if (sheet.endpoint != Endpoint::Other) // /demconf.jpg spells the first key in its own way
            checkLegacy(sheet, piece, report);
        break;
    default:
        break;
    }
}

QList<Finding> checkCustomerIdCounts(const Sheet &sheet)
{
    int most = 0;
    for (const Piece &piece : sheet.pieces)
        most += isCid(piece.role) ? int(splitCid(piece.wireValue).size() + 1) / 2
                                  : int(isIdentity(piece.role));
    const Limits &limits = sheet.catalogue.limits();
    if (most <= limits.customerIdsPerNamespace)
        return {};

    Report report(sheet.catalogue);
    int all = 0;
    QHash<QString, int> perNamespace;
    const QList<Identity> ids = identities(sheet.call);
    const auto isCounted = [](const Identity &id) {
        return id.kind == Identity::Kind::Cid || id.kind == Identity::Kind::CidIc
            || id.kind == Identity::Kind::Dpuuid;
    };
    const auto total = std::count_if(ids.begin(), ids.end(), isCounted);
    for (const Identity &id : ids) {
        if (!isCounted(id))
            continue;
        const QString key = sheet.call.parameters[id.parameter].key();
        if (++all == limits.customerIds + 1) {
            report
                .add(u"cid-too-many", key,
                    QStringLiteral("The call has %1 customer IDs, and the DCS takes %2.")
                        .arg(QString::number(total), QString::number(limits.customerIds)),
                    QStringLiteral("Split the call; one user's calls go out one after the other."))
                .parameter
                = id.parameter;
        }
        const QString prefix = id.kind == Identity::Kind::CidIc ? QStringLiteral("ic ") : QString();
        if (++perNamespace[prefix + id.nameSpace] == limits.customerIdsPerNamespace + 1) {
            report
                .add(u"cid-namespace-too-many", key,
                    QStringLiteral("The namespace %1 has more than %2 customer IDs.")
                        .arg(quoted(id.nameSpace), QString::number(limits.customerIdsPerNamespace)),
                    QStringLiteral("Send at most %1 IDs of one data source in a call.")
                        .arg(limits.customerIdsPerNamespace))
                .parameter
                = id.parameter;
        }
    }
    return report.take();
}

} // namespace dcs
