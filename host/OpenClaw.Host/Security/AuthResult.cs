using OpenClaw.Host.Security.Setup;

namespace OpenClaw.Host.Security;

/// <summary>The outcome of one authentication attempt.</summary>
internal readonly record struct AuthResult
{
    /// <summary>One of <see cref="AuthMethods"/> when the caller is let in.</summary>
    public string? Method { get; init; }

    public AuthFailure Failure { get; init; }

    /// <summary>How long a locked-out caller has to wait.</summary>
    public TimeSpan RetryAfter { get; init; }

    /// <summary>How long the refusal is held back, so that guessing is slow.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>The setup code a caller with a bootstrap token brought.</summary>
    public SetupTicket? Setup { get; init; }

    /// <summary>The person a proxy vouches for.</summary>
    public string? User { get; init; }

    public bool IsAuthenticated => Method is not null;

    public static AuthResult Let(string method) => new() { Method = method };

    public static AuthResult Refuse(AuthFailure failure, TimeSpan delay = default) => new() { Failure = failure, Delay = delay };
}
