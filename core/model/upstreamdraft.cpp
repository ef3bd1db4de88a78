// SPDX-FileCopyrightText: 2026 The Sluice authors
// SPDX-License-Identifier: Apache-2.0
#include "core/model/upstreamdraft.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sluice {

namespace {

constexpr int longestId = 64;
constexpr int longestName = 100;
constexpr int lastPort = 65535;

struct UpstreamDraftText
{
    Q_DECLARE_TR_FUNCTIONS(UpstreamDraft)
};

bool isHost(const QString &host)
{
    static const QRegularExpression form(u"^(\\*?[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+\\])$"_s);
    return form.match(host).hasMatch();
}

std::optional<int> portFrom(const QString &text)
{
    bool isNumber = false;
    const int port = text.toInt(&isNumber);
    return isNumber && port >= 1 && port <= lastPort ? std::optional(port) : std::nullopt;
}

QString problemOf(const UpstreamDraft::Node &node)
{
    if (node.host.isEmpty())
        return UpstreamDraftText::tr("The node needs a host.");
    if (node.host.contains(u':') && !node.host.startsWith(u'['))
        return UpstreamDraftText::tr("Write the port in its own field; an IPv6 address stands in brackets.");
    if (!isHost(node.host))
        return UpstreamDraftText::tr("\"%1\" is not a host name or address.").arg(node.host);
    if (!node.port.isEmpty() && !portFrom(node.port))
        return UpstreamDraftText::tr("A port is a number from 1 to 65535.");
    return {};
}

QList<UpstreamProblem> problemsOfNodes(const QList<UpstreamDraft::Node> &nodes)
{
    if (nodes.isEmpty())
        return {{UpstreamField::Nodes, -1, UpstreamDraftText::tr("An upstream needs a node at least.")}};
    QList<UpstreamProblem> found;
    QHash<QString, int> known;
    for (int at = 0; at < nodes.size(); ++at) {
        const UpstreamDraft::Node &node = nodes.at(at);
        const QString where = node.host + u' ' + node.port;
        QString text = problemOf(node);
        if (text.isEmpty() && known.contains(where))
            text = UpstreamDraftText::tr("This node is there twice.");
        known.insert(where, at);
        if (!text.isEmpty())
            found.append({UpstreamField::Nodes, at, text});
    }
    return found;
}

UpstreamDraft::Node nodeFrom(const QString &address, int weight)
{
    static const QRegularExpression form(u"^(.*?)(?::(\\d+))?$"_s);
    const auto parts = form.match(address);
    return {parts.captured(1), parts.captured(2), weight};
}

QList<UpstreamDraft::Node> nodesOf(const QJsonValue &written)
{
    QList<UpstreamDraft::Node> nodes;
    const QJsonObject byAddress = written.toObject();
    for (auto node = byAddress.begin(); node != byAddress.end(); ++node)
        nodes.append(nodeFrom(node.key(), node->toInt()));
    const QJsonArray list = written.toArray();
    for (const QJsonValue &node : list)
        nodes.append({node[u"host"_s].toString(), node[u"port"_s].toVariant().toString(), node[u"weight"_s].toInt()});
    return nodes;
}

/// Fields of a node that the form does not show (priority, metadata) stay with the host and port that they belong to.
QJsonArray toJson(const QList<UpstreamDraft::Node> &nodes, const QJsonArray &before)
{
    QJsonArray result;
    for (const UpstreamDraft::Node &node : nodes) {
        QJsonObject written;
        for (const QJsonValue &known : before) {
            if (known[u"host"_s].toString() == node.host && known[u"port"_s].toVariant().toString() == node.port)
                written = known.toObject();
        }
        written.insert(u"host"_s, node.host);
        if (!node.port.isEmpty())
            written.insert(u"port"_s, node.port.toInt());
        written.insert(u"weight"_s, node.weight);
        result.append(written);
    }
    return result;
}

} // namespace

QList<UpstreamProblem> problems(const UpstreamDraft &draft)
{
    static const QRegularExpression idForm(u"^[a-zA-Z0-9._-]+$"_s);
    QList<UpstreamProblem> found;
    if (draft.name.size() > longestName)
        found.append({UpstreamField::Name, -1, UpstreamDraftText::tr("A name has 100 characters at most.")});
    if (draft.id.isEmpty())
        found.append({UpstreamField::Id, -1, UpstreamDraftText::tr("The upstream needs an id.")});
    else if (draft.id.size() > longestId || !idForm.match(draft.id).hasMatch())
        found.append({UpstreamField::Id, -1,
                      UpstreamDraftText::tr("An id has letters, digits, dots, dashes and underscores, 64 at most.")});
    if (!draft.byDiscovery)
        found += problemsOfNodes(draft.nodes);
    if (draft.passHost == "rewrite"_L1 && !isHost(draft.upstreamHost))
        found.append({UpstreamField::UpstreamHost, -1, UpstreamDraftText::tr("Which host name should the nodes see?")});
    return found;
}

QString idFromName(const QString &name)
{
    static const QRegularExpression others(u"[^a-z0-9._-]+"_s);
    static const QRegularExpression dashesAtTheEnds(u"^-+|-+$"_s);
    return name.toLower().replace(others, u"-"_s).left(longestId).remove(dashesAtTheEnds);
}

UpstreamDraft draftOf(const Upstream &upstream)
{
    const QJsonObject value = upstream.resource.value;
    UpstreamDraft draft;
    draft.id = upstream.id();
    draft.name = upstream.resource.name();
    draft.description = value[u"desc"_s].toString();
    draft.nodes = nodesOf(value[u"nodes"_s]);
    draft.type = value[u"type"_s].toString(draft.type);
    draft.scheme = value[u"scheme"_s].toString(draft.scheme);
    draft.passHost = value[u"pass_host"_s].toString(draft.passHost);
    draft.upstreamHost = value[u"upstream_host"_s].toString();
    draft.byDiscovery = !upstream.discovery().isEmpty();
    return draft;
}

QJsonObject newUpstream(const UpstreamDraft &draft, const QJsonObject &labels)
{
    QJsonObject value{{u"type"_s, draft.type},
                      {u"scheme"_s, draft.scheme},
                      {u"pass_host"_s, draft.passHost},
                      {u"nodes"_s, toJson(draft.nodes, {})}};
    if (!draft.name.isEmpty())
        value.insert(u"name"_s, draft.name);
    if (!draft.description.isEmpty())
        value.insert(u"desc"_s, draft.description);
    if (draft.passHost == "rewrite"_L1)
        value.insert(u"upstream_host"_s, draft.upstreamHost);
    if (!labels.isEmpty())
        value.insert(u"labels"_s, labels);
    return value;
}

QJsonObject changeOf(const Upstream &before, const UpstreamDraft &draft)
{
    const UpstreamDraft old = draftOf(before);
    const QJsonObject &stored = before.resource.value;
    QJsonObject change;
    const auto setText = [&change, &stored](const QString &field, const QString &was, const QString &text) {
        if (was != text)
            change.insert(field, text.isEmpty() && stored.contains(field) ? QJsonValue() : QJsonValue(text));
    };
    setText(u"name"_s, old.name, draft.name);
    setText(u"desc"_s, old.description, draft.description);
    setText(u"type"_s, old.type, draft.type);
    setText(u"scheme"_s, old.scheme, draft.scheme);
    setText(u"pass_host"_s, old.passHost, draft.passHost);
    if (draft.passHost == "rewrite"_L1)
        setText(u"upstream_host"_s, old.upstreamHost, draft.upstreamHost);
    if (!draft.byDiscovery && old.nodes != draft.nodes)
        change.insert(u"nodes"_s, toJson(draft.nodes, stored[u"nodes"_s].toArray()));
    return change;
}

} // namespace sluice
