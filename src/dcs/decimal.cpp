// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/decimal.h"

#include <QString>

namespace dcs {

namespace {

/// 0.digits × 10^exponent; zero has no digits.
struct Decimal {
    bool negative = false;
    QString digits; ///< without zeros at either end
    qint64 exponent = 0;
};

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

qsizetype takeDigits(QStringView text, qsizetype at, QString &digits)
{
    while (at < text.size() && isDigit(text[at]))
        digits += text[at++];
    return at;
}

/// The exponent behind e or E; nullopt if it is none, or beyond any number that makes sense.
std::optional<qint64> exponentOf(QStringView text)
{
    bool ok = false;
    const int value = text.toInt(&ok);
    if (!ok || text.size() > 8 || text.back().isSpace() || text.front().isSpace())
        return std::nullopt;
    return value;
}

std::optional<Decimal> parse(QStringView text)
{
    Decimal out;
    qsizetype at = 0;
    if (text.startsWith(u'-') || text.startsWith(u'+')) {
        out.negative = text[0] == u'-';
        at = 1;
    }
    const qsizetype from = at;
    at = takeDigits(text, at, out.digits);
    const qsizetype whole = at - from;
    if (at < text.size() && text[at] == u'.')
        at = takeDigits(text, at + 1, out.digits);
    if (out.digits.isEmpty())
        return std::nullopt;
    out.exponent = whole;
    if (at < text.size()) {
        const bool marked = text[at] == u'e' || text[at] == u'E';
        const std::optional<qint64> exponent
            = marked && at + 1 < text.size() ? exponentOf(text.sliced(at + 1)) : std::nullopt;
        if (!exponent)
            return std::nullopt;
        out.exponent += *exponent;
    }
    qsizetype zeros = 0;
    while (zeros < out.digits.size() && out.digits[zeros] == u'0')
        ++zeros;
    out.digits.remove(0, zeros);
    out.exponent -= zeros;
    while (out.digits.endsWith(u'0'))
        out.digits.chop(1);
    return out;
}

std::strong_ordering compareSizes(const Decimal &a, const Decimal &b)
{
    if (a.exponent != b.exponent)
        return a.exponent <=> b.exponent;
    return a.digits.compare(b.digits) <=> 0;
}

int signOf(const Decimal &number)
{
    if (number.digits.isEmpty())
        return 0;
    return number.negative ? -1 : 1;
}

} // namespace

bool isDecimal(QStringView text)
{
    return parse(text).has_value();
}

std::optional<std::strong_ordering> compareDecimals(QStringView a, QStringView b)
{
    const std::optional<Decimal> left = parse(a);
    const std::optional<Decimal> right = parse(b);
    if (!left || !right)
        return std::nullopt;
    const int sign = signOf(*left);
    if (sign != signOf(*right) || sign == 0)
        return sign <=> signOf(*right);
    return sign > 0 ? compareSizes(*left, *right) : compareSizes(*right, *left);
}

} // namespace dcs
