namespace OpenClaw.Host.Tests.Threats;

/// <summary>The ids of the attacks that the gateway is measured by.</summary>
internal static class ThreatIds
{
    /// <summary>How many each group has; their numbers are without gaps.</summary>
    private static readonly (string Group, int Count)[] Groups =
        [("HTTP", 25), ("WS", 35), ("AUTH", 36), ("CH", 32), ("EXEC", 30), ("NET", 17), ("FS", 23), ("PLG", 29), ("LOG", 10)];

    /// <summary>Groups of which every id has a test.</summary>
    public static IReadOnlyList<string> Held { get; } = ["HTTP", "WS", "AUTH", "CH", "PLG"];

    /// <summary>Ids of those groups that attack something that is not there yet, and what it is. Whoever builds it, writes the test.</summary>
    public static IReadOnlyDictionary<string, string> Later { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["HTTP-24"] = "there is one listener; webhooks bring the second",
        ["HTTP-25"] = "no media can be downloaded",
        ["PLG-29"] = "in one process it is possible by design, and the manual says so; there is no runner outside of it yet",
    };

    public static IEnumerable<string> All => Groups.SelectMany(static group => Of(group.Group));

    public static IEnumerable<string> Of(string group) =>
        Enumerable.Range(1, Groups.Single(one => one.Group == group).Count).Select(number => $"{group}-{number:00}");
}
