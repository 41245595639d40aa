// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringView>

#include <concepts>
#include <vector>

namespace dcs {

/// Writes one JSON document with keys in the order of the calls, numbers independent of the locale, control
/// and bidirectional characters and U+2028/2029 escaped. `indent` 0 writes one line.
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
    /// Only for a bool itself: pointers, which turn into one silently, do not compile.
    template <std::same_as<bool> Flag>
    JsonWriter &value(Flag flag)
    {
        return boolean(flag);
    }
    JsonWriter &value(const char *) = delete; ///< bytes have no encoding: say QStringLiteral or fromUtf8
    JsonWriter &null();
    JsonWriter &raw(QByteArrayView json); ///< a value that is JSON already

    QByteArray take(); ///< the document, with a final line feed

private:
    JsonWriter &begin(char bracket);
    JsonWriter &end(char bracket);
    JsonWriter &boolean(bool flag);
    void separate();
    void newLine();

    int m_indent;
    QByteArray m_out;
    std::vector<bool> m_hasItems; ///< for each open array or object
    bool m_afterKey = false;
};

} // namespace dcs
