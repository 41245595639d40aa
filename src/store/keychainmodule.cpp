// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

// The library that store::Keychain loads: QtKeychain, and with it Qt D-Bus.
#include "store/keychainmodule.h"

#include <qt6keychain/keychain.h>

namespace {

using store::KeychainReply;
using State = KeychainReply::State;

// The name that a person sees in the keychain's own program.
const QString service = QStringLiteral("DCS Workbench");

State stateOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::NoError:
        return State::Done;
    case QKeychain::EntryNotFound:
        return State::NotFound;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return State::NoKeychain;
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return State::Refused;
    default:
        // Neither a session bus nor a service on it has a code of its own.
        return job.errorString().contains(u"D-Bus") || job.errorString().contains(u"org.freedesktop.")
                || job.errorString().contains(u"Could not connect")
            ? State::NoKeychain
            : State::Failed;
    }
}

void start(QKeychain::Job *job, const QString &name, store::KeychainModule::Done done)
{
    job->setKey(name); // deletes itself once it has finished
    QObject::connect(job, &QKeychain::Job::finished, job, [job, done](QKeychain::Job *) {
        KeychainReply reply{stateOf(*job), {}, job->errorString()};
        if (const auto *read = qobject_cast<QKeychain::ReadPasswordJob *>(job))
            reply.value = read->textData();
        done(reply);
    });
    job->start();
}

class SystemKeychain : public store::KeychainModule
{
public:
    void read(const QString &name, Done done) override
    {
        start(new QKeychain::ReadPasswordJob(service), name, std::move(done));
    }
    void write(const QString &name, const QString &value, Done done) override
    {
        auto *job = new QKeychain::WritePasswordJob(service);
        job->setTextData(value);
        start(job, name, std::move(done));
    }
    void remove(const QString &name, Done done) override
    {
        start(new QKeychain::DeletePasswordJob(service), name, std::move(done));
    }
};

} // namespace

extern "C" Q_DECL_EXPORT store::KeychainModule *dcs_keychain_1()
{
    static SystemKeychain keychain;
    return &keychain;
}
