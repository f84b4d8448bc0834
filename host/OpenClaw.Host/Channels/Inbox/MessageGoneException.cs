namespace OpenClaw.Host.Channels.Inbox;

/// <summary>A message was settled in another way while it was being taken out, for example by a stop.</summary>
internal sealed class MessageGoneException(long id) : Exception($"message {id} of the inbox waits no longer");
