namespace OpenClaw.Protocol;

/// <summary>Details of a <see cref="ErrorCodes.Forbidden"/> answer.</summary>
public sealed record MissingScopeDetails
{
    /// <summary>Always <c>MISSING_SCOPE</c>.</summary>
    public string Code { get; init; } = "MISSING_SCOPE";

    /// <summary>The first scope the caller lacks.</summary>
    public required string MissingScope { get; init; }

    /// <summary>Every scope the call needs.</summary>
    public required IReadOnlyList<string> RequiredScopes { get; init; }
}
