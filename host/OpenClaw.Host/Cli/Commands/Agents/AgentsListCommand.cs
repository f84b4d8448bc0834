using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.Commands.Agents;

/// <summary><c>agents list</c>, also as <c>agent list</c>.</summary>
internal sealed class AgentsListCommand() : RemoteCommand("list", "List the agents")
{
    private readonly Option<bool> _stats = new("--with-stats") { Description = "How the runs of the last day went" };

    protected override void Configure(Command command)
    {
        command.Options.Add(_stats);
        base.Configure(command);
    }

    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var result = await AskAsync(invocation, MethodNames.AgentsStats, JsonElement.Parse("{}"), cancellationToken);
        var agents = result.ItemsAt("agents").ToList();
        if (invocation.Json)
        {
            invocation.Console.WriteJson([.. agents.Select(AgentDocument.Of)], CliJsonContext.Default.IReadOnlyListAgentDocument);
        }
        else if (invocation.Get(_stats))
        {
            WriteStats(invocation.Console.Output, agents);
        }
        else
        {
            WriteList(invocation.Console.Output, agents);
        }

        return ExitCodes.Success;
    }

    internal static string Seconds(long? milliseconds) =>
        milliseconds is { } ms ? string.Create(CultureInfo.InvariantCulture, $"{ms / 1000.0:0.#}s") : "-";

    private static void WriteStats(TextWriter output, List<JsonElement> agents)
    {
        var rows = agents.Select(static agent => (string[])
        [
            ControlText.ToOneLine(agent.TextAt("agentId") ?? "-"),
            StateOf(agent),
            $"Avg: {Seconds(agent.NumberAt("avgMs"))}",
            $"Max: {Seconds(agent.NumberAt("maxMs"))}",
            $"Timeout: {agent.NumberAt("timeouts") ?? 0}",
        ]).ToList();
        var widths = Enumerable.Range(0, 5).Select(column => rows.Max(row => row[column].Length)).ToList();
        foreach (var row in rows)
        {
            output.WriteLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        }
    }

    internal static string StateOf(JsonElement agent) => agent.TextAt("state") switch
    {
        "active" => "Active",
        "failed" => "Failed",
        _ => "Idle",
    };

    private static void WriteList(TextWriter output, List<JsonElement> agents)
    {
        output.WriteLine("Agents:");
        foreach (var agent in agents)
        {
            var name = agent.TextAt("name") is { } given ? $" ({ControlText.ToOneLine(given)})" : string.Empty;
            var bindings = agent.NumberAt("bindings") ?? 0;
            output.WriteLine($"- {ControlText.ToOneLine(agent.TextAt("agentId") ?? "-")}{name}{(agent.IsTrueAt("isDefault") ? " (default)" : string.Empty)}");
            output.WriteLine($"  Workspace: {ControlText.ToOneLine(agent.TextAt("workspace") ?? "-")}");
            output.WriteLine($"  Agent dir: {ControlText.ToOneLine(agent.TextAt("agentDir") ?? "-")}");
            output.WriteLine($"  Model: {ControlText.ToOneLine(agent.TextAt("model") ?? "-")}");
            output.WriteLine($"  Routing rules: {bindings}");
            if (bindings == 0)
            {
                output.WriteLine(agent.IsTrueAt("isDefault") ? "  Routing: default (no explicit rules)" : "  Routing: no rules");
            }
        }
    }
}
