// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/call.h"
#include "dcs/result.h"
#include "dcs/sendoptions.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace interop {

/// One request of an `.http` file: a preset.
struct Preset {
    QString name; ///< of `# @name`, else the title behind ###, else "METHOD path"
    QString title; ///< text behind ###
    QStringList comments; ///< comment lines that are no directives, without marker
    dcs::Call call; ///< switched-off parameters included; {{variables}} unresolved
    QStringList expectations; ///< `# @expect` lines
    QStringList captures; ///< `# @capture name = expression` lines
    dcs::SendOptions options; ///< of `# @connect-to`, `# @timeout`, `# @proxy`, `# @cookies`, `# @ca` …
    bool asksInsecure = false; ///< `# @no-reject-unauthorized`: kept for other programs, not obeyed here
    int line = 0; ///< of the request line, from 1
    std::optional<dcs::Error> error; ///< a block that cannot be read stays in the list, with line and reason
};

/// An `.http` file as a lossless sequence of blocks: text that nobody changed comes out byte for byte,
/// comments, order, line ends and lines it does not know included.
class HttpFile
{
public:
    static HttpFile parse(const QByteArray &bytes);

    const QList<Preset> &presets() const { return m_presets; }
    const QMap<QString, QString> &variables() const { return m_variables; } ///< `@name = value` lines
    int indexOf(QStringView name) const; ///< by name or title; -1

    /// Rewrites only the lines of that preset that differ from what it now says.
    void replace(int index, const Preset &preset);
    void append(const Preset &preset);
    void remove(int index) { remove(QList<int>{index}); }
    void remove(const QList<int> &indexes); ///< all at once: a long file is read again once
    void move(int from, int to);
    /// The request's bytes as they stand in the file, its ### line and the blank lines behind it included.
    QByteArray text(int index) const;
    /// Puts bytes of text(), of this file or another, before the request `index`; behind the last one at the
    /// end. Returns the place of the request, or -1 if the bytes hold none.
    int insertText(int index, const QByteArray &text);
    QByteArray bytes() const;

private:
    struct Block {
        QByteArray bytes;
        int preset = -1; ///< index into m_presets; -1: comments and variables only
    };
    void readBlocks();
    void readLastBlocks(qsizetype first);
    qsizetype blockOf(int index) const;
    void closeSeam(qsizetype block);
    void endWithBlankLine(Block &block) const;

    QList<Block> m_blocks; ///< joined they are the file
    QList<Preset> m_presets;
    QMap<QString, QString> m_variables;
    QByteArray m_lineEnd = "\n";
    int m_lineCount = 0; ///< line ends in all blocks
};

/// One block in the dialect that VS Code REST Client, JetBrains and httpyac all run: a parameter a line, bare
/// keys on their neighbour's line, switched-off parameters and directives as comments.
QByteArray writePreset(const Preset &preset);

} // namespace interop
