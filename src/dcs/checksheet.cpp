// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/checksheet.h"

#include "dcs/text.h"

#include <algorithm>
#include <array>

namespace dcs {

namespace {

enum class Byte : quint8 { Plain, Percent, Plus, Comma, Quote, At, Hard, Soft };

constexpr std::array<Byte, 256> byteTable()
{
    std::array<Byte, 256> table{};
    for (size_t i = 0; i < table.size(); ++i)
        table[i] = i <= 0x20 || i >= 0x7f ? Byte::Hard : Byte::Plain;
    for (const char c : {'<', '>', '\\', '^', '{', '}', '|', '`'})
        table[size_t(c)] = Byte::Soft;
    table['"'] = Byte::Quote;
    table['%'] = Byte::Percent;
    table['+'] = Byte::Plus;
    table[','] = Byte::Comma;
    table['@'] = Byte::At;
    return table;
}

constexpr std::array<Byte, 256> byteKinds = byteTable();

void keepFirst(qsizetype &place, qsizetype at)
{
    if (place < 0)
        place = at;
}

void readEscape(ByteFacts &facts, int byte)
{
    if (byte >= 0x80)
        facts.highEscape = true;
    else if (byte == '%')
        facts.escapedPercent = true;
    else if (byte == ',')
        facts.escapedComma = true;
    else if (byte == '"')
        facts.quote = true;
    else if (byte == '@')
        facts.at = true;
    else if (byte == ' ' || (byte >= '\t' && byte <= '\r'))
        facts.escapedSpace = true;
}

bool isAsciiLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool namesUser(const Call &call)
{
    for (const Header &header : call.headers) {
        if (header.sent && QByteArrayView(header.name).compare("Cookie", Qt::CaseInsensitive) == 0
            && header.value.contains("demdex="))
            return true;
    }
    return false;
}

} // namespace

ByteFacts readBytes(QByteArrayView wire)
{
    ByteFacts facts;
    const qsizetype size = wire.size();
    for (qsizetype i = 0; i < size; ++i) {
        const char c = wire[i];
        const Byte kind = byteKinds[static_cast<unsigned char>(c)];
        if (kind == Byte::Plain)
            continue;
        switch (kind) {
        case Byte::Percent: {
            const int high = i + 2 < size ? hexValue(wire[i + 1]) : -1;
            const int low = i + 2 < size ? hexValue(wire[i + 2]) : -1;
            if (high < 0 || low < 0) {
                keepFirst(facts.brokenPercent, i);
            } else {
                readEscape(facts, high * 16 + low);
                i += 2;
            }
            break;
        }
        case Byte::Plus:
            keepFirst(facts.plus, i);
            break;
        case Byte::Comma:
            facts.comma = true;
            break;
        case Byte::At:
            facts.at = true;
            break;
        case Byte::Quote:
            facts.quote = true;
            keepFirst(facts.softRaw, i);
            break;
        case Byte::Soft:
            keepFirst(facts.softRaw, i);
            break;
        default:
            if (c == '\x01')
                facts.rawSeparator = true;
            keepFirst(facts.hardRaw, i);
            break;
        }
    }
    return facts;
}

Piece::Piece(int place, const Parameter &read, const Catalogue &catalogue)
    : index(place)
    , parameter(read)
    , wireKey(read.wireKey())
    , wireValue(read.wire.size() > wireKey.size() ? QByteArrayView(read.wire).sliced(wireKey.size() + 1)
                                                  : QByteArrayView())
    , text(wireKey)
    , role(identityRole(key()))
    , facts(readBytes(read.wire))
{
    attribute = isPartners() || role == Role::Nothing ? nullptr : catalogue.attribute(key());
    if (role == Role::Signal && (key().startsWith(u"d_") || (attribute && attribute->adobe)))
        role = Role::Option;
    if (facts.softRaw >= 0) {
        qsizetype from = 0;
        isTemplate = findVariable(read.wire, &from);
    }
}

Sheet::Sheet(const Call &checkedCall, const Catalogue &checkedBy, const CheckContext &known)
    : m_memory(m_room.data(), m_room.size())
    , call(checkedCall)
    , catalogue(checkedBy)
    , context(known)
    , endpoint(dcs::endpoint(call))
    , endpointText(endpointName(endpoint))
    , host(headerValue(call.headers, "Host"))
    , peer(hostName(call.connectHost, catalogue))
    , pieces(&m_memory)
    , hasCookie(namesUser(call))
    , m_sources(&m_memory)
    , m_ids(&m_memory)
{
    named = host ? hostName(splitPort(QByteArrayView(*host).trimmed()).first, catalogue) : peer;
    pieces.reserve(size_t(call.parameters.size()));
    for (int i = 0; i < call.parameters.size(); ++i) {
        const Parameter &parameter = call.parameters[i];
        if (parameter.sent && !parameter.wire.isEmpty())
            pieces.emplace_back(i, parameter, catalogue);
    }
    indexPieces();
    if (const Piece *rtbd = first(u"d_rtbd"))
        wantsJson = rtbd->isTemplate || DecodedText(rtbd->wireValue).view() == u"json";
    isMedia = first(u"d_event");
}

void Sheet::indexPieces()
{
    // Below that a walk is faster than an index.
    constexpr size_t mostWalked = 40;
    for (Piece &piece : pieces) {
        if (piece.role == Role::LegacySource || piece.role == Role::LegacyId) {
            auto &halves = piece.role == Role::LegacySource ? m_sources : m_ids;
            piece.turn = halves.size();
            halves.push_back(&piece);
        }
        if (pieces.size() > mostWalked && !m_byKey.contains(piece.key()))
            m_byKey.insert(piece.key(), &piece);
    }
}

const Piece *Sheet::first(Role role) const
{
    for (const Piece &piece : pieces) {
        if (piece.role == role)
            return &piece;
    }
    return nullptr;
}

const Piece *Sheet::first(QStringView key) const
{
    if (!m_byKey.isEmpty())
        return m_byKey.value(key);
    for (const Piece &piece : pieces) {
        if (piece.key() == key)
            return &piece;
    }
    return nullptr;
}

const Piece *Sheet::otherHalf(const Piece &half) const
{
    const auto &others = half.role == Role::LegacySource ? m_ids : m_sources;
    return half.turn < others.size() ? others[half.turn] : nullptr;
}

Finding &Report::add(QStringView code, const QString &where, const QString &message, const QString &fix)
{
    Finding finding;
    finding.code = code.toString();
    finding.where = where;
    finding.message = message;
    finding.fix = fix;
    if (const FindingEntry *entry = m_catalogue.findingCode(code)) {
        finding.severity = entry->severity;
        finding.dcsCode = entry->dcsCode;
        if (!finding.dcsCode && !entry->dcsCodes.isEmpty())
            finding.dcsCode = entry->dcsCodes.first();
    }
    m_findings.append(finding);
    return m_findings.last();
}

Finding &Report::add(QStringView code, const Piece &piece, const QString &message, const QString &fix)
{
    Finding &finding = add(code, piece.key().toString(), message, fix);
    finding.parameter = piece.index;
    return finding;
}

bool Report::has(QStringView code, const Piece &piece) const
{
    for (qsizetype i = m_findings.size() - 1; i >= 0 && m_findings[i].parameter == piece.index; --i) {
        if (m_findings[i].code == code)
            return true;
    }
    return false;
}

QString quoted(QStringView text)
{
    return u'"' + visible(text, 60) + u'"';
}

QString quoted(QByteArrayView wire)
{
    return quoted(QStringView(QString::fromUtf8(wire)));
}

bool isDigits(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return isDigit(c); });
}

bool isDigits(QByteArrayView text)
{
    return !text.isEmpty()
        && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool isOrganization(QStringView text)
{
    static constexpr QStringView domain(u"@AdobeOrg");
    if (text.size() != 24 + domain.size() || !text.endsWith(domain))
        return false;
    const QStringView id = text.first(24);
    return std::all_of(id.begin(), id.end(), [](QChar c) { return isDigit(c) || isAsciiLetter(c); });
}

bool isDeviceId(QStringView text)
{
    return text.size() == 38 && isDigits(text);
}

bool isEmail(QStringView text)
{
    const qsizetype at = text.indexOf(u'@');
    if (at < 1 || text.indexOf(u'@', at + 1) >= 0)
        return false;
    const auto isLocal = [](QChar c) {
        return isDigit(c) || isAsciiLetter(c) || QStringView(u".!#$%&'*+-/=?^_`{|}~").contains(c)
            || c.unicode() > 0x7f;
    };
    const QStringView local = text.first(at);
    const QStringView domain = text.sliced(at + 1);
    const qsizetype dot = domain.lastIndexOf(u'.');
    if (dot < 1 || domain.size() - dot < 3 || domain.contains(QStringView(u"..")))
        return false;
    const QStringView top = domain.sliced(dot + 1);
    return std::all_of(local.begin(), local.end(), isLocal)
        && std::all_of(top.begin(), top.end(), [](QChar c) { return c.isLetter(); })
        && std::all_of(domain.begin(), domain.end(),
            [](QChar c) { return c.isLetterOrNumber() || c == u'.' || c == u'-'; });
}

bool isPhone(QStringView text)
{
    if (text.size() < 11 || text.size() > 24 || text[0] != u'+' || !isDigit(text[1]) || text[1] == u'0')
        return false;
    int digits = 0;
    for (const QChar c : text.sliced(1)) {
        if (isDigit(c))
            ++digits;
        else if (!QStringView(u" -()/").contains(c))
            return false;
    }
    return digits >= 10 && digits <= 15;
}

qsizetype escapeAt(QStringView text, qsizetype from)
{
    for (qsizetype i = text.indexOf(u'%', from); i >= 0; i = text.indexOf(u'%', i + 1)) {
        if (i + 2 < text.size() && hexValue(text[i + 1].toLatin1()) >= 0
            && hexValue(text[i + 2].toLatin1()) >= 0)
            return i;
    }
    return -1;
}

} // namespace dcs
