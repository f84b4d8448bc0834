using System.Text.Json;
using OpenClaw.Channels;
using OpenClaw.Host.Configuration;

namespace OpenClaw.Host.Channels.Pairing;

/// <summary>What the configuration says of strangers who write to an account directly.</summary>
internal sealed class DirectMessages(ChannelBoard board, IConfigSource configuration)
{
    public const string ByPairing = "pairing";

    /// <summary>The accounts whose strangers may ask to be let in, each with its channel.</summary>
    public IReadOnlyList<(ChannelDescriptor Channel, string AccountId)> Pairing =>
    [
        .. board.Configured.SelectMany(channel => board.AccountsOf(channel.Id)
            .Where(account => board.IsEnabled(channel.Id, account) && PolicyOf(channel.Id, account) == ByPairing)
            .Select(account => (channel, account))),
    ];

    /// <summary>Whether anybody is named as owner of commands.</summary>
    public bool HasCommandOwner =>
        Member(Member(configuration.Current.Raw, "commands"), "ownerAllowFrom") is { ValueKind: JsonValueKind.Array } owners && owners.GetArrayLength() > 0;

    /// <summary>The account's policy, or else that of its channel.</summary>
    public string PolicyOf(string channelId, string accountId)
    {
        var channel = Member(Member(configuration.Current.Raw, "channels"), channelId);
        return Text(Member(Member(channel, "accounts"), accountId)) ?? Text(channel) ?? ByPairing;
    }

    private static string? Text(JsonElement settings) =>
        Member(settings, "dmPolicy") is { ValueKind: JsonValueKind.String } policy ? policy.GetString() : null;

    private static JsonElement Member(JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var member) ? member : default;
}
