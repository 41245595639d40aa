// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "interop/environmenttext.h"

#include "dcs/json.h"
#include "dcs/jsonwriter.h"
#include "dcs/text.h"

namespace interop {

namespace {

using dcs::JsonDocument;
using dcs::JsonValue;

constexpr char byteOrderMark[] = "\xEF\xBB\xBF";

QByteArray jsonText(const QString &text)
{
    return dcs::JsonWriter(0).value(text).take().trimmed();
}

JsonDocument parse(const QByteArray &bytes)
{
    return JsonDocument::parse(bytes);
}

/// The object that a name stands for in the file; "" is the whole file.
JsonValue objectOf(const JsonDocument &document, const QString &environment)
{
    if (environment.isEmpty())
        return document.root();
    const JsonValue found = document.root().member(environment);
    return found.kind() == JsonValue::Kind::Object ? found : JsonValue();
}

qsizetype keyBegin(const JsonDocument &document, const JsonValue &member)
{
    return member.rawKey().data() - document.text().constData();
}

/// The bytes of a member with the comma that parts it from its neighbours.
std::pair<qsizetype, qsizetype> spanOf(const JsonDocument &document, const JsonValue &member)
{
    const JsonValue next = member.next();
    if (next.exists())
        return {keyBegin(document, member), keyBegin(document, next)};
    const JsonValue object = member.parent();
    JsonValue before;
    for (JsonValue at = object.firstChild(); at.exists() && at != member; at = at.next())
        before = at;
    if (before.exists())
        return {before.end(), member.end()};
    return {object.begin() + 1, object.end() - 1};
}

QByteArray withoutMember(const QByteArray &bytes, const QString &environment, const QString &name)
{
    QByteArray out = bytes;
    while (true) { // a repeated key goes as a whole
        const JsonDocument document = parse(out);
        const JsonValue object = objectOf(document, environment);
        const JsonValue member = object.exists() ? object.member(name) : JsonValue();
        if (!member.exists())
            return out;
        const auto [begin, end] = spanOf(document, member);
        out.remove(begin, end - begin);
    }
}

QByteArray withKeyRenamed(
    const QByteArray &bytes, const QString &environment, const QString &name, const QString &newName)
{
    const JsonDocument document = parse(bytes);
    const JsonValue object = objectOf(document, environment);
    const JsonValue member = object.exists() ? object.member(name) : JsonValue();
    if (!member.exists())
        return bytes;
    QByteArray out = bytes;
    return out.replace(keyBegin(document, member), member.rawKey().size(), jsonText(newName));
}

} // namespace

dcs::Result<EnvironmentText> EnvironmentText::read(const QByteArray &bytes, const QString &fileName)
{
    EnvironmentText text;
    text.m_bytes = bytes.trimmed().isEmpty() ? QByteArray("{\n}\n") : bytes;
    text.m_fileName = fileName;
    if (text.m_bytes.startsWith(byteOrderMark)) {
        text.m_mark = byteOrderMark;
        text.m_bytes = text.m_bytes.mid(3);
    }
    const JsonDocument document = parse(text.m_bytes);
    if (!document.isValid() || document.root().kind() != JsonValue::Kind::Object) {
        return dcs::Error{dcs::Errc::InvalidInput,
            QStringLiteral("%1 cannot be read, so nothing can be changed in it.").arg(fileName),
            QStringLiteral("Mend it in a text editor first."), {}};
    }
    return text;
}

bool EnvironmentText::has(const QString &environment) const
{
    const JsonDocument document = parse(m_bytes);
    return objectOf(document, environment).exists();
}

bool EnvironmentText::isTaken(const QString &environment) const
{
    const JsonDocument document = parse(m_bytes);
    return document.root().member(environment).exists() && !objectOf(document, environment).exists();
}

dcs::Error EnvironmentText::taken(const QString &environment) const
{
    return {dcs::Errc::InvalidInput,
        QStringLiteral("“%1” of %2 is no environment: it has no values in braces.")
            .arg(dcs::visible(environment, 60), m_fileName),
        QStringLiteral("Mend it in a text editor, or take another name; nothing was written."), {}};
}

void EnvironmentText::addEnvironment(const QString &name)
{
    if (!has(name))
        insert({}, jsonText(name), "{}");
}

void EnvironmentText::renameEnvironment(const QString &name, const QString &newName)
{
    m_bytes = withKeyRenamed(m_bytes, {}, name, newName);
}

void EnvironmentText::removeEnvironment(const QString &name)
{
    m_bytes = withoutMember(m_bytes, {}, name);
}

void EnvironmentText::setValue(const QString &environment, const QString &name, const QString &value)
{
    set(environment, name, jsonText(value), value);
}

void EnvironmentText::setFlag(const QString &environment, const QString &name, bool value)
{
    const QByteArray json = value ? "true" : "false";
    set(environment, name, json, QString::fromLatin1(json));
}

void EnvironmentText::setJson(const QString &environment, const QString &name, const QByteArray &json)
{
    const JsonDocument document = JsonDocument::parse(json);
    const JsonValue value = document.root();
    set(environment, name, json,
        value.kind() == JsonValue::Kind::String ? value.string() : QString::fromUtf8(json));
}

void EnvironmentText::renameValue(const QString &environment, const QString &name, const QString &newName)
{
    m_bytes = withKeyRenamed(m_bytes, environment, name, newName);
}

void EnvironmentText::removeValue(const QString &environment, const QString &name)
{
    m_bytes = withoutMember(m_bytes, environment, name);
}

void EnvironmentText::set(
    const QString &environment, const QString &name, const QByteArray &json, const QString &text)
{
    addEnvironment(environment);
    const JsonDocument document = parse(m_bytes);
    const JsonValue object = objectOf(document, environment);
    const JsonValue member = object.member(name);
    if (!member.exists())
        return insert(environment, jsonText(name), json);
    const bool isText = member.kind() == JsonValue::Kind::String;
    const QString now = isText ? member.string() : QString::fromUtf8(member.raw());
    if (now != text)
        m_bytes.replace(member.begin(), member.end() - member.begin(), json);
}

// Behind the last member, laid out as that one is; the first one as the object is.
void EnvironmentText::insert(const QString &environment, const QByteArray &key, const QByteArray &json)
{
    const JsonDocument document = parse(m_bytes);
    const JsonValue object = objectOf(document, environment);
    JsonValue last;
    for (JsonValue at = object.firstChild(); at.exists(); at = at.next())
        last = at;
    if (!last.exists()) {
        const bool spread = m_bytes.mid(object.begin(), object.end() - object.begin()).contains('\n');
        m_bytes.insert(object.begin() + 1, (spread ? "\n  " : "") + key + ": " + json);
        return;
    }
    qsizetype blank = keyBegin(document, last);
    const qsizetype begin = blank;
    while (blank > 0 && QByteArrayView(" \t\r\n").contains(m_bytes.at(blank - 1)))
        --blank;
    const QByteArray before = m_bytes.mid(blank, begin - blank);
    const qsizetype keyEnd = begin + last.rawKey().size();
    const QByteArray colon = m_bytes.mid(keyEnd, last.begin() - keyEnd);
    const bool first = last == object.firstChild() && before.isEmpty();
    m_bytes.insert(last.end(), ',' + (first ? QByteArray(" ") : before) + key + colon + json);
}

} // namespace interop
