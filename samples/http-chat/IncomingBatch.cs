namespace OpenClaw.Samples.HttpChat;

/// <summary>What <c>GET messages</c> answers.</summary>
internal sealed record IncomingBatch(string? Account, IReadOnlyList<IncomingMessage>? Messages);
