namespace OpenClaw.Host.Plugins.Packages.LockFile;

/// <summary>Content of <c>plugins.lock.json</c>.</summary>
internal sealed record PluginLock
{
    public const string FileName = "plugins.lock.json";
    public const int CurrentFormat = 1;

    public int Format { get; init; } = CurrentFormat;

    /// <summary>By plugin id, which is the name of its folder too.</summary>
    public SortedDictionary<string, LockedPlugin> Plugins { get; init; } = new(StringComparer.Ordinal);
}
