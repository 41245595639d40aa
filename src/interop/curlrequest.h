// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "interop/curl.h"
#include "interop/curloptions.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <optional>

namespace interop {

/// What the options of a curl command say up to --next: becomes a call for each URL.
class CurlRequest
{
public:
    explicit CurlRequest(const CurlFileReader &readFile)
        : m_readFile(&readFile)
    {
    }

    void addUrl(const QByteArray &url) { m_urls.append(url); }
    void apply(CurlEffect effect, const QString &spelling, const QByteArray &value);
    void takeBack(CurlEffect effect); ///< --no-x for a switch --x
    void note(const QString &text);
    dcs::Result<QList<CurlCall>> calls() const;

private:
    void addHeader(const QByteArray &line);
    void addData(const QByteArray &piece, bool asJson = false);
    void addUrlencoded(const QByteArray &value);
    void addUrlQuery(const QByteArray &value);
    void addCookie(const QByteArray &value);
    std::optional<QByteArray> dataOf(const QByteArray &value, const QString &spelling);
    std::optional<QByteArray> fileBytes(const QByteArray &path, const QString &spelling);
    void setProxy(const QByteArray &value, dcs::SendOptions::Proxy::Kind kind);
    void setTime(const QString &spelling, const QByteArray &value);

    dcs::Result<CurlCall> call(const QByteArray &url) const;
    QByteArray urlWithQuery(QByteArray url) const;
    void putHeaders(dcs::Call &call, const QByteArray &authorization) const;
    void putBody(dcs::Call &call) const;
    void putConnection(CurlCall &out) const;
    bool isRemoved(QByteArrayView name) const;
    const dcs::Header *custom(QByteArrayView name) const;

    const CurlFileReader *m_readFile;
    QList<QByteArray> m_urls;
    QByteArray m_method;
    QList<dcs::Header> m_headers; ///< in the order given
    QList<QByteArray> m_removed; ///< names of -H 'Name:'
    std::optional<QByteArray> m_data;
    QList<QByteArray> m_urlQuery;
    std::optional<QByteArray> m_userAgent, m_referer, m_user, m_bearer, m_range, m_requestTarget;
    QList<QByteArray> m_cookies;
    QList<QByteArray> m_resolve, m_connectTo;
    QByteArray m_noProxy;
    dcs::SendOptions m_options;
    int m_maxRedirects = 50;
    bool m_get = false, m_head = false, m_json = false, m_compressed = false, m_location = false,
         m_globOff = false, m_pathAsIs = false;
    QStringList m_notes;
};

} // namespace interop
