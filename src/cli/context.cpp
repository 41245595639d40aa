// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#include "cli/context.h"

#include "cli/exitcode.h"
#include "dcs/text.h"

namespace cli {

using namespace Qt::StringLiterals;

int Context::fail(const dcs::Error &error) const
{
    QString text = paint(u"dcs: "_s, "1") + dcs::visible(error.message, 2000) + u'\n';
    if (!error.remedy.isEmpty())
        text += u"     "_s + dcs::visible(error.remedy, 2000) + u'\n';
    tell(text);
    return exitCodeOf(error);
}

dcs::Result<QByteArray> readAll(std::FILE *stream)
{
    constexpr qsizetype most = qsizetype(1) << 30;
    QByteArray out;
    for (;;) {
        const qsizetype before = out.size();
        const qsizetype step = qMax(qsizetype(1) << 16, before);
        out.resize(before + step);
        const qsizetype got = qsizetype(std::fread(out.data() + before, 1, size_t(step), stream));
        out.resize(before + got);
        if (std::ferror(stream))
            return dcs::Error{dcs::Errc::Unreadable, u"Standard input cannot be read."_s, {}, {}};
        if (out.size() > most)
            return dcs::Error{dcs::Errc::TooLarge, u"Standard input is larger than 1 GiB."_s, {}, {}};
        if (got < step)
            return out;
    }
}

QString Context::paint(const QString &text, const char *style) const
{
    return colour ? u"\x1b["_s + QLatin1String(style) + u'm' + text + u"\x1b[0m"_s : text;
}

} // namespace cli
