// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/builtinsandbox.h"

#include "gui/draft.h"
#include "sandbox/server.h"

namespace gui {

BuiltInSandbox::BuiltInSandbox(const dcs::Catalogue &catalogue, QString folder, QObject *parent)
    : QObject(parent)
    , m_catalogue(catalogue)
    , m_folder(std::move(folder))
{
    m_thread.setObjectName(QStringLiteral("sandbox"));
}

BuiltInSandbox::~BuiltInSandbox()
{
    m_thread.quit();
    m_thread.wait();
}

void BuiltInSandbox::start()
{
    if (m_starting || isRunning())
        return;
    m_starting = true;
    auto *worker = new QObject; // lives in the thread, owns the server, goes with the thread
    worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, worker, &QObject::deleteLater);
    m_thread.start();
    QMetaObject::invokeMethod(worker, [this, worker] { serve(worker); });
}

// Runs in the sandbox's thread; the destructor waits for it, so `this` stays alive.
void BuiltInSandbox::serve(QObject *worker)
{
    const auto make = [&](quint16 port, quint16 tlsPort) {
        return new sandbox::Server(
            sandbox::Config::standard(), {port, tlsPort, m_folder}, m_catalogue, worker);
    };
    sandbox::Server *server = make(sandboxPort, sandboxTlsPort);
    dcs::Result<void> listening = server->start();
    if (!listening) {
        delete server;
        server = make(0, 0);
        listening = server->start();
    }
    QMetaObject::invokeMethod(
        this, [this, listening, port = server->port(), tls = server->tlsPort(), ca = server->caFile()] {
            m_starting = false;
            if (!listening) {
                Q_EMIT failed(listening.error());
                return;
            }
            m_port = port;
            m_tlsPort = tls;
            m_caFile = ca;
            Q_EMIT started();
        });
}

} // namespace gui
