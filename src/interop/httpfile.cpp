// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "interop/httpfile.h"

#include "interop/httpblock.h"
#include "interop/httpwriter.h"

namespace interop {

namespace {

constexpr char byteOrderMark[] = "\xEF\xBB\xBF";

int countLines(QByteArrayView bytes)
{
    return int(bytes.count('\n'));
}

/// The beginning of the line at `at`; the blank lines before a ### belong to the request above it.
QByteArrayView lineAt(QByteArrayView bytes, qsizetype at)
{
    const QByteArrayView rest = bytes.sliced(at, qMin(bytes.size() - at, qsizetype(200)));
    const qsizetype feed = rest.indexOf('\n');
    return feed < 0 ? rest : rest.first(feed);
}

/// The line end that the file has, taken from its first line.
QByteArray lineEndOf(QByteArrayView bytes)
{
    const qsizetype feed = bytes.indexOf('\n');
    return feed > 0 && bytes[feed - 1] == '\r' ? "\r\n" : "\n";
}

/// Where the lines of `@name = value` at the head of a file end: they belong to the file, not to its first
/// request.
qsizetype variablesEnd(const HttpBlock &block)
{
    qsizetype at = 0;
    qsizetype end = 0;
    for (const HttpLine &line : block.lines) {
        if (line.role == HttpRole::Request || line.role == HttpRole::Separator
            || line.role == HttpRole::Directive)
            break;
        at += line.text.size() + line.end.size();
        if (line.role == HttpRole::Variable || (line.role == HttpRole::Blank && end > 0))
            end = at;
    }
    return end;
}

} // namespace

HttpFile HttpFile::parse(const QByteArray &bytes)
{
    HttpFile file;
    file.m_lineEnd = lineEndOf(bytes);
    if (bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF")) {
        Preset broken;
        broken.line = 1;
        broken.error = dcs::Error{dcs::Errc::InvalidInput, QStringLiteral("Line 1: the file is UTF-16."),
            QStringLiteral("Save it as UTF-8."), {}};
        file.m_blocks = {{bytes, 0}};
        file.m_presets = {broken};
        return file;
    }
    qsizetype at = 0;
    if (bytes.startsWith(byteOrderMark)) {
        file.m_blocks.append({byteOrderMark, -1});
        at = 3;
    }
    while (at < bytes.size()) {
        qsizetype end = at;
        do {
            const qsizetype feed = bytes.indexOf('\n', end);
            end = feed < 0 ? bytes.size() : feed + 1;
        } while (end < bytes.size() && !isHttpSeparator(lineAt(bytes, end)));
        file.m_blocks.append({bytes.mid(at, end - at), -1});
        at = end;
    }
    file.readBlocks();
    return file;
}

void HttpFile::readBlocks()
{
    m_presets.clear();
    m_variables.clear();
    int line = 1;
    for (qsizetype i = 0; i < m_blocks.size(); ++i) {
        HttpBlock block = readHttpBlock(m_blocks.at(i).bytes, line);
        m_blocks[i].preset = -1;
        if (block.hasRequest && m_presets.isEmpty()) {
            if (const qsizetype cut = variablesEnd(block); cut > 0) {
                const QByteArray bytes = m_blocks.at(i).bytes;
                m_blocks[i].bytes = bytes.left(cut);
                m_blocks.insert(i + 1, {bytes.mid(cut), -1});
                block = readHttpBlock(m_blocks.at(i).bytes, line);
            }
        }
        m_variables.insert(block.variables);
        if (block.hasRequest) {
            m_blocks[i].preset = int(m_presets.size());
            m_presets.append(block.preset);
        }
        line += countLines(m_blocks.at(i).bytes);
    }
    m_lineCount = line - 1;
}

// What was added at the end changes nothing before it, so a long file is not read again for each request.
void HttpFile::readLastBlocks(qsizetype first)
{
    int line = m_lineCount + 1;
    for (qsizetype i = first; i < m_blocks.size(); ++i) {
        Block &at = m_blocks[i];
        const HttpBlock block = readHttpBlock(at.bytes, line);
        m_variables.insert(block.variables);
        if (at.preset >= 0) {
            m_presets[at.preset] = block.preset;
        } else if (block.hasRequest) {
            at.preset = int(m_presets.size());
            m_presets.append(block.preset);
        }
        line += countLines(at.bytes);
    }
    m_lineCount = line - 1;
}

qsizetype HttpFile::blockOf(int index) const
{
    for (qsizetype i = 0; i < m_blocks.size(); ++i) {
        if (m_blocks.at(i).preset == index && index >= 0)
            return i;
    }
    return -1;
}

int HttpFile::indexOf(QStringView name) const
{
    for (qsizetype i = 0; i < m_presets.size(); ++i) {
        if (m_presets.at(i).name == name)
            return int(i);
    }
    for (qsizetype i = 0; i < m_presets.size(); ++i) {
        if (m_presets.at(i).title == name)
            return int(i);
    }
    return -1;
}

// Where two blocks meet, the first must end its line and the second begin with ###.
void HttpFile::closeSeam(qsizetype block)
{
    bool preceded = false;
    for (qsizetype i = 0; i < block; ++i)
        preceded = preceded || m_blocks.at(i).preset >= 0;
    if (block < 0 || block >= m_blocks.size())
        return;
    QByteArray &bytes = m_blocks[block].bytes;
    if (preceded && !isHttpSeparator(bytes))
        bytes.prepend("###" + m_lineEnd);
    if (block > 0 && m_blocks.at(block - 1).bytes != byteOrderMark) {
        QByteArray &before = m_blocks[block - 1].bytes;
        if (!before.isEmpty() && !before.endsWith('\n'))
            before += m_lineEnd;
    }
}

void HttpFile::replace(int index, const Preset &changed)
{
    Preset preset = changed;
    preset.options.insecure = false; // for one call only: no file says it
    const qsizetype at = blockOf(index);
    if (at < 0)
        return;
    const Preset &before = m_presets.at(index);
    if (before.name == preset.name && before.title == preset.title && before.comments == preset.comments
        && before.call == preset.call && before.expectations == preset.expectations
        && before.captures == preset.captures && before.options == preset.options)
        return;
    const HttpBlock block = readHttpBlock(m_blocks.at(at).bytes, 1);
    QByteArray bytes = rewriteHttpBlock(block, preset, m_lineEnd);
    // The first request of a file needs no ###, and the last line may lack its end; others do not.
    if (at + 1 < m_blocks.size() && !bytes.endsWith('\n'))
        bytes += m_lineEnd;
    m_blocks[at].bytes = bytes;
    readBlocks();
}

void HttpFile::append(const Preset &preset)
{
    const bool first = m_presets.isEmpty();
    const qsizetype last = m_blocks.size() - 1;
    if (last >= 0) {
        m_lineCount -= countLines(m_blocks.at(last).bytes);
        endWithBlankLine(m_blocks[last]);
    }
    m_blocks.append({rewriteHttpBlock({}, preset, m_lineEnd), -1});
    if (first)
        readBlocks();
    else
        readLastBlocks(last);
}

void HttpFile::endWithBlankLine(Block &block) const
{
    QByteArray &bytes = block.bytes;
    if (bytes == byteOrderMark)
        return;
    if (!bytes.endsWith('\n'))
        bytes += m_lineEnd;
    if (!bytes.endsWith(m_lineEnd + m_lineEnd) && bytes != m_lineEnd)
        bytes += m_lineEnd;
}

QByteArray HttpFile::text(int index) const
{
    const qsizetype at = blockOf(index);
    return at < 0 ? QByteArray() : m_blocks.at(at).bytes;
}

int HttpFile::insertText(int index, const QByteArray &text)
{
    if (!readHttpBlock(text, 1).hasRequest)
        return -1;
    const qsizetype before = blockOf(index);
    const qsizetype at = before < 0 ? m_blocks.size() : before;
    m_blocks.insert(at, {text, -1});
    if (at + 1 < m_blocks.size())
        endWithBlankLine(m_blocks[at]);
    if (at > 0 && m_blocks.at(at - 1).preset >= 0)
        endWithBlankLine(m_blocks[at - 1]);
    const int place = before < 0 ? int(m_presets.size()) : index;
    m_blocks[at].preset = place; // so that what follows needs its ###
    for (qsizetype i = at; i < m_blocks.size() && i <= at + 1; ++i)
        closeSeam(i);
    readBlocks();
    return place;
}

void HttpFile::remove(const QList<int> &indexes)
{
    m_blocks.removeIf(
        [&](const Block &block) { return block.preset >= 0 && indexes.contains(block.preset); });
    readBlocks();
}

void HttpFile::move(int from, int to)
{
    const qsizetype source = blockOf(from);
    const qsizetype target = blockOf(to);
    if (source < 0 || target < 0 || source == target)
        return;
    m_blocks.move(source, target);
    for (qsizetype i = 0; i < m_blocks.size(); ++i)
        closeSeam(i);
    readBlocks();
}

QByteArray HttpFile::bytes() const
{
    QByteArray out;
    for (const Block &block : m_blocks)
        out += block.bytes;
    return out;
}

} // namespace interop
