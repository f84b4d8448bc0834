namespace OpenClaw.Host.Sessions.Runs;

/// <summary>Values of <see cref="RunFailure.Kind"/>, as the wire spells them.</summary>
internal static class RunFailureKinds
{
    public const string Refusal = "refusal";
    public const string Timeout = "timeout";
    public const string RateLimit = "rate_limit";
    public const string ContextLength = "context_length";
    public const string Unknown = "unknown";
}
