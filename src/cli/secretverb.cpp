// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#include "cli/exitcode.h"
#include "cli/keychainanswer.h"
#include "cli/output.h"
#include "cli/verbs.h"
#include "interop/secretmark.h"

#include <termios.h>
#include <unistd.h>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

/// While it lives, what is typed at the terminal is not shown.
class HiddenTyping
{
public:
    HiddenTyping()
        : m_isTerminal(isatty(STDIN_FILENO) != 0 && tcgetattr(STDIN_FILENO, &m_before) == 0)
    {
        if (!m_isTerminal)
            return;
        termios hidden = m_before;
        hidden.c_lflag &= ~tcflag_t(ECHO);
        tcsetattr(STDIN_FILENO, TCSANOW, &hidden);
    }
    ~HiddenTyping()
    {
        if (m_isTerminal)
            tcsetattr(STDIN_FILENO, TCSANOW, &m_before);
    }
    HiddenTyping(const HiddenTyping &) = delete;
    HiddenTyping &operator=(const HiddenTyping &) = delete;

    bool isTerminal() const { return m_isTerminal; }

private:
    termios m_before{};
    bool m_isTerminal;
};

/// The value from standard input, never from the arguments, which every user of the machine can read.
dcs::Result<QString> readValue(const Context &context, const QString &name)
{
    const HiddenTyping hidden;
    if (hidden.isTerminal())
        context.tell(u"Value of \"%1\" (not shown), then Enter and Ctrl+D: "_s.arg(name));
    auto bytes = context.readInput();
    if (hidden.isTerminal())
        context.tell(u"\n"_s);
    if (!bytes)
        return bytes.error();
    QString value = QString::fromUtf8(*bytes);
    if (value.endsWith(u'\n'))
        value.chop(1);
    if (value.endsWith(u'\r'))
        value.chop(1);
    if (value.isEmpty())
        return dcs::Error{dcs::Errc::Usage, u"There is no value on standard input."_s,
            u"For example: printf %s \"$TOKEN\" | dcs secret set %1"_s.arg(name), {}};
    return value;
}

int list(const Arguments &arguments, const Context &context, const store::Keychain &keychain)
{
    if (isJson(arguments)) {
        printJsonRows(context, arguments, keychain.names(), [](dcs::JsonWriter &out, const QString &name) {
            out.beginObject().key(u"name").value(name).endObject();
        });
        return Ok;
    }
    for (const QString &name : keychain.names())
        context.print(name + u'\n');
    return Ok;
}

} // namespace

int runSecret(const Arguments &arguments, Context &context)
{
    const QByteArray action = arguments.operands().isEmpty() ? "list" : arguments.operand(0);
    store::Keychain keychain(context.dataFolder);
    if (action == "list" && arguments.operands().size() <= 1)
        return list(arguments, context, keychain);
    if ((action != "set" && action != "remove") || arguments.operands().size() != 2)
        return context.fail({dcs::Errc::Usage, u"dcs secret lists, sets or removes one secret."_s,
            u"For example: dcs secret set proxy-password, with the value on standard input."_s, {}});
    const QString name = QString::fromUtf8(arguments.operand(1));
    if (!interop::isSecretName(name))
        return context.fail(interop::noSecretName(name));
    if (action == "remove") {
        const auto removed = removeSecret(keychain, name);
        return removed ? int(Ok) : context.fail(removed.error());
    }
    const auto value = readValue(context, name);
    if (!value)
        return context.fail(value.error());
    const auto written = writeSecret(keychain, name, *value);
    if (!written)
        return context.fail(written.error());
    context.tell(u"Stored. Name it in an environment or a preset: {{$keychain %1}}\n"_s.arg(name));
    return Ok;
}

} // namespace cli
