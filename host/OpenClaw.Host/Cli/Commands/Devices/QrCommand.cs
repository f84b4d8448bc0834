using System.CommandLine;
using System.Text.Json;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Host.Security.Setup;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Devices;

namespace OpenClaw.Host.Cli.Commands.Devices;

/// <summary><c>qr</c>: a setup code with which a new device lets itself in once.</summary>
internal sealed class QrCommand() : DeviceCommand("qr", "Make a setup code for a new device: good once, for ten minutes")
{
    // What fits into a picture that a terminal can show.
    private const int LongestPicture = 1_000;

    private readonly Option<string?> _publicUrl = new("--public-url") { Description = "Address under which the device reaches the gateway", HelpName = "url" };
    private readonly Option<bool> _remote = new("--remote") { Description = "Prefer gateway.remote.url as the address" };
    private readonly Option<bool> _codeOnly = new("--setup-code-only") { Description = "Print nothing but the code" };

    private readonly Option<bool> _noAscii = new("--no-ascii") { Description = "Print no picture" };

    private readonly Option<string?> _access = new("--access")
    {
        Description = "What the device gets: limited (a phone), node (commands only); everything without it",
        HelpName = "limited|node",
    };

    protected override void Configure(Command command)
    {
        _access.AcceptOnlyFromAmong("limited", "node");
        foreach (var option in new Option[] { _publicUrl, _remote, _codeOnly, _noAscii, _access })
        {
            command.Options.Add(option);
        }

        base.Configure(command);
    }

    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var parameters = JsonSerializer.SerializeToElement(
            new DeviceSetupCodeParams
            {
                PublicUrl = invocation.Get(_publicUrl),
                PreferRemoteUrl = invocation.Get(_remote) ? true : null,
                BootstrapProfile = invocation.Get(_access),
                IncludeQr = invocation.Json ? null : false,
            },
            ProtocolJsonContext.Default.DeviceSetupCodeParams);
        await using var client = await ConnectAsOwnerAsync(invocation, cancellationToken);
        var setup = await client.RequestAsync(MethodNames.DevicePairSetupCode, parameters, cancellationToken: cancellationToken);
        if (invocation.Json)
        {
            invocation.Console.WriteJson(setup);
            return ExitCodes.Success;
        }

        var code = setup.TextAt("setupCode") ?? "";
        if (!invocation.Get(_codeOnly) && !invocation.Get(_noAscii) && code.Length is > 0 and <= LongestPicture)
        {
            // Beside the result, so that the code alone reaches a pipe.
            invocation.Console.Error.WriteLine(SetupQr.ForTerminal(code));
        }

        invocation.Console.Output.WriteLine(ControlText.Harmless(code));
        if (!invocation.Get(_codeOnly))
        {
            invocation.Console.Error.WriteLine(ControlText.Harmless(
                $"A setup code for {setup.TextAt("gatewayUrl")} ({setup.TextAt("access")} access). Whoever has it gets in: it is good once, for ten minutes."));
            invocation.Console.Error.WriteLine("On the other machine: openclaw node run --setup-code <code>, or paste it into the app.");
        }

        return ExitCodes.Success;
    }
}
