// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "cli/localsandbox.h"

#include "dcs/catalogue.h"

namespace cli {

using namespace Qt::StringLiterals;

dcs::Result<std::unique_ptr<sandbox::Server>> startSandbox(const Context &context)
{
    auto server = std::make_unique<sandbox::Server>(sandbox::Config::standard(),
        sandbox::Server::Options{0, std::nullopt, context.dataFolder + u"/sandbox"_s}, *context.catalogue);
    if (auto started = server->start(); !started)
        return started.error();
    return server;
}

void sendToSandbox(const sandbox::Server &server, dcs::Call &call, dcs::SendOptions &options)
{
    if (call.port == (call.tls ? 443 : 80))
        call.port = 80;
    call.tls = false;
    options.connectTo = dcs::HostPort{u"127.0.0.1"_s, server.port()};
}

} // namespace cli
