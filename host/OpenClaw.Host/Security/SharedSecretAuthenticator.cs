using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Model;
using OpenClaw.Host.Configuration.Model.Gateway;

namespace OpenClaw.Host.Security;

/// <summary>
/// Decides whether a caller knows the gateway's secret. The secret is read from the snapshot in force at every attempt, and
/// every credential that is tried counts against its source.
/// </summary>
internal sealed class SharedSecretAuthenticator(IConfigSource config, AuthAttemptLimiter limiter)
{
    public AuthResult Authenticate(SuppliedSecrets supplied, Peer peer)
    {
        var auth = config.Current.Gateway.Auth;
        return auth.Mode switch
        {
            GatewayAuthMode.None => AuthResult.Let(AuthMethods.None),
            GatewayAuthMode.Token => Check(
                auth.Token, supplied.Token, supplied.Password, supplied, peer, AuthMethods.Token,
                new(AuthFailure.TokenMissing, AuthFailure.TokenMismatch, AuthFailure.TokenNotConfigured)),
            GatewayAuthMode.Password => CheckPassword(auth.Password, supplied, peer),
            // Whoever comes past the proxy on this machine may use the password; identity from headers is the proxy's to give.
            _ when peer.IsLocalProgram && auth.Password is not null => CheckPassword(auth.Password, supplied, peer),
            _ => AuthResult.Refuse(AuthFailure.IdentityHeaderRequired),
        };
    }

    private AuthResult CheckPassword(Secret? password, SuppliedSecrets supplied, Peer peer) => Check(
        password, supplied.Password, supplied.Token, supplied, peer, AuthMethods.Password,
        new(AuthFailure.PasswordMissing, AuthFailure.PasswordMismatch, AuthFailure.PasswordNotConfigured));

    /// <summary>The field named like the mode wins; the other one may carry the secret too.</summary>
    private AuthResult Check(
        Secret? configured, string? named, string? other, SuppliedSecrets supplied, Peer peer, string method, Failures failures)
    {
        if (configured is not { IsAvailable: true } secret || string.IsNullOrWhiteSpace(secret.Reveal()))
        {
            return AuthResult.Refuse(failures.NotConfigured);
        }

        var candidate = !string.IsNullOrEmpty(named) ? named : other;
        if (string.IsNullOrEmpty(candidate))
        {
            return RefuseOtherKinds(supplied, peer) ?? AuthResult.Refuse(failures.Missing);
        }

        var key = new AttemptKey(peer.AttemptSource, CredentialKind.SharedSecret);
        var ticket = limiter.Admit(key, IsExempt(peer));
        if (!ticket.IsAdmitted)
        {
            return new AuthResult { Failure = AuthFailure.RateLimited, RetryAfter = ticket.RetryAfter };
        }

        if (!SharedSecret.Matches(secret.Reveal(), candidate))
        {
            // A guess that brings a second kind of credential along is a guess at both.
            _ = RefuseOtherKinds(supplied, peer);
            return AuthResult.Refuse(failures.Mismatch, ticket.FailureDelay);
        }

        limiter.Succeeded(key);
        return AuthResult.Let(method);
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

    private bool IsExempt(Peer peer) => config.Current.Gateway.Auth.RateLimit.ExemptLoopback && peer.IsLocalProgram;

    private readonly record struct Failures(AuthFailure Missing, AuthFailure Mismatch, AuthFailure NotConfigured);
}
