namespace OpenClaw.Host.Configuration.Secrets;

/// <summary>
/// Decides from a key's name whether its value is a secret. By name and not by a list, so that sections of plugins and
/// channels that the host has never heard of are covered; a test holds the schema's credential keys against it.
/// </summary>
internal static class SecretKeys
{
    private static readonly string[] Endings =
    [
        "token", "password", "passwd", "passphrase", "secret", "apikey", "privatekey", "secretkey", "accesskey",
        "credential", "credentials", "authorization", "cookie", "signingkey", "encryptkey", "encryptionkey", "recoverykey",
        "masterkey", "sharedkey", "connectionstring", "dsn",
    ];

    private static readonly string[] HeaderWords = ["auth", "key", "token", "secret", "cookie", "password"];

    /// <summary><paramref name="path"/> is dotted: <c>gateway.auth.token</c>.</summary>
    public static bool IsSecret(string path)
    {
        var segments = path.Split('.');
        return EndsLikeSecret(segments[^1]) || IsUnderHeaders(segments) || IsVariable(segments) || IsSecretReferenceId(segments);
    }

    /// <summary>Whether the value is certain to be a credential and not, say, the content type among some headers.</summary>
    public static bool IsCredential(string path)
    {
        var segments = path.Split('.');
        return (!IsUnderHeaders(segments) && !IsVariable(segments))
            || HeaderWords.Any(word => segments[^1].Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    private static bool EndsLikeSecret(string name)
    {
        var plain = name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        return name.EndsWith("_KEY", StringComparison.Ordinal) || Endings.Any(ending => plain.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
    }

    // A header that authenticates can have any name.
    private static bool IsUnderHeaders(string[] segments) => segments.Length > 1 && segments[^2] is "headers";

    // Variables carry keys under any name; what they hold is nobody's business but the program's.
    private static bool IsVariable(string[] segments) => segments is ["env", "vars", _];

    // The id inside a reference is hidden as well: for exec and file providers it can name the vault entry.
    private static bool IsSecretReferenceId(string[] segments) =>
        segments.Length > 1 && segments[^1] is "id" && EndsLikeSecret(segments[^2]);
}
