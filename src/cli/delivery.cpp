// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#include "cli/delivery.h"

#include "cli/exitcode.h"
#include "dcs/text.h"
#include "store/files.h"

#include <QFileInfo>

namespace cli {

using namespace Qt::StringLiterals;

bool isFree(const QString &path, const Context &context)
{
    if (!QFileInfo::exists(path))
        return true;
    context.fail({dcs::Errc::Usage, u"\"%1\" exists."_s.arg(dcs::visible(path)),
        u"Name another file, or remove that one first."_s, {}});
    return false;
}

int deliver(const Arguments &arguments, const Context &context, const QByteArray &bytes)
{
    if (!arguments.has("out") || arguments.bytes("out") == "-") {
        context.out(bytes);
        return Ok;
    }
    const QString path = arguments.text("out");
    if (!isFree(path, context))
        return Usage;
    if (auto done = store::writeFile(path, bytes); !done)
        return context.fail(done.error());
    return Ok;
}

} // namespace cli
