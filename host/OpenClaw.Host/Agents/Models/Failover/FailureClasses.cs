using OpenClaw.Agents;

namespace OpenClaw.Host.Agents.Models.Failover;

/// <summary>Puts failures into classes.</summary>
internal static class FailureClasses
{
    /// <summary>Marks a model whose provider is not there.</summary>
    public const string NoProvider = "no_provider";

    /// <summary>Marks an answer that broke a limit of the gateway: it would do so again.</summary>
    public const string LimitBroken = "limit_broken";

    private const int NotFound = 404;
    private const int Unavailable = 503;
    private const int Overloaded = 529;

    public static FailureClass Of(ModelException error) => error.Failure switch
    {
        _ when error.ProviderErrorType == LimitBroken => FailureClass.Final,
        _ when error.ProviderErrorType == NoProvider => FailureClass.Model,
        ModelFailure.Authentication => FailureClass.Credential,
        ModelFailure.QuotaExceeded => FailureClass.Billing,
        ModelFailure.RateLimited => FailureClass.RateLimit,
        ModelFailure.Overloaded => error.HttpStatus is Unavailable or Overloaded ? FailureClass.RateLimit : FailureClass.Transient,
        ModelFailure.Network or ModelFailure.MalformedResponse => FailureClass.Transient,
        ModelFailure.InvalidRequest => error.HttpStatus == NotFound ? FailureClass.Model : FailureClass.Final,
        ModelFailure.ContextOverflow or ModelFailure.ContentFiltered => FailureClass.Final,
        _ => FailureClass.Unknown,
    };
}
