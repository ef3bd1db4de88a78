// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0

// A race on purpose, in a function that Qt's objects are in the neighbourhood of: the thread sanitizer must report it
// in spite of our suppressions, else those hide more than they should.
#include <QCoreApplication>
#include <QString>

#include <thread>

namespace {

struct Shared
{
    int counter = 0;
    QString text;
};

void race(Shared &shared)
{
    for (int i = 0; i < 100000; ++i) {
        ++shared.counter;
        if (i % 1000 == 0)
            static_cast<void>(QString::number(i));
    }
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    Shared shared;
    std::thread first([&] { race(shared); });
    std::thread second([&] { race(shared); });
    first.join();
    second.join();
    return 0;
}
