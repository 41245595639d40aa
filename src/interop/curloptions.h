// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>

#include <optional>

namespace interop {

/// What an option of curl does to a call.
enum class CurlEffect {
    Ignored, ///< nothing: output, progress, what is the default here
    LeftOut, ///< something that cannot be taken over: named in the notes
    Cacert,
    Cert,
    Compressed,
    ConnectTo,
    Cookie,
    Data,
    DataRaw,
    DataUrlencode,
    Get,
    GlobOff,
    Head,
    Header,
    Insecure,
    Ipv4,
    Ipv6,
    Json,
    Key,
    Location,
    MaxRedirects,
    MaxTime,
    Next,
    NoProxy,
    OtherHttp,
    PathAsIs,
    Proxy,
    ProxyUser,
    Range,
    Referer,
    Request,
    RequestTarget,
    Resolve,
    Socks5,
    Url,
    UrlQuery,
    User,
    UserAgent,
    Bearer,
};

struct CurlOption {
    const char *name; ///< without --
    char letter; ///< or 0
    bool takesValue;
    CurlEffect effect;
};

/// By long name; an unambiguous beginning is enough, as curl has it.
std::optional<CurlOption> findCurlOption(QByteArrayView name);
std::optional<CurlOption> findCurlOption(char letter);

} // namespace interop
