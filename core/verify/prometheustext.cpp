// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/verify/prometheustext.h"

#include <QCoreApplication>

#include <limits>
#include <optional>

namespace sluice {

namespace {

struct PrometheusTextText
{
    Q_DECLARE_TR_FUNCTIONS(PrometheusText)
};

bool isBlank(char letter)
{
    return letter == ' ' || letter == '\t';
}

/// Reads one line from left to right.
class LineReader
{
public:
    explicit LineReader(QByteArrayView line)
        : m_line(line)
    {
    }

    std::optional<MetricSample> read()
    {
        MetricSample sample;
        sample.name = word("{ \t");
        if (sample.name.isEmpty() || (take('{') && !readLabels(sample)))
            return std::nullopt;
        const std::optional<double> value = number(word(" \t"));
        if (!value)
            return std::nullopt;
        sample.value = *value;
        return sample;
    }

private:
    void skipBlanks()
    {
        while (m_at < m_line.size() && isBlank(m_line[m_at]))
            ++m_at;
    }
    bool take(char wanted)
    {
        skipBlanks();
        const bool found = m_at < m_line.size() && m_line[m_at] == wanted;
        m_at += found ? 1 : 0;
        return found;
    }
    QString word(QByteArrayView ends)
    {
        skipBlanks();
        const qsizetype begin = m_at;
        while (m_at < m_line.size() && !ends.contains(m_line[m_at]))
            ++m_at;
        return QString::fromUtf8(m_line.sliced(begin, m_at - begin));
    }
    bool readLabels(MetricSample &sample)
    {
        while (!take('}')) {
            const QString name = word("= \t");
            if (name.isEmpty() || !take('=') || !take('"'))
                return false;
            const std::optional<QString> value = quoted();
            if (!value)
                return false;
            sample.labels.insert(name, *value);
            take(',');
        }
        return true;
    }
    /// After the opening quote; a backslash escapes itself, a quote, and n as a line feed.
    std::optional<QString> quoted()
    {
        QByteArray value;
        for (; m_at < m_line.size(); ++m_at) {
            char letter = m_line[m_at];
            if (letter == '"') {
                ++m_at;
                return QString::fromUtf8(value);
            }
            if (letter == '\\' && m_at + 1 < m_line.size()) {
                ++m_at;
                letter = m_line[m_at] == 'n' ? '\n' : m_line[m_at];
            }
            value += letter;
        }
        return std::nullopt;
    }
    static std::optional<double> number(const QString &text)
    {
        if (text == QLatin1String("+Inf"))
            return std::numeric_limits<double>::infinity();
        if (text == QLatin1String("-Inf"))
            return -std::numeric_limits<double>::infinity();
        if (text == QLatin1String("NaN") || text == QLatin1String("Nan"))
            return std::numeric_limits<double>::quiet_NaN();
        bool isNumber = false;
        const double value = text.toDouble(&isNumber);
        return isNumber ? std::optional<double>(value) : std::nullopt;
    }

    QByteArrayView m_line;
    qsizetype m_at = 0;
};

} // namespace

Result<QList<MetricSample>> parseMetrics(const QByteArray &text)
{
    QList<MetricSample> samples;
    const QList<QByteArray> lines = text.split('\n');
    for (const QByteArray &whole : lines) {
        const QByteArray line = whole.trimmed();
        if (line.isEmpty() || line.startsWith('#'))
            continue;
        const std::optional<MetricSample> sample = LineReader(line).read();
        if (!sample)
            return Error{.kind = Error::Kind::Server,
                         .reason = PrometheusTextText::tr("This is not Prometheus text."),
                         .detail = QString::fromUtf8(line.left(200)),
                         .traffic = {},
                         .advice = PrometheusTextText::tr("Check the metrics address of the cluster.")};
        samples.append(*sample);
    }
    return samples;
}

} // namespace sluice
