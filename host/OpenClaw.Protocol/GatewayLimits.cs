namespace OpenClaw.Protocol;

/// <summary>Sizes, counts and deadlines that both ends of the wire agree on.</summary>
public static class GatewayLimits
{
    /// <summary>Largest frame accepted before hello; exactly this many bytes still pass.</summary>
    public const int MaxHandshakeFrameBytes = 65_536;

    /// <summary>Largest inbound frame after hello (<c>policy.maxPayload</c>).</summary>
    public const int MaxPayloadBytes = 26_214_400;

    /// <summary>Outbound bytes a connection may owe its peer (<c>policy.maxBufferedBytes</c>).</summary>
    public const int MaxBufferedBytes = 52_428_800;

    /// <summary>Deepest nesting of JSON in one frame.</summary>
    public const int MaxDepth = 64;

    /// <summary>Longest request id, in UTF-16 units.</summary>
    public const int MaxIdLength = 512;

    /// <summary>Longest method or event name, in UTF-16 units.</summary>
    public const int MaxNameLength = 128;

    /// <summary>Longest <c>traceparent</c>; a longer one makes the frame invalid.</summary>
    public const int MaxTraceParentLength = 128;

    /// <summary>Longest <c>expectedProfileId</c>.</summary>
    public const int MaxProfileIdLength = 128;

    /// <summary>Violations listed in one error message; the rest are left out.</summary>
    public const int MaxReportedViolations = 16;

    /// <summary>Characters of a stranger's property name repeated in an error message.</summary>
    public const int MaxReportedNameLength = 64;

    /// <summary>UTF-8 bytes of a close reason; the WebSocket limit is 123.</summary>
    public const int MaxCloseReasonBytes = 120;

    /// <summary>Sockets one address may hold before authentication.</summary>
    public const int MaxUnauthenticatedSocketsPerAddress = 32;

    /// <summary>Requests of operators that may wait at one time.</summary>
    public const int MaxQueuedRequests = 256;

    /// <summary>Role violations in a row before the socket is closed.</summary>
    public const int MaxRoleViolations = 10;

    /// <summary>Rows of the presence list.</summary>
    public const int MaxPresenceEntries = 200;

    /// <summary>Longest session key in <c>chat.send</c>, and longest session label.</summary>
    public const int MaxSessionKeyLength = 512;

    /// <summary>Largest integer that survives a JavaScript peer.</summary>
    public const long MaxSafeInteger = 9_007_199_254_740_991;

    /// <summary>Time from the accepted socket to a complete handshake.</summary>
    public static readonly TimeSpan HandshakeTimeout = TimeSpan.FromSeconds(15);

    /// <summary>Interval of the <c>tick</c> event (<c>policy.tickIntervalMs</c>).</summary>
    public static readonly TimeSpan TickInterval = TimeSpan.FromSeconds(30);

    /// <summary>Interval of WebSocket pings, and the time a pong may take.</summary>
    public static readonly TimeSpan PingInterval = TimeSpan.FromSeconds(25);

    /// <summary>Interval at which the health snapshot is renewed and broadcast.</summary>
    public static readonly TimeSpan HealthRefreshInterval = TimeSpan.FromSeconds(60);

    /// <summary>Allowed clock distance of a device signature in protocol 4.</summary>
    public static readonly TimeSpan DeviceSignatureSkew = TimeSpan.FromMinutes(2);

    /// <summary>Allowed clock distance of a device signature in protocol 3.</summary>
    public static readonly TimeSpan LegacyDeviceSignatureSkew = TimeSpan.FromMinutes(10);

    /// <summary>How long a presence row outlives its last sign of life.</summary>
    public static readonly TimeSpan PresenceLifetime = TimeSpan.FromMinutes(5);

    /// <summary>Largest attachment a frame of <see cref="MaxPayloadBytes"/> can carry as base64 (<c>policy.attachments.maxBytes</c>).</summary>
    public const int MaxAttachmentBytes = (MaxPayloadBytes - 262_144) / 4 * 3;

    /// <summary>Largest image attachment (<c>policy.attachments.maxImageBytes</c>).</summary>
    public const int MaxImageBytes = 6_291_456;
}
