namespace OpenClaw.Channels;

/// <summary>What became of an inbound message.</summary>
public enum InboundDisposition
{
    /// <summary>On disk. The platform may be acknowledged.</summary>
    Stored = 0,

    /// <summary>On disk since an earlier delivery of the same message. The platform may be acknowledged.</summary>
    Duplicate = 1,

    /// <summary>Refused for good, for example too large. The platform may be acknowledged; trying again changes nothing.</summary>
    Refused = 2,
}
