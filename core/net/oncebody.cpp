// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/net/oncebody.h"

#include <algorithm>

namespace sluice {

OnceBody::OnceBody(QByteArray content, QObject *parent)
    : QIODevice(parent)
    , m_content(std::move(content))
{
    open(QIODevice::ReadOnly);
}

bool OnceBody::atEnd() const
{
    return bytesAvailable() == 0;
}

qint64 OnceBody::bytesAvailable() const
{
    return m_content.size() - m_position + QIODevice::bytesAvailable();
}

qint64 OnceBody::readData(char *data, qint64 maximum)
{
    const qint64 count = std::min<qint64>(maximum, m_content.size() - m_position);
    if (count <= 0)
        return m_content.isEmpty() ? 0 : -1;
    std::copy_n(m_content.constData() + m_position, count, data);
    m_position += qsizetype(count);
    return count;
}

} // namespace sluice
