namespace OpenClaw.Client.Notices;

/// <summary>An attempt to connect again failed.</summary>
/// <param name="Cause">Why.</param>
/// <param name="RetryIn">When the next attempt starts; null when there is none, because it could not end differently.</param>
public sealed record ReconnectFailed(GatewayConnectException Cause, TimeSpan? RetryIn) : GatewayNotice;
