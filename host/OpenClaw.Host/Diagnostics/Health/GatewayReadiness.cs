namespace OpenClaw.Host.Diagnostics.Health;

/// <summary>Asks every probe. Without a probe for a thing nothing is claimed about it.</summary>
internal sealed class GatewayReadiness(IEnumerable<IReadinessProbe> probes)
{
    private readonly IReadinessProbe[] _probes = [.. probes];

    public ReadinessReport Check() => new([.. _probes.SelectMany(Ask)]);

    // A probe that throws has no evidence to offer, which is not the same as being ready.
    private static IEnumerable<KeyValuePair<string, ReadinessResult>> Ask(IReadinessProbe probe)
    {
        try
        {
            return [.. probe.CheckEach()];
        }
        catch (Exception error)
        {
            return [KeyValuePair.Create(probe.Name, ReadinessResult.NotReady($"the probe failed: {error.GetType().Name}"))];
        }
    }
}
