// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "store/keychain.h"

#include "store/keychainmodule.h"

#include <QCoreApplication>
#include <QLibrary>
#include <QPointer>
#include <QTimer>

namespace store {

using namespace Qt::StringLiterals;

namespace {

using State = KeychainReply::State;

const Setting<QStringList> storedNames{"keychain/names", {}};

dcs::Error noKeychain(const QString &detail)
{
    return {dcs::Errc::Storage, u"There is no keychain that could be asked."_s,
        u"Install and start one (GNOME Keyring, KWallet, KeePassXC with its Secret Service), and run this in "
        u"a "
        "desktop session or under dbus-run-session."_s,
        detail};
}

dcs::Error errorOf(const QString &name, const KeychainReply &reply)
{
    switch (reply.state) {
    case State::NotFound:
        return {dcs::Errc::Unresolved, u"The keychain has no secret “%1”."_s.arg(name),
            u"Store it: dcs secret set %1, or Tools → Keychain in the window."_s.arg(name), reply.text};
    case State::NoKeychain:
        return noKeychain(reply.text);
    case State::Refused:
        return {dcs::Errc::Storage, u"The keychain did not give access to “%1”."_s.arg(name),
            u"Unlock the keychain, and allow the access when it asks."_s, reply.text};
    case State::Done:
    case State::Failed:
        break;
    }
    return {dcs::Errc::Storage, u"The keychain failed at “%1”: %2"_s.arg(name, reply.text),
        u"See whether the keychain of your system works in its own program."_s, {}};
}

void answerLater(const std::function<void(const KeychainReply &)> &answer, const dcs::Error &error)
{
    QMetaObject::invokeMethod(
        qApp,
        [answer, error] {
            answer({State::NoKeychain, {}, error.detail});
        },
        Qt::QueuedConnection);
}

} // namespace

Keychain::Keychain(const QString &dataFolder, QObject *parent)
    : QObject(parent)
    , m_dataFolder(dataFolder)
{
}

Keychain::~Keychain() = default;

dcs::Result<KeychainModule *> Keychain::module()
{
    if (m_module)
        return m_module;
    // The same place in the build tree and where it is installed.
    QLibrary library(QCoreApplication::applicationDirPath() + u'/' + QLatin1String(DCS_KEYCHAIN_MODULE));
    library.setLoadHints(QLibrary::PreventUnloadHint);
    const auto entry = reinterpret_cast<KeychainEntry>(library.resolve(keychainEntryName));
    if (!entry)
        return noKeychain(library.errorString());
    m_module = entry();
    return m_module;
}

/// One answer for each question: the keychain's, or after a while that there is none.
Keychain::Answer Keychain::once(QObject *context, Answer answer)
{
    auto *question = new QObject(context);
    auto *timer = new QTimer(question);
    timer->setSingleShot(true);
    const auto tell = [question = QPointer(question), answer](const KeychainReply &reply) {
        if (!question)
            return;
        delete question;
        answer(reply);
    };
    connect(timer, &QTimer::timeout, question, [tell, patience = m_patience] {
        // Not from the timer's own signal: answering deletes it.
        QMetaObject::invokeMethod(
            qApp,
            [tell, patience] {
                tell({State::Failed, {}, u"no answer within %1 s"_s.arg(double(patience.count()) / 1000)});
            },
            Qt::QueuedConnection);
    });
    timer->start(m_patience);
    return tell;
}

void Keychain::read(const QString &name, QObject *context, Read done)
{
    const auto answer = once(context, [name, done](const KeychainReply &reply) {
        done(reply.state == State::Done ? dcs::Result<QString>(reply.value) : errorOf(name, reply));
    });
    const auto keychain = module();
    if (keychain)
        (*keychain)->read(name, answer);
    else
        answerLater(answer, keychain.error());
}

void Keychain::write(const QString &name, const QString &value, QObject *context, Done done)
{
    const auto answer = once(context, [this, name, done](const KeychainReply &reply) {
        if (reply.state == State::Done && !names().contains(name))
            setNames(names() + QStringList{name});
        done(reply.state == State::Done ? dcs::Result<void>() : errorOf(name, reply));
    });
    const auto keychain = module();
    if (keychain)
        (*keychain)->write(name, value, answer);
    else
        answerLater(answer, keychain.error());
}

void Keychain::remove(const QString &name, QObject *context, Done done)
{
    const auto answer = once(context, [this, name, done](const KeychainReply &reply) {
        const bool gone = reply.state == State::Done || reply.state == State::NotFound;
        if (gone && names().contains(name)) {
            QStringList left = names();
            left.removeAll(name);
            setNames(left);
        }
        done(reply.state == State::Done ? dcs::Result<void>() : errorOf(name, reply));
    });
    const auto keychain = module();
    if (keychain)
        (*keychain)->remove(name, answer);
    else
        answerLater(answer, keychain.error());
}

QStringList Keychain::names() const
{
    return Settings(m_dataFolder).get(storedNames);
}

void Keychain::setNames(const QStringList &names)
{
    QStringList sorted = names;
    sorted.sort();
    Settings(m_dataFolder).set(storedNames, sorted);
    Q_EMIT namesChanged();
}

} // namespace store
