namespace OpenClaw.Channels;

/// <summary>Which messages of a chat are wanted; the newest ones where no other is named.</summary>
/// <param name="Limit">Most messages, 1 to 100.</param>
/// <param name="Before">Only those before this message, by the platform's id.</param>
/// <param name="After">Only those after this message, by the platform's id.</param>
public sealed record HistoryQuery(int Limit, string? Before = null, string? After = null);
