// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace sluice {
class ActivityModel;
}

namespace sluice::app {

class ClusterDirectory;
class EmbeddedSimulator;
class FormDrafts;
class Operations;
class PlanRuns;
class TrafficAlarms;
class ViewState;

/// What the pages work with. Made by Application, which outlives every page.
struct PageContext
{
    ClusterDirectory &clusters;
    Operations &operations;
    PlanRuns &runs;
    TrafficAlarms &alarms;
    EmbeddedSimulator &simulator;
    ViewState &view;
    FormDrafts &drafts;
    ActivityModel &activity;
};

} // namespace sluice::app
