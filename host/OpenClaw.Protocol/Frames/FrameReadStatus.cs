namespace OpenClaw.Protocol.Frames;

/// <summary>What <see cref="FrameReader"/> found.</summary>
public enum FrameReadStatus
{
    /// <summary>A request.</summary>
    Request,

    /// <summary>Not JSON, or not UTF-8: ignored after hello, and the end of a handshake.</summary>
    NotJson,

    /// <summary>JSON that is no request; the peer gets an answer after hello.</summary>
    Invalid,
}
