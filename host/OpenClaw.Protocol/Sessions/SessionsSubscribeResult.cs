namespace OpenClaw.Protocol.Sessions;

/// <summary>Answer to <c>sessions.subscribe</c>.</summary>
public sealed record SessionsSubscribeResult
{
    /// <summary>Always true.</summary>
    public required bool Subscribed { get; init; }

    /// <summary>The list, when the request described one.</summary>
    public SessionsListResult? List { get; init; }
}
