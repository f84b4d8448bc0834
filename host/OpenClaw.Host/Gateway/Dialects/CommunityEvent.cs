namespace OpenClaw.Host.Gateway.Dialects;

/// <summary>An event under its older name, encoded once for all that listen to it.</summary>
internal sealed record CommunityEvent(string Name, ReadOnlyMemory<byte> Payload);
