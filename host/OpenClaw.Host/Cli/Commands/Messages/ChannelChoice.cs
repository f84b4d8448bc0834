using System.CommandLine;
using System.Text.Json;
using OpenClaw.Client;
using OpenClaw.Host.Channels;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.Commands.Messages;

/// <summary>Which channel a line is about: the one it names, the one its target names, or the only one there is.</summary>
internal static class ChannelChoice
{
    public static Option<string?> Option() => new("--channel") { Description = "The channel; needed where several are configured", HelpName = "id" };

    /// <exception cref="CliException">It cannot be told.</exception>
    public static async Task<string> OfAsync(GatewayClient client, string? asked, string? target, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrWhiteSpace(asked))
            return ChannelNames.Full(asked.Trim().ToLowerInvariant());
        var status = await client.RequestAsync(MethodNames.ChannelsStatus, JsonElement.Parse("""{"probe":false}"""), cancellationToken: cancellationToken);
        var configured = status.GetProperty("channelAccounts").EnumerateObject().Where(static channel => channel.Value.GetArrayLength() > 0).Select(static channel => channel.Name).ToList();
        if (target?.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && ChannelNames.Full(target[..colon].ToLowerInvariant()) is var named && configured.Contains(named))
            return named;
        return configured switch
        {
            [var only] => only,
            [] => throw new CliException(
                "Channel is required (no configured channels detected). Run openclaw channels add to configure one; openclaw channels list --all shows the channels there are."),
            _ => throw new CliException($"Channel is required when multiple channels are configured: {string.Join(", ", configured)}. Pass --channel."),
        };
    }
}
