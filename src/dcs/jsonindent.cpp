// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/jsonindent.h"

#include "dcs/text.h"

#include <algorithm>

namespace dcs {

namespace {

constexpr qsizetype blockBytes = 1 << 20;
constexpr qsizetype indentStep = 2;
constexpr qsizetype mostIndent = 200;

void addIndent(QByteArray &bytes, qsizetype depth)
{
    bytes.append(std::min(depth * indentStep, mostIndent), ' ');
}

void addOpening(QByteArray &bytes, const JsonValue &value)
{
    if (const QByteArrayView key = value.rawKey(); !key.isEmpty()) {
        bytes += key;
        bytes += ": ";
    }
    const bool object = value.kind() == JsonValue::Kind::Object;
    if (value.size() > 0)
        bytes += object ? '{' : '[';
    else if (value.isContainer())
        bytes += object ? "{}" : "[]";
    else
        bytes += value.raw();
}

QString escaped(QChar unit)
{
    return QStringLiteral("\\u%1").arg(unit.unicode(), 4, 16, QLatin1Char('0'));
}

} // namespace

bool writeIndented(const JsonDocument &document, const std::function<bool(const QByteArray &)> &out)
{
    QByteArray bytes;
    bytes.reserve(blockBytes + 4096);
    qsizetype depth = 0;
    JsonValue value = document.root();
    while (value.exists()) {
        addIndent(bytes, depth);
        addOpening(bytes, value);
        if (value.size() > 0) {
            bytes += '\n';
            ++depth;
            value = value.firstChild();
            continue;
        }
        while (value.exists() && !value.next().exists()) {
            value = value.parent();
            if (!value.exists())
                break;
            bytes += '\n';
            addIndent(bytes, --depth);
            bytes += value.kind() == JsonValue::Kind::Object ? '}' : ']';
        }
        value = value.next();
        bytes += value.exists() ? ",\n" : "\n";
        if (bytes.size() >= blockBytes) {
            if (!out(bytes))
                return false;
            bytes.clear();
        }
    }
    return out(bytes);
}

QByteArray terminalSafeJson(QByteArrayView json)
{
    const QString text = textOfUtf8(json);
    QString safe;
    safe.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool pair = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (pair) {
            const bool hidden = isInvisible(QChar::surrogateToUcs4(text[i], text[i + 1]));
            safe += hidden ? escaped(text[i]) : QString(text[i]);
            safe += hidden ? escaped(text[i + 1]) : QString(text[i + 1]);
            ++i;
        } else if (text[i] != u'\n' && isInvisible(text[i].unicode())) {
            safe += escaped(text[i]);
        } else {
            safe += text[i];
        }
    }
    return safe.toUtf8();
}

} // namespace dcs
