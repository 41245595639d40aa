// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

// What stands around a call: the environment, the variables of its file and of the command line.

#include "cli/callinput.h"
#include "dcs/text.h"
#include "interop/environment.h"
#include "interop/httpfile.h"
#include "store/files.h"
#include "store/workspace.h"

#include <QDir>
#include <QFileInfo>

namespace cli {

using namespace Qt::StringLiterals;

QString environmentFolder(const Context &context, const QString &preset)
{
    const QString presetFile = preset.isEmpty() ? QString() : preset.left(preset.lastIndexOf(u'#'));
    const QString root = QDir::cleanPath(QFileInfo(context.workspaceFolder).absoluteFilePath());
    QString at = presetFile.isEmpty() ? root : QFileInfo(presetFile).absolutePath();
    while (true) {
        for (const bool secret : {false, true}) {
            if (QFileInfo::exists(at + u'/' + store::Workspace::environmentFileName(secret)))
                return at;
        }
        if (!at.startsWith(root + u'/'))
            return root;
        at = at.section(u'/', 0, -2);
    }
}

dcs::Result<interop::Environment> readEnvironment(
    const Arguments &arguments, const Context &context, const QString &preset)
{
    const QString folder = environmentFolder(context, preset);
    const store::Workspace workspace(folder);
    auto shared = workspace.environmentFile(false);
    auto secret = workspace.environmentFile(true);
    if (!shared)
        return shared.error();
    if (!secret)
        return secret.error();
    auto environments = interop::readEnvironments(*shared, *secret);
    if (!environments)
        return environments.error();
    const QString name = arguments.text("env");
    QStringList names;
    for (const interop::Environment &environment : *environments) {
        if (environment.name == name)
            return environment;
        names += environment.name;
    }
    return dcs::Error{dcs::Errc::NotFound, u"There is no environment \"%1\"."_s.arg(name),
        names.isEmpty() ? u"\"%1\" has no http-client.env.json."_s.arg(folder)
                        : u"Known are: %1."_s.arg(names.join(u", "_s)),
        {}};
}

dcs::Result<QMap<QString, QString>> readVariables(const Arguments &arguments)
{
    QMap<QString, QString> out;
    for (const QByteArray &pair : arguments.all("var")) {
        const qsizetype equals = pair.indexOf('=');
        if (equals <= 0)
            return dcs::Error{dcs::Errc::Usage,
                u"--var is \"%1\", which is not NAME=VALUE."_s.arg(dcs::visible(QString::fromUtf8(pair))),
                u"For example: --var user=4711"_s, {}};
        out.insert(QString::fromUtf8(pair.left(equals)), QString::fromUtf8(pair.mid(equals + 1)));
    }
    return out;
}

dcs::Result<Surroundings> readSurroundings(
    const Arguments &arguments, const Context &context, const QString &preset)
{
    Surroundings out;
    out.folder = environmentFolder(context, preset);
    if (arguments.has("env")) {
        const auto environment = readEnvironment(arguments, context, preset);
        if (!environment)
            return environment.error();
        out.values = environment->values;
        out.sending = environment->sending;
        if (arguments.has("sandbox"))
            out.sending.remove(u"dcs-proxy"_s); // it would not find the simulator on this machine
    }
    // The file's own @variables win over the environment, as in httpyac; the command line wins over both.
    if (!preset.isEmpty()) {
        const QString path = preset.left(preset.lastIndexOf(u'#'));
        if (auto bytes = store::readFile(path))
            out.values.insert(interop::HttpFile::parse(*bytes).variables());
    }
    const auto given = readVariables(arguments);
    if (!given)
        return given.error();
    out.values.insert(*given);
    return out;
}

} // namespace cli
