namespace OpenClaw.Agents.Anthropic;

/// <summary>Where and as whom to ask.</summary>
internal static class Paths
{
    private const string VersionHeader = "anthropic-version";
    private const string Version = "2023-06-01";

    /// <summary>People write the address with and without the version at its end.</summary>
    public static string Of(Uri baseUrl, string path) => baseUrl.AbsolutePath.EndsWith("/v1/", StringComparison.Ordinal) ? path : $"v1/{path}";

    public static IReadOnlyDictionary<string, string> HeadersOf(IReadOnlyDictionary<string, string> ofModel)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { [VersionHeader] = Version };
        foreach (var (name, value) in ofModel)
            headers[name] = value;
        return headers;
    }
}
