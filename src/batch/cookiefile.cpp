// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "batch/cookiefile.h"

#include "dcs/text.h"
#include "store/files.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QMutexLocker>
#include <QSignalBlocker>

#include <algorithm>
#include <utility>

namespace batch {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostBytes = 8 << 20;

/// Names of environments are anything: the hash tells them apart, the beginning is for people.
QString fileName(const QString &folder, const QString &environment)
{
    if (environment.isEmpty())
        return u"none.json"_s;
    const QByteArray place = QFileInfo(folder).absoluteFilePath().toUtf8() + '\0' + environment.toUtf8();
    return QString::fromLatin1(dcs::percentEncode(environment.left(12)) + '-'
        + QCryptographicHash::hash(place, QCryptographicHash::Sha256).first(8).toHex() + ".json");
}

/// Of an exchange, what a jar reads.
dcs::Exchange headOf(const dcs::Exchange &exchange)
{
    dcs::Exchange out;
    out.request = exchange.request;
    out.request.bytes = exchange.request.head().toByteArray();
    out.headers = exchange.headers;
    return out;
}

} // namespace

bool hasCookieHeader(const dcs::Call &call)
{
    return std::any_of(call.headers.begin(), call.headers.end(), [](const dcs::Header &header) {
        return header.sent && header.name.compare("Cookie", Qt::CaseInsensitive) == 0;
    });
}

CookieFile::CookieFile(
    const QString &dataFolder, const QString &folder, const QString &environment, QObject *parent)
    : QObject(parent)
    , m_path(dataFolder + u"/cookies/"_s + fileName(folder, environment))
{
    m_writer.setMaxThreadCount(1); // one after the other
}

CookieFile::~CookieFile()
{
    const QSignalBlocker quiet(this); // who would hear it may be half gone
    if (const auto done = wait(); !done)
        return; // nobody is left to tell
}

CookieFile::Stamp CookieFile::stamp() const
{
    const QFileInfo info(m_path);
    return info.exists() ? Stamp{info.lastModified(), info.size()} : Stamp();
}

void CookieFile::load()
{
    const Stamp now = stamp(); // before it is read: what changes meanwhile is seen the next time
    if (now == m_read)
        return;
    const auto bytes = now == Stamp() ? QByteArray() : store::readFile(m_path, mostBytes);
    m_read = now;
    if (bytes)
        setFromFile(*bytes);
    else
        Q_EMIT failed(bytes.error());
}

void CookieFile::setFromFile(const QByteArray &file)
{
    const auto bytes = applied(file, m_unwritten);
    if (!bytes) {
        Q_EMIT failed(bytes.error());
    } else if (bytes->isEmpty()) {
        m_jar.clear();
    } else if (const auto read = m_jar.setBytes(*bytes); !read) {
        Q_EMIT failed(read.error());
    }
}

const transport::CookieJar &CookieFile::jar()
{
    load();
    return m_jar;
}

QByteArray CookieFile::headerFor(const dcs::Call &call)
{
    return jar().headerFor(call.tls, dcs::hostHeader(call), dcs::target(call));
}

void CookieFile::addTo(dcs::Call &call)
{
    if (hasCookieHeader(call))
        return;
    if (const QByteArray value = headerFor(call); !value.isEmpty())
        call.headers.append({"Cookie", value, true});
}

void CookieFile::take(const QList<dcs::Exchange> &exchanges)
{
    Change change;
    for (const dcs::Exchange &exchange : exchanges) {
        if (dcs::headerValue(exchange.headers, "Set-Cookie"))
            change.taken.append(headOf(exchange));
    }
    if (change.taken.isEmpty())
        return startWriting(); // what could not be written before
    for (const dcs::Exchange &exchange : std::as_const(change.taken))
        m_jar.take(exchange);
    add(change);
}

void CookieFile::clear()
{
    m_jar.clear();
    add({{}, true});
}

void CookieFile::add(const Change &change)
{
    m_unwritten.append(change);
    startWriting();
    Q_EMIT changed();
}

void CookieFile::startWriting()
{
    if (m_writing || m_unwritten.isEmpty())
        return;
    m_writing = true;
    m_writer.start([this, path = m_path, changes = m_unwritten] {
        const auto bytes = store::changeSharedFile(
            path, mostBytes, [&changes](const QByteArray &before) { return applied(before, changes); });
        const QMutexLocker lock(&m_mutex);
        m_written = Written{bytes, changes.size()};
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (const auto error = settle())
                    Q_EMIT failed(*error);
            },
            Qt::QueuedConnection);
    });
}

/// Takes what the writer left, and sends it off again with what came meanwhile; after a failure the next
/// change does that.
std::optional<dcs::Error> CookieFile::settle()
{
    QMutexLocker lock(&m_mutex);
    const std::optional<Written> written = std::exchange(m_written, std::nullopt);
    lock.unlock();
    if (!written)
        return std::nullopt;
    m_writing = false;
    if (!written->bytes)
        return written->bytes.error();
    m_unwritten.remove(0, written->changes);
    const QByteArray before = m_jar.bytes();
    setFromFile(*written->bytes);
    startWriting();
    if (m_jar.bytes() != before)
        Q_EMIT changed(); // another program's cookies were there, too
    return std::nullopt;
}

dcs::Result<void> CookieFile::wait()
{
    startWriting();
    while (m_writing) {
        m_writer.waitForDone();
        if (const auto error = settle())
            return *error;
    }
    return {};
}

/// What a file says after the changes; the same bytes where they change nothing.
dcs::Result<QByteArray> CookieFile::applied(const QByteArray &before, const QList<Change> &changes)
{
    transport::CookieJar jar;
    const bool clears
        = std::any_of(changes.begin(), changes.end(), [](const Change &change) { return change.clears; });
    if (!before.isEmpty() && !clears) { // one that is cleared need not be readable
        if (const auto read = jar.setBytes(before); !read)
            return read.error();
    }
    bool differs = clears && !before.isEmpty(); // no file for nothing
    for (const Change &change : changes) {
        if (change.clears)
            jar.clear();
        for (const dcs::Exchange &exchange : change.taken)
            differs = jar.take(exchange) || differs;
    }
    return differs ? jar.bytes() : before;
}

} // namespace batch
