// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "transport/wiremanager.h"

#include "transport/connectionpool.h"
#include "transport/wirereply.h"

#include <QMetaType>

using namespace Qt::StringLiterals;

namespace {

/// What travels from send() to createRequest() inside a QNetworkRequest.
struct WireOrder {
    dcs::WireRequest request;
    dcs::SendOptions options;
};

constexpr auto orderAttribute = QNetworkRequest::User;

} // namespace
Q_DECLARE_METATYPE(WireOrder)

namespace transport {

namespace {

/// The answer to a request that did not come from send(): nothing leaves.
class RefusedReply : public QNetworkReply
{
public:
    RefusedReply(const QNetworkRequest &request, QNetworkAccessManager::Operation operation, QObject *parent)
        : QNetworkReply(parent)
    {
        setRequest(request);
        setUrl(request.url());
        setOperation(operation);
        setOpenMode(QIODevice::ReadOnly);
        setError(ProtocolUnknownError, u"Only prepared wire requests are sent."_s);
        setFinished(true);
        QMetaObject::invokeMethod(
            this,
            [this] {
                Q_EMIT errorOccurred(ProtocolUnknownError);
                Q_EMIT finished();
            },
            Qt::QueuedConnection);
    }

    void abort() override { }

protected:
    qint64 readData(char *, qint64) override { return -1; }
};

} // namespace

WireManager::WireManager(QObject *parent)
    : QNetworkAccessManager(parent)
    , m_pool(std::make_unique<ConnectionPool>())
{
}

WireManager::~WireManager()
{
    const QList<WireReply *> replies = findChildren<WireReply *>(Qt::FindDirectChildrenOnly);
    for (WireReply *reply : replies)
        reply->abort();
    qDeleteAll(findChildren<WireReply *>(
        Qt::FindDirectChildrenOnly)); // before the pool that they give their connection to
}

void WireManager::setKeepConnections(bool keep)
{
    m_pool->setKeeping(keep);
}

bool WireManager::keepConnections() const
{
    return m_pool->isKeeping();
}

WireReply *WireManager::send(const dcs::WireRequest &request, const dcs::SendOptions &options)
{
    QNetworkRequest carrier;
    carrier.setAttribute(orderAttribute, QVariant::fromValue(WireOrder{request, options}));
    return static_cast<WireReply *>(sendCustomRequest(carrier, request.method()));
}

QNetworkReply *WireManager::createRequest(Operation operation, const QNetworkRequest &request, QIODevice *)
{
    const QVariant order = request.attribute(orderAttribute);
    if (order.userType() != qMetaTypeId<WireOrder>())
        return new RefusedReply(
            request, operation, this); // never the base class: that would be a second engine
    const WireOrder &wire = *static_cast<const WireOrder *>(order.constData());
    auto *reply = new WireReply(wire.request, wire.options, *m_pool, this);
    reply->start();
    return reply;
}

} // namespace transport
