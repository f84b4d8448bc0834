namespace OpenClaw.Channels;

/// <summary>The platform has the message.</summary>
/// <param name="MessageId">The platform's id of the message, for edits and replies.</param>
/// <param name="ChatId">The chat it went to, where the platform names another than asked.</param>
/// <param name="MoreMessageIds">Ids of further messages, where one send became several.</param>
public sealed record SendAccepted(string MessageId, string? ChatId = null, IReadOnlyList<string>? MoreMessageIds = null) : SendOutcome;
