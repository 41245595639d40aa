// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "sandbox/server.h"

#include "dcs/text.h"
#include "sandbox/certificates.h"
#include "sandbox/connection.h"
#include "sandbox/listener.h"
#include "sandbox/reply.h"

#include <QElapsedTimer>
#include <QHash>
#include <QMetaMethod>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QTimer>

#include <chrono>

namespace sandbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

struct Server::Private : Responder {
    Private(Server &owner, Config config, Options chosen, const dcs::Catalogue &catalogue)
        : server(owner)
        , options(std::move(chosen))
        , simulator(std::move(config), catalogue)
    {
    }

    Response respond(const HttpRequest &request, const Simulator::Arrival &arrival) override;
    Response refuse(const BadRequest &problem) override;
    void began(const QByteArray &user) override;
    void ended(const QByteArray &user) override;

    dcs::Result<void> listen();
    dcs::Result<void> listenSecurely();
    void log(const HttpRequest &request, const Response &response);
    bool isLogged() const { return server.isSignalConnected(QMetaMethod::fromSignal(&Server::served)); }
    void sweep();

    Server &server;
    Options options;
    Simulator simulator;
    QString caFile;
    QTimer *sweeper = nullptr;
    QElapsedTimer clock;
    QHash<QByteArray, int> inFlight; ///< users whose answer takes time, and how many of them
    int races = 0;
    // Last, so that their connections can still say goodbye to everything above.
    std::unique_ptr<Listener> clear;
    std::unique_ptr<Listener> secure;
};

Response Server::Private::respond(const HttpRequest &request, const Simulator::Arrival &arrival)
{
    Response response = simulator.respond(request, arrival);
    if (!response.user.isEmpty() && inFlight.value(response.user) > 0) {
        ++races;
        if (isLogged()) {
            Q_EMIT server.served(
                u"race: a call for user %1 came before the answer to the one before it"_s.arg(
                    QString::fromLatin1(response.user)));
        }
    }
    if (isLogged())
        log(request, response);
    return response;
}

void Server::Private::log(const HttpRequest &request, const Response &response)
{
    const qsizetype question = request.target.indexOf('?');
    // Without the query: p_ signals are neither logged nor stored.
    const QByteArray path = question < 0 ? request.target : request.target.first(question);
    QString line = u"%1 %2 %3 %4 %5 bytes"_s.arg(QString::number(response.status),
        dcs::visible(QString::fromUtf8(request.method), 20),
        dcs::visible(QString::fromUtf8(request.host), 80), dcs::visible(QString::fromUtf8(path), 80),
        QString::number(response.bytes.size()));
    line += u", region %1"_s.arg(response.region);
    if (!response.user.isEmpty())
        line += u", user %1"_s.arg(QString::fromLatin1(response.user));
    for (qsizetype i = 0; i < response.codes.size(); ++i)
        line += (i == 0 ? u", codes "_s : u","_s) + QString::number(response.codes[i]);
    Q_EMIT server.served(line);
}

Response Server::Private::refuse(const BadRequest &problem)
{
    const QByteArray text = problem.reason.toUtf8() + ".\n";
    Response response;
    response.status = problem.status;
    response.bytes = "HTTP/1.1 " + QByteArray::number(problem.status) + ' '
        + reasonPhrase(problem.status).toByteArray()
        + "\r\nContent-Type: text/plain;charset=utf-8\r\nContent-Length: " + QByteArray::number(text.size())
        + "\r\nConnection: close\r\n\r\n" + text;
    response.close = true;
    if (isLogged())
        Q_EMIT server.served(u"%1 %2"_s.arg(QString::number(problem.status), problem.reason));
    return response;
}

void Server::Private::began(const QByteArray &user)
{
    if (!user.isEmpty())
        ++inFlight[user];
}

void Server::Private::ended(const QByteArray &user)
{
    const auto found = inFlight.find(user);
    if (found != inFlight.end() && --*found <= 0)
        inFlight.erase(found);
}

void Server::Private::sweep()
{
    const qint64 now = clock.elapsed();
    for (Listener *listener : {clear.get(), secure.get()}) {
        if (listener)
            listener->expire(now);
    }
}

dcs::Result<void> Server::Private::listen()
{
    const Listener::Limits limits{options.maxConnections, {options.requestMs, options.idleMs}};
    clear = std::make_unique<Listener>(*this, limits);
    if (auto listening = clear->listenOn(options.port); !listening)
        return listening;
    if (options.tlsPort) {
        secure = std::make_unique<Listener>(*this, limits);
        if (auto listening = listenSecurely(); !listening)
            return listening;
    }
    sweeper = new QTimer(&server);
    QObject::connect(sweeper, &QTimer::timeout, sweeper, [this] { sweep(); });
    clock.start();
    sweeper->start(qBound(20, options.requestMs / 4, 1000));
    return {};
}

dcs::Result<void> Server::Private::listenSecurely()
{
    const auto identity = serverIdentity(options.folder, QDateTime::currentDateTimeUtc());
    if (!identity)
        return identity.error();
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificateChain(QSslCertificate::fromData(identity->certificate + identity->authority));
    tls.setPrivateKey(QSslKey(identity->key, QSsl::Ec));
    tls.setPeerVerifyMode(QSslSocket::VerifyNone); // clients need no certificate
    tls.setProtocol(QSsl::TlsV1_2OrLater); // TLS 1.0 and 1.1 Deprecation
    tls.setAllowedNextProtocols({QSslConfiguration::NextProtocolHttp1_1});
    secure->setTls(tls);
    caFile = identity->authorityFile;
    return secure->listenOn(*options.tlsPort);
}

Server::Server(Config config, Options options, const dcs::Catalogue &catalogue, QObject *parent)
    : QObject(parent)
    , m_d(std::make_unique<Private>(*this, std::move(config), std::move(options), catalogue))
{
}

Server::~Server() = default;

dcs::Result<void> Server::start()
{
    return m_d->listen();
}

quint16 Server::port() const
{
    return m_d->clear ? m_d->clear->serverPort() : quint16(0);
}

quint16 Server::tlsPort() const
{
    return m_d->secure ? m_d->secure->serverPort() : quint16(0);
}

QString Server::caFile() const
{
    return m_d->caFile;
}

int Server::races() const
{
    return m_d->races;
}

} // namespace sandbox
