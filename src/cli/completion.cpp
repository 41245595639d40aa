// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#include "cli/exitcode.h"
#include "cli/verbs.h"
#include "dcs/text.h"

namespace cli {

using namespace Qt::StringLiterals;

namespace {

QStringList optionWords(const Verb &verb)
{
    QStringList words;
    for (const OptionSpec &option : verb.options + commonOptions())
        words += u"--"_s + QLatin1String(option.name);
    return words;
}

QStringList verbWords()
{
    QStringList words;
    for (const Verb &verb : verbs())
        words += QLatin1String(verb.name);
    return words;
}

QString bash()
{
    QString text
        = u"_dcs() {\n    local word=${COMP_WORDS[COMP_CWORD]}\n    if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
          "        COMPREPLY=($(compgen -W \"%1\" -- \"$word\"))\n        return\n    fi\n"
          "    case ${COMP_WORDS[1]} in\n"_s.arg(verbWords().join(u' '));
    for (const Verb &verb : verbs())
        text += u"    %1) [[ $word == -* ]] && COMPREPLY=($(compgen -W \"%2\" -- \"$word\")) ;;\n"_s.arg(
            QLatin1String(verb.name), optionWords(verb).join(u' '));
    return text + u"    esac\n}\ncomplete -o default -F _dcs dcs\n"_s;
}

QString zsh()
{
    QString text = u"#compdef dcs\n_dcs() {\n    if (( CURRENT == 2 )); then\n        local -a verbs=(\n"_s;
    for (const Verb &verb : verbs())
        text += u"            '%1:%2'\n"_s.arg(
            QLatin1String(verb.name), QString::fromLatin1(verb.summary).replace(u'\'', u"'\\''"_s));
    text += u"        )\n        _describe verb verbs\n        return\n    fi\n    case $words[2] in\n"_s;
    for (const Verb &verb : verbs())
        text += u"    %1) compadd -- %2; _files ;;\n"_s.arg(
            QLatin1String(verb.name), optionWords(verb).join(u' '));
    return text + u"    esac\n}\ncompdef _dcs dcs\n"_s;
}

QString fish()
{
    QString text;
    for (const Verb &verb : verbs()) {
        text += u"complete -c dcs -n __fish_use_subcommand -a %1 -d '%2'\n"_s.arg(
            QLatin1String(verb.name), QString::fromLatin1(verb.summary).replace(u'\'', u"\\'"_s));
        for (const OptionSpec &option : verb.options + commonOptions())
            text += u"complete -c dcs -n '__fish_seen_subcommand_from %1' -l %2 %3-d '%4'\n"_s.arg(
                QLatin1String(verb.name), QLatin1String(option.name), option.value ? u"-r "_s : QString(),
                QString::fromLatin1(option.help).replace(u'\'', u"\\'"_s));
    }
    return text;
}

} // namespace

int runCompletion(const Arguments &arguments, Context &context)
{
    const QByteArray shell = arguments.operand(0);
    if (shell == "bash")
        context.print(bash());
    else if (shell == "zsh")
        context.print(zsh());
    else if (shell == "fish")
        context.print(fish());
    else
        return context.fail({dcs::Errc::Usage,
            u"Which shell? \"%1\" is not known."_s.arg(dcs::visible(QString::fromUtf8(shell))),
            u"Known are bash, zsh and fish."_s, {}});
    return Ok;
}

} // namespace cli
