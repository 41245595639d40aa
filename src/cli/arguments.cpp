// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#include "cli/arguments.h"

#include "dcs/text.h"

#include <algorithm>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

const OptionSpec *findOption(const OptionTable &options, QByteArrayView name)
{
    const auto it = std::find_if(options.begin(), options.end(),
        [name](const OptionSpec &option) { return name == QByteArrayView(option.name); });
    return it == options.end() ? nullptr : &*it;
}

const OptionSpec *findLetter(const OptionTable &options, char letter)
{
    const auto it = std::find_if(options.begin(), options.end(),
        [letter](const OptionSpec &option) { return option.letter == letter; });
    return it == options.end() ? nullptr : &*it;
}

dcs::Error unknownOption(QByteArrayView word)
{
    return {dcs::Errc::Usage, u"Unknown option \"%1\"."_s.arg(dcs::visible(QString::fromUtf8(word))),
        u"--help lists the options of the verb; an operand that begins with a dash stands behind \"--\"."_s,
        {}};
}

} // namespace

dcs::Result<Arguments> Arguments::parse(
    const QList<QByteArray> &words, const OptionTable &options, int callAt)
{
    Arguments out;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QByteArray &word = words[i];
        if (word == "--") {
            out.m_operands += words.sliced(i + 1);
            break;
        }
        if (word.size() < 2 || !word.startsWith('-')) {
            out.m_operands.append(word);
            if (word == "curl" && out.m_operands.size() == callAt + 1) {
                out.m_curlWords = words.sliced(i + 1);
                break;
            }
            continue;
        }

        const bool isLong = word.startsWith("--");
        const qsizetype equals = isLong ? word.indexOf('=') : -1;
        const QByteArray name = isLong ? word.mid(2, equals < 0 ? -1 : equals - 2) : word.mid(1);
        const OptionSpec *option = isLong ? findOption(options, name)
            : name.size() == 1            ? findLetter(options, name[0])
                                          : nullptr;
        if (!option)
            return unknownOption(word);
        if (!option->value) {
            if (equals >= 0)
                return dcs::Error{dcs::Errc::Usage,
                    u"Option --%1 takes no value."_s.arg(QLatin1String(option->name)), {}, {}};
            out.m_values[option->name].append(QByteArray());
        } else if (equals >= 0) {
            out.m_values[option->name].append(word.mid(equals + 1));
        } else if (i + 1 < words.size()) {
            out.m_values[option->name].append(words[++i]);
        } else {
            return dcs::Error{dcs::Errc::Usage,
                u"Option --%1 needs a value: --%1 %2."_s.arg(
                    QLatin1String(option->name), QLatin1String(option->value)),
                {}, {}};
        }
    }
    return out;
}

Arguments Arguments::withoutFirstOperand() const
{
    Arguments out = *this;
    if (!out.m_operands.isEmpty())
        out.m_operands.removeFirst();
    return out;
}

Arguments Arguments::withOperand(const QByteArray &word) const
{
    Arguments out = *this;
    out.m_operands.append(word);
    return out;
}

QByteArray Arguments::bytes(const char *name) const
{
    const QList<QByteArray> values = m_values.value(name);
    return values.isEmpty() ? QByteArray() : values.last();
}

dcs::Result<qint64> Arguments::number(const char *name, qint64 least, qint64 most) const
{
    bool ok = false;
    const qint64 value = bytes(name).toLongLong(&ok);
    if (ok && value >= least && value <= most)
        return value;
    return dcs::Error{dcs::Errc::Usage,
        u"--%1 is \"%2\", which is no whole number from %3 to %4."_s.arg(
            QLatin1String(name), dcs::visible(text(name)), QString::number(least), QString::number(most)),
        {}, {}};
}

dcs::Result<double> Arguments::decimal(const char *name, double least, double most) const
{
    bool ok = false;
    const double value = bytes(name).toDouble(&ok);
    if (ok && value >= least && value <= most)
        return value;
    return dcs::Error{dcs::Errc::Usage,
        u"--%1 is \"%2\", which is no number from %3 to %4."_s.arg(
            QLatin1String(name), dcs::visible(text(name)), QString::number(least), QString::number(most)),
        {}, {}};
}

} // namespace cli
