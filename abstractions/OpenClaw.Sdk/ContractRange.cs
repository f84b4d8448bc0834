using System.Text.Json.Nodes;
using NuGet.Versioning;
using OpenClaw.Plugins;

namespace OpenClaw.Sdk;

/// <summary>The versions of the contract a plugin works with: from the one it is built against up to the next major one.</summary>
internal sealed record ContractRange(string Min, string Max)
{
    public static ContractRange Of(ProjectValues values)
    {
        var built = NuGetVersion.Parse(ContractVersion.Current);
        var min = values.Optional("PluginContractMin") ?? built.ToNormalizedString();
        var max = values.Optional("PluginContractMax") ?? $"{built.Major + 1}.0.0";
        return NuGetVersion.TryParse(min, out var from) && NuGetVersion.TryParse(max, out var to) && from < to
            ? new ContractRange(min, max)
            : throw new SdkException("OC1001", $"PluginContractMin = '{min}', PluginContractMax = '{max}': is no range of versions. Write two versions, the smaller one first.");
    }

    public JsonObject ToJson() => new() { ["min"] = Min, ["max"] = Max };
}
