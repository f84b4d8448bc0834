namespace OpenClaw.Host.Diagnostics.Health;

/// <summary>All evidence at one moment.</summary>
internal sealed record ReadinessReport(IReadOnlyList<KeyValuePair<string, ReadinessResult>> Results)
{
    public bool IsReady => Results.All(static result => result.Value.IsReady);

    /// <summary>Names of the probes that failed.</summary>
    public IEnumerable<string> Failing => Results.Where(static result => !result.Value.IsReady).Select(static result => result.Key);
}
