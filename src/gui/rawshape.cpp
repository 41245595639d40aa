// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/rawshape.h"

#include "dcs/jsonscan.h"

#include <QChar>

#include <algorithm>

namespace gui {

namespace {

using namespace Qt::StringLiterals;

bool isInvisible(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return c == 0xa0; // a blank that is none
    }
}

char32_t codePoint(const char *at, int length)
{
    constexpr unsigned masks[] = {0, 0x7f, 0x1f, 0x0f, 0x07};
    char32_t c = uchar(*at) & masks[length];
    for (int i = 1; i < length; ++i)
        c = c << 6 | (uchar(at[i]) & 0x3f);
    return c;
}

class Shaper
{
public:
    explicit Shaper(RawShape &shape)
        : m_shape(shape)
    {
    }

    void add(QByteArrayView bytes, RawKind kind);
    void finish();

private:
    void put(const QString &text, RawKind kind, bool ascii);
    void put(QChar c, RawKind kind);
    void run(qsizetype length, RawKind kind, bool ascii);

    RawShape &m_shape;
    int m_byte = 0;
};

void Shaper::run(qsizetype length, RawKind kind, bool ascii)
{
    std::vector<RawShape::Run> &runs = m_shape.runs;
    if (!runs.empty() && runs.back().kind == kind && runs.back().ascii == ascii)
        runs.back().length += int(length);
    else
        runs.push_back({int(m_shape.text.size() - length), int(length), kind, ascii});
}

void Shaper::put(const QString &text, RawKind kind, bool ascii)
{
    m_shape.text += text;
    m_shape.bytes.insert(m_shape.bytes.end(), size_t(text.size()), m_byte);
    run(text.size(), kind, ascii);
}

void Shaper::put(QChar c, RawKind kind)
{
    m_shape.text += c;
    m_shape.bytes.push_back(m_byte);
    run(1, kind, true);
}

void Shaper::add(QByteArrayView bytes, RawKind kind)
{
    const char *const end = bytes.data() + bytes.size();
    for (const char *at = bytes.data(); at < end;) {
        const auto byte = uchar(*at);
        if (byte >= 0x20 && byte < 0x7f) {
            put(QLatin1Char(*at++), kind);
            ++m_byte;
            continue;
        }
        const int length = byte < 0x80 ? 1 : dcs::jsonscan::utf8Length(at, end);
        if (length == 0) {
            put(u"\\x{%1}"_s.arg(byte, 2, 16, QLatin1Char('0')), RawKind::Bad, true);
        } else if (byte == '\t') {
            put(u"→   "_s, RawKind::Note, false);
        } else if (byte == '\n' || byte == '\r') {
            put(byte == '\n' ? u"\\n"_s : u"\\r"_s, RawKind::Note, true);
        } else if (const char32_t c = codePoint(at, length); isInvisible(c)) {
            put(u"\\u{%1}"_s.arg(uint(c), 0, 16), RawKind::Odd, true);
        } else {
            put(QString::fromUtf8(at, length), kind, false);
        }
        at += std::max(1, length);
        m_byte += std::max(1, length);
    }
}

void Shaper::finish()
{
    m_shape.bytes.push_back(m_byte);
}

// Tells the tokens of JSON in a row apart that may begin and end anywhere.
void addJson(Shaper &shaper, QByteArrayView bytes, bool inString)
{
    const auto stringEnd = [&](qsizetype from) {
        for (qsizetype i = from; i < bytes.size(); ++i) {
            if (bytes[i] == '"')
                return i + 1;
            if (bytes[i] == '\\')
                ++i;
        }
        return bytes.size();
    };
    const auto isWord = [](char c) {
        return dcs::jsonscan::isDigit(c) || (c >= 'a' && c <= 'z') || c == '-' || c == '+' || c == '.'
            || c == 'E';
    };
    qsizetype at = 0;
    if (inString) {
        at = stringEnd(0);
        shaper.add(bytes.first(at), RawKind::String);
    }
    while (at < bytes.size()) {
        qsizetype end = at + 1;
        RawKind kind = RawKind::Mark;
        const char c = bytes[at];
        if (c == '"') {
            end = stringEnd(at + 1);
            qsizetype colon = end;
            while (colon < bytes.size() && dcs::jsonscan::isSpace(bytes[colon]))
                ++colon;
            kind = colon < bytes.size() && bytes[colon] == ':' ? RawKind::Key : RawKind::String;
        } else if (isWord(c)) {
            while (end < bytes.size() && isWord(bytes[end]))
                ++end;
            kind = dcs::jsonscan::isDigit(c) || c == '-' ? RawKind::Number : RawKind::Literal;
        } else if (c & 0x80) { // no JSON, but a character all the same
            while (end < bytes.size() && (bytes[end] & 0x80))
                ++end;
        }
        shaper.add(bytes.sliced(at, end - at), kind);
        at = end;
    }
}

} // namespace

RawShape shapeRow(const RawRow &row)
{
    RawShape shape;
    shape.text.reserve(row.size());
    shape.bytes.reserve(size_t(row.size()) + 1);
    Shaper shaper(shape);
    qsizetype byte = 0;
    for (const RawPiece &piece : row.pieces) {
        shape.origins.push_back({int(shape.text.size()), byte, piece.offset});
        if (piece.kind == RawKind::Json)
            addJson(shaper, piece.bytes, row.inString);
        else
            shaper.add(piece.bytes, piece.kind);
        byte += piece.bytes.size();
    }
    shaper.finish();
    return shape;
}

qsizetype RawShape::byteAt(qsizetype character) const
{
    return bytes[size_t(std::clamp<qsizetype>(character, 0, qsizetype(bytes.size()) - 1))];
}

qsizetype RawShape::characterAt(qsizetype byte) const
{
    return std::lower_bound(bytes.begin(), bytes.end(), byte) - bytes.begin();
}

std::vector<std::pair<int, int>> RawShape::charactersOf(qsizetype begin, qsizetype end) const
{
    std::vector<std::pair<int, int>> found;
    for (size_t i = 0; i < origins.size(); ++i) {
        const Origin &origin = origins[i];
        const qsizetype last = i + 1 < origins.size() ? origins[i + 1].byte : bytes.back();
        if (origin.offset < 0 || begin >= origin.offset + (last - origin.byte) || end <= origin.offset)
            continue;
        const qsizetype from = characterAt(origin.byte + std::max<qsizetype>(0, begin - origin.offset));
        const qsizetype to = characterAt(std::min(last, origin.byte + end - origin.offset));
        if (to > from)
            found.emplace_back(int(from), int(to));
    }
    return found;
}

} // namespace gui
