using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Model;
using OpenClaw.Host.Configuration.Model.Gateway;
using OpenClaw.Host.Security.Setup;

namespace OpenClaw.Host.Security;

/// <summary>
/// Decides whether a caller knows the gateway's secret, or comes with the word of a configured proxy. The secret is read from the
/// snapshot in force at every attempt, and every credential that is tried counts against its source.
/// </summary>
internal sealed class SharedSecretAuthenticator(IConfigSource config, AuthAttemptLimiter limiter)
{
    /// <summary>Judges a caller that proves no device: credentials of other kinds cannot be right, and are counted as guesses.</summary>
    public AuthResult Authenticate(SuppliedSecrets supplied, Peer peer)
    {
        var result = Check(supplied, peer);
        if (result.IsAuthenticated || result.Failure is AuthFailure.TokenNotConfigured or AuthFailure.PasswordNotConfigured)
        {
            return result;
        }

        var other = RefuseOtherKinds(supplied, peer);
        return supplied.HasShared ? result : other ?? result;
    }

    /// <summary>Judges by the shared secret, or the proxy's word, alone.</summary>
    public AuthResult Check(SuppliedSecrets supplied, Peer peer)
    {
        var auth = config.Current.Gateway.Auth;
        return auth.Mode switch
        {
            GatewayAuthMode.None => AuthResult.Let(AuthMethods.None),
            GatewayAuthMode.Token => Check(
                auth.Token, supplied.Token, supplied.Password, peer, AuthMethods.Token,
                new(AuthFailure.TokenMissing, AuthFailure.TokenMismatch, AuthFailure.TokenNotConfigured)),
            GatewayAuthMode.Password => CheckPassword(auth.Password, supplied, peer),
            // Whoever comes past the proxy on this machine may use the password; identity from headers is the proxy's to give.
            _ when peer.IsLocalProgram && auth.Password is not null => CheckPassword(auth.Password, supplied, peer),
            _ => CheckProxy(auth.TrustedProxy, peer.Identity),
        };
    }

    public static AttemptKey KeyOf(Peer peer) => new(peer.AttemptSource, CredentialKind.SharedSecret);

    private AuthResult CheckPassword(Secret? password, SuppliedSecrets supplied, Peer peer) => Check(
        password, supplied.Password, supplied.Token, peer, AuthMethods.Password,
        new(AuthFailure.PasswordMissing, AuthFailure.PasswordMismatch, AuthFailure.PasswordNotConfigured));

    private static AuthResult CheckProxy(TrustedProxyAuthConfig rules, ProxyIdentity? identity)
    {
        if (identity is not { IsComplete: true, User: { } user } || (!rules.AllowLoopback && System.Net.IPAddress.IsLoopback(identity.Proxy)))
        {
            return AuthResult.Refuse(AuthFailure.IdentityHeaderRequired);
        }

        return rules.AllowUsers.Count == 0 || rules.AllowUsers.Contains(user, StringComparer.Ordinal)
            ? AuthResult.Let(AuthMethods.TrustedProxy) with { User = user }
            : AuthResult.Refuse(AuthFailure.VerifiedUserRequired);
    }

    /// <summary>The field named like the mode wins; the other one may carry the secret too.</summary>
    private AuthResult Check(Secret? configured, string? named, string? other, Peer peer, string method, Failures failures)
    {
        if (configured is not { IsAvailable: true } secret || string.IsNullOrWhiteSpace(secret.Reveal()))
        {
            return AuthResult.Refuse(failures.NotConfigured);
        }

        var candidate = !string.IsNullOrEmpty(named) ? named : other;
        if (string.IsNullOrEmpty(candidate))
        {
            return AuthResult.Refuse(failures.Missing);
        }

        var key = KeyOf(peer);
        var ticket = limiter.Admit(key, IsExempt(peer));
        if (!ticket.IsAdmitted)
        {
            return new AuthResult { Failure = AuthFailure.RateLimited, RetryAfter = ticket.RetryAfter };
        }

        if (SharedSecret.Matches(secret.Reveal(), candidate))
        {
            limiter.Succeeded(key);
            return AuthResult.Let(method);
        }

        if (!SetupCodeText.IsOne(candidate))
        {
            return AuthResult.Refuse(failures.Mismatch, ticket.FailureDelay);
        }

        // Somebody followed the wrong step of the manual; that is no guess.
        limiter.Withdraw(key);
        return AuthResult.Refuse(AuthFailure.SetupCodeAsSecret);
    }

    private AuthResult? RefuseOtherKinds(SuppliedSecrets supplied, Peer peer) =>
        !string.IsNullOrEmpty(supplied.BootstrapToken) ? Count(CredentialKind.BootstrapToken, AuthFailure.BootstrapTokenInvalid, peer)
        : !string.IsNullOrEmpty(supplied.DeviceToken) ? Count(CredentialKind.DeviceToken, AuthFailure.DeviceTokenMismatch, peer)
        : null;

    private AuthResult Count(CredentialKind kind, AuthFailure failure, Peer peer)
    {
        var ticket = limiter.Admit(new AttemptKey(peer.AttemptSource, kind), IsExempt(peer));
        return ticket.IsAdmitted
            ? AuthResult.Refuse(failure, ticket.FailureDelay)
            : new AuthResult { Failure = AuthFailure.RateLimited, RetryAfter = ticket.RetryAfter };
    }

    public bool IsExempt(Peer peer) => config.Current.Gateway.Auth.RateLimit.ExemptLoopback && peer.IsLocalProgram;

    private readonly record struct Failures(AuthFailure Missing, AuthFailure Mismatch, AuthFailure NotConfigured);
}
