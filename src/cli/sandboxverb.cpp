// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#include "cli/exitcode.h"
#include "cli/interrupt.h"
#include "cli/verbs.h"
#include "dcs/catalogue.h"
#include "dcs/jsonwriter.h"
#include "dcs/text.h"
#include "sandbox/choices.h"
#include "sandbox/server.h"
#include "store/files.h"

#include <QEventLoop>

#include <cstdio>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

dcs::Result<sandbox::Config> readConfig(const Arguments &arguments, const Context &context)
{
    sandbox::Config config = sandbox::Config::standard();
    if (arguments.has("config")) {
        auto bytes = arguments.bytes("config") == "-"
            ? context.readInput()
            : store::readFile(arguments.text("config"), qint64(16) << 20);
        if (!bytes)
            return bytes.error();
        auto read = sandbox::Config::read(*bytes);
        if (!read)
            return read.error();
        config = *read;
    }
    if (arguments.has("fault")) {
        config.fault = arguments.text("fault");
        if (!sandbox::Config::faultKinds().contains(config.fault))
            return dcs::Error{dcs::Errc::Usage,
                u"There is no fault \"%1\"."_s.arg(dcs::visible(config.fault)),
                u"Known are: %1."_s.arg(sandbox::Config::faultKinds().join(u", "_s)), {}};
    }
    return config;
}

dcs::Result<quint16> port(const Arguments &arguments, const char *name)
{
    auto number = arguments.number(name, 0, 65535);
    if (!number)
        return number.error();
    return quint16(*number);
}

} // namespace

QString sandboxChoices()
{
    QString text
        = u"\nWhere Adobe's documentation is silent or contradicts itself the simulator makes a choice;\n"
          "the real servers may do otherwise:\n"_s;
    for (const sandbox::Choice &choice : sandbox::choices())
        text += u"  "_s + choice.question + u":\n      "_s + choice.choice + u'\n';
    return text;
}

int runSandbox(const Arguments &arguments, Context &context)
{
    auto config = readConfig(arguments, context);
    if (!config)
        return context.fail(config.error());
    sandbox::Server::Options options{0, quint16(0), context.dataFolder + u"/sandbox"_s};
    if (arguments.has("port")) {
        auto number = port(arguments, "port");
        if (!number)
            return context.fail(number.error());
        options.port = *number;
    }
    if (arguments.has("tls-port")) {
        auto number = port(arguments, "tls-port");
        if (!number)
            return context.fail(number.error());
        options.tlsPort = *number;
    }

    sandbox::Server server(*config, options, *context.catalogue);
    const Interrupt interrupt;
    QEventLoop loop;
    QObject::connect(&interrupt, &Interrupt::interrupted, &loop, &QEventLoop::quit);
    if (arguments.has("log"))
        QObject::connect(&server, &sandbox::Server::served, &loop,
            [&context](const QString &line) { context.tell(dcs::visible(line, -1) + u'\n'); });
    if (auto started = server.start(); !started)
        return context.fail(started.error());

    dcs::JsonWriter out(0);
    out.beginObject().key(u"http").value(u"127.0.0.1:%1"_s.arg(server.port()));
    out.key(u"https")
        .value(u"127.0.0.1:%1"_s.arg(server.tlsPort()))
        .key(u"ca")
        .value(server.caFile())
        .endObject();
    context.out(out.take());
    std::fflush(stdout);
    loop.exec();
    return Interrupted;
}

} // namespace cli
