using OpenClaw.Host.Sessions.Runs;

namespace OpenClaw.Host.Agents.Events;

/// <summary>The machine-readable part of a failure, as events carry it.</summary>
internal sealed record FailureDetail
{
    public string? Provider { get; init; }

    public string? Model { get; init; }

    public string? FailoverReason { get; init; }

    public string? ProviderErrorType { get; init; }

    public int? HttpStatus { get; init; }

    public static FailureDetail Of(RunFailure failure) => new()
    {
        Provider = failure.Provider,
        Model = failure.Model,
        FailoverReason = failure.FailoverReason,
        ProviderErrorType = failure.ProviderErrorType,
        HttpStatus = failure.HttpStatus,
    };
}
