// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/searchcompleter.h"

#include "dcs/text.h"
#include "store/history.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStandardItemModel>

namespace gui {

using namespace Qt::StringLiterals;

namespace {

constexpr int WordRole = Qt::UserRole;
constexpr int mostOffered = 40;

} // namespace

SearchCompleter::SearchCompleter(QLineEdit &edit)
    : QObject(&edit)
    , m_edit(edit)
    , m_completer(new QCompleter(this))
    , m_model(new QStandardItemModel(this))
{
    m_completer->setModel(m_model);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion); // the word is a part of the line
    m_completer->setWidget(&edit);
    m_completer->setMaxVisibleItems(12);
    m_completer->popup()->setObjectName(u"searchCompletions"_s);
    m_completer->popup()->setAccessibleName(tr("Completions"));
    edit.installEventFilter(this);
    connect(&edit, &QLineEdit::textEdited, this, [this] { offer(false); });
    connect(
        m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this, &SearchCompleter::insert);
}

void SearchCompleter::setValues(const QHash<QString, QList<Value>> &values)
{
    m_values = values;
    if (m_edit.hasFocus() && (isOpen() || m_lacksValues))
        offer(false);
}

bool SearchCompleter::isOpen() const
{
    return m_completer->popup()->isVisible();
}

QStringList SearchCompleter::offered() const
{
    QStringList words;
    for (int row = 0; row < m_model->rowCount(); ++row)
        words += m_model->item(row)->data(WordRole).toString();
    return words;
}

bool SearchCompleter::eventFilter(QObject *object, QEvent *event)
{
    const bool isDown = event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down
        && static_cast<QKeyEvent *>(event)->modifiers() == Qt::NoModifier;
    if (object != &m_edit || !isDown || isOpen())
        return false;
    offer(true);
    return isOpen();
}

// Blanks part words, but not inside quotation marks.
int SearchCompleter::wordStart() const
{
    const QString text = m_edit.text();
    int start = 0;
    bool quoted = false;
    for (int at = 0; at < m_edit.cursorPosition(); ++at) {
        if (text[at] == u'"')
            quoted = !quoted;
        else if (text[at].isSpace() && !quoted)
            start = at + 1;
    }
    return start;
}

void SearchCompleter::offer(bool asked)
{
    m_model->clear();
    const int start = wordStart();
    const QString word = m_edit.text().mid(start, m_edit.cursorPosition() - start);
    const qsizetype colon = word.indexOf(u':');
    m_lacksValues = false;
    if (colon >= 0)
        addValues(word.left(colon).toLower(), word.mid(colon + 1).remove(u'"'));
    else if (asked || !word.isEmpty())
        addFilters(word);
    const bool isThere = m_model->rowCount() == 1 && m_model->item(0)->data(WordRole).toString() == word;
    if (m_model->rowCount() == 0 || isThere) {
        m_completer->popup()->hide();
        m_lacksValues = colon >= 0 && !isThere;
        return;
    }
    m_completer->complete();
    m_completer->popup()->setCurrentIndex(
        asked ? m_completer->completionModel()->index(0, 0) : QModelIndex());
}

void SearchCompleter::addFilters(const QString &start)
{
    static const QHash<QString, const char *> meanings{{u"alias"_s, QT_TR_NOOP("the partner")},
        {u"error"_s, QT_TR_NOOP("a DCS code in the answer")},
        {u"status"_s, QT_TR_NOOP("HTTP status, or how it ended")}, {u"since"_s, QT_TR_NOOP("not older than")},
        {u"until"_s, QT_TR_NOOP("not newer than")}, {u"on"_s, QT_TR_NOOP("on a day or in a month")},
        {u"region"_s, QT_TR_NOOP("where it was sent")}, {u"preset"_s, QT_TR_NOOP("made from a preset")},
        {u"env"_s, QT_TR_NOOP("made with an environment")}, {u"batch"_s, QT_TR_NOOP("made by a run")},
        {u"pinned"_s, QT_TR_NOOP("pinned or not")}, {u"note"_s, QT_TR_NOOP("words of its note")}};
    for (const QString &name : store::searchFilters()) {
        if (name.startsWith(start, Qt::CaseInsensitive))
            add(name + u':', tr(meanings.value(name)));
    }
}

void SearchCompleter::addValues(const QString &filter, const QString &start)
{
    QStringList known;
    const auto take = [&](const QString &value, const QString &meaning) {
        const bool fits = value.startsWith(start, Qt::CaseInsensitive)
            || (!start.isEmpty() && meaning.contains(start, Qt::CaseInsensitive));
        if (!fits || known.contains(value) || known.size() >= mostOffered)
            return;
        known += value;
        add(store::searchWord(filter, value), meaning);
    };
    for (const Value &value : m_values.value(filter))
        take(value.text, value.meaning);
    for (const QString &value : store::searchValues(filter))
        take(value, {});
}

void SearchCompleter::add(const QString &word, const QString &meaning)
{
    const QString shown = dcs::visible(word, 60);
    auto *item
        = new QStandardItem(meaning.isEmpty() ? shown : shown + u"  –  "_s + dcs::visible(meaning, 60));
    item->setData(word, WordRole);
    m_model->appendRow(item);
}

void SearchCompleter::insert(const QModelIndex &index)
{
    const QString word = index.data(WordRole).toString();
    const bool isComplete = !word.endsWith(u':');
    const int start = wordStart();
    QString text = m_edit.text();
    const int end = m_edit.cursorPosition();
    const bool hasBlank = end < text.size() && text[end].isSpace();
    text.replace(start, end - start, isComplete && !hasBlank ? word + u' ' : word);
    m_edit.setText(text);
    m_edit.setCursorPosition(start + int(word.size()) + (isComplete ? 1 : 0));
    if (!isComplete)
        offer(true);
}

} // namespace gui
