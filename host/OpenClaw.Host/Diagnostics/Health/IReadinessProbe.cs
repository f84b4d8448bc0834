namespace OpenClaw.Host.Diagnostics.Health;

/// <summary>One piece of evidence for being ready. A room registers a probe for what it cannot work without.</summary>
internal interface IReadinessProbe
{
    /// <summary>Short and stable: operators and supervisors match it.</summary>
    string Name { get; }

    /// <summary>Looks at state that is already there; never waits and never does I/O that could hang.</summary>
    ReadinessResult Check();

    /// <summary>The evidence piece by piece, where a room has several that have names of their own.</summary>
    IEnumerable<KeyValuePair<string, ReadinessResult>> CheckEach() => [KeyValuePair.Create(Name, Check())];
}
