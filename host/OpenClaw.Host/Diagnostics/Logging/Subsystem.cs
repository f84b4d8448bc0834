namespace OpenClaw.Host.Diagnostics.Logging;

/// <summary>The short name of a logger: the room for our own types, the category for all others.</summary>
internal static class Subsystem
{
    private const string HostPrefix = "OpenClaw.Host.";

    public static string Of(string category)
    {
        if (!category.StartsWith(HostPrefix, StringComparison.Ordinal))
        {
            return LogText.OneLine(category);
        }

        var rest = category[HostPrefix.Length..];
        var end = rest.IndexOf('.', StringComparison.Ordinal);
        return (end < 0 ? rest : rest[..end]).ToLowerInvariant();
    }

    /// <summary>The frameworks below us: chatty, so they speak from warning up unless somebody debugs.</summary>
    public static bool IsFramework(string category) =>
        category.StartsWith("Microsoft.", StringComparison.Ordinal) || category.StartsWith("System.", StringComparison.Ordinal);
}
