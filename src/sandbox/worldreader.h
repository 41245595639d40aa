// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace sandbox {

/// Reads the members of one JSON object and remembers the first thing that is wrong with them, a member that
/// nobody asked for included: a misspelt key must not be silently without effect.
class ObjectReader
{
public:
    /// `place` names the object in messages, such as "partners[0]"; `problem` is shared by all readers of a
    /// file.
    ObjectReader(QJsonObject json, QString place, QString &problem);
    ~ObjectReader(); ///< complains about members that were not read

    QString text(const QString &key, const QString &fallback = {});
    QByteArray bytes(const QString &key, const QByteArray &fallback = {});
    qint64 number(const QString &key, qint64 fallback, qint64 least, qint64 most);
    bool flag(const QString &key, bool fallback);
    QStringList texts(const QString &key);
    QList<qint64> numbers(const QString &key, qint64 most);
    bool has(const QString &key) const { return m_json.contains(key); }

    /// Calls `read` with a reader for each element, which must be an object.
    template <typename Read>
    void each(const QString &key, Read read)
    {
        const QJsonArray elements = array(key);
        for (qsizetype i = 0; i < elements.size(); ++i) {
            const QString place = inner(key) + QStringLiteral("[%1]").arg(i);
            if (!elements[i].isObject()) {
                fail(place, QStringLiteral("must be an object"));
                return;
            }
            ObjectReader element(elements[i].toObject(), place, m_problem);
            read(element);
        }
    }
    /// The same for one member that is an object; not called without it.
    template <typename Read>
    void object(const QString &key, Read read)
    {
        const QJsonValue value = take(key);
        if (value.isUndefined())
            return;
        if (!value.isObject()) {
            fail(inner(key), QStringLiteral("must be an object"));
            return;
        }
        ObjectReader member(value.toObject(), inner(key), m_problem);
        read(member);
    }
    /// Every member, whatever its name, as text.
    QList<std::pair<QString, QString>> allTexts();

    /// Tells that the member `key` is wrong. Only the first complaint counts.
    void wrong(const QString &key, const QString &what) { fail(inner(key), what); }

private:
    QJsonValue take(const QString &key);
    QJsonArray array(const QString &key);
    QString inner(const QString &key) const;
    void fail(const QString &place, const QString &what);

    QJsonObject m_json;
    QString m_place;
    QString &m_problem;
    QStringList m_known;
};

} // namespace sandbox
