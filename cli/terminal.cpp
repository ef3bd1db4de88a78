// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/terminal.h"

#include <cstdio>
#include <iostream>
#include <string>

// The one file that speaks to the terminal. Elsewhere than on Unix nobody is asked for anything.
#ifdef Q_OS_UNIX
#include <termios.h>
#include <unistd.h>
#endif

namespace sluice::cli {

#ifdef Q_OS_UNIX

namespace {

/// While it lives, nothing that is typed shows, and Ctrl-C is a character: a program that it ended would leave the
/// terminal like that.
class HiddenTyping
{
public:
    HiddenTyping()
    {
        m_changed = ::tcgetattr(STDIN_FILENO, &m_before) == 0;
        if (!m_changed)
            return;
        termios hidden = m_before;
        hidden.c_lflag &= ~tcflag_t(ECHO | ISIG);
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
    }
    ~HiddenTyping()
    {
        if (m_changed)
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    Q_DISABLE_COPY_MOVE(HiddenTyping)

private:
    termios m_before{};
    bool m_changed = false;
};

} // namespace

bool isAttended()
{
    return ::isatty(STDIN_FILENO) != 0 && ::isatty(STDERR_FILENO) != 0;
}

#else

namespace {

struct HiddenTyping
{
};

} // namespace

bool isAttended()
{
    return false;
}

#endif

QByteArray readHiddenLine(const QString &question)
{
    std::string line;
    if (!isAttended()) {
        std::getline(std::cin, line);
        return QByteArray::fromStdString(line).trimmed();
    }
    {
        const HiddenTyping hidden;
        std::fputs(qUtf8Printable(question), stderr);
        std::getline(std::cin, line);
    }
    std::fputs("\n", stderr);
    constexpr char interrupt = '\x03';
    return line.find(interrupt) == std::string::npos ? QByteArray::fromStdString(line).trimmed() : QByteArray();
}

} // namespace sluice::cli
