using System.Collections.Concurrent;

namespace OpenClaw.Channels.Discord.Connection;

/// <summary>A gate for each bot. It outlives accounts: one that is started again has to wait as well.</summary>
internal sealed class IdentifyGates
{
    private readonly ConcurrentDictionary<string, IdentifyGate> _gates = new(StringComparer.Ordinal);

    public IdentifyGate Of(string bot, TimeProvider time) => _gates.GetOrAdd(bot, static (_, clock) => new IdentifyGate(clock), time);
}
