// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

// Every code of the catalogue: provoked by a request to a real sandbox, sent by the real engine, and read in
// the window.

#include "dcs/catalogue.h"
#include "dcs/encode.h"
#include "gui/answerpanel.h"
#include "gui/answertable.h"
#include "sandbox/server.h"
#include "support/print.h"
#include "support/temporaryfolder.h"
#include "transport/exchangejob.h"
#include "transport/wiremanager.h"

#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

namespace {

using namespace Qt::StringLiterals;

constexpr int patienceMs = 20000;

class EveryCode : public testing::Test
{
protected:
    void SetUp() override
    {
        ASSERT_TRUE(server.start());
        panel.resize(900, 500);
        panel.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&panel));
    }

    dcs::Call provoking(int code) const
    {
        dcs::Call call = dcs::newCall("acme", "usw2.demdex.net");
        call.tls = false;
        call.port = 80;
        dcs::setOption(call, u"c_sandbox_error"_s, QString::number(code));
        return call;
    }

    dcs::Exchange send(const dcs::Call &call)
    {
        dcs::SendOptions options;
        options.connectTo = dcs::HostPort{u"127.0.0.1"_s, server.port()};
        transport::ExchangeJob job(*dcs::encode(call), options, network);
        dcs::Exchange result;
        bool done = false;
        QObject::connect(&job, &transport::ExchangeJob::finished, &job, [&](const dcs::Exchange &exchange) {
            result = exchange;
            done = true;
        });
        job.start();
        EXPECT_TRUE(QTest::qWaitFor([&] { return done; }, patienceMs));
        return result;
    }

    /// Cells of the table that tells the errors, one list a row.
    QList<QStringList> shownErrors(const QString &code) const
    {
        for (const gui::AnswerTable *table : panel.findChildren<gui::AnswerTable *>()) {
            QList<QStringList> found;
            for (const QStringList &row : table->rows()) {
                if (row.value(0) == code)
                    found.append(row);
            }
            if (!found.isEmpty())
                return found;
        }
        return {};
    }

    TemporaryFolder folder;
    const dcs::Catalogue &catalogue = dcs::Catalogue::builtIn();
    sandbox::Server server{sandbox::Config::standard(), {0, std::nullopt, folder.path()}, catalogue};
    transport::WireManager network;
    gui::AnswerPanel panel;
};

TEST_F(EveryCode, IsProvokedByARequestAndExplainedInTheWindow)
{
    ASSERT_GE(catalogue.errors().size(), 35);
    for (const dcs::ErrorEntry &entry : catalogue.errors()) {
        SCOPED_TRACE(entry.code);
        const dcs::Call call = provoking(entry.code);
        const dcs::Exchange exchange = send(call);
        ASSERT_FALSE(exchange.failure);

        QSignalSpy shown(&panel, &gui::AnswerPanel::shown);
        panel.setExchange(call, exchange, {}, {});
        ASSERT_TRUE(shown.wait(patienceMs));

        const QList<QStringList> rows = shownErrors(QString::number(entry.code));
        ASSERT_EQ(rows.size(), 1) << exchange.body.toStdString();
        EXPECT_TRUE(rows[0].contains(entry.meaning)) << rows[0].join(u" | ").toStdString();
        EXPECT_TRUE(rows[0].contains(entry.action)) << rows[0].join(u" | ").toStdString();
    }
}

} // namespace
