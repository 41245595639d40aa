// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/result.h"
#include "interop/curl.h"
#include "interop/environment.h"
#include "interop/httpfile.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace dcs {
class Catalogue;
}

namespace interop {

enum class ImportFormat { Url, Curl, Har, Postman, Http, Csv };
QString formatName(ImportFormat format); ///< url curl har postman http csv
std::optional<ImportFormat> importFormat(QStringView name);
/// The format that a text has, whatever its file is called.
ImportFormat recogniseFormat(const QByteArray &text);

struct ImportedCall {
    QStringList folders; ///< from the root down
    Preset preset;
};

/// What a text brings in, to be looked at before anything is kept.
struct ImportedCalls {
    QList<ImportedCall> calls;
    QMap<QString, QString> variables;
    std::optional<Environment> environment; ///< the text was one, and holds no calls
    QStringList notes; ///< what cannot be represented, and what was left out and why
};

/// Reads calls of any format; an environment of Postman, too. Names are made unique. A CSV has one call a
/// row: the columns `alias`, `region`, `method` and `name` say what they say, every other column is a
/// parameter's key and its cells plain text; an empty cell is no parameter.
dcs::Result<ImportedCalls> importCalls(const QByteArray &text, ImportFormat format,
    const dcs::Catalogue &catalogue, const CurlFileReader &readFile = {});

/// The calls as one `.http` file.
QByteArray writeHttp(const ImportedCalls &calls);

} // namespace interop
