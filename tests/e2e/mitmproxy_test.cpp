// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "e2e/process.h"

#include <QFileInfo>
#include <QRegularExpression>

#include <gtest/gtest.h>

#include <csignal>

using namespace Qt::StringLiterals;

namespace {

/// mitmproxy before the sandbox: it writes down what passes as a HAR file when it is ended.
class Mitmproxy
{
public:
    Mitmproxy(const QString &upstream, const TemporaryFolder &folder)
        : m_har(folder.path(u"session.har"_s))
    {
        const QString script = u"/usr/share/doc/mitmproxy/examples/contrib/har_dump.py"_s;
        EXPECT_TRUE(QFileInfo::exists(script)) << "Run ./dev install, which keeps this file of mitmproxy.";
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"PYTHONUNBUFFERED"_s, u"1"_s);
        m_process.setProcessEnvironment(environment);
        m_process.start(u"mitmdump"_s,
            {u"-s"_s, script, u"--set"_s, u"hardump="_s + m_har, u"--set"_s,
                u"confdir="_s + folder.path(u"mitmproxy"_s), u"--set"_s, u"keep_host_header=true"_s,
                u"--mode"_s, u"reverse:http://"_s + upstream, u"--listen-host"_s, u"127.0.0.1"_s,
                u"--listen-port"_s, u"0"_s});
        EXPECT_TRUE(m_process.waitForStarted()) << "mitmdump cannot be started; run ./dev install";
    }
    ~Mitmproxy()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    /// HOST:PORT, once it listens; empty if it does not.
    QString address()
    {
        static const QRegularExpression listening(u"127\\.0\\.0\\.1:(\\d+)"_s);
        while (m_process.waitForReadyRead(60000)) {
            m_said += m_process.readAllStandardOutput();
            const auto found = listening.match(QString::fromUtf8(m_said).section(u"listening"_s, 1));
            if (found.hasMatch())
                return found.captured(0);
        }
        ADD_FAILURE() << m_said.toStdString() << m_process.readAllStandardError().toStdString();
        return {};
    }

    QString finish()
    {
        ::kill(pid_t(m_process.processId()), SIGTERM);
        EXPECT_TRUE(m_process.waitForFinished(60000));
        return m_har;
    }

private:
    QString m_har;
    QProcess m_process;
    QByteArray m_said;
};

} // namespace

TEST(Mitmproxy, WritesAHarOfWhichDcsImportMakesTheSameCalls)
{
    const DcsProgram dcs;
    const SandboxProcess sandbox(dcs);
    Mitmproxy proxy(sandbox.http(), dcs.files());
    const QString address = proxy.address();
    ASSERT_FALSE(address.isEmpty());
    const QStringList common{u"--alias"_s, u"acme"_s, u"--region"_s, u"9"_s, u"--no-tls"_s, u"--connect-to"_s,
        address, u"--uuid"_s, u"22920112968019678612904394744954398990"_s, u"--cid"_s, u"123:a+b=c:1"_s,
        u"--param"_s, u"c_likes=jazz piano"_s, u"--param"_s, u"c_likes=it's"_s, u"--raw-param"_s, u"flag"_s,
        u"--raw-param"_s, u"c_lower=%c3%a9|x"_s};
    const QList<QStringList> calls{common, common + QStringList{u"--post"_s}};
    QList<QByteArray> wanted;
    for (const QStringList &call : calls) {
        wanted += dcs.run(QStringList{u"send"_s, u"--dry-run"_s} + call).out;
        const Ran sent = dcs.run(QStringList{u"send"_s} + call);
        ASSERT_EQ(sent.exitCode, 0) << sent.err.toStdString();
    }

    const QString har = proxy.finish();

    const QString imported = dcs.files().path(u"session.http"_s);
    const Ran ran = dcs.run({u"import"_s, u"har"_s, har, u"--out"_s, imported});
    ASSERT_EQ(ran.exitCode, 0) << ran.err.toStdString();
    const QByteArray text = dcs.files().read(u"session.http"_s);
    QList<QByteArray> names;
    for (const QByteArray &line : text.split('\n')) {
        if (line.startsWith("### "))
            names += line.mid(4);
    }
    ASSERT_EQ(names.size(), calls.size()) << text.toStdString();
    for (qsizetype i = 0; i < calls.size(); ++i) {
        const Ran dry = dcs.run({u"send"_s, u"--dry-run"_s, imported + u'#' + QString::fromUtf8(names[i])});
        EXPECT_EQ(dry.out.toStdString(), wanted[i].toStdString()) << dry.err.toStdString();
    }
}
