namespace OpenClaw.Protocol;

/// <summary>The wire generations this library speaks, and the rule that picks one.</summary>
public static class ProtocolVersions
{
    /// <summary>The generation of 2026.2 and earlier.</summary>
    public const int V3 = 3;

    /// <summary>The current generation.</summary>
    public const int V4 = 4;

    /// <summary>The newest generation spoken.</summary>
    public const int Current = V4;

    /// <summary>The oldest generation spoken.</summary>
    public const int Minimum = V3;

    /// <summary>Picks the highest generation inside the client's range; false when there is none.</summary>
    public static bool TryNegotiate(long minProtocol, long maxProtocol, out int protocol)
    {
        protocol = (int)Math.Min(Current, maxProtocol);
        return minProtocol <= maxProtocol && minProtocol <= Current && maxProtocol >= Minimum;
    }
}
