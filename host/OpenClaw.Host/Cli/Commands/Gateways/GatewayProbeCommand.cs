using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.Probing;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.Commands.Gateways;

/// <summary><c>gateway probe</c>: which gateways are there, how fast they answer, and what the credentials at hand allow.</summary>
internal sealed class GatewayProbeCommand() : RemoteCommand("probe", "Look whether gateways answer, and with which rights", new RemoteOptions(BudgetMs))
{
    private const int BudgetMs = 3_000;

    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var started = invocation.Time.GetTimestamp();
        var active = GatewayTargets.Resolve(invocation, Remote);
        var local = active.Source is "--url" or GatewayTargets.UrlVariable ? null : GatewayTargets.Local(invocation, Remote);
        List<GatewayTarget> targets = local is null || local.Address == active.Address ? [active] : [active, local];
        var probed = await Task.WhenAll(targets.Select(target => ProbeAsync(invocation, target, target == active, cancellationToken)));
        var primary = probed.FirstOrDefault(static target => target.Connect.Ok);
        var report = new ProbeReport
        {
            Ok = primary is not null,
            Degraded = probed.Any(static target => target.Connect is { Ok: true, RpcOk: false }),
            Capability = primary?.Auth.Capability ?? Capabilities.Unknown,
            Ts = invocation.Time.GetUtcNow().ToUnixTimeMilliseconds(),
            DurationMs = (long)invocation.Time.GetElapsedTime(started).TotalMilliseconds,
            TimeoutMs = (long)Remote.AnswerLimit(invocation).TotalMilliseconds,
            PrimaryTargetId = primary?.Id,
            Warnings = ProbeWarnings.Of(probed),
            Network = new() { LocalLoopbackUrl = (local ?? active).Address },
            Targets = probed,
        };
        if (invocation.Json)
        {
            invocation.Console.WriteJson(report, CliJsonContext.Default.ProbeReport);
        }
        else
        {
            Print(report, invocation.Console.Output);
        }

        return report.Ok ? ExitCodes.Success : ExitCodes.Failure;
    }

    private Task<ProbedTarget> ProbeAsync(CliInvocation invocation, GatewayTarget target, bool isActive, CancellationToken cancellationToken)
    {
        var kind = target.Bind is not null ? ProbedTarget.Local : target.Source == "gateway.remote.url" ? ProbedTarget.Remote : ProbedTarget.Explicit;
        var empty = new ProbedTarget { Id = kind, Kind = kind, Url = target.Address, Active = isActive, Connect = new() { Ok = false } };
        var client = CreateClient(invocation, target, [OperatorScopes.Admin]);
        return GatewayProber.ProbeAsync(client, empty, withDetails: true, invocation.Time, cancellationToken);
    }

    private static void Print(ProbeReport report, TextWriter output)
    {
        output.WriteLine("Gateway Status");
        output.WriteLine($"Reachable: {(report.Ok ? "yes" : "no")}");
        output.WriteLine($"Capability: {Capabilities.ForPeople(report.Capability)}");
        output.WriteLine($"Probe budget: {report.TimeoutMs}ms");
        if (report.Warnings.Count > 0)
        {
            output.WriteLine();
            output.WriteLine("Warning:");
            foreach (var warning in report.Warnings)
            {
                output.WriteLine($"- {ControlText.Harmless(warning.Message)}");
            }
        }

        output.WriteLine();
        output.WriteLine("Targets");
        foreach (var target in report.Targets)
        {
            output.WriteLine($"{Title(target.Kind)} {target.Url}{(target.Active ? "" : " (not the one commands talk to)")}");
            output.WriteLine($"  {ControlText.Harmless(Line(target))}");
        }
    }

    private static string Title(string kind) => kind switch
    {
        ProbedTarget.Local => "Local loopback",
        ProbedTarget.Remote => "Remote",
        _ => "Address",
    };

    private static string Line(ProbedTarget target)
    {
        var connect = target.Connect;
        var capability = $"Capability: {Capabilities.ForPeople(target.Auth.Capability)}";
        if (!connect.Ok)
        {
            return $"Connect: failed - {connect.Error} · {capability}";
        }

        var read = connect.RpcOk ? "ok" : connect.ScopeLimited ? $"limited - {connect.Error}" : $"failed - {connect.Error}";
        var version = target.Server is { Version: { } text, Protocol: { } protocol } ? $" · Version {text}, protocol {protocol}" : "";
        return $"Connect: ok ({connect.LatencyMs}ms) · {capability} · Read probe: {read}{version}";
    }
}
