using System.Collections.Concurrent;

namespace OpenClaw.Abstractions.Tests.ThirdParty;

/// <summary>The platform: what was shown on the lamp.</summary>
internal sealed class LampBoard
{
    public ConcurrentQueue<string> Shown { get; } = new();
}
