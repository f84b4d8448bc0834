using System.Text.Json;
using NuGet.Versioning;
using OpenClaw.Host.Plugins.Packages.Resolution;
using OpenClaw.Host.Plugins.Packages.Signatures;

namespace OpenClaw.Host.Plugins.Packages.Feeds;

/// <summary>A v3 feed over HTTP.</summary>
internal sealed class HttpFeed(string name, Uri address, FeedHttp http, PackageLimits limits) : IPackageFeed
{
    private const int MaxVersions = 10_000;

    private ServiceIndex? _index;

    public string Name => name;

    public string Address { get; } = Canonical(address);

    /// <summary>An address as it is written down and shown: without what may be a secret.</summary>
    public static string Canonical(Uri address) => new UriBuilder(address) { UserName = "", Password = "", Query = "" }.Uri.ToString();

    public async Task<IReadOnlyList<NuGetVersion>> VersionsAsync(string id, CancellationToken cancellationToken)
    {
        var index = await IndexAsync(cancellationToken);
        if (await http.GetAsync(new Uri(index.PackageBase, $"{Lower(id)}/index.json"), limits.MaxAnswerBytes, cancellationToken) is not { } content)
            return [];
        using var document = Parse(content, "list of versions");
        if (!document.RootElement.TryGetProperty("versions", out var versions) || versions.ValueKind != JsonValueKind.Array)
            throw new PackageException($"{Name} answers with a list of versions that has none in it.");
        return [.. versions.EnumerateArray().Take(MaxVersions)
            .Where(static text => text.ValueKind == JsonValueKind.String)
            .Select(static text => NuGetVersion.TryParse(text.GetString(), out var version) ? version : null)
            .OfType<NuGetVersion>()
            .Distinct()];
    }

    public async Task<Nuspec> NuspecAsync(string id, NuGetVersion version, CancellationToken cancellationToken)
    {
        var file = await FileAsync(id, version, $"{Lower(id)}.nuspec", cancellationToken);
        var content = await http.GetAsync(file, limits.MaxNuspecBytes, cancellationToken) ?? throw Gone(id, version);
        return NuspecReader.Read(content, $"{id} {version} on {Name}");
    }

    public async Task DownloadAsync(string id, NuGetVersion version, Stream target, DownloadProgress? progress, CancellationToken cancellationToken)
    {
        var file = await FileAsync(id, version, $"{Lower(id)}.{Lower(version)}.nupkg", cancellationToken);
        if (await http.DownloadAsync(file, target, progress, cancellationToken) is null)
            throw Gone(id, version);
    }

    public async Task<byte[]?> DetachedSignatureAsync(string id, NuGetVersion version, CancellationToken cancellationToken)
    {
        var file = await FileAsync(id, version, $"{Lower(id)}.{Lower(version)}.nupkg{DetachedSignature.Extension}", cancellationToken);
        return await http.GetAsync(file, DetachedSignature.MaxBytes, cancellationToken);
    }

    public async Task<IReadOnlyList<FoundPackage>?> SearchAsync(string query, int limit, CancellationToken cancellationToken)
    {
        if ((await IndexAsync(cancellationToken)).SearchQuery is not { } search)
            return null;
        var asked = new UriBuilder(search) { Query = $"q={Uri.EscapeDataString(query)}&packageType={Nuspec.PluginType}&semVerLevel=2.0.0&prerelease=false&take={limit}" };
        if (await http.GetAsync(asked.Uri, limits.MaxAnswerBytes, cancellationToken) is not { } content)
            return null;
        using var document = Parse(content, "search result");
        return document.RootElement.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Array
            ? [.. data.EnumerateArray().Take(limit).Select(Found).OfType<FoundPackage>()]
            : [];
    }

    private FoundPackage? Found(JsonElement package) =>
        TextOf(package, "id") is { } id && PackageIds.IsValid(id) && TextOf(package, "version") is { } version
            ? new FoundPackage { PackageName = id, Version = version, Description = TextOf(package, "description"), Authors = TextOf(package, "authors"), Source = Name }
            : null;

    private static string? TextOf(JsonElement element, string key)
    {
        const int MaxShown = 500;
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(key, out var value))
            return null;
        var text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Where(static one => one.ValueKind == JsonValueKind.String).Select(static one => one.GetString())),
            _ => "",
        };
        return text.Length == 0 ? null : text[..Math.Min(text.Length, MaxShown)];
    }

    private async Task<ServiceIndex> IndexAsync(CancellationToken cancellationToken)
    {
        if (_index is not null)
            return _index;
        var content = await http.GetAsync(address, limits.MaxAnswerBytes, cancellationToken)
            ?? throw new PackageException($"There is nothing at {Address}. The address of a v3 feed usually ends in index.json.");
        return _index = ServiceIndex.Read(content, address);
    }

    private async Task<Uri> FileAsync(string id, NuGetVersion version, string file, CancellationToken cancellationToken) =>
        new((await IndexAsync(cancellationToken)).PackageBase, $"{Lower(id)}/{Lower(version)}/{file}");

    private JsonDocument Parse(byte[] content, string what)
    {
        try
        {
            var document = JsonDocument.Parse(content);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return document;
            document.Dispose();
        }
        catch (JsonException error)
        {
            throw new PackageException($"{Name} answers with a {what} that is no JSON.", error);
        }

        throw new PackageException($"{Name} answers with a {what} that is no JSON object.");
    }

    private PackageException Gone(string id, NuGetVersion version) => new($"{Name} lists {id} {version} and does not have it.");

    private static string Lower(string id) => id.ToLowerInvariant();

    private static string Lower(NuGetVersion version) => version.ToNormalizedString().ToLowerInvariant();
}
