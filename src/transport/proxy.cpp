// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "transport/proxy.h"

#include <QNetworkProxyFactory>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace transport {

dcs::SendOptions::Proxy systemProxy(bool tls, const QString &host, quint16 port)
{
    using Kind = dcs::SendOptions::Proxy::Kind;
    QUrl url;
    url.setScheme(tls ? u"https"_s : u"http"_s);
    url.setHost(host);
    url.setPort(port);
    const QList<QNetworkProxy> proxies = QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(url));
    for (const QNetworkProxy &proxy : proxies) {
        const bool http
            = proxy.type() == QNetworkProxy::HttpProxy || proxy.type() == QNetworkProxy::HttpCachingProxy;
        if (http || proxy.type() == QNetworkProxy::Socks5Proxy)
            return {http ? Kind::Http : Kind::Socks5, proxy.hostName(), proxy.port(), proxy.user(),
                proxy.password()};
        if (proxy.type() == QNetworkProxy::NoProxy)
            break;
    }
    return {};
}

} // namespace transport
