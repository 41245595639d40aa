// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/catalogue.h"
#include "dcs/finding.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace dcs {

/// User ID and region that belong together, as found in a cookie or an answer. Null where absent.
struct Ids {
    enum class Source { Amcv, Id, Dcs };

    Source source = Source::Amcv;
    QString mid, uuid, blob, orgId;
    std::optional<qint64> region;
    QByteArray regionHost; ///< from the table; empty for unknown regions
    QString alias; ///< `subdomain` of an /id answer
    QList<Finding> findings; ///< expired region or blob, …
};
QString sourceName(Ids::Source source); ///< amcv id dcs

/// Finds IDs in pasted text: an AMCV cookie value, name=value, a whole Cookie header (raw or
/// percent-encoded), an adobe_mc value, an Analytics hit, an /id answer, a DCS answer (JSON or JSONP), or a
/// HAR with any of these. The best first: an entry with an ID before one without. `nowSeconds` (UNIX) decides
/// what is expired.
Result<QList<Ids>> findIds(QByteArrayView text, const Catalogue &catalogue, qint64 nowSeconds);

} // namespace dcs
