// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "interop/postman.h"

#include "dcs/decode.h"
#include "dcs/json.h"
#include "dcs/text.h"
#include "interop/httpblock.h"
#include "interop/httpurl.h"

namespace interop {

namespace {

using dcs::JsonValue;
using Place = dcs::Parameter::Place;

QByteArray bytesOf(const JsonValue &value)
{
    return value.string().toUtf8();
}

bool isOn(const JsonValue &flag)
{
    return flag.kind() == JsonValue::Kind::True;
}

/// Bytes that Postman encodes before it sends: what cannot stand in a URL, and some that can unless the item
/// says disableUrlEncoding. Escapes and {{variables}} stay.
QByteArray wireText(const QString &text, bool asItIs, QByteArrayView alsoEncoded = {})
{
    const QByteArray bytes = text.toUtf8();
    bool inVariable = false;
    return dcs::escapeBytes(bytes, [&](qsizetype at) {
        const QByteArrayView rest = QByteArrayView(bytes).sliced(at);
        if (rest.startsWith("{{"))
            inVariable = true;
        else if (rest.startsWith("}}"))
            inVariable = false;
        const auto byte = static_cast<unsigned char>(bytes[at]);
        return !inVariable
            && (byte <= 0x20 || byte >= 0x7f || QByteArrayView(asItIs ? "#" : "\"#<>").contains(bytes[at])
                || alsoEncoded.contains(bytes[at]));
    });
}

/// Values of an auth block: {"key": "value"} in 2.0, [{"key", "value"}] in 2.1.
QString authValue(const JsonValue &block, QStringView key)
{
    if (block.kind() == JsonValue::Kind::Object)
        return block.member(key).text();
    for (JsonValue item = block.firstChild(); item.exists(); item = item.next()) {
        if (item.member(u"key").string() == key)
            return item.member(u"value").text();
    }
    return {};
}

/// One collection on its way to presets.
class CollectionReader
{
public:
    PostmanImport take() { return std::move(m_out); }

    void read(const JsonValue &root)
    {
        m_out.name = root.member(u"info").member(u"name").string();
        for (JsonValue variable = root.member(u"variable").firstChild(); variable.exists();
             variable = variable.next()) {
            const QString key = variable.member(u"key").exists() ? variable.member(u"key").string()
                                                                 : variable.member(u"id").string();
            if (!key.isEmpty() && !isOn(variable.member(u"disabled")))
                m_out.variables.insert(key, variable.member(u"value").text());
        }
        readEvents(root);
        readItems(root.member(u"item"), {}, root.member(u"auth"));
    }

private:
    void note(const QString &text)
    {
        if (!m_out.notes.contains(text))
            m_out.notes.append(text);
    }

    void readEvents(const JsonValue &owner)
    {
        if (owner.member(u"event").firstChild().exists())
            note(QStringLiteral("Scripts were left out."));
    }

    // The reader's own limit of depth (1,000) bounds the recursion.
    void readItems(const JsonValue &list, const QStringList &folders, const JsonValue &inheritedAuth)
    {
        for (JsonValue item = list.firstChild(); item.exists(); item = item.next()) {
            const QString name = item.member(u"name").string();
            const JsonValue own = item.member(u"auth");
            if (item.member(u"item").exists()) {
                readEvents(item);
                if (item.member(u"variable").firstChild().exists())
                    note(QStringLiteral("“%1”: variables of a folder were left out.")
                             .arg(dcs::visible(name, 60)));
                readItems(item.member(u"item"), folders + QStringList{name},
                    own.kind() == JsonValue::Kind::Object ? own : inheritedAuth);
            } else if (item.member(u"request").exists()) {
                readRequest(item, name, folders, inheritedAuth);
            }
        }
    }

    void readRequest(const JsonValue &item, const QString &name, const QStringList &folders,
        const JsonValue &inheritedAuth)
    {
        Preset preset;
        preset.title = name.simplified();
        preset.name = preset.title;
        m_asItIs = isOn(item.member(u"protocolProfileBehavior").member(u"disableUrlEncoding"));
        const JsonValue request = item.member(u"request");
        const bool plain = request.kind() == JsonValue::Kind::String;
        readUrl(plain ? request : request.member(u"url"), preset);
        if (preset.error) {
            note(QStringLiteral("“%1”: %2").arg(dcs::visible(name, 60), preset.error->message));
            m_out.items.append({folders, preset});
            return;
        }
        if (!plain) {
            const QByteArray method = bytesOf(request.member(u"method"));
            preset.call.method = method.isEmpty() ? QByteArray("GET") : method;
            readHeaders(request.member(u"header"), preset.call);
            readBody(request.member(u"body"), name, preset.call);
            const JsonValue auth = request.member(u"auth");
            readAuth(auth.kind() == JsonValue::Kind::Object ? auth : inheritedAuth, preset.call);
            readDescription(request.member(u"description"), preset);
        }
        readEvents(item);
        m_out.items.append({folders, preset});
    }

    void readDescription(const JsonValue &description, Preset &preset)
    {
        const QString text = description.kind() == JsonValue::Kind::Object
            ? description.member(u"content").string()
            : description.string();
        for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts))
            preset.comments.append(line.trimmed());
    }

    /// The text in front of the query: of `raw` where there is one, else put together from its pieces.
    QByteArray base(const JsonValue &url)
    {
        QString raw = url.member(u"raw").string();
        if (raw.isEmpty()) {
            const auto joined = [](const JsonValue &list, QChar by) {
                if (list.kind() == JsonValue::Kind::String)
                    return list.string();
                QStringList pieces;
                for (JsonValue piece = list.firstChild(); piece.exists(); piece = piece.next())
                    pieces.append(piece.kind() == JsonValue::Kind::Object ? piece.member(u"value").string()
                                                                          : piece.string());
                return pieces.join(by);
            };
            const QString protocol = url.member(u"protocol").string();
            const QString port = url.member(u"port").text();
            raw = (protocol.isEmpty() ? QStringLiteral("http") : protocol) + QStringLiteral("://")
                + joined(url.member(u"host"), u'.') + (port.isEmpty() ? QString() : u':' + port) + u'/'
                + joined(url.member(u"path"), u'/');
        }
        for (JsonValue variable = url.member(u"variable").firstChild(); variable.exists();
             variable = variable.next()) {
            const QString key = variable.member(u"key").string();
            if (!key.isEmpty())
                raw.replace(QStringLiteral("/:") + key, u'/' + variable.member(u"value").text());
        }
        return wireText(raw.trimmed(), m_asItIs).replace("%23", "#");
    }

    void readUrl(const JsonValue &url, Preset &preset)
    {
        const bool plain = url.kind() == JsonValue::Kind::String;
        QByteArray text = plain ? wireText(url.string().trimmed(), m_asItIs).replace("%23", "#") : base(url);
        const JsonValue query = url.member(u"query");
        const bool listed = query.kind() == JsonValue::Kind::Array;
        if (listed && text.contains('?'))
            text.truncate(text.indexOf('?'));
        // Postman takes http where no scheme is given.
        if (!text.contains("://") && !text.startsWith("{{") && !text.isEmpty())
            text.prepend("http://");
        auto read = readHttpUrl(text);
        if (!read) {
            preset.error = read.error();
            return;
        }
        preset.call = read->call;
        for (JsonValue item = query.firstChild(); listed && item.exists(); item = item.next())
            preset.call.parameters.append({pairOf(item, "&"), Place::Query, !isOn(item.member(u"disabled"))});
    }

    /// A bare key has the value null; the empty value is "".
    QByteArray pairOf(const JsonValue &item, QByteArrayView alsoEncoded) const
    {
        const QByteArray key = wireText(item.member(u"key").string(), m_asItIs, alsoEncoded);
        const JsonValue value = item.member(u"value");
        if (!value.exists() || value.kind() == JsonValue::Kind::Null)
            return key;
        return key + '=' + wireText(value.text(), m_asItIs, alsoEncoded);
    }

    void readHeaders(const JsonValue &list, dcs::Call &call)
    {
        QList<dcs::Header> headers;
        if (list.kind() == JsonValue::Kind::String) {
            for (const QByteArray &line : bytesOf(list).split('\n')) {
                if (const qsizetype colon = line.indexOf(':'); colon > 0)
                    headers.append({line.left(colon).trimmed(), line.mid(colon + 1).trimmed(), true});
            }
        }
        for (JsonValue item = list.firstChild(); item.exists(); item = item.next()) {
            const QByteArray name = bytesOf(item.member(u"key")).trimmed();
            if (!name.isEmpty())
                headers.append(
                    {name, item.member(u"value").text().toUtf8().trimmed(), !isOn(item.member(u"disabled"))});
        }
        const bool hasHost = std::any_of(headers.begin(), headers.end(), [](const dcs::Header &header) {
            return header.sent && QByteArrayView(header.name).compare("Host", Qt::CaseInsensitive) == 0;
        });
        call.headers = hasHost ? headers : call.headers + headers;
    }

    void readBody(const JsonValue &body, const QString &name, dcs::Call &call)
    {
        const QString mode = body.member(u"mode").string();
        if (mode.isEmpty() || mode == u"none" || isOn(body.member(u"disabled")))
            return;
        const auto type = dcs::headerValue(call.headers, "Content-Type");
        if (mode == u"urlencoded") {
            if (!type)
                call.headers.append({"Content-Type", "application/x-www-form-urlencoded", true});
            const JsonValue list = body.member(u"urlencoded");
            if (list.kind() == JsonValue::Kind::String)
                call.parameters += dcs::splitParameters(bytesOf(list), Place::Body);
            for (JsonValue item = list.firstChild(); item.exists(); item = item.next())
                call.parameters.append({pairOf(item, "&=+"), Place::Body, !isOn(item.member(u"disabled"))});
        } else if (mode == u"raw") {
            const QByteArray raw = bytesOf(body.member(u"raw"));
            if (raw.isEmpty())
                return;
            if (!type && body.member(u"options").member(u"raw").member(u"language").string() == u"json")
                call.headers.append({"Content-Type", "application/json", true});
            const auto now = dcs::headerValue(call.headers, "Content-Type");
            if (now && isFormContentType(*now))
                call.parameters += dcs::splitParameters(raw, Place::Body);
            else
                call.opaqueBody = raw;
            if (!now)
                call.headers.append({"Content-Type", "text/plain", true}); // Postman's own default for raw
        } else {
            note(QStringLiteral("“%1”: a body of the kind “%2” was left out.")
                     .arg(dcs::visible(name, 60), dcs::visible(mode, 20)));
        }
    }

    void readAuth(const JsonValue &auth, dcs::Call &call)
    {
        const QString type = auth.member(u"type").string();
        if (type.isEmpty() || type == u"noauth")
            return;
        const JsonValue block = auth.member(type);
        QByteArray value;
        if (type == u"basic") {
            value = "Basic "
                + (authValue(block, u"username") + u':' + authValue(block, u"password")).toUtf8().toBase64();
        } else if (type == u"bearer") {
            value = "Bearer " + authValue(block, u"token").toUtf8();
        } else {
            note(QStringLiteral("Authorization of the kind “%1” was left out.").arg(dcs::visible(type, 30)));
            return;
        }
        if (!dcs::headerValue(call.headers, "Authorization"))
            call.headers.append({"Authorization", value, true});
    }

    PostmanImport m_out;
    bool m_asItIs = false; ///< the item says disableUrlEncoding
};

dcs::Result<dcs::JsonDocument> parse(const QByteArray &text)
{
    const QByteArray bytes = text.startsWith("\xEF\xBB\xBF") ? text.mid(3) : text;
    dcs::JsonDocument document = dcs::JsonDocument::parse(bytes);
    if (const auto &problem = document.problem()) {
        const qint64 line = QByteArrayView(bytes).first(qMin(problem->offset, bytes.size())).count('\n') + 1;
        return dcs::Error{dcs::Errc::InvalidInput,
            QStringLiteral("The Postman file is broken in line %1: %2")
                .arg(QString::number(line), problem->message),
            QStringLiteral("Export it again."), {}};
    }
    return document;
}

} // namespace

dcs::Result<PostmanImport> readPostman(const QByteArray &text)
{
    auto document = parse(text);
    if (!document)
        return document.error();
    JsonValue root = document->root();
    // The API wraps a collection; an export does not.
    if (root.member(u"collection").exists())
        root = root.member(u"collection");
    if (root.member(u"item").kind() != JsonValue::Kind::Array) {
        const bool old = root.member(u"requests").exists();
        return dcs::Error{old ? dcs::Errc::Unsupported : dcs::Errc::InvalidInput,
            old ? QStringLiteral("The collection has the format 1.0.")
                : QStringLiteral("The file is no Postman collection: it has no items."),
            QStringLiteral("Export the collection in the format 2.1."), {}};
    }
    CollectionReader reader;
    reader.read(root);
    return reader.take();
}

bool looksLikePostmanEnvironment(const QByteArray &text)
{
    const auto document = parse(text);
    return document && document->root().member(u"values").kind() == JsonValue::Kind::Array
        && !document->root().member(u"item").exists();
}

dcs::Result<Environment> readPostmanEnvironment(const QByteArray &text)
{
    auto document = parse(text);
    if (!document)
        return document.error();
    const JsonValue values = document->root().member(u"values");
    if (values.kind() != JsonValue::Kind::Array) {
        return dcs::Error{dcs::Errc::InvalidInput,
            QStringLiteral("The file is no Postman environment: it has no values."),
            QStringLiteral("Export the environment again."), {}};
    }
    Environment out;
    out.name = document->root().member(u"name").string();
    for (JsonValue value = values.firstChild(); value.exists(); value = value.next()) {
        const QString key = value.member(u"key").string();
        if (key.isEmpty() || value.member(u"enabled").kind() == JsonValue::Kind::False)
            continue;
        out.values.insert(key, value.member(u"value").text());
        if (value.member(u"type").string() == u"secret")
            out.privateNames.append(key);
    }
    return out;
}

} // namespace interop
