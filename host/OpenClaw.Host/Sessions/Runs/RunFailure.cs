namespace OpenClaw.Host.Sessions.Runs;

/// <summary>Why a run failed, for people and for machines.</summary>
internal sealed record RunFailure
{
    /// <summary>For people; nothing secret in it.</summary>
    public required string Message { get; init; }

    /// <summary><c>refusal</c>, <c>timeout</c>, <c>rate_limit</c>, <c>context_length</c> or <c>unknown</c>.</summary>
    public required string Kind { get; init; }

    public string? Provider { get; init; }

    public string? Model { get; init; }

    /// <summary>The class of the failure, for example <c>auth</c> or <c>format</c>.</summary>
    public string? FailoverReason { get; init; }

    public string? ProviderErrorType { get; init; }

    public int? HttpStatus { get; init; }
}
