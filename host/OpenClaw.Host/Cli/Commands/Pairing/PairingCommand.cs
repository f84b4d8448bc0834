using System.CommandLine;
using System.Text.Json;
using OpenClaw.Client;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.Commands.Pairing;

/// <summary>A verb on strangers: which channel and account it is about.</summary>
internal abstract class PairingCommand(string name, string description) : RemoteCommand(name, description)
{
    public const string NoChannel =
        "No chat DM pairing channels are configured. To approve a TUI or device request, use openclaw devices approve instead.";

    private readonly Option<string?> _channel = new("--channel") { Description = "The channel", HelpName = "id" };
    private readonly Option<string?> _account = new("--account") { Description = "The account", HelpName = "id" };

    protected override void Configure(Command command)
    {
        command.Options.Add(_channel);
        command.Options.Add(_account);
        command.Validators.Add(result =>
        {
            if (result.GetResult(_account) is { Implicit: false } && string.IsNullOrWhiteSpace(result.GetValue(_account)))
            {
                result.AddError("--account must not be empty. Leave it out to mean every account.");
            }
        });
        base.Configure(command);
    }

    protected string? Account(CliInvocation invocation) => invocation.Get(_account)?.Trim();

    /// <summary>The channel that was named, in either of two places; null when none was.</summary>
    protected string? Channel(CliInvocation invocation, string? positional)
    {
        var option = invocation.Get(_channel)?.Trim();
        return positional is not null && option is not null && positional != option
            ? throw new CliException($"Two channels are named: {positional} and {option}. Name one.")
            : (option ?? positional)?.ToLowerInvariant();
    }

    protected static Task<JsonElement> ListAsync(GatewayClient client, string? channel, string? account, CancellationToken cancellationToken) =>
        client.RequestAsync(
            MethodNames.ChannelsPairingList,
            JsonSerializer.SerializeToElement(
                new PairingQuestion { Channel = channel, AccountId = account, IncludeCodes = true }, Output.CliJsonContext.Default.PairingQuestion),
            cancellationToken: cancellationToken);

    /// <summary>The channels that let strangers ask.</summary>
    protected static List<string> ChannelsOf(JsonElement list) =>
        [.. list.ItemsAt("accounts").Select(static account => account.TextAt("channel")).OfType<string>().Distinct(StringComparer.Ordinal)];
}
