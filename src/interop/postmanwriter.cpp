// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/jsonwriter.h"
#include "dcs/text.h"
#include "interop/expectationscript.h"
#include "interop/httpurl.h"
#include "interop/postman.h"

#include <QCryptographicHash>

namespace interop {

namespace {

using dcs::JsonWriter;
using Place = dcs::Parameter::Place;

QString textOf(QByteArrayView bytes)
{
    return QString::fromUtf8(bytes);
}

void writeTexts(JsonWriter &out, QStringView key, const QList<QByteArray> &texts)
{
    out.key(key).beginArray();
    for (const QByteArray &text : texts)
        out.value(textOf(text));
    out.endArray();
}

// "raw" and the pieces say the same, since some programs read the one and some the other.
void writeUrl(JsonWriter &out, const dcs::Call &call)
{
    const QByteArray target
        = call.path.isEmpty() && dcs::query(call).isEmpty() ? QByteArray() : dcs::target(call);
    const QByteArray authority = httpAuthority(call);
    const bool variable = call.connectHost.contains("{{");
    out.key(u"url").beginObject();
    out.key(u"raw").value(textOf(httpUrlBase(call) + target));
    out.key(u"protocol").value(call.tls ? QStringLiteral("https") : QStringLiteral("http"));
    const QByteArray host = variable     ? authority
        : call.connectHost.contains(':') ? '[' + call.connectHost + ']'
                                         : call.connectHost;
    writeTexts(out, u"host", variable ? QList<QByteArray>{host} : host.split('.'));
    if (call.port != (call.tls ? 443 : 80) && !variable)
        out.key(u"port").value(QString::number(call.port));
    const qsizetype mark = target.indexOf('?');
    const QByteArray path = mark < 0 ? target : target.left(mark);
    writeTexts(out, u"path", path.startsWith('/') ? path.mid(1).split('/') : path.split('/'));
    out.key(u"query").beginArray();
    for (const dcs::Parameter &parameter : call.parameters) {
        if (parameter.place != Place::Query)
            continue;
        out.beginObject();
        out.key(u"key").value(textOf(parameter.wireKey()));
        if (parameter.hasEquals())
            out.key(u"value").value(textOf(parameter.wireValue()));
        else
            out.key(u"value").null();
        if (!parameter.sent)
            out.key(u"disabled").value(true);
        out.endObject();
    }
    out.endArray().endObject();
}

void writeHeaders(JsonWriter &out, const dcs::Call &call)
{
    out.key(u"header").beginArray();
    for (const dcs::Header &header : call.headers) {
        out.beginObject();
        out.key(u"key").value(textOf(header.name));
        out.key(u"value").value(textOf(header.value));
        if (!header.sent)
            out.key(u"disabled").value(true);
        out.endObject();
    }
    out.endArray();
}

QStringList descriptionOf(const Preset &preset)
{
    QStringList out = preset.comments;
    for (const dcs::Parameter &parameter : preset.call.parameters) {
        if (!parameter.sent && parameter.place != Place::Query)
            out.append(QStringLiteral("Switched off: %1").arg(textOf(parameter.wire)));
    }
    return out;
}

void writeItem(JsonWriter &out, const Preset &preset)
{
    const dcs::Call &call = preset.call;
    out.beginObject();
    out.key(u"name").value(preset.title.isEmpty() ? preset.name : preset.title);
    // Without it Postman would encode ' and more, which are other bytes for the DCS.
    out.key(u"protocolProfileBehavior").beginObject();
    out.key(u"disableUrlEncoding").value(true);
    out.key(u"followRedirects").value(preset.options.followRedirects > 0);
    out.key(u"disableCookies").value(true);
    out.endObject();
    if (const QStringList script = postmanTests(preset.expectations); !script.isEmpty()) {
        out.key(u"event").beginArray().beginObject();
        out.key(u"listen").value(QStringLiteral("test"));
        out.key(u"script").beginObject();
        out.key(u"type").value(QStringLiteral("text/javascript"));
        out.key(u"exec").beginArray();
        for (const QString &line : script)
            out.value(line);
        out.endArray().endObject().endObject().endArray();
    }
    out.key(u"request").beginObject();
    out.key(u"method").value(textOf(call.method));
    writeHeaders(out, call);
    if (const QByteArray body = dcs::body(call); !body.isEmpty()) {
        out.key(u"body").beginObject();
        out.key(u"mode").value(QStringLiteral("raw"));
        out.key(u"raw").value(textOf(body));
        out.endObject();
    }
    writeUrl(out, call);
    if (const QStringList description = descriptionOf(preset); !description.isEmpty())
        out.key(u"description").value(description.join(u'\n'));
    out.endObject();
    out.key(u"response").beginArray().endArray();
    out.endObject();
}

/// Items whose folders begin with the first `depth` of the first one's, in their order.
void writeItems(JsonWriter &out, const QList<PostmanItem> &items, qsizetype depth)
{
    out.key(u"item").beginArray();
    for (qsizetype i = 0; i < items.size();) {
        const PostmanItem &item = items.at(i);
        if (item.folders.size() <= depth) {
            writeItem(out, item.preset);
            ++i;
            continue;
        }
        qsizetype end = i;
        while (end < items.size() && items.at(end).folders.value(depth) == item.folders.at(depth)
            && items.at(end).folders.size() > depth) {
            ++end;
        }
        out.beginObject();
        out.key(u"name").value(item.folders.at(depth));
        writeItems(out, items.mid(i, end - i), depth + 1);
        out.endObject();
        i = end;
    }
    out.endArray();
}

/// An ID that is the same for the same text, so that a file in git does not change without cause.
QString stableId(const QByteArray &text)
{
    QString hex
        = QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex().left(32));
    for (const int at : {20, 16, 12, 8})
        hex.insert(at, u'-');
    return hex;
}

} // namespace

QByteArray writePostman(
    const QString &name, const QList<PostmanItem> &items, const QMap<QString, QString> &variables)
{
    JsonWriter out;
    out.beginObject();
    out.key(u"info").beginObject();
    out.key(u"_postman_id").value(stableId(name.toUtf8()));
    out.key(u"name").value(name);
    out.key(u"schema").value(
        QStringLiteral("https://schema.getpostman.com/json/collection/v2.1.0/collection.json"));
    out.endObject();
    writeItems(out, items, 0);
    if (!variables.isEmpty()) {
        out.key(u"variable").beginArray();
        for (auto variable = variables.cbegin(); variable != variables.cend(); ++variable) {
            out.beginObject();
            out.key(u"key").value(variable.key());
            out.key(u"value").value(variable.value());
            out.endObject();
        }
        out.endArray();
    }
    out.endObject();
    return out.take();
}

QByteArray writePostmanEnvironment(const Environment &environment)
{
    JsonWriter out;
    out.beginObject();
    out.key(u"id").value(stableId(environment.name.toUtf8()));
    out.key(u"name").value(environment.name);
    out.key(u"values").beginArray();
    for (auto value = environment.values.cbegin(); value != environment.values.cend(); ++value) {
        const bool secret = environment.privateNames.contains(value.key());
        out.beginObject();
        out.key(u"key").value(value.key());
        // A private value stays where it is: the receiver fills it in.
        out.key(u"value").value(secret ? QString() : value.value());
        out.key(u"type").value(secret ? QStringLiteral("secret") : QStringLiteral("default"));
        out.key(u"enabled").value(true);
        out.endObject();
    }
    out.endArray();
    out.key(u"_postman_variable_scope").value(QStringLiteral("environment"));
    out.endObject();
    return out.take();
}

} // namespace interop
