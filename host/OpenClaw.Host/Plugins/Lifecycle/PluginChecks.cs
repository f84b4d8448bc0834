using OpenClaw.Host.Plugins.Discovery;
using OpenClaw.Host.Plugins.Loading;
using OpenClaw.Host.Plugins.Manifests;

namespace OpenClaw.Host.Plugins.Lifecycle;

/// <summary>Decides from manifests and configuration alone which plugins may be loaded, and which of them need not be yet.</summary>
internal static class PluginChecks
{
    // What else a plugin may bring works by itself, or is listed to models with its schema; both need its code.
    private const PluginKind CanWait = PluginKind.Channel | PluginKind.AgentProvider | PluginKind.Route | PluginKind.Method | PluginKind.Command;

    /// <param name="folders">In order of discovery.</param>
    /// <param name="selection">What the configuration says.</param>
    /// <param name="inUse">Plugins that have been asked for, whatever the configuration says.</param>
    public static IReadOnlyList<PluginVerdict> Run(IReadOnlyList<PluginFolder> folders, PluginSelection selection, IReadOnlySet<string> inUse)
    {
        var owners = new Dictionary<string, PluginFolder>(StringComparer.Ordinal);
        return [.. folders.Select(folder => owners.TryAdd(folder.DisplayId, folder)
            ? Check(folder, selection, inUse)
            : new PluginVerdict(
                folder,
                PluginState.Disabled,
                $"The plugin in {owners[folder.DisplayId].Path} has the same id and comes first. Remove one of them, or change the id."))];
    }

    private static PluginVerdict Check(PluginFolder folder, PluginSelection selection, IReadOnlySet<string> inUse)
    {
        if (selection.DisabledReason(folder.DisplayId) is { } off)
            return new PluginVerdict(folder, PluginState.Disabled, off);
        if (selection.SafeMode is { } safe && folder.Origin != PluginOrigin.Shipped)
            return new PluginVerdict(folder, PluginState.Disabled, safe);
        if ((selection.Changed(folder) ?? Refusal(folder)) is { } refusal)
            return new PluginVerdict(folder, PluginState.Failed, refusal);
        var needed = inUse.Contains(folder.DisplayId) || IsNeeded(folder.Manifest.Manifest!, selection);
        return new PluginVerdict(folder, needed ? PluginState.Checked : PluginState.Waiting);
    }

    private static bool IsNeeded(PluginManifest manifest, PluginSelection selection) =>
        manifest.Offers is not { } offers
        || (manifest.Kinds & ~CanWait) != PluginKind.None
        || selection.ConfiguredIds.Contains(manifest.Id)
        || offers.Channels.Any(selection.UsesChannel);

    private static string? Refusal(PluginFolder folder) =>
        folder.Manifest.Manifest is { } manifest
            ? ContractCheck.Reason(manifest) ?? FrameworkCheck.Reason(folder.Path, manifest)
            : folder.Manifest.Reason;
}
