// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/answerwire.h"

#include "gui/rawjoined.h"
#include "gui/rawlines.h"
#include "gui/rawview.h"

#include <QCoreApplication>
#include <QLocale>
#include <QVBoxLayout>

namespace gui {

namespace {

QString heading(const char *text, const QString &peer, qsizetype bytes)
{
    return QCoreApplication::translate("gui::AnswerWire", text).arg(peer, QLocale().toString(qint64(bytes)));
}

void addExchange(RawJoined &joined, const dcs::Exchange &exchange)
{
    RawLines::Options options;
    options.lineEnds = true;
    const QString peer = exchange.peer.isEmpty() ? QString::fromLatin1(exchange.request.host) : exchange.peer;
    joined.add(heading(QT_TRANSLATE_NOOP("gui::AnswerWire", "→ to %1: %2 bytes"), peer,
                   exchange.request.bytes.size()),
        std::make_unique<RawLines>(exchange.request.bytes, options));
    if (!exchange.responseHead.isEmpty())
        joined.add(heading(QT_TRANSLATE_NOOP("gui::AnswerWire", "← head from %1: %2 bytes"), peer,
                       exchange.responseHead.size()),
            std::make_unique<RawLines>(exchange.responseHead, options));
    if (!exchange.body.isEmpty())
        joined.add(heading(QT_TRANSLATE_NOOP("gui::AnswerWire",
                               "← body from %1, framing and compression taken off: %2 bytes"),
                       peer, exchange.body.size()),
            std::make_unique<RawLines>(exchange.body, options));
}

} // namespace

AnswerWire::AnswerWire(QWidget *parent)
    : AnswerPage(parent)
    , m_view(new RawView(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);
    setContent(m_view);
    m_view->setAccessibleName(tr("Bytes of both directions"));
    m_view->setMatches(&m_search);
    connect(&m_search, &RawSearch::progressed, this, [this] {
        m_view->repaintMatches();
        if (m_current == 0 && !m_search.matches().empty())
            goToMatch(0);
        Q_EMIT foundChanged();
    });
}

AnswerWire::~AnswerWire()
{
    m_view->setMatches(nullptr);
}

void AnswerWire::setReading(const AnswerReadingPtr &reading)
{
    m_building.drop();
    m_search.stop();
    m_wanted = {};
    m_view->setText(nullptr);
    if (!reading)
        return;
    const auto build = [reading] {
        auto joined = std::make_shared<RawJoined>();
        for (const dcs::Exchange &hop : reading->hops)
            addExchange(*joined, hop);
        addExchange(*joined, reading->exchange);
        return std::shared_ptr<const RawText>(std::move(joined));
    };
    m_building.run(build, [this](const std::shared_ptr<const RawText> &text) {
        m_view->setText(text);
        if (!m_wanted.isEmpty())
            find(m_wanted);
    });
}

void AnswerWire::find(const RawPattern &pattern)
{
    m_current = 0;
    m_wanted = pattern;
    if (m_view->text() && !pattern.isEmpty()) {
        m_search.start(m_view->text()->parts(), pattern);
    } else {
        m_search.stop();
        m_view->repaintMatches();
        Q_EMIT foundChanged();
    }
}

void AnswerWire::goToMatch(size_t match)
{
    m_current = qint64(match) + 1;
    m_view->showOffset(m_search.matches()[match].begin, m_search.matches()[match].length);
}

void AnswerWire::findNext(bool backward)
{
    const auto count = qint64(m_search.matches().size());
    if (count == 0)
        return;
    goToMatch(size_t((m_current - 1 + (backward ? count - 1 : 1)) % count));
    Q_EMIT foundChanged();
}

AnswerFound AnswerWire::found() const
{
    return {m_search.count(), m_current, m_search.isRunning(), m_search.problem()};
}

} // namespace gui
