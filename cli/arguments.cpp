// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/arguments.h"

#include "cli/output.h"
#include "core/version/version.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>

#include <string_view>

using namespace Qt::StringLiterals;

namespace sluice::cli {

namespace {

struct ArgumentsText
{
    Q_DECLARE_TR_FUNCTIONS(Arguments)
};

CLI::App *command(CLI::App &parent, Arguments &arguments, const std::string &name, const std::string &about)
{
    CLI::App *added = parent.add_subcommand(name, about);
    added->fallthrough();
    const std::string whole = parent.get_parent() == nullptr ? name : parent.get_name() + ' ' + name;
    added->callback([&arguments, whole] { arguments.command = whole; });
    return added;
}

CLI::App *group(CLI::App &app, const std::string &name, const std::string &about)
{
    CLI::App *added = app.add_subcommand(name, about);
    added->fallthrough();
    added->require_subcommand(1);
    return added;
}

void repeated(CLI::App &app, const std::string &name, std::vector<std::string> &values, const std::string &about)
{
    app.add_option(name, values, about)->allow_extra_args(false)->take_all();
}

void addEverywhere(CLI::App &app, Arguments &a)
{
    app.add_option("--cluster", a.cluster, "A cluster of the list");
    app.add_option("--admin", a.admin, "Address of an Admin API instead; the key is read from SLUICE_ADMIN_KEY");
    repeated(app, "--gateway", a.gateways, "Address of a gateway; may be repeated");
    repeated(app, "--metrics", a.metrics, "Address of a gateway's Prometheus text");
    repeated(app, "--control", a.controls, "Address of a gateway's control API");
    app.add_option("--workspace", a.workspace, "Only what is in this workspace");
    app.add_option("-o,--output", a.output, "table or json")->check(CLI::IsMember({"table", "json"}));
    app.add_flag("--yes", a.yes, "Never ask");
    app.add_option("--timeout", a.timeout, "Seconds until an answer is given up")->check(CLI::Range(0.1, 3600.0));
    app.add_option("--operator", a.operatorName, "Who acts; SLUICE_OPERATOR, else the system's user");
    app.add_option("--reason", a.reason, "Why: kept in the release's history");
    app.add_flag("--dry-run", a.dryRun, "Show the requests, send none");
}

void addPolicy(CLI::App &app, Arguments &a)
{
    app.add_option("--percentage", a.percentage, "0 to 100: this share of all requests goes to the target");
    repeated(app, "--rule", a.rules, "place:name OP value, joined by &; repeated: any may match");
    app.add_option("--rule-share", a.ruleShare, "Only this percentage of the requests that match a rule");
}

void addClusters(CLI::App &app, Arguments &a)
{
    CLI::App *clusters = group(app, "clusters", "The list of clusters");
    command(*clusters, a, "list", "All clusters");
    CLI::App *add = command(*clusters, a, "add", "Add a cluster: --admin, --gateway; the key comes on standard input");
    add->add_option("name", a.subject, "Its name")->required();
    add->add_option("--environment", a.environment, "development, staging or production")
        ->check(CLI::IsMember({"development", "staging", "production"}));
    add->add_option("--owner", a.owner, "Who else writes its configuration")
        ->check(CLI::IsMember({"none", "adc", "ingress-controller", "other"}));
    add->add_option("--workers", a.workers, "Workers of one gateway")->check(CLI::Range(1, 1024));
    add->add_option("--workspace-key", a.workspaceKey, "The label that names workspaces");
    add->add_flag("--read-only", a.readOnly, "Never write there");
    add->add_flag("--demand-reason", a.demandReason, "Every action needs --reason");
    add->add_option("--ca-file", a.authorityFile, "Certificate authority, PEM");
    add->add_option("--certificate-file", a.certificateFile, "Client certificate, PEM");
    add->add_option("--key-file", a.keyFile, "Its key, PEM");
    add->add_option("--pin", a.pin, "SHA-256 fingerprint of a certificate to trust without an authority (AB:CD:...)");
    add->add_option("--proxy", a.proxy, "none, system (the default), http://HOST:PORT or socks5://HOST:PORT");
    add->add_flag("--ask-key", a.askKey, "Keep no key: it is asked for each time, or comes from SLUICE_ADMIN_KEY");
    command(*clusters, a, "remove", "Remove a cluster from the list")
        ->add_option("name", a.subject, "Its name")
        ->required();
    command(*clusters, a, "export", "The list without keys, for another computer")
        ->add_option("file", a.file, "Where to; standard output where none is given");
    command(*clusters, a, "import", "Add the clusters of such a file; names that are taken are left out")
        ->add_option("file", a.file, "The file")
        ->required();
    command(*clusters, a, "test", "Connect step by step, and say what was found and what to correct")
        ->add_option("name", a.subject, "Its name");
}

void addResources(CLI::App &app, Arguments &a)
{
    CLI::App *workspaces = group(app, "workspaces", "Workspaces of a cluster");
    command(*workspaces, a, "list", "All workspaces");
    command(*workspaces, a, "rules", "The rules that put what has no label into a workspace");
    command(*workspaces, a, "set-rules", "Replace the rules, for all operators")
        ->add_option("file", a.file, "JSON as \"workspaces rules\" prints it")
        ->required();
    CLI::App *label = command(*workspaces, a, "label",
                              "Write the label on everything that is in a workspace by a rule, or on the APIs named");
    CLI::Option *into = label->add_option("name", a.subject, "The workspace that the APIs named get");
    CLI::Option *apisNamed = label->add_option("api", a.apis, "route/ID or service/ID, any number");
    into->needs(apisNamed);
    CLI::App *apis = group(app, "apis", "Routes and services");
    command(*apis, a, "list", "All APIs");
    CLI::App *show = command(*apis, a, "show", "One API");
    show->add_option("api", a.subject, "route/ID or service/ID")->required();
    show->add_flag("--desired", a.desired,
                   "As its source should have it, without a release: YAML, or JSON with -o json");
    CLI::App *upstreams = group(app, "upstreams", "Upstreams");
    command(*upstreams, a, "list", "All upstreams");
    command(*upstreams, a, "show", "One upstream")->add_option("id", a.subject, "Its id")->required();
    CLI::App *create = command(*upstreams, a, "create", "Create an upstream");
    create->add_option("id", a.subject, "Its id")->required();
    create->add_option("--name", a.name, "Its name");
    repeated(*create, "--node", a.nodes, "host:port, or host:port=weight; may be repeated");
    create->add_option("--type", a.algorithm, "roundrobin, chash, ewma or least_conn")
        ->check(CLI::IsMember({"roundrobin", "chash", "ewma", "least_conn"}));
    command(*upstreams, a, "delete", "Delete an upstream that nothing uses")
        ->add_option("id", a.subject, "Its id")
        ->required();
}

void addPlan(CLI::App &app, Arguments &a)
{
    app.add_option("--plan", a.planFile, "A plan from a file, a step a line: 10 | 5m | errors<=1% p95<=300ms");
    repeated(app, "--step", a.steps, "A step of the plan; repeated");
}

void addAlarm(CLI::App &app, Arguments &a)
{
    app.add_flag("--cancel-on-alarm", a.cancelOnAlarm, "Cancel by itself where a limit is broken");
}

void addReleases(CLI::App &app, Arguments &a)
{
    CLI::App *releases = group(app, "releases", "Canary releases");
    command(*releases, a, "list", "All releases");
    CLI::App *create = command(*releases, a, "create", "Begin a release");
    create->add_option("--name", a.name, "Its name");
    create->add_option("--description", a.description, "What it is for");
    create->add_option("--api", a.api, "route/ID or service/ID")->required();
    create->add_option("--target", a.target, "Id of the target upstream")->required();
    addPolicy(*create, a);
    addPlan(*create, a);
    addAlarm(*create, a);
    const auto onOne = [&](const std::string &name, const std::string &about) {
        CLI::App *added = command(*releases, a, name, about);
        added->add_option("id", a.subject, "Id of the release")->required();
        return added;
    };
    onOne("show", "One release, with its history");
    addPolicy(*onOne("configure", "Another percentage, or other rules"), a);
    onOne("cancel", "All traffic back to the current upstream; route/ID removes a split without a release")
        ->add_flag("--traffic-only", a.trafficOnly, "Only move the traffic; the release reads as stopped outside");
    onOne("delete", "Cancel if need be, and remove the record")
        ->add_option("--confirm", a.confirm, "The API, on a production cluster");
    onOne("full-release", "The target upstream replaces the current one")
        ->add_option("--confirm", a.confirm, "The API, on a production cluster");
    onOne("finish", "Apply the pending change: what the record says");
    onOne("archive", "Move the record of a completed release into a file");
    CLI::App *plan = onOne("plan", "Show the plan, or give the release another one");
    addPlan(*plan, a);
    addAlarm(*plan, a);
    plan->add_flag("--clear", a.clear, "Remove the plan");
    onOne("run", "Run the plan: step by step, each held and judged");
    onOne("pause", "Whoever runs the plan waits");
    onOne("resume", "Ends a pause, or a step that waits");
    onOne("skip", "To the next step of the plan");
    onOne("back", "To the step before");
    CLI::App *watch = onOne("watch", "The real share, errors and latency, as the gateways count them");
    watch->add_option("--limits", a.limits, "What the target must keep: errors<=1% p95<=300ms over=60s min=100");
    watch->add_option("--for", a.seconds, "Seconds; otherwise until it is ended")->check(CLI::Range(1, 1'000'000));
    addAlarm(*watch, a);
    addPolicy(*onOne("new-back", "Begin a release back to the upstream that a completed one replaced"), a);
    onOne("note", "Add a line to the history")->add_option("text", a.text, "The line")->required();
    CLI::App *adopt = command(*releases, a, "adopt", "Take over a split that Sluice did not make, or drift");
    adopt->add_option("api", a.subject, "route/ID or service/ID")->required();
    adopt->add_option("--name", a.name, "Name of the release");
}

void addConfiguration(CLI::App &app, Arguments &a)
{
    CLI::App *out = command(app, a, "export", "The cluster's whole configuration as JSON");
    out->add_option("file", a.file, "Where to; standard output where none is given");
    out->add_flag("--with-secrets", a.withSecrets, "Keys and passwords, too; only the file's owner can read it");
    CLI::App *in = command(app, a, "import", "Write what an export holds; nothing is ever deleted");
    in->add_option("file", a.file, "The file")->required();
    in->add_flag("--overwrite", a.overwrite, "Change what exists and differs");
}

void addProof(CLI::App &app, Arguments &a)
{
    CLI::App *verify = command(app, a, "verify", "Send real requests and count where they land");
    verify->add_option("release", a.subject, "Id of the release; route/ID: all to its current upstream")->required();
    verify->add_option("--requests", a.requests, "How many; otherwise as many as suffice")
        ->check(CLI::Range(1, 10'000'000));
    verify->add_option("--concurrency", a.concurrency, "Connections at once")->check(CLI::Range(1, 256));
    verify->add_option("--rate", a.rate, "Requests a second")->check(CLI::Range(1, 1'000'000));
    verify->add_option("--method", a.method, "The method; an unsafe one is sent only when named");
    verify->add_option("--path", a.path, "The path, with its query");
    verify->add_option("--host", a.host, "The Host header");
    verify->add_option("--connect", a.connect, "IP:PORT to connect to instead");
    repeated(*verify, "--header", a.headers, "Name: value; may be repeated");
    verify->add_option("--header-file", a.headerFile, "Headers from a file, for credentials");
    verify->add_option("--body", a.body, "Body from a file");
    verify->add_option("--identify", a.identify, "header:NAME, json:/POINTER or regex:RE");
    verify->add_option("--target-is", a.targetIs, "What the target answers, a regular expression");
    verify->add_option("--current-is", a.currentIs, "What the current upstream answers");
    repeated(
        *verify, "--expect", a.expectations,
        "What every answer must be like: status in 200,3xx; header:NAME ~ RE; body contains TEXT; json:/POINTER == V; "
        "time < 800ms");
    verify->add_option("--workers", a.workers, "Workers of one gateway")
        ->check(CLI::Range(1, 1024))
        ->each([&a](const std::string &) { a.workersGiven = true; });
    CLI::Option *exclusive = verify->add_flag("--exclusive", a.exclusive, "Nobody else calls the API");
    verify->add_flag("--shared", a.shared, "Others call it too")->excludes(exclusive);
    verify->add_option("--deviation", a.deviation, "Deviation that must be detected, in points")
        ->check(CLI::Range(0.01, 50.0));
    verify->add_option("--report", a.report, "html=FILE,json=FILE,junit=FILE");
    CLI::App *rehearse = command(app, a, "rehearse", "Try a release on a local twin of the cluster");
    rehearse->add_option("release", a.subject, "Id of the release; or --api and --target of one that is not made yet");
    rehearse->add_option("--api", a.api, "route/ID or service/ID");
    rehearse->add_option("--target", a.target, "Id of the target upstream");
    addPolicy(*rehearse, a);
    addPlan(*rehearse, a);
    CLI::App *preview = command(app, a, "preview", "The requests that an action would send");
    preview->add_option("action", a.text, "configure, cancel, delete, full-release, finish, adopt or archive")
        ->required()
        ->check(CLI::IsMember({"configure", "cancel", "delete", "full-release", "finish", "adopt", "archive"}));
    preview->add_option("id", a.subject, "Id of the release")->required();
    preview->add_flag("--curl", a.curl, "As lines for a shell; of cancel: the rollback for a runbook");
    addPolicy(*preview, a);
}

void declare(CLI::App &app, Arguments &arguments)
{
    app.require_subcommand(1);
    app.set_version_flag("--version", versionLine(u"sluicectl"_s).toStdString());
    addEverywhere(app, arguments);
    addClusters(app, arguments);
    addResources(app, arguments);
    addReleases(app, arguments);
    addConfiguration(app, arguments);
    addProof(app, arguments);
}

Error wrongUsage(const CLI::ParseError &fault)
{
    return Error::invalid(QString::fromStdString(fault.what()).simplified() + u'.',
                          ArgumentsText::tr("Run sluicectl with --help for more."));
}

/// Where the command line can't be understood, nothing of it has been read.
bool wantsJson(int argc, char **argv)
{
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        const std::string_view next = i + 1 < argc ? argv[i + 1] : "";
        if (word == "-ojson" || word == "--output=json" || ((word == "-o" || word == "--output") && next == "json"))
            return true;
    }
    return false;
}

} // namespace

std::optional<int> readArguments(int argc, char **argv, Arguments &arguments)
{
    CLI::App parser("Canary releases on Apache APISIX from a shell.", "sluicectl");
    declare(parser, arguments);
    try {
        parser.parse(argc, argv);
    } catch (const CLI::ParseError &fault) {
        if (fault.get_exit_code() == 0) // --help, --version
            return parser.exit(fault);
        const bool asJson = wantsJson(argc, argv);
        return parser.got_subcommand("releases") ? printRefused(wrongUsage(fault), asJson)
                                                 : printError(wrongUsage(fault), asJson);
    }
    return std::nullopt;
}

Result<QList<Expectation>> expectationsFrom(const Arguments &arguments)
{
    QList<Expectation> expectations;
    for (const std::string &text : arguments.expectations) {
        const auto expectation = parseExpectation(QString::fromStdString(text));
        if (!expectation)
            return expectation.error();
        expectations.append(*expectation);
    }
    return expectations;
}

Result<TrafficPolicy> policyFrom(const Arguments &arguments)
{
    Error fault{.kind = Error::Kind::Invalid,
                .reason = ArgumentsText::tr("Exactly one way of allocation is needed."),
                .detail = {},
                .traffic = {},
                .advice = ArgumentsText::tr("Give --percentage N, or --rule one or more times.")};
    const bool byRules = !arguments.rules.empty();
    if (arguments.percentage.has_value() == byRules)
        return fault;
    if (!byRules && arguments.ruleShare) {
        fault.reason = ArgumentsText::tr("--rule-share needs --rule.");
        return fault;
    }
    TrafficPolicy policy;
    policy.kind = byRules ? TrafficPolicy::Kind::Rules : TrafficPolicy::Kind::Percentage;
    policy.percentage = arguments.percentage.value_or(0);
    policy.share = arguments.ruleShare.value_or(100);
    for (const std::string &text : arguments.rules) {
        const auto rule = parseRule(QString::fromStdString(text));
        if (!rule)
            return rule.error();
        policy.groups.append(*rule);
    }
    if (const QList<Error> faults = problems(policy); !faults.isEmpty())
        return faults.first();
    return policy;
}

} // namespace sluice::cli
