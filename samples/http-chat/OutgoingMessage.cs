namespace OpenClaw.Samples.HttpChat;

/// <summary>What <c>POST send</c> takes. The same key means the same message.</summary>
internal sealed record OutgoingMessage(string Key, string Chat, string? Thread, string? ReplyTo, string Text);
