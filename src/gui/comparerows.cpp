// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/comparerows.h"

#include "dcs/catalogue.h"

#include <QCoreApplication>
#include <QLocale>

namespace gui {

namespace {

using Kind = dcs::Difference::Kind;
using Part = dcs::Difference::Part;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(gui::Comparison)
};

// The sign tells what the colour alone would not.
QString kindText(Kind kind)
{
    switch (kind) {
    case Kind::Added:
        return Text::tr("+ added");
    case Kind::Removed:
        return Text::tr("− removed");
    case Kind::Changed:
        return Text::tr("≠ changed");
    case Kind::Moved:
        break;
    }
    return Text::tr("↷ moved");
}

QString partText(Part part)
{
    switch (part) {
    case Part::Request:
        return Text::tr("request");
    case Part::Status:
        return Text::tr("status");
    case Part::Headers:
        return Text::tr("headers");
    case Part::Answer:
        break;
    }
    return Text::tr("answer");
}

} // namespace

Comparison Comparison::of(
    const interop::Comparable &before, const interop::Comparable &after, const dcs::DiffOptions &options)
{
    Comparison comparison;
    for (const dcs::Difference &difference :
        interop::compare(before, after, dcs::Catalogue::builtIn(), options)) {
        comparison.rows.append({kindText(difference.kind), partText(difference.part), difference.path,
            difference.before, difference.after});
        int &count = difference.kind == Kind::Added ? comparison.added
            : difference.kind == Kind::Removed      ? comparison.removed
            : difference.kind == Kind::Changed      ? comparison.changed
                                                    : comparison.moved;
        ++count;
    }
    return comparison;
}

QString Comparison::summary() const
{
    if (rows.isEmpty())
        return Text::tr("No difference.");
    const QLocale locale;
    return Text::tr("Added %1, removed %2, changed %3, moved %4.")
        .arg(locale.toString(added), locale.toString(removed), locale.toString(changed),
            locale.toString(moved));
}

} // namespace gui
