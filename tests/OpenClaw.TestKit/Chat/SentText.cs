namespace OpenClaw.TestKit.Chat;

/// <summary>A message that the chat program showed.</summary>
public sealed record SentText(string Key, string Chat, string Text);
