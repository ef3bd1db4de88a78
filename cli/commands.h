// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/arguments.h"

#include <QCoroTask>

namespace sluice::cli {

/// Each runs one group of commands and returns the exit code; arguments outlive the task.
QCoro::Task<int> runClusters(const Arguments &arguments);
QCoro::Task<int> runResources(const Arguments &arguments);
QCoro::Task<int> runReleases(const Arguments &arguments);
/// Plans, their orders and their runs, and live traffic: releases plan, run, pause, resume, skip, back, watch.
QCoro::Task<int> runPlan(const Arguments &arguments);
QCoro::Task<int> runWorkspaces(const Arguments &arguments);
QCoro::Task<int> runConfiguration(const Arguments &arguments);
QCoro::Task<int> runPreview(const Arguments &arguments);
QCoro::Task<int> runVerify(const Arguments &arguments);
QCoro::Task<int> runRehearse(const Arguments &arguments);

} // namespace sluice::cli
