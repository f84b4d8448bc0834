using System.Text.Json;
using OpenClaw.Channels;
using OpenClaw.Host.Channels.Accounts;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Plugins.Contributions;
using OpenClaw.Identity;

namespace OpenClaw.Host.Channels;

/// <summary>The channels that plugins offer, and which accounts of them are configured.</summary>
internal sealed class ChannelBoard(IPluginCatalog plugins, IConfigSource configuration)
{
    public const string DefaultAccount = "default";

    public IReadOnlyList<ChannelDescriptor> All =>
        [.. plugins.Current.Channels.Values.Select(static one => one.Descriptor).OrderBy(static one => one.Id, StringComparer.Ordinal)];

    public ChannelDescriptor? Find(string id) => plugins.Current.Channels.TryGetValue(id, out var channel) ? channel.Descriptor : null;

    /// <summary>Channels with settings, of those that are offered.</summary>
    public IReadOnlyList<ChannelDescriptor> Configured => [.. All.Where(channel => IsConfigured(channel.Id))];

    public bool IsConfigured(string channelId) => Settings(channelId).ValueKind == JsonValueKind.Object;

    public bool IsEnabled(string channelId, string accountId) => IsOn(Settings(channelId)) && IsOn(Account(channelId, accountId));

    /// <summary>The configured accounts of a channel; one that has settings but names no account has the default one.</summary>
    public IReadOnlyList<string> AccountsOf(string channelId) =>
        Accounts(channelId) is { ValueKind: JsonValueKind.Object } accounts && accounts.EnumerateObject().Any()
            ? [.. accounts.EnumerateObject().Select(static account => account.Name)]
            : IsConfigured(channelId) ? [DefaultAccount] : [];

    /// <summary>Every account of a channel that is offered, switched on or not.</summary>
    public IReadOnlyList<ConfiguredAccount> AllAccounts =>
        [.. Configured.SelectMany(channel => AccountsOf(channel.Id).Select(account => AccountOf(channel.Id, account)))];

    /// <summary>An account with the settings that hold for it now.</summary>
    public ConfiguredAccount AccountOf(string channelId, string accountId) => new(
        channelId,
        new AccountId(accountId.ToLowerInvariant()),
        IsEnabled(channelId, accountId),
        AccountSettings.Of(Settings(channelId), Account(channelId, accountId)));

    /// <summary>The account of a channel that is meant where none is named, in lower case as accounts compare.</summary>
    public string DefaultAccountOf(string channelId)
    {
        var accounts = AccountsOf(channelId);
        if (Member(Settings(channelId), "defaultAccount") is { ValueKind: JsonValueKind.String } named)
            return named.GetString()!.ToLowerInvariant();
        return accounts.Count == 0 || accounts.Contains(DefaultAccount, StringComparer.OrdinalIgnoreCase)
            ? DefaultAccount
            : accounts.Select(static id => id.ToLowerInvariant()).Order(StringComparer.Ordinal).First();
    }

    private JsonElement Settings(string channelId) => Member(Member(configuration.Current.Raw, "channels"), channelId);

    private JsonElement Accounts(string channelId) => Member(Settings(channelId), "accounts");

    private JsonElement Account(string channelId, string accountId) => Member(Accounts(channelId), accountId);

    private static bool IsOn(JsonElement settings) => Member(settings, "enabled").ValueKind != JsonValueKind.False;

    private static JsonElement Member(JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var member) ? member : default;
}
