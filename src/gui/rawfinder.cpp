// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/rawfinder.h"

#include "dcs/jsonscan.h"
#include "dcs/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace gui {

namespace {

constexpr qsizetype windowBytes = 256 * 1024;
constexpr qsizetype overlapBytes
    = 16 * 1024; // the longest match of a regular expression that is surely found
constexpr qsizetype behindBytes = 256; // what a look-behind and a ^ may see before the window
constexpr qsizetype stopBytes = 1 << 20;

char lowered(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c + 32) : c;
}

bool isAscii(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
}

int sequenceLength(const char *at, const char *end)
{
    return static_cast<signed char>(*at) >= 0 ? 1 : std::max(1, dcs::jsonscan::utf8Length(at, end));
}

// The byte behind `chars` UTF-16 units from `at` in the text that rawWindowText() makes.
qsizetype advance(QByteArrayView bytes, qsizetype at, qsizetype chars)
{
    const char *end = bytes.data() + bytes.size();
    while (chars > 0 && at < bytes.size()) {
        const int length = sequenceLength(bytes.data() + at, end);
        at += length;
        chars -= length == 4 ? 2 : 1;
    }
    return at;
}

qsizetype onBoundary(QByteArrayView bytes, qsizetype at)
{
    for (int i = 0; i < 3 && at > 0 && at < bytes.size() && (bytes[at] & 0xc0) == 0x80; ++i)
        --at;
    return at;
}

} // namespace

QString rawWindowText(QByteArrayView bytes)
{
    if (dcs::isUtf8(bytes) && !bytes.startsWith("\xef\xbb\xbf"))
        return QString::fromUtf8(bytes);
    QString text;
    text.reserve(bytes.size());
    const char *end = bytes.data() + bytes.size();
    for (const char *at = bytes.data(); at < end;) {
        const int length = sequenceLength(at, end);
        if (length == 1)
            text
                += static_cast<signed char>(*at) >= 0 ? QLatin1Char(*at) : QChar(QChar::ReplacementCharacter);
        else if (QByteArrayView(at, length) == QByteArrayView("\xef\xbb\xbf"))
            text += QChar(QChar::ByteOrderMark);
        else
            text += QString::fromUtf8(at, length);
        at += length;
    }
    return text;
}

RawFinder::RawFinder(const RawPattern &pattern)
{
    m_usesRegex = pattern.regex || (!pattern.matchCase && !isAscii(pattern.text));
    prepareRegex(pattern);
    if (!m_usesRegex)
        prepareBytes(pattern.text.toUtf8(), pattern.matchCase);
}

void RawFinder::prepareBytes(const QByteArray &needle, bool matchCase)
{
    for (size_t i = 0; i < m_fold.size(); ++i)
        m_fold[i] = matchCase ? char(i) : lowered(char(i));
    m_needle = matchCase ? needle : needle.toLower();
    m_skip.fill(std::max<qsizetype>(1, m_needle.size()));
    for (qsizetype i = 0; i + 1 < m_needle.size(); ++i)
        m_skip[uchar(m_needle[i])] = m_needle.size() - 1 - i;
}

void RawFinder::prepareRegex(const RawPattern &pattern)
{
    // ^ and $ stand for lines: a text that is looked at in windows has no other beginning.
    QRegularExpression::PatternOptions options = QRegularExpression::MultilineOption;
    if (!pattern.matchCase)
        options |= QRegularExpression::CaseInsensitiveOption;
    if (!isAscii(pattern.text))
        options |= QRegularExpression::UseUnicodePropertiesOption;
    m_regex.setPatternOptions(options);
    m_regex.setPattern(pattern.regex ? pattern.text : QRegularExpression::escape(pattern.text));
    if (!m_regex.isValid())
        m_problem = QCoreApplication::translate("gui::RawFinder", "Character %1: %2.")
                        .arg(QString::number(m_regex.patternErrorOffset() + 1), m_regex.errorString());
}

bool RawFinder::find(QByteArrayView bytes, const Take &take, const Stopped &stopped)
{
    if (!m_problem.isEmpty())
        return false;
    return m_usesRegex ? findRegex(bytes, take, stopped) : findBytes(bytes, take, stopped);
}

// Horspool's search over folded bytes.
bool RawFinder::findBytes(QByteArrayView bytes, const Take &take, const Stopped &stopped) const
{
    const qsizetype length = m_needle.size();
    if (length == 0)
        return true;
    qsizetype ask = stopBytes;
    for (qsizetype at = 0; at + length <= bytes.size();) {
        if (at >= ask) {
            ask = at + stopBytes;
            if (stopped && stopped())
                return true;
        }
        const char last = m_fold[uchar(bytes[at + length - 1])];
        qsizetype same = 0;
        if (last == m_needle[length - 1]) {
            while (same < length - 1 && m_fold[uchar(bytes[at + same])] == m_needle[same])
                ++same;
        }
        if (same == length - 1 && last == m_needle[length - 1]) {
            if (!take({at, length}))
                return true;
            at += length;
        } else {
            at += m_skip[uchar(last)];
        }
    }
    return true;
}

bool RawFinder::findRegex(QByteArrayView bytes, const Take &take, const Stopped &stopped)
{
    // The window's text is sound by its making; looking at all of it again for each match would take for
    // ever.
    constexpr auto checked = QRegularExpression::DontCheckSubjectStringMatchOption;
    qsizetype from = 0;
    while (from < bytes.size()) {
        if (stopped && stopped())
            return true;
        const qsizetype begin = onBoundary(bytes, std::max<qsizetype>(0, from - behindBytes));
        const qsizetype end = onBoundary(bytes, std::min(bytes.size(), from + windowBytes));
        const bool last = end >= bytes.size();
        const qsizetype until = last ? bytes.size() : onBoundary(bytes, end - overlapBytes);
        const QByteArrayView window = bytes.sliced(begin, end - begin);
        const QString text = rawWindowText(window);
        qsizetype byte = from - begin;
        qsizetype unit = rawWindowText(window.first(byte)).size();
        while (unit <= text.size()) {
            const QRegularExpressionMatch match
                = m_regex.match(text, unit, QRegularExpression::NormalMatch, checked);
            if (!match.isValid()) {
                m_problem = QCoreApplication::translate(
                    "gui::RawFinder", "This expression takes too long. Make it more definite.");
                return false;
            }
            if (!match.hasMatch())
                break;
            byte = advance(window, byte, match.capturedStart() - unit);
            if (begin + byte >= until)
                break;
            const qsizetype matchEnd = advance(window, byte, match.capturedLength());
            if (matchEnd == byte) { // an empty match is nothing to show
                const qsizetype next = advance(window, byte, 1);
                unit = match.capturedStart() + (next - byte == 4 ? 2 : 1);
                byte = next;
                continue;
            }
            if (!take({begin + byte, matchEnd - byte}))
                return true;
            byte = matchEnd;
            unit = match.capturedEnd();
        }
        from = std::max(until, begin + byte);
        if (last)
            return true;
    }
    return true;
}

} // namespace gui
