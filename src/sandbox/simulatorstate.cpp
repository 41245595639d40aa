// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "sandbox/simulatorstate.h"

#include <QCryptographicHash>
#include <QLocale>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>
#include <QtEndian>

namespace sandbox {

using namespace Qt::StringLiterals;

namespace {

// 63 bits, written with 19 digits: half of a UUID or ECID.
QByteArray half(quint64 number)
{
    return QByteArray::number(number >> 1).rightJustified(19, '0');
}

QByteArray keyedHash(const QByteArray &key, const QByteArray &text)
{
    return QMessageAuthenticationCode::hash(text, key, QCryptographicHash::Sha256);
}

// The documentation spells the message of 102 in two ways; this is the one of its own sample answer.
QByteArray messageTemplate(const dcs::Catalogue &catalogue, int code)
{
    if (code == 102)
        return "Invalid aam id passed in request <ID>";
    const dcs::ErrorEntry *entry = catalogue.error(code);
    return entry ? entry->message.toUtf8() : QByteArray("Error ") + QByteArray::number(code);
}

} // namespace

State::State(World configured, const dcs::Catalogue &tables)
    : world(std::move(configured))
    , catalogue(tables)
    , profiles(world.users, world.profileDelayMs)
    , random([] { return QRandomGenerator::system()->generate64(); })
{
    const quint64 key = random();
    hashKey = QByteArray::number(key);
}

QByteArray State::newUuid()
{
    const QByteArray first = half(random());
    return first + half(random());
}

QByteArray State::newTid()
{
    const quint64 number = qToBigEndian(random());
    return QByteArray(reinterpret_cast<const char *>(&number), sizeof(number)).toBase64();
}

QByteArray State::ecid(const Partner &partner, const QByteArray &uuid) const
{
    const QByteArray hash = keyedHash(hashKey, partner.organization.toUtf8() + '\0' + uuid);
    return half(qFromBigEndian<quint64>(hash.constData()))
        + half(qFromBigEndian<quint64>(hash.constData() + 8));
}

QByteArray State::blob(const Partner &partner, const QByteArray &uuid) const
{
    const QByteArray hash = keyedHash(hashKey, "blob" + partner.organization.toUtf8() + '\0' + uuid);
    return hash.first(15).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray State::httpDate(const QDateTime &time)
{
    return QLocale::c().toString(time.toUTC(), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1();
}

const QByteArray &State::formatted(Dated &cache, const QDateTime &now, qint64 plusSeconds)
{
    const qint64 second = now.toSecsSinceEpoch() + plusSeconds;
    if (cache.second != second) {
        cache.second = second;
        cache.text = httpDate(now.addSecs(plusSeconds));
    }
    return cache.text;
}

const QByteArray &State::date(const QDateTime &now)
{
    return formatted(m_date, now, 0);
}

const QByteArray &State::cookieExpiry(const QDateTime &now)
{
    return formatted(m_cookieExpiry, now, cookieLifeSeconds);
}

CodedError State::error(int code, std::initializer_list<QByteArray> details) const
{
    QByteArray message = messageTemplate(catalogue, code);
    auto detail = details.begin();
    qsizetype at = 0;
    while ((at = message.indexOf('<', at)) >= 0) {
        const qsizetype end = message.indexOf('>', at);
        if (end < 0)
            break;
        const QByteArray text = detail != details.end() ? *detail++ : QByteArray();
        message.replace(at, end + 1 - at, text);
        at += text.size();
    }
    return {code, message};
}

const QRegularExpression &State::globalIdPattern(const dcs::GlobalDataSource &source)
{
    auto found = m_globalIdPatterns.find(source.id);
    if (found == m_globalIdPatterns.end())
        found = m_globalIdPatterns.insert(
            source.id, QRegularExpression(QRegularExpression::anchoredPattern(source.pattern)));
    return *found;
}

const QRegularExpression &State::callbackPattern()
{
    if (!m_callbackPattern) {
        const dcs::Attribute *attribute = catalogue.attribute(u"d_cb");
        // Without the anchors a final line feed would still match.
        m_callbackPattern = QRegularExpression(QRegularExpression::anchoredPattern(
            attribute ? attribute->pattern : u"[A-Za-z_$][0-9A-Za-z_$.]*"_s));
    }
    return *m_callbackPattern;
}

} // namespace sandbox
