namespace OpenClaw.Channels.Discord.Connection;

/// <summary>How a connection ended.</summary>
/// <param name="Kind">What follows.</param>
/// <param name="Reason">Why, for people, and the fix where it is theirs.</param>
/// <param name="Pause">The least to wait before the next one.</param>
internal sealed record ConnectionEnd(EndKind Kind, string Reason, TimeSpan Pause = default);
