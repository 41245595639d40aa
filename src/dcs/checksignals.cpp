// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

// Values of the partner's signals (Formatting Key-Value Pairs in DCS Calls; Send Data to the DCS).

#include "dcs/checksheet.h"
#include "dcs/text.h"

#include <algorithm>

namespace dcs {

namespace {

/// Whether a raw comma stands between two quotes: the DCS splits there all the same.
bool hasCommaInQuotes(QByteArrayView wire)
{
    bool isInside = false;
    bool hadComma = false;
    for (qsizetype i = 0; i < wire.size(); ++i) {
        const bool isEscaped = wire.sliced(i).startsWith("%22");
        if (wire[i] == '"' || isEscaped) {
            if (isInside && hadComma)
                return true;
            isInside = !isInside;
            hadComma = false;
            i += isEscaped ? 2 : 0;
        } else if (wire[i] == ',') {
            hadComma = true;
        }
    }
    return false;
}

/// Cuts the first of several values, joined by raw commas, off `rest`; null behind the last.
QByteArrayView takeValue(QByteArrayView &rest)
{
    const qsizetype comma = rest.indexOf(',');
    const QByteArrayView value = comma < 0 ? rest : rest.first(comma);
    rest = comma < 0 ? QByteArrayView() : rest.sliced(comma + 1);
    return value;
}

bool isInQuotes(QStringView text)
{
    return text.size() >= 2 && text.startsWith(u'"') && text.endsWith(u'"');
}

void checkSeparators(const Piece &piece, Report &report)
{
    if (piece.facts.escapedComma && piece.wireValue.toByteArray().toUpper().contains("%2C")) {
        report.add(u"comma-encoded", piece,
            QStringLiteral(
                "The encoded comma in %1 keeps one value. Whether the DCS splits there all the same is not "
                "documented.")
                .arg(quoted(piece.key())),
            QStringLiteral("Write a bare comma if several values are meant; avoid commas inside a value."));
    }
    if (!piece.facts.quote)
        return;
    if (piece.facts.comma && hasCommaInQuotes(piece.wireValue)) {
        report
            .add(u"comma-in-quotes", piece,
                QStringLiteral("The comma between quotes in %1 separates two values.")
                    .arg(quoted(piece.key())),
                QStringLiteral("Write %2C for a comma that belongs to the value, and leave the quotes out."))
            .mend
            = QStringLiteral("Write %2C");
        return;
    }
    for (QByteArrayView rest = piece.wireValue; !rest.isNull();) {
        const DecodedText value(takeValue(rest));
        if (!isInQuotes(value.view()))
            continue;
        report
            .add(u"quoted-value", piece,
                QStringLiteral("The quotes in %1 may become part of the value.").arg(quoted(value.view())),
                QStringLiteral("Leave the quotes out."))
            .mend
            = QStringLiteral("Remove the quotes");
        return;
    }
}

bool namesPhone(QStringView key)
{
    static constexpr QStringView words[]
        = {u"phone", u"telephone", u"tel", u"mobile", u"msisdn", u"phonenumber", u"cellphone"};
    if (key.endsWith(QStringView(u"_number"), Qt::CaseInsensitive))
        key.chop(7);
    const QStringView last
        = key.sliced(std::max({key.lastIndexOf(u'_'), key.lastIndexOf(u'.'), key.lastIndexOf(u'-')}) + 1);
    return std::any_of(std::begin(words), std::end(words), [last](QStringView word) {
        return last.size() == word.size() && last.compare(word, Qt::CaseInsensitive) == 0;
    });
}

/// Whether a value may be a telephone number at all, by its length and its first byte.
bool mayBeNumber(QByteArrayView wire)
{
    if (wire.size() < 9)
        return false;
    const char c = wire[0];
    return (c >= '0' && c <= '9') || c == '+' || c == '(' || c == '%';
}

bool looksLikeNumber(QStringView text)
{
    qsizetype digits = 0;
    for (const QChar c : text) {
        if (isDigit(c))
            ++digits;
        else if (!QStringView(u"+ -()/.").contains(c))
            return false;
    }
    return digits >= 9 && digits <= 15;
}

/// Reports one value that tells who somebody is; false where it tells nothing.
bool reportPersonal(const Piece &piece, QByteArrayView wire, Report &report)
{
    const bool mayBeEmail = piece.facts.at;
    const bool mayBePhone = mayBeNumber(wire);
    if (!mayBeEmail && !mayBePhone)
        return false;
    QString value = percentDecodeText(wire);
    if (wire.startsWith('+'))
        value[0] = u'+';
    const QStringView plain
        = isInQuotes(value) ? QStringView(value).sliced(1, value.size() - 2) : QStringView(value);
    if (mayBeEmail && isEmail(plain.trimmed())) {
        report.add(u"pii-email", piece,
            QStringLiteral("%1 is an e-mail address in clear.").arg(quoted(plain)),
            QStringLiteral("Leave it out, or send a code that names nobody."));
        return true;
    }
    if (mayBePhone && (isPhone(plain) || (namesPhone(piece.key()) && looksLikeNumber(plain)))) {
        report.add(u"pii-phone", piece,
            QStringLiteral("%1 is a telephone number in clear.").arg(quoted(plain)),
            QStringLiteral("Leave it out, or send a code that names nobody."));
        return true;
    }
    return false;
}

void checkPersonal(const Piece &piece, Report &report)
{
    for (QByteArrayView rest = piece.wireValue; !rest.isNull();) {
        if (reportPersonal(piece, takeValue(rest), report))
            return;
    }
}

} // namespace

void checkSignal(const Sheet &, const Piece &piece, Report &report)
{
    if (piece.isTemplate)
        return;
    if (piece.wireValue.isEmpty()) {
        if (piece.parameter.hasEquals()) {
            report.add(u"empty-value", piece, QStringLiteral("%1 has no value.").arg(quoted(piece.key())),
                QStringLiteral("Give it one, or leave it out."));
        }
        return;
    }
    if (piece.facts.escapedComma || piece.facts.quote)
        checkSeparators(piece, report);
    checkPersonal(piece, report);
}

} // namespace dcs
