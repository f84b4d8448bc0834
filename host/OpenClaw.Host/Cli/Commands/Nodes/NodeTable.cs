using System.Text.Json;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.Remote;

namespace OpenClaw.Host.Cli.Commands.Nodes;

/// <summary>Nodes and their requests as tables.</summary>
internal static class NodeTable
{
    public static CliTable Of(IEnumerable<JsonElement> nodes, TimeProvider time) => new(
        ["Node", "ID", "Platform", "State", "Commands", "Seen"],
        [.. nodes.Select(node => (string[])
        [
            node.TextAt("displayName") ?? "-",
            node.TextAt("nodeId") ?? "-",
            node.TextAt("platform") ?? "-",
            $"{(node.IsTrueAt("connected") ? "connected" : "away")}, {node.TextAt("approvalState") ?? "approved"}",
            Words(node, "commands"),
            HumanText.Age(time, node.NumberAt("lastSeenAtMs")),
        ])]);

    public static CliTable Paired(IEnumerable<JsonElement> nodes, TimeProvider time) => new(
        ["Node", "ID", "Platform", "Commands", "Approved"],
        [.. nodes.Select(node => (string[])
        [
            node.TextAt("displayName") ?? "-",
            node.TextAt("nodeId") ?? "-",
            node.TextAt("platform") ?? "-",
            Words(node, "commands"),
            HumanText.Age(time, node.NumberAt("approvedAtMs")),
        ])]);

    public static CliTable Pending(IEnumerable<JsonElement> requests, TimeProvider time) => new(
        ["Request", "Node", "ID", "Platform", "Commands", "Asked"],
        [.. requests.Select(request => (string[])
        [
            request.TextAt("requestId") ?? "-",
            request.TextAt("displayName") ?? "-",
            request.TextAt("nodeId") ?? "-",
            request.TextAt("platform") ?? "-",
            Words(request, "commands"),
            HumanText.Age(time, request.NumberAt("ts")),
        ])]);

    private static string Words(JsonElement element, string name) => string.Join(", ", element.ItemsAt(name).Select(static word => word.GetString()));
}
