// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "interop/httpwriter.h"

#include "dcs/text.h"
#include "interop/httpblockwriter.h"

namespace interop {

namespace {

/// Whether a body can stand in the file as it is: nothing in it is anything else to one of the programs.
bool isPlainBody(const QByteArray &body)
{
    if (!dcs::isUtf8(body) || body.contains('\r') || body.contains('\0') || body.trimmed() != body)
        return false;
    for (const QByteArray &line : body.split('\n')) {
        const QByteArray text = line.trimmed();
        for (const char *start : {"#", "//", "@", "<", ">", "??", "HTTP/", "===", "/*"}) {
            if (text.startsWith(start))
                return false;
        }
    }
    return true;
}

HttpBlock emptyBlock(const QByteArray &lineEnd)
{
    HttpBlock block;
    block.lines.append({"###", lineEnd, HttpRole::Separator, {}, {}, {}});
    // The DCS answers a call itself; following a redirect or keeping cookies would make another call of it.
    block.lines.append({"# @no-redirect", lineEnd, HttpRole::Directive, "no-redirect", {}, {}});
    block.lines.append({"# @no-cookie-jar", lineEnd, HttpRole::Directive, "no-cookie-jar", {}, {}});
    block.lines.append({"", lineEnd, HttpRole::Request, {}, {}, {}});
    block.preset.call = dcs::Call{};
    block.preset.call.path.clear();
    return block;
}

QByteArray freshBlock(const Preset &preset, const QByteArray &lineEnd)
{
    const HttpBlock empty = emptyBlock(lineEnd);
    const bool plain = !preset.call.opaqueBody || isPlainBody(*preset.call.opaqueBody);
    const QByteArray out = HttpBlockWriter(empty, preset, lineEnd).write(!plain);
    if (!plain || !preset.call.opaqueBody || saysTheSame(readHttpBlock(out, 1).preset, preset))
        return out;
    return HttpBlockWriter(empty, preset, lineEnd).write(true);
}

} // namespace

QByteArray httpLineBytes(QByteArrayView wire)
{
    bool inVariable = false;
    const qsizetype lastClose = wire.lastIndexOf("}}");
    return dcs::escapeBytes(wire, [&, wire](qsizetype at) {
        if (wire.sliced(at).startsWith("{{") && at < lastClose)
            inVariable = true;
        else if (wire.sliced(at).startsWith("}}"))
            inVariable = false;
        const auto byte = static_cast<unsigned char>(wire[at]);
        const bool blank = byte == ' ' && !inVariable;
        return byte == '#' || blank || byte < 0x20 || byte == 0x7f;
    });
}

bool saysTheSame(const Preset &a, const Preset &b)
{
    const auto comparable = [](const Preset &preset) {
        Preset out = preset;
        out.call.fragment.clear();
        out.options.proxy.password.clear();
        out.options.maxBodyBytes = {};
        out.options.maxHeadBytes = {};
        return out;
    };
    const Preset left = comparable(a);
    const Preset right = comparable(b);
    return !left.error && left.call == right.call && left.options == right.options
        && left.title == right.title && left.expectations == right.expectations
        && left.captures == right.captures && left.comments == right.comments;
}

QByteArray rewriteHttpBlock(const HttpBlock &block, const Preset &preset, const QByteArray &lineEnd)
{
    if (!block.preset.error && block.hasRequest) {
        const bool plain = !preset.call.opaqueBody || isPlainBody(*preset.call.opaqueBody);
        const QByteArray out = HttpBlockWriter(block, preset, lineEnd).write(!plain);
        if (saysTheSame(readHttpBlock(out, 1).preset, preset))
            return out;
    }
    return freshBlock(preset, lineEnd);
}

QByteArray writePreset(const Preset &preset)
{
    return freshBlock(preset, "\n");
}

} // namespace interop
