// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/jsonpage.h"

#include "dcs/text.h"
#include "gui/jsontreemodel.h"
#include "gui/plaintext.h"
#include "gui/tablestyle.h"
#include "ui_jsonpage.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLocale>
#include <QMenu>
#include <QStyledItemDelegate>

#include <algorithm>

namespace gui {

using namespace Qt::StringLiterals;
using dcs::JsonValue;

namespace {

constexpr size_t mostOpenedFound = 1000; // while someone types

/// Rows with a little air, as the tables have them.
class AiryDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return QStyledItemDelegate::sizeHint(option, index) + QSize(0, 6);
    }
};

} // namespace

JsonPage::JsonPage(QWidget *parent)
    : AnswerPage(parent)
    , m_ui(std::make_unique<Ui::JsonPage>())
    , m_model(new JsonTreeModel(this))
{
    m_ui->setupUi(this);
    m_ui->tree->setModel(m_model);
    m_ui->tree->header()->setStretchLastSection(false);
    m_ui->tree->header()->setSectionResizeMode(JsonTreeModel::ValueColumn, QHeaderView::Stretch);
    m_ui->tree->header()->resizeSection(JsonTreeModel::KeyColumn, fontMetrics().horizontalAdvance(u'0') * 34);
    m_ui->tree->header()->resizeSection(
        JsonTreeModel::TypeColumn, fontMetrics().horizontalAdvance(u'0') * 14);
    m_ui->tree->header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_ui->tree->setItemDelegate(new AiryDelegate(m_ui->tree));
    showFocus(*m_ui->tree);
    addActions();
    setContent(m_ui->tree);
    connect(m_ui->tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &JsonPage::showPath);
    connect(m_model, &QAbstractItemModel::modelReset, this, &JsonPage::showPath);
    connect(m_ui->filterEdit, &QLineEdit::textEdited, this, &JsonPage::setFilter);
    connect(m_ui->filterEdit, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty())
            setFilter(text); // the clear button is no edit
    });
    connect(m_ui->expandButton, &QPushButton::clicked, this, [this] { expandTo(m_ui->depthSpin->value()); });
    connect(&m_search, &RawSearch::progressed, this, [this] {
        if (m_current == 0 && !m_search.matches().empty())
            goToMatch(0);
        Q_EMIT foundChanged();
    });
    setReading(nullptr);
}

JsonPage::~JsonPage()
{
    if (m_filterStopped)
        m_filterStopped->store(true);
}

void JsonPage::addActions()
{
    const auto add = [this](const QString &text, const QKeySequence &keys, auto slot) {
        auto *action = new QAction(text, m_ui->tree);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, slot);
        m_ui->tree->addAction(action);
    };
    add(tr("Copy &value"), QKeySequence::Copy, &JsonPage::copyValue);
    add(tr("Copy as &JSON"), {}, &JsonPage::copyJson);
    add(tr("Copy &path"), {}, &JsonPage::copyPath);
    add(tr("Show in &raw text"), {}, [this] {
        const JsonValue value = m_model->value(m_ui->tree->currentIndex());
        if (value.exists())
            Q_EMIT showInRaw(value.begin());
    });
    m_ui->tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto *menu = new QMenu(m_ui->copyButton);
    menu->addActions(m_ui->tree->actions());
    m_ui->copyButton->setMenu(menu);
}

void JsonPage::setReading(const AnswerReadingPtr &reading)
{
    m_filtering.drop();
    m_search.stop();
    m_current = 0;
    m_model->setRows(reading ? reading->rows : nullptr);
    const QString note = reading ? noteAbout(*reading) : QString();
    setPlainText(*m_ui->noteLabel, note);
    m_ui->noteLabel->setVisible(!note.isEmpty());
    m_ui->filterLabel->clear();
    if (!m_ui->filterEdit->text().isEmpty())
        setFilter(m_ui->filterEdit->text());
    else
        expandSome();
}

QString JsonPage::noteAbout(const AnswerReading &reading)
{
    QStringList sentences;
    if (!reading.answer.valid)
        sentences.append(reading.answer.problem);
    else if (!reading.rows)
        sentences << (reading.answer.form == dcs::Answer::Form::Empty ? tr("The answer has no body.")
                                                                      : tr("The body is no JSON."))
                  << reading.answer.notJson;
    const int depth = reading.rows ? reading.rows->document().depth() : 0;
    if (depth > JsonTreeModel::mostLevels)
        sentences.append(
            tr("The document is %1 levels deep. Here it is shown down to level %2, and whole in the "
               "tab Raw.")
                .arg(QLocale().toString(depth), QLocale().toString(JsonTreeModel::mostLevels)));
    sentences.removeAll(QString());
    return sentences.join(u' ');
}

// Opens what fits on a screen or two; never a long list of long lists.
void JsonPage::expandSome()
{
    constexpr int rowsWanted = 60;
    QList<QModelIndex> level{m_model->index(0, 0)};
    int rows = 1;
    while (!level.isEmpty()) {
        QList<QModelIndex> below;
        for (const QModelIndex &index : level) {
            const int count = m_model->rowCount(index);
            if (count == 0 || (rows + count > rowsWanted && rows > 1))
                continue;
            m_ui->tree->expand(index);
            rows += count;
            for (int row = 0; row < std::min(count, rowsWanted); ++row)
                below.append(m_model->index(row, 0, index));
        }
        level = rows < rowsWanted ? below : QList<QModelIndex>();
    }
}

void JsonPage::expandTo(int depth)
{
    m_ui->tree->collapseAll();
    QList<QModelIndex> level{m_model->index(0, 0)};
    int expanded = 0;
    for (int i = 0; i < depth && !level.isEmpty() && expanded < mostExpanded; ++i) {
        QList<QModelIndex> below;
        for (const QModelIndex &index : level) {
            if (++expanded > mostExpanded)
                break;
            m_ui->tree->expand(index);
            const int count = std::min(m_model->rowCount(index), 2 * mostExpanded);
            for (int row = 0; row < count && below.size() < mostExpanded; ++row) {
                const QModelIndex child = m_model->index(row, 0, index);
                if (m_model->hasChildren(child))
                    below.append(child);
            }
        }
        level = below;
    }
    if (expanded >= mostExpanded)
        m_ui->filterLabel->setText(tr("The first %1 were opened.").arg(QLocale().toString(mostExpanded)));
}

void JsonPage::setFilter(const QString &text)
{
    m_filtering.drop();
    if (m_filterStopped)
        m_filterStopped->store(true);
    m_ui->filterLabel->clear();
    const std::shared_ptr<const JsonRows> rows = m_model->rows();
    if (!rows)
        return;
    if (text.isEmpty()) {
        if (m_model->filter()) {
            const JsonValue current = m_model->value(m_ui->tree->currentIndex());
            m_model->setFilter(nullptr);
            expandSome();
            goTo(current);
        }
        return;
    }
    m_filterStopped = std::make_shared<std::atomic_bool>(false);
    m_filtering.run(
        [rows, text, stopped = m_filterStopped] {
            return JsonFilter::of(*rows, text, [stopped] { return stopped->load(); });
        },
        [this](const std::shared_ptr<const JsonFilter> &filter) { showFilter(filter); });
}

void JsonPage::showFilter(const std::shared_ptr<const JsonFilter> &filter)
{
    m_model->setFilter(filter);
    const QString count = QLocale().toString(filter->count);
    setPlainText(*m_ui->filterLabel,
        !filter->problem.isEmpty() ? filter->problem
            : filter->count > qint64(filter->found.size())
            ? tr("%1 found, the first %2 shown").arg(count, QLocale().toString(qint64(filter->found.size())))
            : tr("%1 found").arg(count));
    if (filter->found.empty())
        return;
    expandFound();
    const QModelIndex first = m_model->indexOf(m_model->rows()->document().value(filter->found.front()));
    m_ui->tree->setCurrentIndex(first);
    m_ui->tree->scrollTo(first);
}

void JsonPage::expandFound()
{
    const dcs::JsonDocument &document = m_model->rows()->document();
    std::vector<quint32> open;
    for (auto it = m_model->filter()->children.cbegin(); it != m_model->filter()->children.cend(); ++it)
        open.push_back(it.key());
    std::sort(open.begin(), open.end());
    open.resize(std::min(open.size(), mostOpenedFound));
    for (const quint32 node : open)
        m_ui->tree->expand(m_model->indexOf(document.value(node)));
}

void JsonPage::showPath()
{
    const JsonValue value = m_model->value(m_ui->tree->currentIndex());
    const QString path = dcs::visible(m_model->path(value), 2000);
    m_ui->pathEdit->setText(path);
    m_ui->pathEdit->setCursorPosition(0);
    m_ui->copyButton->setEnabled(value.exists());
}

void JsonPage::goTo(const JsonValue &value)
{
    const QModelIndex index = m_model->indexOf(value);
    if (!index.isValid())
        return;
    m_ui->tree->setCurrentIndex(index);
    m_ui->tree->scrollTo(index);
}

void JsonPage::goToMatch(size_t match)
{
    m_current = qint64(match) + 1;
    goTo(m_model->rows()->valueAt(m_search.matches()[match].begin));
}

void JsonPage::find(const RawPattern &pattern)
{
    m_current = 0;
    if (m_model->rows() && !pattern.isEmpty()) {
        m_search.start({{m_model->rows()->document().text(), 0}}, pattern);
    } else {
        m_search.stop();
        Q_EMIT foundChanged();
    }
}

void JsonPage::findNext(bool backward)
{
    const auto count = qint64(m_search.matches().size());
    if (count == 0 || !m_model->rows())
        return;
    goToMatch(size_t((m_current - 1 + (backward ? count - 1 : 1)) % count));
    Q_EMIT foundChanged();
}

AnswerFound JsonPage::found() const
{
    return {m_search.count(), m_current, m_search.isRunning(), m_search.problem()};
}

void JsonPage::copyPath()
{
    QGuiApplication::clipboard()->setText(m_model->path(m_model->value(m_ui->tree->currentIndex())));
}

// What is short is there at once; the text of a long value is made on the thread pool.
void JsonPage::copyLong(const std::function<QString()> &text)
{
    const JsonValue value = m_model->value(m_ui->tree->currentIndex());
    if (!value.exists())
        return;
    if (m_model->rows()->endOf(value) - value.begin() < 1 << 20)
        QGuiApplication::clipboard()->setText(text());
    else
        m_copying.run(text, [](const QString &made) { QGuiApplication::clipboard()->setText(made); });
}

void JsonPage::copyValue()
{
    const JsonValue value = m_model->value(m_ui->tree->currentIndex());
    copyLong([value, rows = m_model->rows()] {
        return value.kind() == JsonValue::Kind::String ? value.string() : dcs::textOfUtf8(value.raw());
    });
}

void JsonPage::copyJson()
{
    const JsonValue value = m_model->value(m_ui->tree->currentIndex());
    copyLong([value, rows = m_model->rows()] { return dcs::textOfUtf8(value.raw()); });
}

} // namespace gui
