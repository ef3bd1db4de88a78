// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/result.h"
#include "core/model/trafficpolicy.h"
#include "core/release/releaseplan.h"
#include "core/verify/expectation.h"

#include <optional>
#include <string>
#include <vector>

namespace sluice::cli {

/// What stands on the command line, as written (design.md 7). One struct for all commands: each reads what is its own.
struct Arguments
{
    // Everywhere
    std::string cluster;
    std::string admin;
    std::vector<std::string> gateways;
    std::vector<std::string> metrics;
    std::vector<std::string> controls;
    std::string workspace;
    std::string output = "table";
    bool yes = false;
    double timeout = 10;
    std::string operatorName;
    std::string reason;
    bool dryRun = false;

    std::string command; ///< "releases create", "preview" ...
    std::string subject; ///< ID, API or NAME
    std::string text;    ///< of a note; the ACTION of preview

    // Releases
    std::string name;
    std::string description;
    std::string api;
    std::string target;
    std::optional<int> percentage;
    std::vector<std::string> rules;
    std::optional<int> ruleShare;
    bool trafficOnly = false;

    // Plans and live traffic
    std::string planFile;
    std::vector<std::string> steps;
    bool clear = false;
    bool cancelOnAlarm = false;
    std::string limits;
    int seconds = 0;

    std::string confirm;
    bool curl = false;

    // Clusters
    std::string environment = "development";
    std::string owner = "none";
    std::string workspaceKey = "workspace";
    int workers = 1;
    bool workersGiven = false;
    bool readOnly = false;
    bool demandReason = false;
    std::string authorityFile;
    std::string certificateFile;
    std::string keyFile;
    std::string pin;
    std::string proxy;
    bool askKey = false;

    // Export and import
    std::string file;
    bool withSecrets = false;
    bool overwrite = false;

    // APIs
    bool desired = false;
    std::vector<std::string> apis; ///< that get the label of a workspace, which is the subject

    // Upstreams
    std::vector<std::string> nodes;
    std::string algorithm = "roundrobin";

    // Verify
    int requests = 0;
    int concurrency = 0;
    int rate = 0;
    std::string method;
    std::string path;
    std::string host;
    std::string connect;
    std::vector<std::string> headers;
    std::string headerFile;
    std::string body;
    std::string identify;
    std::string targetIs;
    std::string currentIs;
    std::vector<std::string> expectations;
    bool exclusive = false;
    bool shared = false;
    double deviation = 3;
    std::string report;

    bool json() const { return output == "json"; }
};

/// Fills in the arguments from the command line. Where there is nothing more to do, because it can't be understood or
/// only help or the version is asked for, it says so and returns the exit code.
std::optional<int> readArguments(int argc, char **argv, Arguments &arguments);

/// --percentage, or --rule with --rule-share; exactly one of both.
Result<TrafficPolicy> policyFrom(const Arguments &arguments);
/// --expect of verify.
Result<QList<Expectation>> expectationsFrom(const Arguments &arguments);
/// --plan and --step; empty where neither is given.
Result<ReleasePlan> planFrom(const Arguments &arguments);

} // namespace sluice::cli
