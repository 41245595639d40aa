// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "dcs/json.h"
#include "support/print.h"

#include <gtest/gtest.h>

#include <sstream>
#include <string>

inline std::string shown(const QByteArray &text)
{
    std::ostringstream out;
    PrintTo(text.left(200), &out);
    return out.str();
}

/// Every value in the order of the text.
inline dcs::JsonValue following(dcs::JsonValue value)
{
    if (const dcs::JsonValue child = value.firstChild(); child.exists())
        return child;
    while (value.exists()) {
        if (const dcs::JsonValue sibling = value.next(); sibling.exists())
            return sibling;
        value = value.parent();
    }
    return {};
}

/// Asks everything that can be asked, so that a sanitizer sees every access; gives the number of values.
inline qsizetype visitAll(const dcs::JsonDocument &document)
{
    using Kind = dcs::JsonValue::Kind;
    qsizetype count = 0;
    for (dcs::JsonValue value = document.root(); value.exists(); value = following(value)) {
        ++count;
        EXPECT_LE(value.begin(), value.end());
        EXPECT_LE(value.end(), document.text().size());
        EXPECT_LE(value.string().size(), value.raw().size());
        EXPECT_EQ(document.value(value.node()), value);
        EXPECT_FALSE(value.path().isEmpty());
        if (value.parent().kind() == Kind::Object) {
            EXPECT_GE(value.rawKey().size(), 2);
            EXPECT_TRUE(value.parent().member(value.key()).exists());
        } else {
            EXPECT_TRUE(value.rawKey().isEmpty());
        }
    }
    return count;
}
