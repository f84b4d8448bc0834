using OpenClaw.Host.Plugins.Packages.Feeds;

namespace OpenClaw.Host.Plugins.Packages.Resolution;

/// <summary>Finds the newest version of a plugin that was asked for and fits this gateway. Reads nuspecs only.</summary>
internal sealed class PackageChooser(FeedSet feeds)
{
    /// <summary>How far back it looks for one that fits.</summary>
    private const int MaxTried = 20;

    /// <returns>The package, and why newer ones were passed over.</returns>
    public async Task<(ResolvedPackage Package, string? Note)> ChooseAsync(string id, VersionChoice choice, CancellationToken cancellationToken)
    {
        PackageIds.Require(id);
        var located = await feeds.LocateAsync(id, cancellationToken)
            ?? throw new PackageException($"No source has the package {id} ({feeds.Describe(id)}). openclaw plugins search shows what there is.");
        var candidates = choice.Order(located.Versions);
        if (candidates.Count == 0)
            throw Missing(located, choice);

        string? refusal = null;
        foreach (var version in candidates.Take(MaxTried))
        {
            var nuspec = await located.NuspecAsync(version, cancellationToken);
            if (!nuspec.IsPlugin)
                throw new PackageException($"{nuspec.Id} {version} is a package, but no plugin of OpenClaw: its packageType is not {Nuspec.PluginType}.");
            if (ContractGate.Reason(nuspec) is not { } reason)
                return (new ResolvedPackage(located.Feed, nuspec), refusal is null ? null : $"{refusal} Taken instead: {version}.");
            refusal ??= reason;
        }

        throw new PackageException($"{refusal} {await FittingAsync(located, cancellationToken)}");
    }

    private static PackageException Missing(LocatedPackage located, VersionChoice choice)
    {
        var newest = located.Versions.OrderDescending().Take(10).ToList();
        var onlyEarly = newest.Count > 0 && newest.TrueForAll(static version => version.IsPrerelease);
        return new PackageException(
            $"{located.Feed.Name} has {located.Id}, but no version {choice}; it has {string.Join(", ", newest)}."
            + (onlyEarly ? " They are pre-releases: name one by --version." : ""));
    }

    private static async Task<string> FittingAsync(LocatedPackage located, CancellationToken cancellationToken)
    {
        foreach (var version in located.Versions.OrderDescending().Take(MaxTried))
        {
            if (ContractGate.Reason(await located.NuspecAsync(version, cancellationToken)) is null)
                return $"Version {version} fits.";
        }

        return $"None of its newest {Math.Min(MaxTried, located.Versions.Count)} versions fits.";
    }
}
