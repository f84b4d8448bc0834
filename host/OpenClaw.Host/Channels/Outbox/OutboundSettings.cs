using System.Text.Json;
using OpenClaw.Channels;
using OpenClaw.Host.Channels.Drafts;
using OpenClaw.Host.Configuration;

namespace OpenClaw.Host.Channels.Outbox;

/// <summary>What the configuration says about messages that go out: an account's word counts before its channel's.</summary>
internal sealed class OutboundSettings(IConfigSource configuration)
{
    private const string Auto = "auto";

    /// <summary>How long a message may wait for its account or its platform.</summary>
    public TimeSpan Lifetime => configuration.Current.Messages.OutboxExpiry;

    /// <summary>The longest text of one message: what the platform takes, or less where the configuration asks for it.</summary>
    public int TextLimit(ChannelDescriptor channel, string accountId) =>
        Find(channel.Id, accountId, "textChunkLimit") is { ValueKind: JsonValueKind.Number } limit && limit.TryGetInt32(out var asked) && asked > 0
            ? Math.Min(asked, channel.MaxTextLength)
            : channel.MaxTextLength;

    /// <summary>The most lines of one message (<c>maxLinesPerMessage</c>); 0 for any number.</summary>
    public int LineLimit(ChannelDescriptor channel, string accountId) =>
        Find(channel.Id, accountId, "maxLinesPerMessage") is { ValueKind: JsonValueKind.Number } limit && limit.TryGetInt32(out var asked) && asked >= 0
            ? asked
            : channel.MaxTextLines;

    /// <summary>The largest file that goes out, in bytes (<c>mediaMaxMb</c>).</summary>
    public long MediaLimit(string channelId, string accountId, long most) =>
        Find(channelId, accountId, "mediaMaxMb") is { ValueKind: JsonValueKind.Number } megabytes && megabytes.TryGetDouble(out var asked) && asked > 0
            ? (long)Math.Min(most, asked * 1_048_576)
            : most;

    /// <summary>Whether a text becomes a message for each paragraph (<c>streaming.chunkMode: newline</c>, or <c>chunkMode</c>).</summary>
    public bool CutsAtParagraphs(string channelId, string accountId) =>
        (Text(Member(Find(channelId, accountId, "streaming"), "chunkMode")) ?? Text(Find(channelId, accountId, "chunkMode"))) == "newline";

    /// <summary>What a chat sees of an answer before it is there (<c>streaming</c>, or the older <c>streamMode</c>).</summary>
    public DraftOptions Drafts(ChannelDescriptor channel, string accountId)
    {
        var streaming = Find(channel.Id, accountId, "streaming");
        return DraftOptions.Of(
            streaming.ValueKind == JsonValueKind.Undefined ? Find(channel.Id, accountId, "streamMode") : streaming,
            channel.ShowsProgress ? DraftMode.Progress : DraftMode.Off,
            Text(Member(Member(Member(configuration.Current.Raw, "agents"), "defaults"), "blockStreamingDefault")) == "on");
    }

    /// <summary><c>off</c>, <c>first</c>, <c>all</c> or <c>batched</c>.</summary>
    public string ReplyToMode(string channelId, string accountId) => Text(Find(channelId, accountId, "replyToMode")) ?? "off";

    /// <summary>What goes before each answer; null for nothing.</summary>
    public string? ResponsePrefix(string channelId, string accountId, string agentId)
    {
        var config = configuration.Current;
        var prefix = Text(Find(channelId, accountId, "responsePrefix")) ?? config.Messages.ResponsePrefix;
        if (!string.Equals(prefix, Auto, StringComparison.OrdinalIgnoreCase))
            return string.IsNullOrWhiteSpace(prefix) ? null : prefix;
        return config.Agents.List.FirstOrDefault(agent => agent.Id == agentId)?.Identity.Name is { Length: > 0 } name ? $"[{name}]" : null;
    }

    /// <summary>Channels with settings, sorted; whether a plugin offers them is another matter.</summary>
    public IReadOnlyList<string> ConfiguredChannels => Member(configuration.Current.Raw, "channels") is { ValueKind: JsonValueKind.Object } channels
        ? [.. channels.EnumerateObject().Where(static one => one.Value.ValueKind == JsonValueKind.Object).Select(static one => one.Name).Order(StringComparer.Ordinal)]
        : [];

    public bool IsConfigured(string channelId) => Channel(channelId).ValueKind == JsonValueKind.Object;

    private JsonElement Find(string channelId, string accountId, string name)
    {
        var own = Member(Account(channelId, accountId), name);
        return own.ValueKind == JsonValueKind.Undefined ? Member(Channel(channelId), name) : own;
    }

    // Ids of accounts compare in lower case, however the file spells them.
    private JsonElement Account(string channelId, string accountId) => Member(Channel(channelId), "accounts") is { ValueKind: JsonValueKind.Object } accounts
        ? accounts.EnumerateObject().FirstOrDefault(one => string.Equals(one.Name, accountId, StringComparison.OrdinalIgnoreCase)).Value
        : default;

    private JsonElement Channel(string channelId) => Member(Member(configuration.Current.Raw, "channels"), channelId);

    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static JsonElement Member(JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var member) ? member : default;
}
