// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "batch/cookiefile.h"

#include "dcs/text.h"
#include "store/files.h"

#include <QCryptographicHash>
#include <QFileInfo>

namespace batch {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostBytes = 8 << 20;

QString fileName(const QString &folder, const QString &environment)
{
    if (environment.isEmpty())
        return u"none.json"_s;
    const QByteArray place
        = QCryptographicHash::hash(QFileInfo(folder).absoluteFilePath().toUtf8(), QCryptographicHash::Sha256);
    return QString::fromLatin1(
        dcs::percentEncode(environment.left(60)) + '-' + place.first(4).toHex() + ".json");
}

} // namespace

CookieFile::CookieFile(
    const QString &dataFolder, const QString &folder, const QString &environment, QObject *parent)
    : QObject(parent)
    , m_path(dataFolder + u"/cookies/"_s + fileName(folder, environment))
{
    m_writer.setMaxThreadCount(1); // one after the other
}

CookieFile::~CookieFile()
{
    m_writer.waitForDone();
}

void CookieFile::load()
{
    const QFileInfo info(m_path);
    const QDateTime modified = info.lastModified();
    if (!info.exists() || modified == m_read)
        return;
    m_writer.waitForDone(); // what is newer than the file, because it is not there yet
    const auto bytes = store::readFile(m_path, mostBytes);
    m_read = QFileInfo(m_path).lastModified();
    if (!bytes || *bytes == m_bytes)
        return;
    m_bytes = *bytes;
    if (const auto read = m_jar.setBytes(*bytes); !read)
        Q_EMIT failed(read.error());
}

transport::CookieJar &CookieFile::jar()
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
    for (const dcs::Header &header : call.headers) {
        if (header.sent && header.name.compare("Cookie", Qt::CaseInsensitive) == 0)
            return;
    }
    if (const QByteArray value = headerFor(call); !value.isEmpty())
        call.headers.append({"Cookie", value, true});
}

void CookieFile::save()
{
    const QByteArray bytes = m_jar.bytes();
    if (bytes == m_bytes || (m_bytes.isEmpty() && m_jar.cookies().isEmpty()))
        return; // no file for nothing
    m_bytes = bytes;
    m_writer.start([this, bytes] {
        auto made = store::makePrivateFolder(QFileInfo(m_path).path());
        auto written = made ? store::writeFile(m_path, bytes, true) : made;
        if (!written)
            QMetaObject::invokeMethod(
                this, [this, error = written.error()] { Q_EMIT failed(error); }, Qt::QueuedConnection);
    });
    Q_EMIT changed();
}

void CookieFile::clear()
{
    m_jar.clear();
    save();
}

} // namespace batch
