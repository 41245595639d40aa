// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/catalogue.h"
#include "interop/importcalls.h"
#include "support/print.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace {

QByteArray table(int rows)
{
    QByteArray csv = "alias,region,d_uuid,c_a\n";
    for (int i = 0; i < rows; ++i)
        csv += "acme,9," + QByteArray::number(i).rightJustified(38, '0') + ",x y\n";
    return csv;
}

} // namespace

TEST(WriteHttp, WhatWasImportedIsReadAgainCallForCall)
{
    const auto calls = interop::importCalls(table(3), interop::ImportFormat::Csv, dcs::Catalogue::builtIn());
    ASSERT_TRUE(calls);
    interop::ImportedCalls withVariables = *calls;
    withVariables.variables.insert(u"host"_s, u"acme"_s);

    const interop::HttpFile file = interop::HttpFile::parse(interop::writeHttp(withVariables));

    ASSERT_EQ(file.presets().size(), 3);
    EXPECT_EQ(file.variables().value(u"host"_s), u"acme"_s);
    for (int i = 0; i < 3; ++i) {
        EXPECT_EQ(file.presets()[i].call, calls->calls[i].preset.call) << i;
        EXPECT_EQ(file.presets()[i].name, calls->calls[i].preset.name) << i;
        EXPECT_FALSE(file.presets()[i].error) << i;
    }
}

// Reading every block anew for each one that is added took minutes here.
TEST(WriteHttp, ManyThousandCallsAreWrittenInOneGo)
{
    const auto calls
        = interop::importCalls(table(20000), interop::ImportFormat::Csv, dcs::Catalogue::builtIn());
    ASSERT_TRUE(calls);

    const QByteArray text = interop::writeHttp(*calls);

    EXPECT_EQ(interop::HttpFile::parse(text).presets().size(), 20000);
}
