// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "fuzz/require.h"
#include "interop/anycall.h"
#include "interop/curl.h"
#include "interop/httpfile.h"

/// An `.http` file comes out byte for byte, also after a preset was saved without an edit.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    interop::HttpFile file = interop::HttpFile::parse(text);
    require(file.bytes() == text, "reading keeps every byte");
    for (qsizetype i = 0; i < file.presets().size(); ++i) {
        const interop::Preset preset = file.presets()[i];
        file.replace(int(i), preset);
    }
    require(file.bytes() == text, "saving without an edit keeps every byte");
    interop::readAnyCall(text).has_value();
    interop::readCurl(text).has_value();
    return 0;
}
