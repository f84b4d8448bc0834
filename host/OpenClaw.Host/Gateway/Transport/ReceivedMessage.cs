namespace OpenClaw.Host.Gateway.Transport;

/// <summary>One message, or why there is none.</summary>
/// <param name="Status">How reading ended.</param>
/// <param name="Content">The bytes of a message; the receiver disposes it.</param>
internal readonly record struct ReceivedMessage(ReceiveStatus Status, PooledBuffer? Content = null);
