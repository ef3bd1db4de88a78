// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

namespace sluice::simulator {

/// Both as PEM.
struct CertificateAndKey
{
    std::string certificate;
    std::string key;
};

/// A certificate authority of this process's own (--tls-self-signed): its key never leaves the memory.
class LocalAuthority
{
public:
    LocalAuthority();
    ~LocalAuthority();
    LocalAuthority(const LocalAuthority &) = delete;
    LocalAuthority &operator=(const LocalAuthority &) = delete;

    /// PEM, for those who are to trust it.
    std::string certificate() const;
    /// A server's certificate for names and IP addresses, at least one.
    CertificateAndKey issue(const std::vector<std::string> &names) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace sluice::simulator
