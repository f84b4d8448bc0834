using System.CommandLine;
using System.Text.Json;
using OpenClaw.Client;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.Commands.Pairing;

/// <summary><c>pairing approve</c>: lets in the stranger who was told a code.</summary>
internal sealed class PairingApproveCommand() : PairingCommand("approve", "Let in the stranger who was told a code")
{
    private readonly Argument<string[]> _words = new("code") { HelpName = "[channel] code", Description = "The code, behind its channel where several have one", Arity = new(1, 2) };
    private readonly Option<bool> _notify = new("--notify") { Description = "Tell the stranger" };

    protected override void Configure(Command command)
    {
        command.Arguments.Add(_words);
        command.Options.Add(_notify);
        base.Configure(command);
    }

    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var words = invocation.Get(_words)!;
        var code = words[^1];
        var named = Channel(invocation, words.Length == 2 ? words[0] : null);
        await using var client = CreateClient(invocation, [OperatorScopes.Pairing, OperatorScopes.Admin]);
        await client.ConnectAsync(cancellationToken);
        var channel = named ?? await OnlyChannelAsync(client, cancellationToken);
        var result = await DecideAsync(client, invocation, channel, code, cancellationToken);
        if (invocation.Json)
        {
            invocation.Console.WriteJson(result);
            return ExitCodes.Success;
        }

        invocation.Console.Output.WriteLine(ControlText.ToOneLine($"Approved {channel} sender {result.TextAt("senderId")}."));
        if (result.TextAt("commandOwnerBootstrap") == "configured")
        {
            invocation.Console.Output.WriteLine(ControlText.ToOneLine($"Command owner configured: {channel}:{result.TextAt("senderId")}."));
        }

        if (invocation.Get(_notify) && result.TextAt("notification") is not "sent")
        {
            invocation.Console.Error.WriteLine($"The sender was not told: {result.TextAt("notification")}.");
        }

        return ExitCodes.Success;
    }

    private static async Task<string> OnlyChannelAsync(GatewayClient client, CancellationToken cancellationToken) =>
        ChannelsOf(await ListAsync(client, channel: null, account: null, cancellationToken)) switch
        {
            [] => throw new CliException(NoChannel),
            [var only] => only,
            var several => throw new CliException(
                $"Several channels have pairing: {string.Join(", ", several)}. Name one: openclaw pairing approve {several[0]} <code>"),
        };

    private async Task<JsonElement> DecideAsync(
        GatewayClient client, CliInvocation invocation, string channel, string code, CancellationToken cancellationToken)
    {
        var decision = new PairingDecision
        {
            Channel = channel,
            AccountId = Account(invocation),
            Code = code,
            Notify = invocation.Get(_notify) ? true : null,
            BootstrapCommandOwner = true,
        };
        try
        {
            return await client.RequestAsync(
                MethodNames.ChannelsPairingApprove,
                JsonSerializer.SerializeToElement(decision, CliJsonContext.Default.PairingDecision),
                cancellationToken: cancellationToken);
        }
        catch (GatewayRequestException error) when (error.Error.Message.Contains("no longer exists", StringComparison.Ordinal)
            || error.Error.Message.Contains("/code", StringComparison.Ordinal))
        {
            throw new CliException($"No pending pairing request of {channel} has the code {code}: it is unknown, expired or used. Run openclaw pairing list {channel}.");
        }
    }
}
