using System.CommandLine;
using System.Text.Json;
using OpenClaw.Host.Cli.Logs;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.Probing;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Host.Storage;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.Commands.Gateways;

/// <summary><c>gateway status</c>: where the gateway is expected, whether it answers, and with which rights.</summary>
internal sealed class GatewayStatusCommand() : RemoteCommand("status", "Show where the gateway is expected and whether it answers")
{
    private readonly Option<bool> _noProbe = new("--no-probe") { Description = "Do not connect" };
    private readonly Option<bool> _requireRpc = new("--require-rpc") { Description = "Ask a question too; exit with 1 when it is not answered" };
    private readonly Option<bool> _deep = new("--deep") { Description = "Also look for other services and for who is connected" };

    private readonly Option<bool> _verbose = new("--verbose") { Description = "Also show the queue of messages" };

    protected override void Configure(Command command)
    {
        command.Options.Add(_verbose);
        command.Options.Add(_noProbe);
        command.Options.Add(_requireRpc);
        command.Options.Add(_deep);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_noProbe) && result.GetValue(_requireRpc))
            {
                result.AddError("--require-rpc needs the probe that --no-probe leaves out. Pass one of them.");
            }
        });
        base.Configure(command);
    }

    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var target = GatewayTargets.Resolve(invocation, Remote);
        var rpc = invocation.Get(_noProbe) ? null : await ProbeAsync(invocation, target, cancellationToken);
        var report = Describe(invocation, target, rpc);
        if (invocation.Json)
        {
            invocation.Console.WriteJson(report, CliJsonContext.Default.GatewayStatusReport);
        }
        else
        {
            GatewayStatusText.Print(report, invocation);
        }

        return invocation.Get(_requireRpc) && rpc is not { Ok: true } ? ExitCodes.Failure : ExitCodes.Success;
    }

    private GatewayStatusReport Describe(CliInvocation invocation, GatewayTarget target, GatewayStatusRpc? rpc)
    {
        var isLocal = target.Bind is not null;
        var pid = isLocal ? InstanceLock.ReadPid(invocation.Paths) : null;
        var config = new GatewayStatusConfig(invocation.Paths.ConfigFile, invocation.Config.Exists, invocation.Config.IsValid);
        return new()
        {
            Cli = new(Diagnostics.HostVersion.Text, Environment.ProcessPath),
            LogFile = LocalLog.Find(invocation)?.Newest(invocation.Time.GetLocalNow().DateTime),
            Service = new() { Runtime = new(pid is not null ? "running" : isLocal ? "stopped" : "unknown", pid) },
            Config = new(config, config),
            Gateway = new()
            {
                BindMode = target.Bind,
                BindHost = isLocal ? target.Url.Host : null,
                Port = target.Url.Port,
                PortSource = invocation.Has(Remote.Port) || invocation.Has(Remote.Url) ? "cli" : "env/config",
                ProbeUrl = target.Address,
                UrlSource = target.Source,
                ControlUiLinks = new(new UriBuilder(target.Url) { Scheme = target.Url.Scheme == "wss" ? "https" : "http" }.Uri.AbsoluteUri, target.Address),
                ProbeNote = target.Bind == "loopback" ? "Loopback-only gateway; only local clients can connect." : null,
                Version = rpc?.Version,
            },
            Port = LocalPort.Look(target, pid),
            Rpc = rpc,
            ExtraServices = invocation.Get(_deep) ? OtherServices.Find(invocation.Paths) : [],
            PluginVersionDrift = new() { GatewayVersion = rpc?.Version },
        };
    }

    private async Task<GatewayStatusRpc> ProbeAsync(CliInvocation invocation, GatewayTarget target, CancellationToken cancellationToken)
    {
        var asks = invocation.Get(_requireRpc) || invocation.Get(_deep) || invocation.Get(_verbose);
        var empty = new ProbedTarget { Id = "", Kind = "", Url = target.Address, Active = true, Connect = new() { Ok = false } };
        var found = await GatewayProber.ProbeAsync(
            CreateClient(invocation, target, [OperatorScopes.Admin]), empty, withDetails: asks, invocation.Time, cancellationToken);
        var connected = found.Server.Version is not null;
        return new()
        {
            Ok = connected && (!asks || found.Connect.RpcOk || !invocation.Get(_requireRpc)),
            Kind = asks ? "read" : "connect",
            Capability = found.Auth.Capability,
            Auth = found.Auth,
            Server = found.Server,
            Version = found.Server.Version,
            Url = target.Address,
            LatencyMs = found.Connect.LatencyMs,
            MessageQueue = invocation.Get(_verbose) ? MemberOf(found.Summary, "messageQueue") : null,
            Inbox = invocation.Get(_verbose) ? MemberOf(found.Summary, "inbox") : null,
            Outbox = invocation.Get(_verbose) ? MemberOf(found.Summary, "outbox") : null,
            Clients = invocation.Get(_deep) && found.Presence is { ValueKind: JsonValueKind.Array } rows ? rows.EnumerateArray().Count(static row => row.TextAt("reason") is "connect") : null,
            Error = found.Connect.Error,
            ConnectFailure = found.Connect.Failure is { } kind ? new(kind) : null,
        };
    }

    private static JsonElement? MemberOf(JsonElement? status, string name) =>
        status is { ValueKind: JsonValueKind.Object } known && known.TryGetProperty(name, out var member) ? member : null;
}
