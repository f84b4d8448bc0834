namespace OpenClaw.Host.Diagnostics.Health;

/// <summary>Asks every probe. Without a probe for a thing nothing is claimed about it.</summary>
internal sealed class GatewayReadiness(IEnumerable<IReadinessProbe> probes)
{
    private readonly IReadinessProbe[] _probes = [.. probes];

    public ReadinessReport Check() => new([.. _probes.Select(static probe => KeyValuePair.Create(probe.Name, Ask(probe)))]);

    // A probe that throws has no evidence to offer, which is not the same as being ready.
    private static ReadinessResult Ask(IReadinessProbe probe)
    {
        try
        {
            return probe.Check();
        }
        catch (Exception error)
        {
            return ReadinessResult.NotReady($"the probe failed: {error.GetType().Name}");
        }
    }
}
