namespace OpenClaw.Samples.HttpChat;

/// <summary>What <c>POST ack</c> takes.</summary>
internal sealed record TakenMessages(IReadOnlyList<string> Ids);
