// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "cli/recording.h"

#include "batch/cookiefile.h"
#include "cli/exitcode.h"
#include "dcs/text.h"

namespace cli {

using namespace Qt::StringLiterals;

dcs::Result<std::unique_ptr<store::History>> openRecording(const Arguments &arguments, const Context &context)
{
    if (arguments.has("no-history"))
        return std::unique_ptr<store::History>();
    auto opened = store::History::open(context.dataFolder);
    if (opened && !(*opened)->openNotice().isEmpty())
        context.tell(u"note: "_s + dcs::visible((*opened)->openNotice()) + u'\n');
    return opened;
}

int afterCookies(batch::CookieFile &cookies, Context &context, int code)
{
    const auto written = cookies.wait();
    if (written)
        return code;
    const int failed = context.fail(written.error());
    return code == Ok ? failed : code;
}

} // namespace cli
