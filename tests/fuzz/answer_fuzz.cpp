// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/answer.h"
#include "dcs/catalogue.h"
#include "dcs/json.h"
#include "fuzz/require.h"
#include "transport/responseparser.h"

/// A body, a whole response, and JSON: never a crash, and every value lies inside the text.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    const dcs::Catalogue &catalogue = dcs::Catalogue::builtIn();
    dcs::Answer::parse(text, {}, catalogue);

    transport::ResponseParser whole, pieces;
    whole.feed(text);
    whole.finish(true);
    for (const char &byte : text)
        pieces.feed(QByteArrayView(&byte, 1));
    pieces.finish(true);
    require(whole.status() == pieces.status() && whole.body() == pieces.body(),
        "pieces give the same answer as the whole");

    const dcs::JsonDocument document = dcs::JsonDocument::parse(text);
    for (dcs::JsonValue value = document.root(); value.exists(); value = value.firstChild()) {
        require(value.begin() >= 0 && value.end() <= text.size() && value.begin() <= value.end(),
            "a value lies in the text");
        value.text();
        value.key();
        if (value.size() > 1)
            value.at(value.size() - 1).path();
    }
    return 0;
}
