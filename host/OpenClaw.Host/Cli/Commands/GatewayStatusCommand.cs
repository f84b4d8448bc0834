using System.CommandLine;
using OpenClaw.Client;
using OpenClaw.Host.Cli.Logs;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Host.Storage;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Connect;

namespace OpenClaw.Host.Cli.Commands;

/// <summary><c>gateway status</c>: where the gateway is expected, whether it answers, and with which rights.</summary>
internal sealed class GatewayStatusCommand() : RemoteCommand("status", "Show where the gateway is expected and whether it answers")
{
    private readonly Option<bool> _noProbe = new("--no-probe") { Description = "Do not connect" };
    private readonly Option<bool> _requireRpc = new("--require-rpc") { Description = "Exit with 1 when the gateway does not answer" };

    protected override void Configure(Command command)
    {
        command.Options.Add(_noProbe);
        command.Options.Add(_requireRpc);
        base.Configure(command);
    }

    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var target = GatewayTargets.Resolve(invocation, Remote);
        var (probe, hello) = invocation.Get(_noProbe) ? default : await ProbeAsync(invocation, cancellationToken);
        var report = new GatewayStatusReport
        {
            Cli = new(Diagnostics.HostVersion.Text, Environment.ProcessPath),
            LogFile = LocalLog.Find(invocation)?.Newest(invocation.Time.GetLocalNow().DateTime),
            Config = new(invocation.Paths.ConfigFile, invocation.Config.Exists, invocation.Config.IsValid),
            Gateway = new(target.Bind, target.Url.Port, target.Address, target.Source, hello?.Server.Version),
            Pid = target.Bind is null ? null : InstanceLock.ReadPid(invocation.Paths),
            Rpc = probe,
        };
        if (invocation.Json)
        {
            invocation.Console.WriteJson(report, CliJsonContext.Default.GatewayStatusReport);
        }
        else
        {
            Print(report, invocation);
        }

        return invocation.Get(_requireRpc) && probe is not { Ok: true } ? ExitCodes.Failure : ExitCodes.Success;
    }

    private async Task<(GatewayStatusProbe? Probe, HelloOk? Hello)> ProbeAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var started = invocation.Time.GetTimestamp();
        try
        {
            await using var client = CreateClient(invocation, [OperatorScopes.Admin]);
            var hello = await client.ConnectAsync(cancellationToken);
            var latency = (long)invocation.Time.GetElapsedTime(started).TotalMilliseconds;
            return (new() { Ok = true, Capability = Capability(hello.Auth?.Scopes ?? []), LatencyMs = latency }, hello);
        }
        catch (GatewayConnectException error)
        {
            return (new() { Ok = false, Error = RemoteFailures.Headline(error) }, null);
        }
    }

    private static string Capability(IReadOnlyList<string> scopes) =>
        OperatorScopes.Covers(scopes, OperatorScopes.Admin) ? "admin-capable"
        : OperatorScopes.Covers(scopes, OperatorScopes.Write) ? "write-capable"
        : OperatorScopes.Covers(scopes, OperatorScopes.Read) ? "read-only"
        : "connected-no-operator-scope";

    private static void Print(GatewayStatusReport report, CliInvocation invocation)
    {
        var output = invocation.Console.Output;
        output.WriteLine($"File logs: {(report.LogFile is { } log ? invocation.Show(log) : "none yet")}");
        output.WriteLine($"Config (cli): {invocation.Show(report.Config.Path)}{(report.Config.Exists ? "" : " (missing)")}");
        output.WriteLine();
        output.WriteLine($"Gateway: bind={report.Gateway.BindMode ?? "remote"}, port={report.Gateway.Port} ({report.Gateway.UrlSource})");
        output.WriteLine($"Probe target: {report.Gateway.ProbeUrl}");
        output.WriteLine();
        output.WriteLine($"CLI version: {report.Cli.Version}");
        if (report.Gateway.Version is { } version)
        {
            output.WriteLine($"Gateway version: {ControlText.ToOneLine(version)}");
        }

        output.WriteLine();
        output.WriteLine(report.Pid is { } pid ? $"Runtime: running (pid {pid})" : "Runtime: unknown (no process holds this state folder)");
        output.WriteLine(report.Rpc switch
        {
            null => "Connectivity probe: not made",
            { Ok: true } => $"Connectivity probe: ok\nCapability: {report.Rpc.Capability}",
            { Error: var error } => $"Connectivity probe: failed\n  {ControlText.Harmless(error ?? "")}",
        });
        output.WriteLine();
        output.WriteLine("Troubles: run openclaw status");
    }
}
