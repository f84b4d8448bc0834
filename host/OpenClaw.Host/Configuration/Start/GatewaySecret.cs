using OpenClaw.Host.Configuration.Model;
using OpenClaw.Host.Configuration.Model.Gateway;
using OpenClaw.Host.Configuration.Secrets;

namespace OpenClaw.Host.Configuration.Start;

/// <summary>Tells a secret that protects from one that only looks like it.</summary>
internal static class GatewaySecret
{
    // What scripts print for an unset value, and what documentation shows.
    private static readonly HashSet<string> Placeholders = new(StringComparer.OrdinalIgnoreCase)
    {
        "undefined", "null", "none", "token", "password", "secret", "changeme", "change-me", "change_me", "example", "test",
        "your-token", "your-token-here", "your_token_here", "your-secret-token", "your-password", "your-password-here",
        "my-secret-token", "my-token", "secret-token", "<token>", "<your-token>", "<password>", "***", "[redacted]", "xxx",
        ConfigRedactor.Placeholder,
    };

    /// <summary>Whether a stranger who reaches the port is stopped.</summary>
    public static bool IsUsable(GatewayAuthConfig auth) => auth.Mode switch
    {
        GatewayAuthMode.Token => ProblemOf(auth.Token) is null,
        GatewayAuthMode.Password => ProblemOf(auth.Password) is null,
        GatewayAuthMode.TrustedProxy => true,
        _ => false,
    };

    /// <summary>Completes "the key ..."; null when the secret can be used.</summary>
    public static string? ProblemOf(Secret? secret)
    {
        if (secret is null)
        {
            return "is not set";
        }

        if (secret.MissingVariable is { } variable)
        {
            return $"refers to the environment variable {variable}, which is not set";
        }

        var value = secret.Reveal();
        return string.IsNullOrWhiteSpace(value) ? "is empty"
            : Placeholders.Contains(value.Trim()) ? "is a placeholder from an example"
            : value.Contains("${", StringComparison.Ordinal) ? "still contains a ${...} placeholder"
            : null;
    }
}
