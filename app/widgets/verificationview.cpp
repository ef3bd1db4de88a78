// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/widgets/verificationview.h"

#include "app/support/icons.h"
#include "app/support/looks.h"
#include "app/widgets/banner.h"
#include "app/widgets/latencyplot.h"
#include "app/widgets/listview.h"
#include "app/widgets/paragraph.h"
#include "app/widgets/splitfunnel.h"
#include "core/models/expectationrows.h"
#include "core/models/verificationrows.h"

#include <QClipboard>
#include <QEvent>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace sluice::app {

namespace {

constexpr qsizetype leastLines = 2;       ///< of the cases
constexpr qsizetype mostExpectations = 4; ///< of what was expected; more are scrolled to

int heightFor(const ListView *list, qsizetype lines)
{
    const int frame = list->horizontalHeader()->sizeHint().height() + 2 * list->frameWidth();
    return frame + static_cast<int>(lines) * list->verticalHeader()->defaultSectionSize();
}

VerificationRow rowAt(const QModelIndex &source)
{
    return source.data(KeyedTableModel::PayloadRole).value<VerificationRow>();
}

ExpectationCount countAt(const QModelIndex &source)
{
    return source.data(KeyedTableModel::PayloadRole).value<ExpectationCount>();
}

Banner::Severity severityOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Matches:
        return Banner::Severity::Success;
    case Verdict::DoesNotMatch:
        return Banner::Severity::Error;
    case Verdict::TooFew:
        break;
    }
    return Banner::Severity::Warning;
}

} // namespace

VerificationView::VerificationView(QWidget *parent)
    : QWidget(parent)
    , m_verdict(new Banner(this))
    , m_bar(new QProgressBar(this))
    , m_progress(paragraph(this))
    , m_funnel(new SplitFunnel(this))
    , m_latency(new LatencyPlot(this))
    , m_model(new KeyedTableModel(verificationHeaders, this))
    , m_list(new ListView(this))
    , m_expected(new KeyedTableModel(expectationHeaders, this))
    , m_expectedList(new ListView(this))
    , m_chosen(m_list)
    , m_reason(paragraph(this))
    , m_curl(new QPlainTextEdit(this))
    , m_copy(new QToolButton(this))
    , m_notes(paragraph(this))
{
    m_verdict->setClosable(false);
    m_verdict->setObjectName(u"verdict"_s);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(space::inside);
    makeLists();
    auto *pictures = new QHBoxLayout;
    pictures->setSpacing(space::margin);
    pictures->addWidget(m_funnel, 1);
    pictures->addWidget(m_latency, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(space::inside);
    column->addWidget(m_verdict);
    column->addWidget(m_bar);
    column->addWidget(m_progress);
    column->addSpacing(space::inside);
    column->addLayout(pictures, 1);
    column->addWidget(m_list, 1);
    column->addWidget(m_expectedList);
    column->addWidget(makeDetail());
    column->addWidget(m_notes);
    retranslate();
    clear();
}

void VerificationView::makeLists()
{
    m_list->setSource(m_model, {{u"verdict"_s, 18, false, false, false},
                                {u"case"_s, 0, true, false, false},
                                {u"gateway"_s, 24, false, false, true},
                                {u"sent"_s, 7, false, true, false},
                                {u"target"_s, 7, false, true, false},
                                {u"current"_s, 7, false, true, false},
                                {u"neither"_s, 7, false, true, true},
                                {u"share"_s, 7, false, true, false},
                                {u"wanted"_s, 17, false, true, false}});
    m_list->setChipColumn(static_cast<int>(VerificationColumn::Verdict),
                          [](const QModelIndex &source) { return lookOf(rowAt(source).verdict); });
    m_list->setSortRole(KeyedTableModel::SortRole);
    m_expectedList->setSource(m_expected, {{u"verdict"_s, 18, false, false, false},
                                           {u"expected"_s, 0, true, false, false},
                                           {u"target"_s, 15, false, true, false},
                                           {u"current"_s, 15, false, true, false},
                                           {u"neither"_s, 15, false, true, false}});
    m_expectedList->setChipColumn(static_cast<int>(ExpectationColumn::Verdict),
                                  [](const QModelIndex &source) { return lookOf(countAt(source).verdict()); });
    for (ListView *list : {m_list, m_expectedList}) {
        connect(list, &ListView::currentSourceChanged, this, [this, list] {
            m_chosen = list;
            showDetail();
        });
    }
}

QWidget *VerificationView::makeDetail()
{
    auto *detail = new QWidget(this);
    m_curl->setReadOnly(true);
    m_curl->setTabChangesFocus(true);
    m_curl->setObjectName(u"curl"_s);
    m_curl->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_curl->setFixedHeight(m_curl->fontMetrics().lineSpacing() * 2 + space::group);
    m_copy->setAutoRaise(true);
    m_copy->setIcon(icon(u"copy"_s));
    connect(m_copy, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_curl->toPlainText()); });
    auto *request = new QHBoxLayout;
    request->setSpacing(space::tight);
    request->addWidget(m_curl, 1);
    request->addWidget(m_copy, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(detail);
    column->setContentsMargins({});
    column->setSpacing(space::tight);
    column->addWidget(m_reason);
    column->addLayout(request);
    return detail;
}

void VerificationView::clear()
{
    m_report.reset();
    m_rows.clear();
    m_progressed.reset();
    m_model->setRows({});
    m_verdict->clear();
    m_bar->hide();
    m_progress->hide();
    m_funnel->clear();
    m_latency->clear();
    m_notes->hide();
    showExpectations({});
    m_chosen = m_list;
    showDetail();
}

void VerificationView::begin(const VerificationRequest &request)
{
    m_request = request;
    m_bar->setRange(0, 0);
    m_bar->show();
    m_progress->setText(tr("The first requests are on their way…"));
    m_progress->show();
    const bool isShare = request.policy.kind == TrafficPolicy::Kind::Percentage || request.policy.share < 100;
    m_funnel->setVisible(isShare);
    m_list->setColumnHidden(static_cast<int>(VerificationColumn::Gateway), request.gateways.size() < 2);
}

void VerificationView::showProgress(const VerificationProgress &progress)
{
    const QLocale locale;
    m_bar->setRange(0, static_cast<int>(progress.wanted));
    m_bar->setValue(static_cast<int>(progress.sent));
    const bool isNext =
        !m_progressed || progress.gateway != m_progressed->gateway || progress.name != m_progressed->name;
    m_progressed = progress;
    //: %1 is a case, %2 and %3 are numbers of requests, %4 is a number on the target.
    m_progress->setText(tr("%1: %2 of %3 sent, %4 on the target")
                            .arg(toWords(progress.name), locale.toString(progress.sent),
                                 locale.toString(progress.wanted), locale.toString(progress.onTarget)));
    showExpectations(progress.expectations);
    if (!progress.isShare)
        return;
    if (isNext)
        m_funnel->begin(Verifier::runOf(m_request), progress.wanted);
    m_funnel->add(progress.onTarget, progress.onTarget + progress.onCurrent);
}

void VerificationView::addRow(const VerificationRow &row)
{
    m_rows.append(row);
    showRows();
}

void VerificationView::restart()
{
    m_rows.clear();
    m_progressed.reset();
    showRows();
    showExpectations({});
}

void VerificationView::finish(const VerificationReport &report)
{
    m_report = report;
    m_rows = report.rows;
    m_bar->hide();
    m_progress->hide();
    showVerdict();
    m_latency->setSides(report.currentName, report.comparison.current, report.targetName, report.comparison.target);
    showRows();
    showExpectations(report.expectations);
    chooseWorst();
}

/// What the verdict comes from.
void VerificationView::chooseWorst()
{
    const auto worst = std::find_if(m_rows.cbegin(), m_rows.cend(), [this](const VerificationRow &row) {
        return row.verdict == m_report->splitVerdict();
    });
    if (worst != m_rows.cend())
        m_list->selectSource(m_model->index(static_cast<int>(worst - m_rows.cbegin()), 0));
    const auto unexpected = std::find_if(m_expectations.cbegin(), m_expectations.cend(),
                                         [](const ExpectationCount &count) { return count.first.has_value(); });
    if (unexpected != m_expectations.cend() && m_report->splitVerdict() != Verdict::DoesNotMatch)
        m_expectedList->selectSource(m_expected->index(static_cast<int>(unexpected - m_expectations.cbegin()), 0));
}

/// What the report says, in the language of the moment.
void VerificationView::showVerdict()
{
    m_verdict->showMessage(severityOf(m_report->verdict()), toWords(m_report->verdict()), m_report->sentence());
    QStringList notes = m_report->noteWords();
    notes.prepend(m_report->comparison.sentence());
    notes.removeAll(QString());
    m_notes->setText(notes.join(u'\n'));
    m_notes->setVisible(!notes.isEmpty());
}

void VerificationView::showRows()
{
    m_model->setRows(verificationRows(m_rows));
    const bool anyNeither =
        std::any_of(m_rows.cbegin(), m_rows.cend(), [](const VerificationRow &row) { return row.unattributed > 0; });
    m_list->setColumnHidden(static_cast<int>(VerificationColumn::Neither), !anyNeither);
    // What a short list does not need is for the pictures.
    m_list->setMaximumHeight(heightFor(m_list, std::max(leastLines, m_rows.size())));
    if (!m_list->currentSource().isValid() && !m_rows.isEmpty())
        m_list->selectSource(m_model->index(0, 0));
    showDetail();
}

void VerificationView::showExpectations(const QList<ExpectationCount> &counts)
{
    m_expectations = counts;
    m_expected->setRows(expectationRows(counts));
    m_expectedList->setVisible(!counts.isEmpty());
    const bool anyNeither = std::any_of(counts.cbegin(), counts.cend(),
                                        [](const ExpectationCount &count) { return count.neither.all > 0; });
    m_expectedList->setColumnHidden(static_cast<int>(ExpectationColumn::Neither), !anyNeither);
    m_expectedList->setFixedHeight(heightFor(m_expectedList, std::min(mostExpectations, counts.size())));
    showDetail();
}

void VerificationView::showDetail()
{
    const QModelIndex line = m_chosen->currentSource();
    m_curl->parentWidget()->setVisible(line.isValid());
    if (!line.isValid())
        return;
    const bool isCase = m_chosen == m_list;
    const ExpectationCount count = isCase ? ExpectationCount() : countAt(line);
    m_reason->setText(isCase ? rowAt(line).reason() : count.reason());
    m_reason->setVisible(!m_report || m_reason->text() != m_report->sentence()); // the verdict has said it
    m_curl->setPlainText(isCase ? rowAt(line).request : count.first ? count.first->request : QString());
    const bool hasRequest = isCase || count.first;
    m_curl->setVisible(hasRequest);
    m_copy->setVisible(hasRequest);
}

void VerificationView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void VerificationView::retranslate()
{
    m_model->retranslate();
    m_model->setRows(verificationRows(m_rows));
    m_expected->retranslate();
    m_expected->setRows(expectationRows(m_expectations));
    if (m_report)
        showVerdict();
    showDetail();
    m_list->setAccessibleName(tr("Cases"));
    m_expectedList->setAccessibleName(tr("Expected of each answer"));
    m_bar->setAccessibleName(tr("Requests of this case that were answered"));
    m_curl->setAccessibleName(tr("A request of this case, to repeat it"));
    m_copy->setToolTip(tr("Copy as curl"));
    m_copy->setAccessibleName(tr("Copy as curl"));
}

} // namespace sluice::app
