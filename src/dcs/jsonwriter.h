// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringView>

#include <vector>

namespace dcs {

/// Writes one JSON document with keys in the order of the calls, numbers independent of the locale, U+2028/2029 and
/// control characters escaped. `indent` 0 writes one line.
class JsonWriter
{
public:
    explicit JsonWriter(int indent = 2)
        : m_indent(indent)
    {
    }

    JsonWriter &beginObject();
    JsonWriter &endObject();
    JsonWriter &beginArray();
    JsonWriter &endArray();
    JsonWriter &key(QStringView name);
    JsonWriter &value(QStringView text);
    JsonWriter &value(const QString &text) { return value(QStringView(text)); }
    JsonWriter &value(qint64 number);
    JsonWriter &value(int number) { return value(qint64(number)); }
    JsonWriter &value(double number); ///< shortest form; NaN and infinities become null
    JsonWriter &value(bool flag);
    JsonWriter &null();
    JsonWriter &raw(QByteArrayView json); ///< a value that is JSON already

    QByteArray take(); ///< the document, with a final line feed

private:
    void separate();
    void newLine();

    int m_indent;
    QByteArray m_out;
    std::vector<bool> m_hasItems; ///< for each open array or object
    bool m_afterKey = false;
};

} // namespace dcs
