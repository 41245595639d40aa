// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/session.h"

#include "interop/proxytext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace gui {

using namespace Qt::StringLiterals;

namespace {

// Wire bytes need not be UTF-8, so they are kept as Base64.
QJsonValue bytesValue(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QByteArray bytesOf(const QJsonValue &value)
{
    return QByteArray::fromBase64(value.toString().toLatin1());
}

QJsonObject callObject(const dcs::Call &call)
{
    QJsonArray parameters;
    for (const dcs::Parameter &parameter : call.parameters)
        parameters.append(QJsonArray{bytesValue(parameter.wire), int(parameter.place), parameter.sent});
    QJsonArray headers;
    for (const dcs::Header &header : call.headers)
        headers.append(QJsonArray{bytesValue(header.name), bytesValue(header.value), header.sent});
    QJsonObject object{{u"method"_s, bytesValue(call.method)}, {u"tls"_s, call.tls},
        {u"connectHost"_s, bytesValue(call.connectHost)}, {u"port"_s, call.port},
        {u"path"_s, bytesValue(call.path)}, {u"parameters"_s, parameters},
        {u"fragment"_s, bytesValue(call.fragment)}, {u"headers"_s, headers}};
    if (call.opaqueBody)
        object.insert(u"opaqueBody"_s, bytesValue(*call.opaqueBody));
    return object;
}

dcs::Call callOf(const QJsonObject &object)
{
    dcs::Call call;
    call.method = bytesOf(object[u"method"_s]);
    call.tls = object[u"tls"_s].toBool(true);
    call.connectHost = bytesOf(object[u"connectHost"_s]);
    call.port = quint16(object[u"port"_s].toInt(443));
    call.path = bytesOf(object[u"path"_s]);
    call.fragment = bytesOf(object[u"fragment"_s]);
    for (const QJsonValue &value : object[u"parameters"_s].toArray()) {
        const QJsonArray item = value.toArray();
        const int place = std::clamp(item.at(1).toInt(), 0, int(dcs::Parameter::Place::Body));
        call.parameters.append({bytesOf(item.at(0)), dcs::Parameter::Place(place), item.at(2).toBool(true)});
    }
    for (const QJsonValue &value : object[u"headers"_s].toArray()) {
        const QJsonArray item = value.toArray();
        call.headers.append({bytesOf(item.at(0)), bytesOf(item.at(1)), item.at(2).toBool(true)});
    }
    if (object.contains(u"opaqueBody"_s))
        call.opaqueBody = bytesOf(object[u"opaqueBody"_s]);
    return call;
}

QJsonObject optionsObject(const dcs::SendOptions &options)
{
    QJsonObject object{{u"timeoutMs"_s, double(options.timeout.count())},
        {u"proxyChoice"_s, int(options.proxy.kind)}, {u"proxyHost"_s, options.proxy.host},
        {u"proxyPort"_s, options.proxy.port}, {u"proxyUser"_s, options.proxy.user},
        {u"caFile"_s, options.caFile}, {u"clientCertificate"_s, options.clientCertificateFile},
        {u"clientKey"_s, options.clientKeyFile}, {u"cookies"_s, int(options.cookies)},
        {u"ipVersion"_s, int(options.ipVersion)}, {u"redirects"_s, options.followRedirects}};
    if (interop::isReference(options.proxy.password))
        object.insert(u"proxyPassword"_s, options.proxy.password);
    if (options.connectTo) {
        object.insert(u"connectToHost"_s, options.connectTo->host);
        object.insert(u"connectToPort"_s, options.connectTo->port);
    }
    return object;
}

dcs::SendOptions optionsOf(const QJsonObject &object)
{
    dcs::SendOptions options;
    options.timeout = std::chrono::milliseconds(qint64(object[u"timeoutMs"_s].toDouble(30000)));
    options.proxy.kind = dcs::SendOptions::Proxy::Kind(std::clamp(object[u"proxyChoice"_s].toInt(), 0, 4));
    options.proxy.host = object[u"proxyHost"_s].toString();
    options.proxy.port = quint16(object[u"proxyPort"_s].toInt());
    options.proxy.user = object[u"proxyUser"_s].toString();
    options.caFile = object[u"caFile"_s].toString();
    options.clientCertificateFile = object[u"clientCertificate"_s].toString();
    options.clientKeyFile = object[u"clientKey"_s].toString();
    options.proxy.password = object[u"proxyPassword"_s].toString();
    options.cookies = dcs::SendOptions::Cookies(std::clamp(object[u"cookies"_s].toInt(), 0, 2));
    options.ipVersion = dcs::SendOptions::IpVersion(std::clamp(object[u"ipVersion"_s].toInt(), 0, 2));
    options.followRedirects = object[u"redirects"_s].toInt();
    if (object.contains(u"connectToHost"_s))
        options.connectTo = dcs::HostPort{
            object[u"connectToHost"_s].toString(), quint16(object[u"connectToPort"_s].toInt())};
    return options;
}

} // namespace

QByteArray writeSession(const Session &session)
{
    QJsonArray calls;
    for (const SavedCall &saved : session.calls) {
        calls.append(QJsonObject{{u"call"_s, callObject(saved.draft.call)},
            {u"options"_s, optionsObject(saved.draft.options)}, {u"sandbox"_s, saved.draft.sandbox},
            {u"expectations"_s, QJsonArray::fromStringList(saved.draft.expectations)},
            {u"name"_s, saved.name}, {u"path"_s, saved.path}, {u"index"_s, saved.index},
            {u"sha256"_s, bytesValue(saved.sha256)}, {u"folder"_s, saved.folder},
            {u"text"_s, bytesValue(saved.text)}, {u"modified"_s, saved.modified}, {u"part"_s, saved.part}});
    }
    return QJsonDocument(QJsonObject{{u"version"_s, 1}, {u"current"_s, session.current}, {u"calls"_s, calls}})
        .toJson();
}

dcs::Result<Session> readSession(const QByteArray &bytes)
{
    QJsonParseError problem;
    const QJsonObject object = QJsonDocument::fromJson(bytes, &problem).object();
    if (problem.error != QJsonParseError::NoError)
        return dcs::Error{dcs::Errc::InvalidInput,
            QCoreApplication::translate("gui::Session", "The calls that were open last time cannot be read."),
            {}, problem.errorString()};
    Session session;
    session.current = object[u"current"_s].toInt();
    for (const QJsonValue &value : object[u"calls"_s].toArray()) {
        const QJsonObject item = value.toObject();
        SavedCall saved;
        saved.draft.call = callOf(item[u"call"_s].toObject());
        saved.draft.options = optionsOf(item[u"options"_s].toObject());
        saved.draft.sandbox = item[u"sandbox"_s].toBool();
        for (const QJsonValue &line : item[u"expectations"_s].toArray())
            saved.draft.expectations.append(line.toString());
        saved.name = item[u"name"_s].toString();
        saved.path = item[u"path"_s].toString();
        saved.index = item[u"index"_s].toInt(-1);
        saved.sha256 = bytesOf(item[u"sha256"_s]);
        saved.folder = item[u"folder"_s].toString();
        saved.text = bytesOf(item[u"text"_s]);
        saved.modified = item[u"modified"_s].toBool();
        saved.part = item[u"part"_s].toInt();
        session.calls.append(saved);
    }
    return session;
}

} // namespace gui
