using System.Collections.Frozen;

namespace OpenClaw.Host.Plugins.Loading;

/// <summary>
/// Names of the assemblies a plugin shares with the host: the contract and the two shared frameworks. The list is written at
/// build time (SharedAssemblies.targets), so it is the same for every way of publishing and on every run.
/// </summary>
internal static class SharedAssemblies
{
    private const string ResourceName = "OpenClaw.Host.SharedAssemblies.txt";

    // Implementation parts of the framework are in no reference list; only the framework itself asks for them.
    private const string ImplementationPrefix = "System.Private.";

    private static readonly FrozenSet<string> Names = Read();

    public static bool Contains(string? name) =>
        name is not null && (Names.Contains(name) || name.StartsWith(ImplementationPrefix, StringComparison.OrdinalIgnoreCase));

    private static FrozenSet<string> Read()
    {
        using var stream = typeof(SharedAssemblies).Assembly.GetManifestResourceStream(ResourceName)
            ?? throw new InvalidOperationException($"The build left out the resource {ResourceName}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd()
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }
}
