namespace OpenClaw.Protocol.Frames;

/// <summary>What <see cref="JsonValueWalker"/> found in a value.</summary>
internal enum JsonWalk
{
    Accepted,
    TooDeep,
    UnusableString,
}
