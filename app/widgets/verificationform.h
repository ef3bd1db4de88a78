// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/verify/verifier.h"

#include <QHash>
#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;

namespace sluice::app {

/// What a verification sends and how it judges. Filled with what can be known; everything can be overwritten.
class VerificationForm : public QWidget
{
    Q_OBJECT

public:
    explicit VerificationForm(QWidget *parent = nullptr);

    /// Overwrites every field.
    void fill(const VerificationRequest &request);
    /// The policy and the names that the fields are about, without touching the fields.
    void setSubject(const VerificationRequest &request);
    /// How an answer tells its upstream; the other fields stay.
    void setIdentification(const Identification &identification);
    /// What the fields say, on top of a request that knows the rest.
    VerificationRequest applied(VerificationRequest request) const;
    /// What Start would refuse, first fault first; empty where it can begin.
    QString problem() const;

Q_SIGNALS:
    void changed();
    /// Enter in a line.
    void submitted();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Problem
    {
        QWidget *field = nullptr;
        QString text;
    };

    QLabel *addHeading();
    void addField(QWidget *field);
    void addProblem(QWidget *field);
    void makeLines(QPlainTextEdit *field);
    void addLine(QLineEdit *line, const QString &name);
    void label(QWidget *field, const QString &text);
    void makeRequest();
    void makeAmount();
    void makeIdentification();
    void makeExpectations();
    QList<Problem> problems() const;
    void check();
    void showNumbers();
    void retranslate();
    void retranslateChoices();

    VerificationRequest m_subject;
    QFormLayout *m_form;
    QHash<QWidget *, QLabel *> m_problems;
    QLabel *m_requestHeading;
    QComboBox *m_method;
    QLineEdit *m_path;
    QLineEdit *m_host;
    QPlainTextEdit *m_headers;
    QLineEdit *m_body;
    QLineEdit *m_gateways;
    QLineEdit *m_connect;
    QLabel *m_amountHeading;
    QSpinBox *m_requests;
    QLabel *m_numbers;
    QSpinBox *m_concurrency;
    QSpinBox *m_rate;
    QSpinBox *m_workers;
    QComboBox *m_sharing;
    QDoubleSpinBox *m_deviation;
    QLabel *m_identifyHeading;
    QComboBox *m_by;
    QLineEdit *m_identify;
    QLineEdit *m_targetIs;
    QLineEdit *m_currentIs;
    QLabel *m_expectationsHeading;
    QPlainTextEdit *m_expectations;
    bool m_filling = false;
};

} // namespace sluice::app
