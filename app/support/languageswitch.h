// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QStringList>
#include <QTranslator>

namespace sluice::app {

/// Chinese or English, changed while the window is open (B29): installing a translator makes Qt send LanguageChange
/// to every widget.
class LanguageSwitch : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// The languages that the window speaks.
    static QStringList languages();
    /// The one that suits the system: the first of its own languages that the window speaks, else English.
    static QString preferred(const QStringList &systemLanguages);

    /// zh_CN or en; empty takes the system's.
    void use(const QString &language);
    QString language() const { return m_language; }

Q_SIGNALS:
    void changed(const QString &language);

private:
    QString m_language;
    QTranslator m_texts;
    QTranslator m_qtTexts;
};

} // namespace sluice::app
