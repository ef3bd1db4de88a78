// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/arguments.h"
#include "core/session/clustersession.h"

#include <memory>

namespace sluice {
class SecretStore;
} // namespace sluice

namespace sluice::cli {

/// A person is told that the keychain is waited for; where none sits at the terminal, it is waited for 10 s only.
void waitAtTerminal(SecretStore &store);

/// The cluster that the command line names: --admin, --cluster, or the only one of the list.
Result<ClusterProfile> profileFrom(const Arguments &arguments);
/// The key from SLUICE_ADMIN_KEY, else from the keychain; one that is asked for each time, from the person at the
/// terminal. The keychain is left alone where nothing of it is needed.
QCoro::Task<Result<ClusterSecrets>> secretsOf(ClusterProfile profile);

/// Connects and recognises the gateway.
QCoro::Task<Result<std::shared_ptr<ClusterSession>>> connectTo(const Arguments &arguments);
/// The same for a command that changes something: refused where the key, the profile or the gateway forbids it.
QCoro::Task<Result<std::shared_ptr<ClusterSession>>> connectForChange(const Arguments &arguments);

/// For a rehearsal: no write leaves this computer, and the key's role is not asked for.
QCoro::Task<Result<std::shared_ptr<ClusterSession>>> connectReadOnly(const Arguments &arguments);

} // namespace sluice::cli
