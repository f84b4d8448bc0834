namespace OpenClaw.Samples.HttpChat;

/// <summary>What <c>POST send</c> answers.</summary>
internal sealed record SentMessage(string? Id);
