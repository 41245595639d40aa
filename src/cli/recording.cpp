// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "cli/recording.h"

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

} // namespace cli
