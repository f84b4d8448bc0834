namespace OpenClaw.Protocol.Frames;

/// <summary>Members of a request envelope, as bits so that repeats are seen.</summary>
[Flags]
internal enum RequestMember
{
    None = 0,
    Type = 1,
    Id = 2,
    Method = 4,
    Params = 8,
    TraceParent = 16,
    ExpectedProfileId = 32,
}
