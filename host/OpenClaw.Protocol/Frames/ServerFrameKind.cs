namespace OpenClaw.Protocol.Frames;

/// <summary>Kinds of frames a gateway sends.</summary>
public enum ServerFrameKind
{
    /// <summary>An answer to a request.</summary>
    Response,

    /// <summary>An event.</summary>
    Event,
}
