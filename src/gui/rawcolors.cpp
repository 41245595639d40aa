// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/rawcolors.h"

namespace gui {

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Base).lightness() < 128;
}

QColor rawColor(RawKind kind, const QPalette &palette)
{
    const bool dark = isDark(palette);
    switch (kind) {
    case RawKind::Key:
        return dark ? QColor(0x8a, 0xc6, 0xff) : QColor(0x0b, 0x4f, 0x9e);
    case RawKind::String:
        return dark ? QColor(0x9b, 0xd6, 0x8b) : QColor(0x1d, 0x66, 0x20);
    case RawKind::Number:
        return dark ? QColor(0xf0, 0xb0, 0x6a) : QColor(0x8a, 0x45, 0x00);
    case RawKind::Literal:
        return dark ? QColor(0xd7, 0xa9, 0xf5) : QColor(0x76, 0x2a, 0x9c);
    case RawKind::Note:
        return dark ? QColor(0xa0, 0xa6, 0xad) : QColor(0x5c, 0x62, 0x69);
    case RawKind::Odd:
    case RawKind::Bad:
        return dark ? QColor(0xff, 0x9d, 0x94) : QColor(0xa8, 0x12, 0x12);
    default:
        return palette.color(QPalette::Text);
    }
}

QColor matchColor(const QPalette &palette)
{
    return isDark(palette) ? QColor(0x6b, 0x5a, 0x00) : QColor(0xff, 0xe8, 0x80);
}

} // namespace gui
