using System.CommandLine;
using System.Text.Json;
using OpenClaw.Client;
using OpenClaw.Client.Devices;
using OpenClaw.Host.Cli.NodeHost;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Host.Diagnostics;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.Commands.Nodes;

/// <summary><c>node run</c>: lends commands of this machine to a gateway until it is stopped.</summary>
internal sealed class NodeRunCommand() : RemoteCommand("run", "Lend commands of this machine to a gateway, in the foreground")
{
    private readonly Option<string?> _name = new("--name") { Description = "Name of this node", HelpName = "name" };
    private readonly Option<string?> _setupCode = new("--setup-code") { Description = "A setup code made with openclaw qr", HelpName = "code" };
    private readonly Option<bool> _allowExec = new("--allow-exec")
    {
        Description = "Let a gateway run programs here, each once a person has allowed it",
    };

    protected override void Configure(Command command)
    {
        command.Options.Add(_name);
        command.Options.Add(_setupCode);
        command.Options.Add(_allowExec);
        base.Configure(command);
    }

    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var setup = invocation.Get(_setupCode) is { } code ? SetupCode.Read(code) : null;
        var target = setup is null ? GatewayTargets.Resolve(invocation, Remote) : new GatewayTarget { Url = setup.Url, Source = "--setup-code" };
        var device = CliDevice.Load(invocation);
        var searchPath = invocation.Variable("PATH");
        IRunConsent consent = invocation.Get(_allowExec)
            ? new AskedConsent(() => new GatewayClient(Operator(target, device, invocation), invocation.Time), device.Id)
            : new NoConsent();
        INodeCommand[] commands =
        [
            new WhichCommand(searchPath),
            new NotifyCommand(invocation.Console, invocation.Variable, invocation.Time),
            new RunCommand(consent, new ProgramRun(invocation.Variable, invocation.Time), searchPath),
        ];
        await using var client = new GatewayClient(
            Options(target, device, invocation) with
            {
                BootstrapToken = setup?.Token,
                Role = Roles.Node,
                Scopes = [],
                Capabilities = ["system"],
                Commands = [.. commands.Select(static command => command.Name)],
                DeviceFamily = OperatingSystem.IsWindows() ? "Windows" : OperatingSystem.IsMacOS() ? "Mac" : "Linux",
                ClientId = ClientIds.NodeHost,
                ClientMode = ClientModes.Node,
                DisplayName = invocation.Get(_name) ?? Environment.MachineName,
                Reconnect = true,
            },
            invocation.Time);
        using var notices = client.Subscribe();
        await client.ConnectAsync(cancellationToken);
        invocation.Console.Output.WriteLine($"[node] connected to {target.Address} as {device.Id}");
        invocation.Console.Output.WriteLine("[node] ready");
        invocation.Console.Error.WriteLine("What it offers has to be approved once: openclaw nodes pending, openclaw nodes approve <id>.");
        try
        {
            await new NodeLoop(client, commands, invocation.Console, invocation.Time).RunAsync(notices, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ExitCodes.Success;
        }

        throw new CliException("The gateway does not take this node any more.");
    }

    private GatewayClientOptions Operator(GatewayTarget target, DeviceIdentity device, CliInvocation invocation) =>
        Options(target, device, invocation) with
        {
            Scopes = [OperatorScopes.Approvals],
            ClientId = ClientIds.Cli,
            ClientMode = ClientModes.Cli,
            Reconnect = false,
        };

    private GatewayClientOptions Options(GatewayTarget target, DeviceIdentity device, CliInvocation invocation) => new()
    {
        Url = target.Url,
        Token = target.Token,
        Password = target.Password,
        Device = device,
        DeviceTokens = CliDevice.Tokens(invocation),
        ClientVersion = HostVersion.Text,
        ConnectTimeout = Remote.AnswerLimit(invocation),
        RequestTimeout = Remote.AnswerLimit(invocation),
    };
}
