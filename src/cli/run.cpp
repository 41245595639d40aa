// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#include "cli/exitcode.h"
#include "cli/verbs.h"
#include "dcs/text.h"
#include "store/files.h"

#include <QDir>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

QString optionLine(const OptionSpec &option)
{
    QString left = u"  "_s;
    if (option.letter)
        left += u"-"_s + QLatin1Char(option.letter) + u", "_s;
    left += u"--"_s + QLatin1String(option.name);
    if (option.value)
        left += u' ' + QLatin1String(option.value);
    return left.leftJustified(30) + (left.size() >= 30 ? u" "_s : QString()) + QLatin1String(option.help)
        + u'\n';
}

QString helpOf(const Verb &verb)
{
    QString text = u"dcs %1: %2\n\nUsage: dcs %1 [OPTIONS] %3\n\nExample:\n  %4\n\nOptions:\n"_s.arg(
        QLatin1String(verb.name), QLatin1String(verb.summary), QLatin1String(verb.operands),
        QLatin1String(verb.example));
    for (const OptionSpec &option : verb.options)
        text += optionLine(option);
    for (const OptionSpec &option : commonOptions())
        text += optionLine(option);
    text += u"\nExit codes: 0 done, 1 an expectation or check failed, 2 wrong usage or unreadable input,\n"
            "3 no complete answer, 4 the DCS refused, 5 local storage failed, 130 interrupted.\n"_s;
    return text + (verb.more ? verb.more() : QString());
}

QString helpOfAll()
{
    QString text = u"dcs: build, send and inspect calls to Audience Manager's Data Collection Servers\n\n"
                   "Usage: dcs VERB [OPTIONS] [OPERAND]\n\nVerbs:\n"_s;
    for (const Verb &verb : verbs())
        text += u"  "_s + QLatin1String(verb.name).toString().leftJustified(12) + QLatin1String(verb.summary)
            + u'\n';
    return text + u"\n\"dcs VERB --help\" says more, with an example. dcs --version prints the version.\n"_s;
}

const Verb *findVerb(QByteArrayView name)
{
    for (const Verb &verb : verbs()) {
        if (name == QByteArrayView(verb.name))
            return &verb;
    }
    return nullptr;
}

dcs::Result<void> applyCommon(const Arguments &arguments, Context &context, bool outIsTerminal)
{
    const QByteArray when = arguments.has("color") ? arguments.bytes("color") : "auto";
    if (when != "auto" && when != "always" && when != "never")
        return dcs::Error{dcs::Errc::Usage,
            u"--color is \"%1\"."_s.arg(dcs::visible(arguments.text("color"))),
            u"It is auto, always or never."_s, {}};
    context.colour
        = when == "always" || (when == "auto" && outIsTerminal && qEnvironmentVariableIsEmpty("NO_COLOR"));
    context.dataFolder = store::dataFolder(arguments.text("data-dir"));
    context.workspaceFolder = arguments.has("workspace") ? arguments.text("workspace") : QDir::currentPath();
    return {};
}

} // namespace

int run(const QList<QByteArray> &words, Context &context, bool outIsTerminal)
{
    if (words.isEmpty()) {
        context.tell(helpOfAll());
        return Usage;
    }
    if (words[0] == "--help" || words[0] == "-h" || words[0] == "help") {
        const Verb *verb = findVerb(words.value(1));
        context.print(verb ? helpOf(*verb) : helpOfAll());
        return Ok;
    }
    if (words[0] == "--version") {
        context.print(u"dcs "_s + QLatin1String(DCS_VERSION) + u'\n');
        return Ok;
    }
    const Verb *verb = findVerb(words[0]);
    if (!verb)
        return context.fail(
            {dcs::Errc::Usage, u"There is no verb \"%1\"."_s.arg(dcs::visible(QString::fromUtf8(words[0]))),
                u"\"dcs --help\" lists them."_s, {}});
    auto arguments = Arguments::parse(words.sliced(1), verb->options + commonOptions(), verb->callAt);
    if (!arguments)
        return context.fail(arguments.error());
    if (arguments->has("help")) {
        context.print(helpOf(*verb));
        return Ok;
    }
    if (verb->mostOperands >= 0 && arguments->operands().size() > verb->mostOperands)
        return context.fail({dcs::Errc::Usage,
            u"\"%1\" is one word too many."_s.arg(
                dcs::visible(QString::fromUtf8(arguments->operand(verb->mostOperands)), 100)),
            u"\"dcs %1 --help\" shows what it takes; a word with blanks or | in it stands in quotation marks."_s
                .arg(QLatin1String(verb->name)),
            {}});
    if (auto done = applyCommon(*arguments, context, outIsTerminal); !done)
        return context.fail(done.error());
    return verb->run(*arguments, context);
}

} // namespace cli
