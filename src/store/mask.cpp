// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "store/mask.h"

#include "dcs/text.h"
#include "store/files.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

namespace store {

namespace {

constexpr qsizetype keyBytes = 32;
constexpr qsizetype tokenSize = 27;

// An ID shorter than this is replaced where it stands as an ID, but not wherever its characters happen to
// occur.
constexpr qsizetype tellingLength = 6;

QString keyFile(const QString &folder)
{
    return folder + QStringLiteral("/history.key");
}

// Parameters whose value is an ID, or holds one behind the first %01 (DCS API attributes; Visitor IDs).
bool isWholeId(QByteArrayView key)
{
    return key == "d_uuid" || key == "d_mid" || key == "d_dpuuid" || key == "dpuuid" || key == "d_fid"
        || key == "d_blob";
}

bool isJoinedId(QByteArrayView key)
{
    return key == "d_cid" || key == "d_cid_ic" || key == "d_cid_ns";
}

QByteArray replaced(QByteArray bytes, const Mask::Replacements &found)
{
    for (const auto &[id, token] : found) {
        if (id.size() < tellingLength)
            continue;
        bytes.replace(id, token);
        const QByteArray wire = dcs::percentEncode(QByteArrayView(id));
        if (wire != id)
            bytes.replace(wire, token);
    }
    return bytes;
}

QString replaced(const QString &text, const Mask::Replacements &found)
{
    return QString::fromUtf8(replaced(text.toUtf8(), found));
}

// A masked call that is opened, changed and sent again keeps its hashes.
bool isToken(QByteArrayView id)
{
    return id.size() == tokenSize && id.startsWith(maskedIdStart);
}

bool isNamed(QByteArrayView line, QByteArrayView name)
{
    return line.size() > name.size() && line[name.size()] == ':'
        && line.first(name.size()).compare(name, Qt::CaseInsensitive) == 0;
}

} // namespace

dcs::Result<Mask> Mask::open(const QString &folder)
{
    if (auto there = existing(folder))
        return *there;
    QByteArray key(keyBytes, Qt::Uninitialized);
    QRandomGenerator::system()->generate(key.begin(), key.end());
    if (auto written = writeFile(keyFile(folder), key, true); !written)
        return written.error();
    return Mask(key);
}

std::optional<Mask> Mask::existing(const QString &folder)
{
    if (!QFileInfo::exists(keyFile(folder)))
        return {};
    const auto key = readFile(keyFile(folder), keyBytes);
    if (!key || key->size() != keyBytes)
        return {};
    return Mask(*key);
}

QByteArray Mask::token(QByteArrayView id) const
{
    QMessageAuthenticationCode code(QCryptographicHash::Sha256, m_key);
    code.addData(id.toByteArray());
    return maskedIdStart + code.result().toHex().first(tokenSize - qsizetype(qstrlen(maskedIdStart)));
}

QByteArray Mask::maskValue(QByteArrayView wire, Replacements &found) const
{
    const QByteArray id = dcs::percentDecode(wire);
    if (id.isEmpty() || isToken(id))
        return wire.toByteArray();
    const QByteArray instead = token(id);
    found.append({id, instead});
    return instead;
}

// Pieces between '&', wherever they stand: the query, a form, and the path of /ibs: (ID Synchronization).
QByteArray Mask::maskParameters(QByteArrayView text, Replacements &found) const
{
    QByteArray out;
    qsizetype at = 0;
    while (at < text.size()) {
        qsizetype end = at;
        while (
            end < text.size() && text[end] != '&' && text[end] != '?' && text[end] != ':' && text[end] > ' ')
            ++end;
        const QByteArrayView piece = text.sliced(at, end - at);
        const qsizetype equals = piece.indexOf('=');
        const QByteArray key = equals < 0 ? QByteArray() : dcs::percentDecode(piece.first(equals));
        if (isWholeId(key)) {
            out += piece.first(equals + 1);
            out += maskValue(piece.sliced(equals + 1), found);
        } else if (isJoinedId(key)) {
            const QByteArrayView value = piece.sliced(equals + 1);
            const qsizetype from = value.indexOf("%01");
            const qsizetype begin = from < 0 ? 0 : from + 3;
            qsizetype to = value.indexOf("%01", begin);
            if (to < 0)
                to = value.size();
            out += piece.first(equals + 1);
            out += value.first(begin);
            out += maskValue(value.sliced(begin, to - begin), found);
            out += value.sliced(to);
        } else {
            out += piece;
        }
        if (end < text.size())
            out += text[end];
        at = end + 1;
    }
    return out;
}

// A cookie is there to know somebody again (DCS Cookies): all of Cookie, the first pair of Set-Cookie.
QByteArray Mask::maskCookies(QByteArrayView head, Replacements &found) const
{
    QByteArrayList lines = head.toByteArray().split('\n');
    for (QByteArray &line : lines) {
        const bool set = isNamed(line, "Set-Cookie");
        if (!set && !isNamed(line, "Cookie"))
            continue;
        QByteArrayList pairs = line.split(';');
        for (qsizetype i = 0; i < (set ? 1 : pairs.size()); ++i) {
            const qsizetype equals = pairs[i].indexOf('=');
            const QByteArray value = pairs[i].mid(equals + 1).trimmed();
            if (equals > 0 && !value.isEmpty())
                pairs[i].replace(pairs[i].indexOf(value, equals), value.size(), maskValue(value, found));
        }
        line = pairs.join(';');
    }
    return lines.join('\n');
}

dcs::WireRequest Mask::masked(const dcs::WireRequest &request, Replacements &found) const
{
    const QByteArrayView line = request.requestLine();
    const QByteArrayView rest = request.head().sliced(std::min(line.size(), request.head().size()));
    const QByteArray maskedLine = maskParameters(line, found);
    const QByteArray headers = maskCookies(rest, found);
    const QByteArray body = maskParameters(request.body(), found);
    dcs::WireRequest out = request;
    out.bytes = replaced(maskedLine + headers, found);
    out.headBytes = out.bytes.size();
    out.bytes += replaced(body, found);
    return out;
}

CallFacts Mask::masked(const CallFacts &facts, const Replacements &found) const
{
    CallFacts out = facts;
    out.firstIdentity = replaced(facts.firstIdentity, found);
    for (const auto &[id, instead] : found) {
        const QString brief = QString::fromUtf8(id); // one that is too short to be replaced everywhere
        if (id.size() < tellingLength && out.firstIdentity.endsWith(brief))
            out.firstIdentity = out.firstIdentity.chopped(brief.size()) + QString::fromLatin1(instead);
    }
    for (dcs::Finding &finding : out.findings) {
        finding.message = replaced(finding.message, found);
        finding.fix = replaced(finding.fix, found);
        finding.mend = replaced(finding.mend, found);
    }
    return out;
}

dcs::Exchange Mask::masked(const dcs::Exchange &exchange, const QStringList &named) const
{
    Replacements found;
    dcs::Exchange out = exchange;
    out.request = masked(exchange.request, found);
    for (const QString &id : named) {
        if (!id.isEmpty())
            found.append({id.toUtf8(), token(id.toUtf8())});
    }
    const QByteArray head = maskCookies(exchange.responseHead, found);
    out.responseHead = replaced(head, found);
    out.body = replaced(exchange.body, found);
    for (QList<dcs::Header> *headers : {&out.headers, &out.trailers}) {
        for (dcs::Header &header : *headers) {
            Replacements own;
            const QByteArray line = maskCookies(header.name + ':' + header.value, own);
            header.value = replaced(line.sliced(header.name.size() + 1), found);
        }
    }
    return out;
}

} // namespace store
