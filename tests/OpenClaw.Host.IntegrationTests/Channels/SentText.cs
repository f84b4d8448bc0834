namespace OpenClaw.Host.IntegrationTests.Channels;

/// <summary>A message that the chat program showed.</summary>
internal sealed record SentText(string Key, string Chat, string Text);
