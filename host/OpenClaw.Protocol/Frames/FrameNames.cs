namespace OpenClaw.Protocol.Frames;

/// <summary>Words of the envelope.</summary>
internal static class FrameNames
{
    public const string TypePath = "/type";
    public const string IdPath = "/id";
    public const string MethodPath = "/method";
    public const string TraceParentPath = "/traceparent";
    public const string ExpectedProfileIdPath = "/expectedProfileId";

    public static ReadOnlySpan<byte> Request => "req"u8;

    public static ReadOnlySpan<byte> Response => "res"u8;

    public static ReadOnlySpan<byte> Event => "event"u8;
}
