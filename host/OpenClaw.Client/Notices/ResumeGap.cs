using OpenClaw.Protocol.Events;

namespace OpenClaw.Client.Notices;

/// <summary>
/// After a loss the gateway cannot say what was missed: read the state anew, and subscribe to sessions again. Without this notice
/// everything that was missed follows <see cref="GatewayConnected"/>, and subscriptions still hold.
/// </summary>
/// <param name="Reason">One of <see cref="ResumeGapReasons"/>.</param>
public sealed record ResumeGap(string Reason) : GatewayNotice;
