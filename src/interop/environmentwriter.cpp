// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "interop/environmentwriter.h"

#include "dcs/text.h"
#include "interop/environmenttext.h"

namespace interop {

dcs::Result<QByteArray> addEnvironment(
    const QByteArray &file, const Environment &environment, bool privateOne)
{
    auto text = EnvironmentText::read(file,
        privateOne ? QStringLiteral("http-client.private.env.json") : QStringLiteral("http-client.env.json"));
    if (!text)
        return text.error();
    if (text->has(environment.name)) {
        return dcs::Error{dcs::Errc::Conflict,
            QStringLiteral("There is an environment “%1” already.").arg(dcs::visible(environment.name, 60)),
            QStringLiteral("Rename one of the two; an import never overwrites."), {}};
    }
    text->addEnvironment(environment.name);
    for (auto value = environment.values.cbegin(); value != environment.values.cend(); ++value) {
        if (environment.privateNames.contains(value.key()) == privateOne)
            text->setValue(environment.name, value.key(), value.value());
    }
    if (environment.live && !privateOne)
        text->setFlag(environment.name, QStringLiteral("dcs-live"), true);
    return text->bytes();
}

} // namespace interop
