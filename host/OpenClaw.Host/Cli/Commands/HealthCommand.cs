using System.CommandLine;
using System.Text.Json;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.Commands;

/// <summary><c>health</c>: agents, sessions and plugins as the gateway sees them.</summary>
internal sealed class HealthCommand() : RemoteCommand("health", "Show the health of the gateway, its agents and plugins")
{
    private readonly Option<bool> _probe = new("--probe") { Description = "Check anew instead of taking the last result" };

    protected override void Configure(Command command)
    {
        command.Options.Add(_probe);
        base.Configure(command);
    }

    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var parameters = invocation.Get(_probe) ? JsonElement.Parse("""{"probe":true}""") : default;
        var health = await AskAsync(invocation, MethodNames.Health, parameters, cancellationToken);
        if (invocation.Json)
        {
            invocation.Console.WriteJson(health);
            return ExitCodes.Success;
        }

        foreach (var line in Describe(health, invocation))
        {
            invocation.Console.Output.WriteLine(ControlText.ToOneLine(line));
        }

        return ExitCodes.Success;
    }

    private static IEnumerable<string> Describe(JsonElement health, CliInvocation invocation)
    {
        yield return $"Gateway: {(health.IsTrueAt("ok") ? "ok" : "not ok")} (probe {health.NumberAt("durationMs") ?? 0}ms)";
        if (health.At("eventLoop") is { } loop)
        {
            yield return $"Gateway event loop: {(loop.IsTrueAt("degraded") ? "degraded" : "ok")} max={loop.TextAt("delayMaxMs")}ms p99={loop.TextAt("delayP99Ms")}ms";
        }

        var agents = health.ItemsAt("agents")
            .Select(static agent => $"{agent.TextAt("agentId")}{(agent.IsTrueAt("isDefault") ? " (default)" : "")}");
        yield return $"Agents: {string.Join(", ", agents)}";
        yield return $"Plugins: {string.Join(", ", health.ItemsAt("plugins", "loaded").Select(Name))}";
        foreach (var error in health.ItemsAt("plugins", "errors"))
        {
            yield return $"Plugin failed: {Name(error)} {error.TextAt("error")}";
        }

        if (ConfigLine.Of(health) is { } config)
        {
            yield return $"Config: {config}";
        }

        if (health.TextAt("inbox", "warning") is { } notHandled)
        {
            yield return $"Inbox: {notHandled}";
        }

        if (health.TextAt("outbox", "warning") is { } warning)
        {
            yield return $"Outbox: {warning}";
        }

        yield return $"Sessions: {health.NumberAt("sessions", "count") ?? 0}";
        foreach (var session in health.ItemsAt("sessions", "recent"))
        {
            yield return $"- {session.TextAt("key")} ({HumanText.Age(invocation.Time, session.NumberAt("updatedAt"))})";
        }
    }

    private static string Name(JsonElement plugin) =>
        plugin.ValueKind == JsonValueKind.String ? plugin.GetString()! : plugin.TextAt("id") ?? plugin.TextAt("pluginId") ?? plugin.GetRawText();
}
