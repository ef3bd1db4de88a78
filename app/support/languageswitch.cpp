// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "app/support/languageswitch.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace sluice::app {

QStringList LanguageSwitch::languages()
{
    return {u"zh_CN"_s, u"en"_s};
}

QString LanguageSwitch::preferred(const QStringList &systemLanguages)
{
    for (const QString &language : systemLanguages) {
        if (language.startsWith("zh"_L1))
            return u"zh_CN"_s;
        if (language.startsWith("en"_L1))
            return u"en"_s;
    }
    return u"en"_s;
}

void LanguageSwitch::use(const QString &language)
{
    const QString wanted = languages().contains(language) ? language : preferred(QLocale::system().uiLanguages());
    if (wanted == m_language)
        return;
    m_language = wanted;
    QLocale::setDefault(QLocale(wanted));
    QCoreApplication::removeTranslator(&m_texts);
    QCoreApplication::removeTranslator(&m_qtTexts);
    if (m_qtTexts.load(u"qtbase_%1"_s.arg(wanted), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qtTexts);
    if (m_texts.load(u":/i18n/sluice_%1.qm"_s.arg(wanted)))
        QCoreApplication::installTranslator(&m_texts);
    Q_EMIT changed(m_language);
}

} // namespace sluice::app
