using OpenClaw.Channels;
using OpenClaw.Host.Channels.Admission;
using OpenClaw.Host.Configuration;

namespace OpenClaw.Host.Channels.Pairing;

/// <summary>What the configuration says of strangers who write to an account directly.</summary>
internal sealed class DirectMessages(ChannelBoard board, IConfigSource configuration)
{
    /// <summary>The accounts whose strangers may ask to be let in, each with its channel.</summary>
    public IReadOnlyList<(ChannelDescriptor Channel, string AccountId)> Pairing =>
    [
        .. board.Configured.SelectMany(channel => board.AccountsOf(channel.Id)
            .Where(account => board.IsEnabled(channel.Id, account) && PolicyOf(channel.Id, account) == DmPolicy.Pairing)
            .Select(account => (channel, account))),
    ];

    /// <summary>Whether anybody is named as owner of commands.</summary>
    public bool HasCommandOwner =>
        configuration.Current.Raw.Member("commands").Texts("ownerAllowFrom") is { Count: > 0 };

    /// <summary>Whom the account listens to, in its own words.</summary>
    public DmPolicy PolicyOf(string channelId, string accountId) =>
        AccountPolicy.Of(board.AccountOf(channelId, accountId), configuration.Current.Raw).Dm;
}
