using NuGet.Versioning;
using OpenClaw.Plugins;

namespace OpenClaw.Host.Plugins.Manifests;

/// <summary>Compares a manifest's contract range with this gateway's contract before any code of the plugin is loaded.</summary>
internal static class ContractCheck
{
    private static readonly NuGetVersion Current = NuGetVersion.Parse(ContractVersion.Current);

    /// <returns>Null when the plugin fits, else the sentence for its status.</returns>
    public static string? Reason(PluginManifest manifest)
    {
        var range = manifest.Contract;
        if (range.Satisfies(Current))
            return null;
        var tooNew = range.HasLowerBound && range.MinVersion! > Current;
        var fix = tooNew
            ? $"Update the gateway, or install a version of {manifest.Id} made for contract {Current}."
            : $"Install a newer version of {manifest.Id}.";
        return $"contract = '{range.ToNormalizedString()}': {manifest.Id} {manifest.Version} does not work with contract {Current} of this gateway. {fix}";
    }
}
