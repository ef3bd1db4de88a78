// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/verify/reporthtml.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

struct ReportHtmlText
{
    Q_DECLARE_TR_FUNCTIONS(ReportHtml)
};

constexpr double plotWidth = 680;
constexpr double plotHeight = 230;
constexpr double left = 56; ///< room for the labels of the axes
constexpr double right = 76;
constexpr double top = 14;
constexpr double bottom = 40;

const QString &styleSheet()
{
    static const QString text =
        u":root{color-scheme:light dark;--ink:#1f2328;--soft:#57606a;--line:#d0d7de;--paper:#ffffff;--shade:#f6f8fa;"
        "--target:#0b57b0;--current:#9a4b00;--good:#116329;--bad:#a40e26;--unsure:#7d4e00}"
        "@media(prefers-color-scheme:dark){:root{--ink:#e6edf3;--soft:#9aa4af;--line:#3a424b;--paper:#0f1419;"
        "--shade:#171d24;--target:#79b8ff;--current:#f0a860;--good:#56d364;--bad:#ff7b85;--unsure:#e3b341}}"
        "*{box-sizing:border-box}body{font:15px/1.5 system-ui,'Noto Sans','Noto Sans CJK SC',sans-serif;"
        "color:var(--ink);background:var(--paper);margin:0 auto;padding:2.5rem 1.5rem;max-width:62rem}"
        "h1{font-size:1.6rem;line-height:1.25;margin:.2rem 0 1rem}h2{font-size:1.15rem;margin:2.2rem 0 .7rem;"
        "padding-bottom:.3rem;border-bottom:1px solid var(--line)}h3{font-size:1rem;margin:1.2rem 0 .3rem}"
        ".over{color:var(--soft);letter-spacing:.04em;margin:0}.soft{color:var(--soft)}"
        ".verdict{display:flex;gap:1rem;align-items:center;border:1px solid var(--line);border-left:.5rem solid;"
        "border-radius:.4rem;padding:.9rem 1.1rem;background:var(--shade)}"
        ".verdict b{display:block;font-size:1.15rem}.sign{font-size:1.9rem;line-height:1;font-weight:700}"
        ".matches{border-left-color:var(--good)}.matches .sign,.w-matches{color:var(--good)}"
        ".does-not-match{border-left-color:var(--bad)}.does-not-match .sign,.w-does-not-match{color:var(--bad)}"
        ".too-few{border-left-color:var(--unsure)}.too-few .sign,.w-too-few{color:var(--unsure)}"
        "dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1.2rem;margin:1.2rem 0}dt{color:var(--soft)}"
        "dd{margin:0;overflow-wrap:anywhere}table{border-collapse:collapse;width:100%;font-size:.93rem}"
        "th,td{padding:.4rem .6rem;text-align:left;border-bottom:1px solid var(--line);vertical-align:top}"
        "[class^=w-]{white-space:nowrap}th{color:var(--soft);font-weight:600}td.n,th.n{text-align:right;font-variant-"
        "numeric:tabular-nums;"
        "white-space:nowrap}td small{color:var(--soft);display:block}.wide{overflow-x:auto}"
        "code{font:.86rem/1.45 ui-monospace,'DejaVu Sans Mono',monospace;overflow-wrap:anywhere}"
        "pre{background:var(--shade);border:1px solid var(--line);border-radius:.4rem;padding:.7rem .9rem;"
        "white-space:pre-wrap;margin:.4rem 0}figure{margin:.8rem 0 1.4rem}figcaption{color:var(--soft);"
        "font-size:.9rem}svg{width:100%;height:auto;max-width:45rem;display:block}svg text{font-size:12px;"
        "fill:var(--ink)}svg .axis{stroke:var(--soft);stroke-width:1}svg .grid{stroke:var(--line);stroke-width:1}"
        "svg .wanted{stroke:var(--ink);stroke-width:1.2;stroke-dasharray:2 4;fill:none}"
        "svg .edge{stroke:var(--soft);stroke-width:1;stroke-dasharray:7 4;fill:none}"
        "svg .target{stroke:var(--target);stroke-width:2.4;fill:none}svg .current{stroke:var(--current);"
        "stroke-width:2.4;stroke-dasharray:9 5;fill:none}svg .mark-target{fill:var(--target)}"
        "svg .mark-current{fill:var(--paper);stroke:var(--current);stroke-width:2}svg .hatch{stroke:var(--soft);"
        "stroke-width:.8;opacity:.55}footer{margin-top:2.5rem;color:var(--soft);font-size:.88rem}"
        "@media print{:root{--ink:#000;--soft:#444;--line:#999;--paper:#fff;--shade:#fff;--target:#000;"
        "--current:#000;--good:#000;--bad:#000;--unsure:#000}body{padding:0;max-width:none;font-size:11pt}"
        "figure,tr,.verdict{break-inside:avoid}h2,h3{break-after:avoid}}"_s;
    return text;
}

QString number(double value, int digits = 1)
{
    return QString::number(value, 'f', digits);
}

QString percent(double value)
{
    return number(value) + u" %"_s;
}

QString milliseconds(double value)
{
    return number(value) + u" ms"_s;
}

QString escaped(const QString &text)
{
    return text.toHtmlEscaped();
}

QString signOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Matches:
        return u"✓"_s;
    case Verdict::DoesNotMatch:
        return u"✗"_s;
    case Verdict::TooFew:
        return u"?"_s;
    }
    return {};
}

QString verdictCell(Verdict verdict)
{
    return u"<span class=\"w-%1\">%2 %3</span>"_s.arg(toText(verdict), signOf(verdict), escaped(toWords(verdict)));
}

/// A rectangle of values, drawn into the room between the labels.
struct Frame
{
    double lowX = 0;
    double highX = 1;
    double lowY = 0;
    double highY = 1;

    double x(double value) const { return left + (value - lowX) / (highX - lowX) * (plotWidth - left - right); }
    double y(double value) const
    {
        const double clipped = std::clamp(value, lowY, highY);
        return plotHeight - bottom - (clipped - lowY) / (highY - lowY) * (plotHeight - top - bottom);
    }
    QString point(double px, double py) const { return number(x(px)) + u',' + number(y(py)); }
};

QString lineFrom(double x1, double y1, double x2, double y2, const QString &kind)
{
    return u"<line x1=\"%1\" y1=\"%2\" x2=\"%3\" y2=\"%4\" class=\"%5\"/>"_s.arg(number(x1), number(y1), number(x2),
                                                                                 number(y2), kind);
}

QString label(double x, double y, const QString &text, const QString &anchor)
{
    return u"<text x=\"%1\" y=\"%2\" text-anchor=\"%3\">%4</text>"_s.arg(number(x), number(y), anchor, escaped(text));
}

QString polyline(const QStringList &points, const QString &kind)
{
    return u"<polyline points=\"%1\" class=\"%2\"/>"_s.arg(points.join(u' '), kind);
}

QString axes(const Frame &frame, const QString &unitX, const QString &titleX)
{
    QString svg;
    for (int tick = 0; tick <= 4; ++tick) {
        const double value = frame.lowY + (frame.highY - frame.lowY) * tick / 4;
        svg += lineFrom(left, frame.y(value), plotWidth - right, frame.y(value), tick == 0 ? u"axis"_s : u"grid"_s);
        svg += label(left - 6, frame.y(value) + 4, number(value, frame.highY - frame.lowY < 8 ? 1 : 0) + u" %"_s,
                     u"end"_s);
    }
    for (int tick = 0; tick <= 4; ++tick) {
        const double value = frame.lowX + (frame.highX - frame.lowX) * tick / 4;
        svg += label(frame.x(value), plotHeight - bottom + 16,
                     number(value, frame.highX - frame.lowX < 8 ? 1 : 0) + unitX, u"middle"_s);
    }
    return svg + label(left + (plotWidth - left - right) / 2, plotHeight - 4, titleX, u"middle"_s);
}

QString picture(const QString &content, const QString &words)
{
    return u"<svg viewBox=\"0 0 %1 %2\" role=\"img\" aria-label=\"%3\"><title>%3</title>"
           "%4</svg>"_s.arg(number(plotWidth, 0), number(plotHeight, 0), escaped(words), content);
}

/// What the pictures share; an id may stand once in a page.
QString patterns()
{
    return u"<svg width=\"0\" height=\"0\" style=\"position:absolute\" aria-hidden=\"true\"><defs><pattern "
           u"id=\"hatch\" "
           "width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">"
           "<line x1=\"0\" y1=\"0\" x2=\"0\" y2=\"6\" class=\"hatch\"/></pattern></defs></svg>"_s;
}

QString figure(const QString &svg, const QString &caption)
{
    return u"<figure>%1<figcaption>%2</figcaption></figure>"_s.arg(svg, escaped(caption));
}

SplitRun runOf(const VerificationReport &report, const VerificationRow &row)
{
    SplitRun run;
    run.percentage = row.wanted;
    run.workers = report.workers;
    run.connections = std::max(1, row.connections);
    run.exclusive = report.exclusive;
    run.deviation = report.deviation;
    run.restarts = row.restarts;
    return run;
}

/// Both ends of the healthy range along the run, in percent.
struct Funnel
{
    QStringList low;
    QStringList high;
};

Funnel funnelOf(const SplitRun &run, double requests, const Frame &frame)
{
    Funnel funnel;
    for (int step = 1; step <= 120; ++step) {
        const double count = std::max(1.0, std::round(requests * step / 120));
        const CountBand band = bandOf(run, qint64(count));
        funnel.low.append(frame.point(count, 100 * band.low / count));
        funnel.high.append(frame.point(count, 100 * band.high / count));
    }
    return funnel;
}

/// How the share grew towards the wanted one, within the range that a healthy gateway gives.
QString courseOf(const VerificationReport &report, const VerificationRow &row)
{
    const auto counted = double(row.onTarget + row.onCurrent);
    if (counted <= 0)
        return {};
    const double share = 100 * double(row.onTarget) / counted;
    const double reach =
        std::max({6.0, 1.5 * std::abs(share - row.wanted), 150 * (row.band.high - row.band.low) / counted});
    Frame frame;
    frame.highX = counted;
    frame.lowY = std::max(0.0, std::floor(row.wanted - reach));
    frame.highY = std::min(100.0, std::ceil(row.wanted + reach));
    Funnel funnel = funnelOf(runOf(report, row), counted, frame);
    QStringList measured;
    for (const auto &[sum, onTarget] : row.course) {
        if (sum > 0)
            measured.append(frame.point(double(sum), 100 * double(onTarget) / double(sum)));
    }
    measured.append(frame.point(counted, share));
    QStringList outline = funnel.low;
    std::reverse(funnel.high.begin(), funnel.high.end());
    outline += funnel.high;
    QString svg = axes(frame, {}, ReportHtmlText::tr("requests"));
    svg += u"<polygon points=\"%1\" fill=\"url(#hatch)\"/>"_s.arg(outline.join(u' '));
    svg += polyline(funnel.low, u"edge"_s) + polyline(funnel.high, u"edge"_s);
    svg += lineFrom(left, frame.y(row.wanted), plotWidth - right, frame.y(row.wanted), u"wanted"_s);
    svg += polyline(measured, u"target"_s);
    svg += u"<circle cx=\"%1\" cy=\"%2\" r=\"4\" class=\"mark-target\"/>"_s.arg(number(frame.x(counted)),
                                                                                number(frame.y(share)));
    svg += label(plotWidth - right + 9, frame.y(share) + 4, percent(share), u"start"_s);
    const QString words = ReportHtmlText::tr("Share of the target after %1 requests: %2, expected %3")
                              .arg(number(counted, 0), percent(share), percent(row.wanted));
    return figure(
        picture(svg, words),
        ReportHtmlText::tr("Solid line: share of the target as the requests came. Dotted: expected. Hatched between "
                           "the dashed lines: what a healthy gateway gives."));
}

QStringList curveOf(const SideSummary &side, const Frame &frame)
{
    QStringList points;
    for (qsizetype step = 0; step < side.curve.size(); ++step) {
        if (side.curve[step] <= frame.highX)
            points.append(frame.point(side.curve[step], double(step)));
    }
    return points;
}

/// Which share of the answers came within a time.
QString latencyCurves(const SideComparison &both)
{
    if (both.current.curve.isEmpty() && both.target.curve.isEmpty())
        return {};
    Frame frame;
    frame.highX = 1.1 * std::max(both.current.p99.value, both.target.p99.value);
    frame.highX = std::max(frame.highX, 0.1);
    frame.highY = 100;
    QString svg = axes(frame, {}, ReportHtmlText::tr("milliseconds"));
    svg += polyline(curveOf(both.current, frame), u"current"_s) + polyline(curveOf(both.target, frame), u"target"_s);
    if (!both.current.curve.isEmpty())
        svg += u"<rect x=\"%1\" y=\"%2\" width=\"9\" height=\"9\" class=\"mark-current\"/>"_s.arg(
            number(frame.x(both.current.median.value) - 4.5), number(frame.y(50) - 4.5));
    if (!both.target.curve.isEmpty())
        svg += u"<circle cx=\"%1\" cy=\"%2\" r=\"4.5\" class=\"mark-target\"/>"_s.arg(
            number(frame.x(both.target.median.value)), number(frame.y(50)));
    const QString words = ReportHtmlText::tr("Median latency: current %1, target %2")
                              .arg(milliseconds(both.current.median.value), milliseconds(both.target.median.value));
    return figure(picture(svg, words),
                  ReportHtmlText::tr("Share of the answers that came within a time. Solid with a dot at the "
                                     "median: target. Dashed with a square: current."));
}

QString row(const QStringList &cells, const QString &tag, int firstNumber)
{
    QString line;
    for (int column = 0; column < cells.size(); ++column)
        line += u"<%1%2>%3</%1>"_s.arg(tag, column >= firstNumber ? u" class=\"n\""_s : QString(), cells[column]);
    return u"<tr>"_s + line + u"</tr>\n"_s;
}

QString table(const QStringList &heading, const QList<QStringList> &rows, int firstNumber)
{
    QString lines;
    for (const QStringList &cells : rows)
        lines += row(cells, u"td"_s, firstNumber);
    return u"<div class=\"wide\"><table><thead>%1</thead><tbody>%2</tbody></table></div>"_s.arg(
        row(heading, u"th"_s, firstNumber), lines);
}

QString allowed(const VerificationRow &row)
{
    const double low = std::ceil(row.band.low - 1e-9);
    const double high = std::floor(row.band.high + 1e-9);
    return low == high ? number(low, 0) : number(low, 0) + u" – "_s + number(high, 0);
}

QString statusesOf(const QMap<int, qint64> &statuses)
{
    QStringList parts;
    for (auto status = statuses.cbegin(); status != statuses.cend(); ++status)
        parts.append((status.key() == 0 ? ReportHtmlText::tr("no answer") : QString::number(status.key())) + u" × "_s +
                     QString::number(*status));
    return escaped(parts.join(u", "_s));
}

QString countsOf(const VerificationReport &report)
{
    QList<QStringList> rows;
    for (const VerificationRow &entry : report.rows) {
        QString what = escaped(toWords(entry.name));
        if (report.rows.size() > 1)
            what += u"<small>"_s + escaped(entry.gateway) + u"</small>"_s;
        rows.append({what, verdictCell(entry.verdict), statusesOf(entry.statuses), QString::number(entry.sent),
                     QString::number(entry.onTarget), QString::number(entry.onCurrent),
                     QString::number(entry.unattributed), allowed(entry)});
    }
    return table({ReportHtmlText::tr("Case"), ReportHtmlText::tr("Verdict"), ReportHtmlText::tr("Status codes"),
                  ReportHtmlText::tr("Sent"), ReportHtmlText::tr("Target"), ReportHtmlText::tr("Current"),
                  ReportHtmlText::tr("Neither"), ReportHtmlText::tr("Allowed on target")},
                 rows, 3);
}

/// How many answers of each upstream were not as expected.
QString expectationsOf(const VerificationReport &report)
{
    if (report.expectations.isEmpty())
        return {};
    QList<QStringList> rows;
    for (const ExpectationCount &count : report.expectations)
        rows.append({u"<code>%1</code>"_s.arg(escaped(toText(count.expectation))), verdictCell(count.verdict()),
                     toWords(count.target), toWords(count.current), toWords(count.neither)});
    return u"<h2>%1</h2>%2<p class=\"soft\">%3</p>\n"_s.arg(
        escaped(ReportHtmlText::tr("Expected of each answer")),
        table({ReportHtmlText::tr("Expected"), ReportHtmlText::tr("Verdict"), ReportHtmlText::tr("Target"),
               ReportHtmlText::tr("Current"), ReportHtmlText::tr("Neither")},
              rows, 2),
        escaped(ReportHtmlText::tr("Numbers: answers that were not as expected, of all.")));
}

QString interval(const Estimate &estimate, const QString &unit)
{
    return number(estimate.value) + unit + u"<small>%1 – %2</small>"_s.arg(number(estimate.low), number(estimate.high));
}

QString comparisonOf(const VerificationReport &report)
{
    const SideComparison &both = report.comparison;
    const auto cells = [](const QString &name, const SideSummary &side) -> QStringList {
        if (side.answers == 0)
            return {name, u"0"_s, u"–"_s, u"–"_s, u"–"_s, u"–"_s, u"–"_s};
        return {name,
                QString::number(side.answers),
                interval(side.errors, u" %"_s),
                interval(side.median, u" ms"_s),
                interval(side.p95, u" ms"_s),
                interval(side.p99, u" ms"_s),
                number(side.bodySize, 0)};
    };
    QString text = u"<p>"_s + escaped(both.sentence());
    if (both.latency)
        text += u" <span class=\"soft\">"_s +
                escaped(ReportHtmlText::tr("Mann-Whitney p = %1, Cliff's delta %2.")
                            .arg(both.latency->p, 0, 'g', 2)
                            .arg(both.latency->effect, 0, 'f', 2)) +
                u"</span>"_s;
    text += u"</p>"_s;
    text += table({ReportHtmlText::tr("Upstream"), ReportHtmlText::tr("Answers"), ReportHtmlText::tr("Errors (5xx)"),
                   ReportHtmlText::tr("Median"), ReportHtmlText::tr("p95"), ReportHtmlText::tr("p99"),
                   ReportHtmlText::tr("Body, bytes")},
                  {cells(escaped(ReportHtmlText::tr("Current: %1").arg(report.currentName)), both.current),
                   cells(escaped(ReportHtmlText::tr("Target: %1").arg(report.targetName)), both.target)},
                  1);
    text += u"<p class=\"soft\">"_s + escaped(ReportHtmlText::tr("Small figures: intervals of 95 %.")) + u"</p>"_s;
    return text + latencyCurves(both);
}

QString facts(const VerificationReport &report)
{
    QString list;
    const auto add = [&list](const QString &name, const QString &value) {
        if (!value.isEmpty())
            list += u"<dt>%1</dt><dd>%2</dd>"_s.arg(escaped(name), escaped(value));
    };
    QStringList gateways;
    for (const VerificationRow &entry : report.rows) {
        if (!gateways.contains(entry.gateway))
            gateways.append(entry.gateway);
    }
    add(ReportHtmlText::tr("Traffic allocation"), report.policy);
    add(ReportHtmlText::tr("Current upstream"), report.currentName);
    add(ReportHtmlText::tr("Target upstream"), report.targetName);
    add(ReportHtmlText::tr("Gateways"), gateways.join(u", "_s));
    add(ReportHtmlText::tr("Workers a gateway"), QString::number(report.workers));
    add(ReportHtmlText::tr("Other callers"),
        report.exclusive ? ReportHtmlText::tr("none") : ReportHtmlText::tr("others call the API as well"));
    add(ReportHtmlText::tr("Recognised by"), report.identification);
    add(ReportHtmlText::tr("Started"), report.started.toUTC().toString(u"yyyy-MM-dd HH:mm:ss 'UTC'"_s));
    add(ReportHtmlText::tr("Took"), ReportHtmlText::tr("%1 s").arg(number(double(report.milliseconds) / 1000)));
    return u"<dl>"_s + list + u"</dl>"_s;
}

/// The exact requests of what went wrong, to be repeated by hand.
QString counterexamples(const VerificationReport &report)
{
    QString text;
    const auto add = [&text](const QString &title, const QString &reason, const QString &request) {
        text +=
            u"<h3>%1</h3><p>%2</p><pre><code>%3</code></pre>"_s.arg(escaped(title), escaped(reason), escaped(request));
    };
    for (const VerificationRow &entry : report.rows) {
        if (entry.verdict != Verdict::Matches)
            add(toWords(entry.name), entry.reason(), entry.request);
    }
    for (const ExpectationCount &count : report.expectations) {
        if (count.first)
            add(toText(count.expectation), count.reason(), count.first->request);
    }
    return text.isEmpty() ? text : u"<h2>"_s + escaped(ReportHtmlText::tr("To repeat by hand")) + u"</h2>"_s + text;
}

QString notes(const VerificationReport &report)
{
    QString items;
    const QStringList words = report.noteWords();
    for (const QString &note : words)
        items += u"<li>"_s + escaped(note) + u"</li>"_s;
    return items.isEmpty() ? items
                           : u"<h2>"_s + escaped(ReportHtmlText::tr("Notes")) + u"</h2><ul>"_s + items + u"</ul>"_s;
}

QString courses(const VerificationReport &report)
{
    QString text;
    for (const VerificationRow &entry : report.rows) {
        if (entry.isShare)
            text += u"<h3>%1</h3>%2"_s.arg(escaped(toWords(entry.name) + u" · "_s + entry.gateway),
                                           courseOf(report, entry));
    }
    return text;
}

QString languageCode()
{
    //: Code of this language, for the page's lang attribute.
    return ReportHtmlText::tr("en");
}

} // namespace

QByteArray toHtml(const VerificationReport &report)
{
    const Verdict verdict = report.verdict();
    QString page =
        u"<!DOCTYPE html>\n<html lang=\"%1\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
        "content=\"width=device-width,initial-scale=1\"><title>%2</title><style>%3</style></head><body>\n"_s.arg(
            languageCode(), escaped(report.title), styleSheet());
    page += u"<p class=\"over\">%1</p><h1>%2</h1>\n"_s.arg(escaped(ReportHtmlText::tr("Sluice · verification")),
                                                           escaped(report.title));
    page +=
        u"<div class=\"verdict %1\"><span class=\"sign\" aria-hidden=\"true\">%2</span><div><b>%3</b>%4</div></div>\n"_s
            .arg(toText(verdict), signOf(verdict), escaped(toWords(verdict)), escaped(report.sentence()));
    page += patterns() + facts(report);
    page += u"<h2>%1</h2>%2%3\n"_s.arg(escaped(ReportHtmlText::tr("Where the requests landed")), courses(report),
                                       countsOf(report));
    page += expectationsOf(report);
    page += counterexamples(report);
    page += u"<h2>%1</h2>%2\n"_s.arg(escaped(ReportHtmlText::tr("Current and target")), comparisonOf(report));
    page += notes(report);
    page += u"<footer>%1</footer></body></html>\n"_s.arg(
        escaped(ReportHtmlText::tr("Made by Sluice. Credentials of the requests are not part of this report.")));
    return page.toUtf8();
}

} // namespace sluice
