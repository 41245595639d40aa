// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "sandbox/worldreader.h"

#include <cmath>

namespace sandbox {

using namespace Qt::StringLiterals;

ObjectReader::ObjectReader(QJsonObject json, QString place, QString &problem)
    : m_json(std::move(json))
    , m_place(std::move(place))
    , m_problem(problem)
{
}

ObjectReader::~ObjectReader()
{
    for (auto member = m_json.constBegin(); member != m_json.constEnd(); ++member) {
        // "about" is for people in every object, since JSON has no comments.
        if (!m_known.contains(member.key()) && member.key() != u"about")
            fail(inner(member.key()),
                u"is no key that is known here (known are %1)"_s.arg(m_known.join(u", "_s)));
    }
}

QString ObjectReader::inner(const QString &key) const
{
    return m_place.isEmpty() ? key : m_place + u'.' + key;
}

void ObjectReader::fail(const QString &place, const QString &what)
{
    if (m_problem.isEmpty())
        m_problem = u"%1 %2"_s.arg(place, what);
}

QJsonValue ObjectReader::take(const QString &key)
{
    m_known.append(key);
    return m_json.value(key);
}

QString ObjectReader::text(const QString &key, const QString &fallback)
{
    const QJsonValue value = take(key);
    if (value.isUndefined())
        return fallback;
    if (!value.isString())
        fail(inner(key), u"must be a text"_s);
    return value.toString();
}

QByteArray ObjectReader::bytes(const QString &key, const QByteArray &fallback)
{
    return text(key, QString::fromUtf8(fallback)).toUtf8();
}

qint64 ObjectReader::number(const QString &key, qint64 fallback, qint64 least, qint64 most)
{
    const QJsonValue value = take(key);
    if (value.isUndefined())
        return fallback;
    const double number = value.toDouble(NAN);
    if (!(number >= double(least) && number <= double(most)) || number != std::floor(number)) {
        fail(inner(key), u"must be a whole number from %1 to %2"_s.arg(least).arg(most));
        return fallback;
    }
    return qint64(number);
}

bool ObjectReader::flag(const QString &key, bool fallback)
{
    const QJsonValue value = take(key);
    if (!value.isUndefined() && !value.isBool())
        fail(inner(key), u"must be true or false"_s);
    return value.toBool(fallback);
}

QJsonArray ObjectReader::array(const QString &key)
{
    const QJsonValue value = take(key);
    if (!value.isUndefined() && !value.isArray())
        fail(inner(key), u"must be an array"_s);
    return value.toArray();
}

QStringList ObjectReader::texts(const QString &key)
{
    QStringList out;
    const QJsonArray elements = array(key);
    for (const QJsonValue &value : elements) {
        if (!value.isString())
            fail(inner(key), u"must be an array of texts"_s);
        out.append(value.toString());
    }
    return out;
}

QList<qint64> ObjectReader::numbers(const QString &key, qint64 most)
{
    QList<qint64> out;
    const QJsonArray elements = array(key);
    for (const QJsonValue &value : elements) {
        const double number = value.toDouble(-1);
        if (!(number >= 0 && number <= double(most)) || number != std::floor(number)) {
            fail(inner(key), u"must be an array of whole numbers"_s);
            return {};
        }
        out.append(qint64(number));
    }
    return out;
}

QList<std::pair<QString, QString>> ObjectReader::allTexts()
{
    QList<std::pair<QString, QString>> out;
    const QStringList keys = m_json.keys();
    for (const QString &key : keys)
        out.append({key, text(key)});
    return out;
}

} // namespace sandbox
