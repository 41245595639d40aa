// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/catalogue.h"
#include "dcs/ids.h"
#include "fuzz/require.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto found = dcs::findIds(QByteArrayView(reinterpret_cast<const char *>(data), qsizetype(size)),
        dcs::Catalogue::builtIn(), 1767268800);
    require(!found || !found->isEmpty(), "something found is something");
    return 0;
}
