using OpenClaw.Agents;
using OpenClaw.Host.Sessions.Runs;

namespace OpenClaw.Host.Agents.Models;

/// <summary>Turns failed model calls into what runs report.</summary>
internal static class ModelFailures
{
    public static RunFailure Of(ModelException error, ModelReference model) => new()
    {
        Message = $"LLM request failed: {error.Message}",
        Kind = KindOf(error.Failure),
        Provider = model.Provider,
        Model = model.Model,
        FailoverReason = ReasonOf(error.Failure),
        ProviderErrorType = error.ProviderErrorType,
        HttpStatus = error.HttpStatus,
    };

    /// <summary>A provider broke in a way it did not foresee; its own text may hold anything and stays in the log.</summary>
    public static RunFailure Unexpected(ModelReference model) => new()
    {
        Message = $"LLM request failed: the provider {model.Provider} broke down; the gateway's log says why.",
        Kind = RunFailureKinds.Unknown,
        Provider = model.Provider,
        Model = model.Model,
        FailoverReason = "unknown",
    };

    private static string KindOf(ModelFailure failure) => failure switch
    {
        ModelFailure.RateLimited or ModelFailure.Overloaded or ModelFailure.QuotaExceeded => RunFailureKinds.RateLimit,
        ModelFailure.ContextOverflow => RunFailureKinds.ContextLength,
        ModelFailure.ContentFiltered => RunFailureKinds.Refusal,
        _ => RunFailureKinds.Unknown,
    };

    /// <summary>The kind of failure that a word of <see cref="ReasonOf"/> stands for.</summary>
    public static ModelFailure KindOf(string reason) =>
        Enum.GetValues<ModelFailure>().FirstOrDefault(failure => ReasonOf(failure) == reason);

    public static string ReasonOf(ModelFailure failure) => failure switch
    {
        ModelFailure.Authentication => "auth",
        ModelFailure.RateLimited => "rate_limit",
        ModelFailure.Overloaded => "overloaded",
        ModelFailure.Network => "network",
        ModelFailure.ContextOverflow => "context_overflow",
        ModelFailure.ContentFiltered => "refusal",
        ModelFailure.InvalidRequest => "format",
        ModelFailure.MalformedResponse => "malformed_response",
        ModelFailure.QuotaExceeded => "billing",
        _ => "unknown",
    };
}
