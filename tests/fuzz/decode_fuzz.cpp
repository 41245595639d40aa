// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/catalogue.h"
#include "dcs/check.h"
#include "dcs/decode.h"
#include "dcs/encode.h"
#include "fuzz/require.h"

/// A pasted URL and a pasted request: reading, checking, mending and writing never crash, and what can be
/// sent comes out byte for byte.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    const dcs::Catalogue &catalogue = dcs::Catalogue::builtIn();
    for (const dcs::Result<dcs::Call> &call : {dcs::decodeUrl(text), dcs::decodeRequest(text)}) {
        if (!call)
            continue;
        for (const dcs::Finding &finding : dcs::check(*call, catalogue))
            dcs::check(dcs::applyMend(*call, finding, catalogue), catalogue);
        dcs::identities(*call);
        dcs::signalsOf(*call, catalogue);
        dcs::optionsOf(*call, catalogue);
        const auto request = dcs::encode(*call);
        if (!request)
            continue;
        const auto again = dcs::decode(*request);
        require(again.has_value(), "decode(encode(call)) succeeds");
        const auto bytes = dcs::encode(*again);
        require(bytes && bytes->bytes == request->bytes, "encode(decode(bytes)) == bytes");
    }
    return 0;
}
