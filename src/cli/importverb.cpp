// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "cli/delivery.h"
#include "cli/exitcode.h"
#include "cli/verbs.h"
#include "dcs/catalogue.h"
#include "dcs/text.h"
#include "interop/environmentwriter.h"
#include "interop/importcalls.h"
#include "store/files.h"
#include "store/workspace.h"

#include <QFileInfo>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

/// The private values go beside the file of --out; standard output is no place for them.
int deliverEnvironment(
    const Arguments &arguments, const Context &context, const interop::Environment &environment)
{
    auto shared = interop::addEnvironment({}, environment, false);
    auto secret = interop::addEnvironment({}, environment, true);
    if (!shared || !secret)
        return context.fail(shared ? secret.error() : shared.error());
    context.tell(u"environment %1, values: %2\n"_s.arg(
        dcs::visible(environment.name), QString::number(environment.values.size())));
    if (environment.privateNames.isEmpty())
        return deliver(arguments, context, *shared);
    if (!arguments.has("out") || arguments.bytes("out") == "-") {
        context.tell(u"note: private values were left out: %1\n"_s.arg(
            dcs::visible(environment.privateNames.join(u", "_s))));
        return deliver(arguments, context, *shared);
    }
    const QString path
        = QFileInfo(arguments.text("out")).path() + u'/' + store::Workspace::environmentFileName(true);
    if (!isFree(path, context))
        return Usage;
    if (const int code = deliver(arguments, context, *shared); code != Ok)
        return code;
    const store::Workspace beside(QFileInfo(path).path());
    if (auto done = beside.writeEnvironmentFile(true, *secret); !done)
        return context.fail(done.error());
    context.tell(u"private values are in %1\n"_s.arg(dcs::visible(path)));
    return Ok;
}

} // namespace

int runImport(const Arguments &arguments, Context &context)
{
    const QString word
        = arguments.operands().size() > 1 ? QString::fromUtf8(arguments.operand(0)) : QString();
    const QByteArray file = arguments.operands().size() > 1 ? arguments.operand(1) : arguments.operand(0);
    const auto named = interop::importFormat(word);
    if ((!word.isEmpty() && !named) || arguments.operands().size() > 2)
        return context.fail(
            {dcs::Errc::Usage, u"There is no format \"%1\" to import."_s.arg(dcs::visible(word)),
                u"Known are url, curl, har, postman, http and csv: dcs import har session.har"_s, {}});
    auto text
        = file.isEmpty() || file == "-" ? context.readInput() : store::readFile(QString::fromUtf8(file));
    if (!text)
        return context.fail(text.error());
    const auto readFile = [](const QString &path) { return store::readFile(path, qint64(64) << 20); };
    auto calls = interop::importCalls(
        *text, named.value_or(interop::recogniseFormat(*text)), *context.catalogue, readFile);
    if (!calls)
        return context.fail(calls.error());
    for (const QString &note : calls->notes)
        context.tell(u"note: "_s + dcs::visible(note, 2000) + u'\n');
    if (calls->environment)
        return deliverEnvironment(arguments, context, *calls->environment);
    if (calls->calls.isEmpty())
        return context.fail({dcs::Errc::InvalidInput, u"There is no call to the DCS in it."_s, {}, {}});
    context.tell(u"%1 calls\n"_s.arg(calls->calls.size()));
    return deliver(arguments, context, interop::writeHttp(*calls));
}

} // namespace cli
