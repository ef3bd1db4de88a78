// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0

// A state file and its journal, cut or changed in any way: opened or refused, and never overwritten when refused. The
// two are divided by a line of three dashes.
#include "simulator/store/statefile.h"

#include <QFile>
#include <QTemporaryDir>

#include <cstdlib>

using namespace sluice::simulator;

namespace {

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(content) != content.size())
        std::abort();
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const QTemporaryDir folder(QStringLiteral("/dev/shm/sluice-fuzz-XXXXXX"));
    const QString path = folder.filePath(QStringLiteral("state"));
    const QByteArray input(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const qsizetype border = input.indexOf("\n---\n");
    const QByteArray whole = border < 0 ? input : input.first(border);
    const QByteArray journal = border < 0 ? QByteArray() : input.sliced(border + 5);
    write(path, whole);
    write(path + QStringLiteral(".journal"), journal);
    if (const auto file = StateFile::open(path)) {
        for (const auto &[collection, item] : (*file)->items(QStringLiteral("local"))) {
            if (item.id.empty() && collection == Collection::Routes)
                return 0;
        }
    } else if (contentOf(path) != whole || contentOf(path + QStringLiteral(".journal")) != journal) {
        std::abort();
    }
    return 0;
}
