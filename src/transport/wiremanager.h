// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/sendoptions.h"
#include "dcs/wirerequest.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <memory>

namespace transport {

class ConnectionPool;
class WireReply;

/// A QNetworkAccessManager whose replies are ours: each writes one prepared wire request to one socket, once,
/// and parses the answer strictly. The stock engine rewrites bytes and resends unanswered events, so it is
/// never used: no jar, no redirects, no HTTP/2. Belongs to its thread.
class WireManager : public QNetworkAccessManager
{
    Q_OBJECT
public:
    explicit WireManager(QObject *parent = nullptr);
    ~WireManager() override; ///< what is under way finishes with Failure::Aborted

    /// Kept connections are reused for the next request to the same destination with the same options. Off by
    /// default; a batch switches it on. A connection with anything unread on it is closed instead.
    void setKeepConnections(bool keep);
    bool keepConnections() const;

    /// Sends the request; the caller deletes the reply. Most want an ExchangeJob instead.
    WireReply *send(const dcs::WireRequest &request, const dcs::SendOptions &options);

protected:
    /// The request must carry a WireRequest and SendOptions (see send()); anything else is refused.
    QNetworkReply *createRequest(
        Operation operation, const QNetworkRequest &request, QIODevice *body) override;

private:
    std::unique_ptr<ConnectionPool> m_pool;
};

} // namespace transport
