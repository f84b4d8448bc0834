namespace OpenClaw.Agents.Common.Settings;

/// <summary>Finds settings that would fail later in a way that is harder to read, or that would expose a key.</summary>
internal static class SettingsCheck
{
    private static readonly string[] CredentialWords = ["auth", "key", "token", "secret", "cookie"];

    public static bool IsCredential(string header) =>
        CredentialWords.Any(word => header.Contains(word, StringComparison.OrdinalIgnoreCase));

    public static string? FindProblem(
        AgentProviderSettings settings, string? bearer, IReadOnlyList<KeyValuePair<string, string>> headers, bool plainHttpAllowed)
    {
        var path = $"models.providers.{settings.Id}";
        var address = settings.BaseUrl;
        if (!address.IsAbsoluteUri || address.Scheme is not ("http" or "https"))
            return $"{path}.baseUrl is not an http or https address; write for example https://api.openai.com/v1.";
        if (address.UserInfo.Length > 0)
            return $"{path}.baseUrl holds a user name or password; put the key into {path}.apiKey.";
        if (bearer is not null && !bearer.All(IsHeaderCharacter))
            return $"{path}.apiKey holds a character that a header cannot carry, such as a line break or a space; enter the key again.";
        var header = headers.FirstOrDefault(header => !header.Key.All(IsTokenCharacter) || !header.Value.All(c => IsHeaderCharacter(c) || c is ' ' or '\t'));
        if (header.Key is not null)
            return $"A header under {path} holds a character that a header cannot carry; check the names and values in headers.";
        var sendsCredentials = bearer is not null || headers.Any(header => IsCredential(header.Key));
        return sendsCredentials && address.Scheme == "http" && !address.IsLoopback && !plainHttpAllowed
            ? $"{path} would send its key unencrypted to {address.Host}; use https, remove the key, or set {path}.request.allowPrivateNetwork for a network you trust."
            : null;
    }

    private static bool IsHeaderCharacter(char c) => c is > ' ' and < '\x7f';

    private static bool IsTokenCharacter(char c) => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal);
}
