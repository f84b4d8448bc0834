using OpenClaw.Host.Plugins.Loading;
using OpenClaw.Host.Plugins.Manifests;

namespace OpenClaw.Host.Plugins.Lifecycle;

/// <summary>Decides from manifests and configuration alone which plugins may be loaded.</summary>
internal static class PluginChecks
{
    /// <returns>The entries to load, in order of discovery.</returns>
    public static IReadOnlyList<PluginEntry> Run(IReadOnlyList<PluginEntry> entries, PluginHostOptions options)
    {
        var owners = new Dictionary<string, PluginEntry>(StringComparer.Ordinal);
        List<PluginEntry> usable = [];
        foreach (var entry in entries)
        {
            if (!owners.TryAdd(entry.Id, entry))
            {
                entry.Move(PluginState.Disabled, $"The plugin in {owners[entry.Id].Folder.Path} has the same id and comes first. Remove one of them, or change the id.");
            }
            else if (options.DisabledReason(entry.Id) is { } off)
            {
                entry.Move(PluginState.Disabled, off);
            }
            else if (Refusal(entry) is { } refusal)
            {
                entry.Fail(refusal);
            }
            else
            {
                entry.Move(PluginState.Checked);
                usable.Add(entry);
            }
        }

        return usable;
    }

    private static string? Refusal(PluginEntry entry) =>
        entry.Folder.Manifest.Manifest is { } manifest
            ? ContractCheck.Reason(manifest) ?? FrameworkCheck.Reason(entry.Folder.Path, manifest)
            : entry.Folder.Manifest.Reason;
}
