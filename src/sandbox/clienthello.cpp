// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "sandbox/clienthello.h"

namespace sandbox {

namespace {

constexpr int handshakeRecord = 22;
constexpr int clientHello = 1;
constexpr int serverNameExtension = 0;
constexpr int hostNameKind = 0;
constexpr qsizetype recordHeader = 5;

/// Reads big-endian numbers and blocks; once it ran over the end, everything is empty.
class Reader
{
public:
    explicit Reader(QByteArrayView bytes)
        : m_bytes(bytes)
    {
    }

    bool isOver() const { return m_isOver; }
    bool isEmpty() const { return m_bytes.isEmpty(); }
    int number(int bytes)
    {
        const QByteArrayView taken = block(bytes);
        int value = 0;
        for (const char c : taken)
            value = value << 8 | static_cast<unsigned char>(c);
        return value;
    }
    QByteArrayView block(qsizetype bytes)
    {
        if (bytes > m_bytes.size()) {
            m_isOver = true;
            m_bytes = {};
            return {};
        }
        const QByteArrayView taken = m_bytes.first(bytes);
        m_bytes = m_bytes.sliced(bytes);
        return taken;
    }
    /// A block that its own length of `lengthBytes` bytes comes before.
    QByteArrayView vector(int lengthBytes)
    {
        const int length = number(lengthBytes);
        return block(length);
    }

private:
    QByteArrayView m_bytes;
    bool m_isOver = false;
};

QByteArray hostNameIn(QByteArrayView extension)
{
    Reader reader(extension);
    Reader names(reader.vector(2));
    while (!names.isEmpty()) {
        const int kind = names.number(1);
        const QByteArrayView name = names.vector(2);
        if (kind == hostNameKind)
            return name.toByteArray().toLower();
    }
    return {};
}

QByteArray serverNameOf(QByteArrayView hello)
{
    Reader reader(hello);
    reader.block(2 + 32); // version, random
    reader.vector(1); // session
    reader.vector(2); // ciphers
    reader.vector(1); // compression
    Reader extensions(reader.vector(2));
    while (!extensions.isEmpty()) {
        const int kind = extensions.number(2);
        const QByteArrayView extension = extensions.vector(2);
        if (kind == serverNameExtension && !extensions.isOver())
            return hostNameIn(extension);
    }
    return {};
}

} // namespace

std::optional<QByteArray> serverNameIn(QByteArrayView bytes)
{
    // The hello may be split over several records; their headers are taken out first.
    QByteArray hello;
    qsizetype at = 0;
    for (;;) {
        if (at < bytes.size() && static_cast<unsigned char>(bytes[at]) != handshakeRecord)
            return QByteArray();
        if (bytes.size() - at < recordHeader)
            return {};
        Reader header(bytes.sliced(at + 3, 2));
        const int length = header.number(2);
        if (bytes.size() - at - recordHeader < length)
            return {};
        hello += bytes.sliced(at + recordHeader, length);
        at += recordHeader + length;
        if (!hello.isEmpty() && hello[0] != clientHello)
            return QByteArray();
        if (hello.size() < 4)
            continue;
        Reader reader(QByteArrayView(hello).sliced(1));
        const int size = reader.number(3);
        if (hello.size() - 4 >= size)
            return serverNameOf(QByteArrayView(hello).sliced(4, size));
    }
}

} // namespace sandbox
