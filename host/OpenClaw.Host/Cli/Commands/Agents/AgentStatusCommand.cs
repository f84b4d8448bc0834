using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Client;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.Commands.Agents;

/// <summary><c>agent status</c>.</summary>
internal sealed class AgentStatusCommand() : RemoteCommand("status", "Show how an agent is doing")
{
    private readonly Argument<string?> _id = new("id")
    {
        Description = "The agent; the default one when left out",
        Arity = ArgumentArity.ZeroOrOne,
    };

    // The figures are what this command is for; who asks for them by name gets the same.
    private readonly Option<bool> _withStats = new("--with-stats") { Description = "Runs and times of the last day; shown anyway" };

    protected override void Configure(Command command)
    {
        command.Arguments.Add(_id);
        command.Options.Add(_withStats);
        base.Configure(command);
    }

    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        await using var client = await ConnectAsync(invocation, cancellationToken, MethodNames.AgentsStats, MethodNames.Health);
        var stats = await client.RequestAsync(MethodNames.AgentsStats, JsonElement.Parse("{}"), cancellationToken: cancellationToken);
        var asked = invocation.Get(_id);
        var agent = stats.ItemsAt("agents").FirstOrDefault(one => asked is null
            ? one.IsTrueAt("isDefault")
            : string.Equals(one.TextAt("agentId"), asked, StringComparison.OrdinalIgnoreCase));
        if (agent.ValueKind != JsonValueKind.Object)
        {
            throw new CliException($"Unknown agent id \"{ControlText.ToOneLine(asked ?? "-")}\". Use \"openclaw agents list\" to see configured agents.");
        }

        var health = await HealthOfAsync(client, agent.TextAt("agentId")!, cancellationToken);
        if (invocation.Json)
        {
            invocation.Console.WriteJson(Document(agent, health));
        }
        else
        {
            Write(invocation, agent, health);
        }

        return ExitCodes.Success;
    }

    private static async Task<JsonElement> HealthOfAsync(GatewayClient client, string id, CancellationToken cancellationToken)
    {
        var health = await client.RequestAsync(MethodNames.Health, JsonElement.Parse("{}"), cancellationToken: cancellationToken);
        return health.ItemsAt("agents").FirstOrDefault(one => one.TextAt("agentId") == id);
    }

    private static JsonElement Document(JsonElement agent, JsonElement health)
    {
        var document = JsonNode.Parse(JsonSerializer.Serialize(AgentDocument.Of(agent), CliJsonContext.Default.AgentDocument))!.AsObject();
        if (health.NumberAt("sessions", "count") is { } sessions)
        {
            document["sessions"] = sessions;
        }

        if (health.At("heartbeat") is { } heartbeat)
        {
            document["heartbeat"] = JsonNode.Parse(heartbeat.GetRawText());
        }

        return JsonElement.Parse(document.ToJsonString());
    }

    private static void Write(CliInvocation invocation, JsonElement agent, JsonElement health)
    {
        var lines = new List<(string Name, string? Value)>
        {
            ("Agent", agent.TextAt("agentId")),
            ("State", AgentsListCommand.StateOf(agent)),
            ("Model", agent.TextAt("model")),
            ("Workspace", agent.TextAt("workspace")),
            ("Sessions", health.TextAt("sessions", "count")),
            ("Running", agent.TextAt("running")),
            ("Last run", TimeOf(agent.NumberAt("lastRunAt"))),
            ("Last error", agent.TextAt("lastError")),
            ("Heartbeat", health.IsTrueAt("heartbeat", "enabled") ? $"every {health.TextAt("heartbeat", "every")}, to {health.TextAt("heartbeat", "target")}" : "off"),
            ("Last 24 h", $"{agent.NumberAt("runs") ?? 0} runs, average {AgentsListCommand.Seconds(agent.NumberAt("avgMs"))}, longest "
                + $"{AgentsListCommand.Seconds(agent.NumberAt("maxMs"))}, {agent.NumberAt("timeouts") ?? 0} timeouts, {agent.NumberAt("errors") ?? 0} errors"),
        };
        foreach (var (name, value) in lines)
        {
            invocation.Console.Output.WriteLine($"{name + ":",-12} {ControlText.ToOneLine(value ?? "-")}");
        }
    }

    private static string? TimeOf(long? unixMs) =>
        unixMs is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at).ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture) : null;
}
