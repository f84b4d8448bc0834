namespace OpenClaw.Channels;

/// <summary>A person or bot on a platform.</summary>
/// <param name="Id">The platform's stable id; what allow-lists hold.</param>
/// <param name="DisplayName">The name shown to people. Chosen by that person: never trusted.</param>
/// <param name="UserName">The handle, without a leading sign.</param>
/// <param name="IsBot">Whether the platform says it is a bot.</param>
public sealed record ChatUser(string Id, string? DisplayName = null, string? UserName = null, bool IsBot = false);
