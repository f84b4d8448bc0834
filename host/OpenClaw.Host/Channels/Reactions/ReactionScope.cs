namespace OpenClaw.Host.Channels.Reactions;

/// <summary>Which reactions of people are noted (<c>reactionNotifications</c>).</summary>
internal enum ReactionScope
{
    Off,

    /// <summary>Those to messages of the account.</summary>
    Own,

    All,
}
