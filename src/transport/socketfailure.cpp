// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "transport/socketfailure.h"

#include "dcs/text.h"

using namespace Qt::StringLiterals;

namespace transport {

dcs::Failure connectFailure(
    QAbstractSocket::SocketError error, const QString &systemText, const QString &where, bool proxy)
{
    const auto failure = [&](const QString &message, const QString &remedy) {
        const auto kind = proxy ? dcs::Failure::Kind::Proxy : dcs::Failure::Kind::Connect;
        return dcs::Failure{kind, message.arg(proxy ? u"the proxy %1"_s.arg(where) : where),
            proxy ? u"Check host and port of the proxy."_s : remedy, false};
    };
    switch (error) {
    case QAbstractSocket::ConnectionRefusedError:
        return failure(u"The connection to %1 was refused: nothing listens there."_s,
            u"Check the port, and whether the server (the sandbox, for example) is running."_s);
    case QAbstractSocket::SocketAccessError:
        return failure(u"This machine does not allow a connection to %1."_s, u"Check its firewall."_s);
    case QAbstractSocket::SocketTimeoutError:
        return failure(
            u"No answer to the connection to %1."_s, u"Check the host, the network and any firewall."_s);
    case QAbstractSocket::RemoteHostClosedError:
        return failure(
            u"The connection to %1 was closed before anything was sent."_s, u"Check host and port."_s);
    default:
        return failure(u"No connection to %1: "_s + dcs::visible(systemText, 200).replace(u'%', u' ') + u'.',
            u"Check the network of this machine, and whether a proxy is needed."_s);
    }
}

} // namespace transport
