// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

// Values of Adobe's own keys (Supported Attributes for DCS API Calls; IAB TCF; Capturing Campaign Click
// Data).

#include "dcs/checksheet.h"
#include "dcs/text.h"

#include <algorithm>

namespace dcs {

namespace {

QString listed(const QStringList &values)
{
    if (values.size() < 2)
        return values.join(QString());
    return values.first(values.size() - 1).join(QStringLiteral(", ")) + QStringLiteral(" or ")
        + values.last();
}

bool isNameStart(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_' || c == u'$';
}

/// name, a.b, a[0].b: what is safe to be called as a function.
bool isCallback(QStringView text)
{
    qsizetype at = 0;
    const auto takeName = [&] {
        if (at >= text.size() || !isNameStart(text[at]))
            return false;
        while (at < text.size() && (isNameStart(text[at]) || isDigit(text[at])))
            ++at;
        return true;
    };
    if (!takeName())
        return false;
    while (at < text.size()) {
        if (text[at] == u'.') {
            ++at;
            if (!takeName())
                return false;
        } else if (text[at] == u'[') {
            const qsizetype close = text.indexOf(u']', at);
            if (close < 0 || !isDigits(text.sliced(at + 1, close - at - 1)))
                return false;
            at = close + 1;
        } else {
            return false;
        }
    }
    return true;
}

/// URL-safe base64 without padding, sections joined by a dot (Audience Manager Plug-in for IAB TCF).
bool isConsentString(QStringView text)
{
    bool isSectionEmpty = true;
    for (const QChar c : text) {
        if (c == u'.') {
            if (isSectionEmpty)
                return false;
            isSectionEmpty = true;
        } else if (isDigit(c) || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'-'
            || c == u'_') {
            isSectionEmpty = false;
        } else {
            return false;
        }
    }
    return !isSectionEmpty;
}

bool isUrl(QStringView text)
{
    const qsizetype colon = text.indexOf(QStringView(u"://"));
    return colon > 0 && text.size() > colon + 3
        && std::all_of(text.begin(), text.begin() + colon, [](QChar c) {
               return isDigit(c) || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'+'
                   || c == u'-' || c == u'.';
           });
}

void mendLetterCase(Finding &finding, const QStringList &allowed, QStringView value)
{
    for (const QString &one : allowed) {
        if (value.compare(one, Qt::CaseInsensitive) == 0)
            finding.mend = QStringLiteral("Write %1").arg(one);
    }
}

/// A value outside the list, under the code that the key has for it.
void checkAllowed(QStringView code, const Piece &piece, QStringView value, Report &report)
{
    const QStringList &allowed = piece.attribute->allowed;
    if (allowed.isEmpty() || std::find(allowed.begin(), allowed.end(), value) != allowed.end())
        return;
    Finding &finding = report.add(code, piece,
        QStringLiteral("%1 is no value of %2.").arg(quoted(value), piece.attribute->name),
        QStringLiteral("Write %1.").arg(listed(allowed)));
    mendLetterCase(finding, allowed, value.trimmed());
    if (piece.key() == u"d_rtbd")
        finding.mend = QStringLiteral("Write json");
}

void needsJson(const Sheet &sheet, QStringView code, const Piece &piece, Report &report)
{
    if (sheet.wantsJson)
        return;
    report
        .add(code, piece, QStringLiteral("%1 does nothing without d_rtbd=json.").arg(piece.key()),
            QStringLiteral("Add d_rtbd=json, or leave %1 out.").arg(piece.key()))
        .mend
        = QStringLiteral("Add d_rtbd=json");
}

void checkCallback(const Sheet &sheet, const Piece &piece, QStringView value, Report &report)
{
    needsJson(sheet, u"callback-without-json", piece, report);
    if (!piece.isTemplate && !isCallback(value)) {
        report.add(u"callback-name", piece, QStringLiteral("%1 is no name of a function.").arg(quoted(value)),
            QStringLiteral("Write a name such as acme_callback or acme.answers[0].read."));
    }
}

void checkTraits(const Piece &piece, QStringView value, Report &report)
{
    if (!piece.isTemplate)
        checkAllowed(u"cts-value", piece, value, report);
    report.add(u"cts-needs-enablement", piece,
        QStringLiteral(
            "d_cts returns traits and segments only to partners for whom Adobe has switched it on."),
        QStringLiteral("Ask Adobe's customer care if the answer lacks them."));
}

void checkConsent(const Sheet &sheet, const Piece &piece, QStringView value, Report &report)
{
    const bool isFlag = piece.key() == u"gdpr";
    if (!sheet.first(isFlag ? QStringView(u"gdpr_consent") : QStringView(u"gdpr"))) {
        Finding &finding = report.add(u"consent-pair", piece,
            isFlag ? QStringLiteral("gdpr=%1 comes without gdpr_consent.").arg(visible(value, 60))
                   : QStringLiteral("gdpr_consent comes without gdpr."),
            isFlag ? QStringLiteral(
                "Add the consent string; with gdpr=1 and without it all data of the call is dropped.")
                   : QStringLiteral("Add gdpr=1 where the regulation applies, else gdpr=0."));
        if (!(isFlag && value == u"1"))
            finding.severity = Severity::Warning;
    }
    if (piece.isTemplate)
        return;
    if (isFlag) {
        checkAllowed(u"consent-value", piece, value, report);
    } else if (!isConsentString(value)) {
        report.add(u"consent-format", piece, QStringLiteral("%1 is no consent string.").arg(quoted(value)),
            QStringLiteral("It is URL-safe base64 without padding: letters, digits, - and _, sections joined "
                           "by a dot. Replace "
                           "the macro before the call is made."));
    }
}

void checkEvent(const Sheet &sheet, const Piece &piece, QStringView value, Report &report)
{
    if (piece.isTemplate)
        return;
    checkAllowed(u"event-value", piece, value, report);
    if (value == u"click" && !sheet.first(u"d_rd")) {
        report.add(u"click-needs-redirect", piece, QStringLiteral("A click needs d_rd, the URL to go on to."),
            QStringLiteral("Add d_rd=<URL, percent-encoded twice>."));
    }
}

void checkRedirect(const Piece &piece, QStringView once, Report &report)
{
    const bool isEncodedOnce = isUrl(once);
    if (!isEncodedOnce && isUrl(percentDecodeText(QByteArrayView(once.toUtf8()))))
        return;
    Finding &finding = report.add(u"redirect-encoding", piece,
        isEncodedOnce
            ? QStringLiteral("The URL in d_rd is not encoded twice: it is readable after one decoding.")
            : QStringLiteral("d_rd is no URL after two decodings: %1.").arg(quoted(once)),
        QStringLiteral("Percent-encode the URL, then percent-encode the result."));
    if (isEncodedOnce)
        finding.mend = QStringLiteral("Encode twice");
}

void checkOrganization(const Piece &piece, QStringView value, Report &report)
{
    if (isOrganization(value))
        return;
    Finding &finding
        = report.add(u"orgid-format", piece, QStringLiteral("%1 is no organization ID.").arg(quoted(value)),
            QStringLiteral("It has 24 letters or digits, then @AdobeOrg, exactly so."));
    if (isOrganization(value.toString() + QStringLiteral("@AdobeOrg")))
        finding.mend = QStringLiteral("Append @AdobeOrg");
    else if (value.size() == 33 && isOrganization(value.first(24).toString() + QStringLiteral("@AdobeOrg"))
        && value.sliced(24).compare(QStringView(u"@AdobeOrg"), Qt::CaseInsensitive) == 0)
        finding.mend = QStringLiteral("Write @AdobeOrg");
}

void checkBlob(const Sheet &sheet, const Piece &piece, Report &report)
{
    const qsizetype bytes = percentDecode(piece.wireValue).size();
    const qsizetype most = sheet.catalogue.limits().blobBytes;
    if (bytes > most) {
        report.add(u"blob-too-long", piece,
            QStringLiteral("d_blob has %1 bytes; %2 are allowed.")
                .arg(QString::number(bytes), QString::number(most)),
            QStringLiteral("Pass the blob of the last /id answer on as it came."));
    }
}

/// Keys whose values are numbers, although no list of them can be given.
bool takesNumbers(QStringView key)
{
    return key == u"d_tdpid" || key == u"d_nsid" || key == u"dcs_region" || key == u"d_sid";
}

void checkNumbers(const Piece &piece, QStringView value, Report &report)
{
    const QStringList parts
        = piece.attribute->commaList ? value.toString().split(u',') : QStringList{value.toString()};
    if (std::all_of(
            parts.begin(), parts.end(), [](const QString &part) { return isDigits(QStringView(part)); }))
        return;
    report.add(u"option-value", piece,
        QStringLiteral("%1 is no value of %2.").arg(quoted(value), piece.attribute->name),
        piece.attribute->commaList ? QStringLiteral("Write decimal numbers, joined by commas.")
                                   : QStringLiteral("Write a decimal number."));
}

void checkPlainValue(const Piece &piece, QStringView value, Report &report)
{
    if (piece.isTemplate)
        return;
    if (takesNumbers(piece.key()))
        checkNumbers(piece, value, report);
    else if (!piece.attribute->allowed.isEmpty())
        checkAllowed(u"option-value", piece, value, report);
    else if (value.isEmpty())
        report.add(u"empty-value", piece, QStringLiteral("%1 has no value.").arg(piece.attribute->name),
            QStringLiteral("Give it one, or leave it out."));
}

} // namespace

void checkOption(const Sheet &sheet, const Piece &piece, Report &report)
{
    if (!piece.attribute)
        return;
    const QStringView key = piece.key();
    const DecodedText text(piece.wireValue);
    const QStringView value = text.view();
    if (key == u"d_cb") {
        checkCallback(sheet, piece, value, report);
    } else if (key == u"d_cts") {
        checkTraits(piece, value, report);
    } else if (key == u"gdpr" || key == u"gdpr_consent") {
        checkConsent(sheet, piece, value, report);
    } else if (key == u"d_event") {
        checkEvent(sheet, piece, value, report);
    } else if (key == u"d_rd") {
        if (!piece.isTemplate)
            checkRedirect(piece, value, report);
    } else if (key == u"d_orgid") {
        if (!piece.isTemplate)
            checkOrganization(piece, value, report);
    } else if (key == u"d_ptfm") {
        if (!piece.isTemplate)
            checkAllowed(u"ptfm-value", piece, value, report);
    } else {
        if (key == u"d_dst")
            needsJson(sheet, u"dst-without-json", piece, report);
        if (key == u"d_blob")
            checkBlob(sheet, piece, report);
        if (key == u"d_jsonv" && value == u"0") {
            report.add(u"jsonv-0", piece, QStringLiteral("d_jsonv=0 switches ID syncs off."),
                QStringLiteral("Write d_jsonv=1 unless that is meant."));
        }
        checkPlainValue(piece, value, report);
    }
}

} // namespace dcs
