using NuGet.Versioning;
using OpenClaw.Plugins;

namespace OpenClaw.Host.Plugins.Packages.Resolution;

/// <summary>Says from the nuspec alone whether a package was made for this gateway's contract: before it is downloaded.</summary>
internal static class ContractGate
{
    public const string ContractPackage = "OpenClaw.Abstractions";

    private static readonly NuGetVersion Current = NuGetVersion.Parse(ContractVersion.Current);

    /// <returns>Null when it fits, or does not say; the manifest decides then.</returns>
    public static string? Reason(Nuspec nuspec)
    {
        var wanted = nuspec.Dependencies.FirstOrDefault(static dependency => dependency.Id.Equals(ContractPackage, StringComparison.OrdinalIgnoreCase));
        if (wanted is null || wanted.Range.Satisfies(Current))
            return null;
        var isNewer = wanted.Range.HasLowerBound && wanted.Range.MinVersion! > Current;
        return $"{nuspec.Id} {nuspec.Version} needs {ContractPackage} {wanted.Range.PrettyPrint()}, this gateway has {Current}. "
            + (isNewer ? "Update the gateway." : "A newer version of the plugin may fit.");
    }
}
