using System.Text.Json;
using OpenClaw.Identity;
using OpenClaw.Plugins;

namespace OpenClaw.Channels;

/// <summary>One configured account of a channel.</summary>
public sealed record ChannelAccount
{
    /// <summary>The account's id.</summary>
    public required AccountId Id { get; init; }

    /// <summary>The account's settings, <c>channels.&lt;id&gt;</c> or <c>channels.&lt;id&gt;.accounts.&lt;account&gt;</c> laid over it; an object.</summary>
    public required JsonElement Settings { get; init; }

    /// <summary>The scope of this account: storage, logging and background work that end with it.</summary>
    public required IPluginScope Scope { get; init; }
}
