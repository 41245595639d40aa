// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "transport/proxy.h"

#include <QNetworkProxyFactory>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace transport {

QNetworkProxy explicitProxy(const dcs::SendOptions::Proxy &proxy)
{
    switch (proxy.kind) {
    case dcs::SendOptions::Proxy::Kind::Http:
        // The socket tunnels by CONNECT, clear text as well: a proxy that is asked for a URL must replace
        // Host by the URL's authority (RFC 9112 3.2.2), and the alias would be lost.
        return QNetworkProxy(QNetworkProxy::HttpProxy, proxy.host, proxy.port, proxy.user, proxy.password);
    case dcs::SendOptions::Proxy::Kind::Socks5:
        return QNetworkProxy(QNetworkProxy::Socks5Proxy, proxy.host, proxy.port, proxy.user, proxy.password);
    case dcs::SendOptions::Proxy::Kind::None:
    case dcs::SendOptions::Proxy::Kind::System:
        break;
    }
    return QNetworkProxy(QNetworkProxy::NoProxy);
}

QNetworkProxy systemProxy(bool tls, const QString &host, quint16 port)
{
    QUrl url;
    url.setScheme(tls ? u"https"_s : u"http"_s);
    url.setHost(host);
    url.setPort(port);
    const QList<QNetworkProxy> proxies = QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(url));
    for (QNetworkProxy proxy : proxies) {
        if (proxy.type() == QNetworkProxy::HttpCachingProxy)
            proxy.setType(QNetworkProxy::HttpProxy);
        if (proxy.type() == QNetworkProxy::HttpProxy || proxy.type() == QNetworkProxy::Socks5Proxy)
            return proxy;
    }
    return QNetworkProxy(QNetworkProxy::NoProxy);
}

} // namespace transport
