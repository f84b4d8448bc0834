using System.Globalization;
using NuGet.Frameworks;
using NuGet.Versioning;
using OpenClaw.Host.Plugins.Packages.Feeds;
using OpenClaw.Host.Plugins.Packages.Resolution;

namespace OpenClaw.Host.Tests.Plugins.Packages.Oracle;

/// <summary>Packages that ask for each other, made up from a number; a feed of the resolver.</summary>
internal sealed class PackageGraph : IPackageFeed
{
    private static readonly string[] Numbers = ["1.0.0", "1.0.1", "1.1.0-beta.1", "1.1.0", "1.2.0", "2.0.0-rc.1", "2.0.0", "2.1.0"];
    private static readonly string[] Ranges = ["1.0.0", "1.0.1", "1.1.0", "1.2.0", "2.0.0", "[1.0.0,2.0.0)", "[1.1.0]", "(1.0.0,)", "[1.1.0-beta.1,)", "[1.0.1,2.1.0]", "(,1.2.0]", "1.3.0"];
    private static readonly NuGetFramework Any = NuGetFramework.AnyFramework;

    private readonly Dictionary<string, Dictionary<NuGetVersion, PackageDependency[]>> _packages = new(StringComparer.OrdinalIgnoreCase);

    public PackageGraph(int seed)
    {
        var random = new Random(seed);
        for (var number = 0; number < 6; number++)
        {
            // Packages ask for later ones only, so nothing goes in a circle.
            var versions = random.GetItems(Numbers, random.Next(2, 6)).Distinct().Select(NuGetVersion.Parse);
            _packages[IdOf(number)] = versions.ToDictionary(static version => version, _ => Wishes(random, number + 1, random.Next(0, 3)));
        }

        Root = NuspecOf("Root", new NuGetVersion(1, 0, 0), Wishes(random, 0, random.Next(1, 4)));
    }

    public Nuspec Root { get; }

    public string Name => "graph";

    public string Address => "memory";

    public IReadOnlyList<NuGetVersion> Versions(string id) => [.. _packages[id].Keys];

    public IReadOnlyList<PackageDependency> Dependencies(string id, NuGetVersion version) => id == Root.Id ? Root.Dependencies : _packages[id][version];

    public Task<IReadOnlyList<NuGetVersion>> VersionsAsync(string id, CancellationToken cancellationToken) => Task.FromResult(Versions(id));

    public Task<Nuspec> NuspecAsync(string id, NuGetVersion version, CancellationToken cancellationToken) =>
        Task.FromResult(NuspecOf(id, version, _packages[id][version]));

    public Task DownloadAsync(string id, NuGetVersion version, Stream target, DownloadProgress? progress, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<byte[]?> DetachedSignatureAsync(string id, NuGetVersion version, CancellationToken cancellationToken) => Task.FromResult<byte[]?>(null);

    public Task<IReadOnlyList<FoundPackage>?> SearchAsync(string query, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<FoundPackage>?>(null);

    public override string ToString() => string.Join('\n', _packages.SelectMany(static package => package.Value.Select(version => Line($"{package.Key} {version.Key}", version.Value))).Prepend(Line("Root", Root.Dependencies)));

    private static string Line(string name, IReadOnlyList<PackageDependency> wishes) => $"{name}: {string.Join(", ", wishes.Select(static wish => $"{wish.Id} {wish.Range}"))}";

    private static string IdOf(int number) => string.Create(CultureInfo.InvariantCulture, $"P{number}");

    private static Nuspec NuspecOf(string id, NuGetVersion version, PackageDependency[] wishes) =>
        new() { Id = id, Version = version, Groups = [new DependencyGroup(Any, wishes)] };

    private static PackageDependency[] Wishes(Random random, int from, int count) =>
        [.. Enumerable.Range(from, Math.Max(0, 6 - from)).OrderBy(_ => random.Next()).Take(count)
            .Select(number => new PackageDependency(IdOf(number), VersionRange.Parse(random.GetItems(Ranges, 1)[0]), WithoutRuntime: false))];
}
