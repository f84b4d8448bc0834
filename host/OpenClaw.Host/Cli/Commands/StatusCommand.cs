using System.Runtime.InteropServices;
using System.Text.Json;
using OpenClaw.Client;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.Commands;

/// <summary><c>status</c>: one page about everything, also when the gateway is down.</summary>
internal sealed class StatusCommand() : RemoteCommand("status", "Show the gateway, its agents and recent sessions")
{
    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var target = GatewayTargets.Resolve(invocation, Remote);
        var report = await AskAsync(invocation, target, cancellationToken);
        if (invocation.Json)
        {
            invocation.Console.WriteJson(report, CliJsonContext.Default.StatusReport);
            return ExitCodes.Success;
        }

        invocation.Console.Output.WriteLine(VersionAction.Text);
        invocation.Console.WriteTable(Overview(report, target, invocation));
        if (report.Status is { } status && Sessions(status, invocation) is { Rows.Count: > 0 } sessions)
        {
            invocation.Console.Output.WriteLine();
            invocation.Console.WriteTable(sessions);
        }

        return ExitCodes.Success;
    }

    private async Task<StatusReport> AskAsync(CliInvocation invocation, GatewayTarget target, CancellationToken cancellationToken)
    {
        var started = invocation.Time.GetTimestamp();
        try
        {
            await using var client = await ConnectAsync(invocation, cancellationToken, MethodNames.Status, MethodNames.Health);
            var latency = (long)invocation.Time.GetElapsedTime(started).TotalMilliseconds;
            var status = client.RequestAsync(MethodNames.Status, cancellationToken: cancellationToken);
            var health = client.RequestAsync(MethodNames.Health, cancellationToken: cancellationToken);
            return new()
            {
                Url = target.Address,
                UrlSource = target.Source,
                Reachable = true,
                ConnectLatencyMs = latency,
                Status = await status,
                Health = await health,
            };
        }
        catch (GatewayException error)
        {
            return new() { Url = target.Address, UrlSource = target.Source, Reachable = false, Error = RemoteFailures.Headline(error) };
        }
    }

    private static CliTable Overview(StatusReport report, GatewayTarget target, CliInvocation invocation)
    {
        var auth = target.Token is not null ? "auth token" : target.Password is not null ? "auth password" : "no credentials";
        var reach = report.Reachable ? $"reachable {report.ConnectLatencyMs}ms" : $"unreachable: {report.Error}";
        var rows = new List<(string Item, string? Value)>
        {
            ("OS", RuntimeInformation.OSDescription),
            ("Gateway", $"{report.Url} ({report.UrlSource}) · {reach} · {auth}"),
            ("Config", invocation.Show(invocation.Paths.ConfigFile)),
        };
        if (report is { Status: { } status, Health: { } health })
        {
            rows.Add(("Gateway version", status.TextAt("runtimeVersion")));
            rows.Add(("Config reload", ConfigLine.Of(health)));
            rows.Add(("Agents", Agents(health)));
            rows.Add(("Default model", status.TextAt("sessions", "defaults", "model")));
            rows.Add(("Sessions", status.TextAt("sessions", "count")));
            rows.Add(("Plugins", string.Join(", ", health.ItemsAt("plugins", "loaded").Select(static id => id.ToString()))));
            rows.Add(("Inbox", Inbox(status)));
            rows.Add(("Outbox", Outbox(status)));
            rows.Add(("Memory", status.NumberAt("processMemory", "rssBytes") is { } bytes ? $"{bytes / 1_048_576} MiB" : null));
        }

        return new(["Overview", ""], [.. rows.Where(static row => !string.IsNullOrEmpty(row.Value)).Select(static row => (string[])[row.Item, row.Value!])]);
    }

    private static string? Inbox(JsonElement status) => status.At("inbox") is { } inbox
        ? inbox.TextAt("warning") ?? $"{inbox.NumberAt("waiting") ?? 0} waiting"
        : null;

    private static string? Outbox(JsonElement status) => status.At("outbox") is { } outbox
        ? outbox.TextAt("warning") ?? $"{(outbox.NumberAt("queued") ?? 0) + (outbox.NumberAt("attempting") ?? 0)} waiting"
        : null;

    private static string Agents(JsonElement health)
    {
        var agents = health.ItemsAt("agents").ToList();
        return $"{agents.Count} · default {health.TextAt("defaultAgentId")}";
    }

    private static CliTable Sessions(JsonElement status, CliInvocation invocation) => new(
        ["Session", "Active", "Model", "Tokens"],
        [
            .. status.ItemsAt("sessions", "recent").Select(session => (string[])
            [
                session.TextAt("key") ?? "",
                HumanText.Age(invocation.Time, session.NumberAt("updatedAt")),
                session.TextAt("model") ?? "-",
                session.TextAt("totalTokens") ?? "-",
            ]),
        ]);
}
