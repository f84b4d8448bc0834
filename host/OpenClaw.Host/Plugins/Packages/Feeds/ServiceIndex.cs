using System.Text.Json;
using NuGet.Versioning;

namespace OpenClaw.Host.Plugins.Packages.Feeds;

/// <summary>The table of contents of a v3 feed.</summary>
internal sealed class ServiceIndex
{
    private const string Packages = "PackageBaseAddress";
    private const string Search = "SearchQueryService";

    public required Uri PackageBase { get; init; }

    /// <summary>Null where the feed has none, as many mirrors.</summary>
    public Uri? SearchQuery { get; init; }

    public static ServiceIndex Read(byte[] content, Uri feed)
    {
        try
        {
            using var document = JsonDocument.Parse(content);
            var resources = document.RootElement.GetProperty("resources").EnumerateArray().ToList();
            return new ServiceIndex
            {
                PackageBase = Find(resources, Packages, feed)
                    ?? throw new PackageException($"{feed} is a feed without {Packages}, so packages cannot be read from it."),
                SearchQuery = Find(resources, Search, feed),
            };
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new PackageException($"{feed} is not the index of a v3 feed. Its address usually ends in index.json.", error);
        }
    }

    // Several of one kind are several ages of the protocol, or mirrors of each other; the newest, and of those the first.
    private static Uri? Find(List<JsonElement> resources, string kind, Uri feed)
    {
        var best = resources
            .SelectMany(static resource => TypesOf(resource), static (resource, type) => (resource, type))
            .Where(one => one.type == kind || one.type.StartsWith($"{kind}/", StringComparison.Ordinal))
            .OrderByDescending(static one => VersionOf(one.type))
            .Select(static one => one.resource.GetProperty("@id").GetString())
            .FirstOrDefault();
        return best is null ? null : new Uri(feed, best.EndsWith('/') || kind == Search ? best : $"{best}/");
    }

    private static IEnumerable<string> TypesOf(JsonElement resource)
    {
        var type = resource.GetProperty("@type");
        return type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(static one => one.GetString()!) : [type.GetString()!];
    }

    private static NuGetVersion VersionOf(string type) =>
        type.IndexOf('/', StringComparison.Ordinal) is > 0 and var cut && NuGetVersion.TryParse(type[(cut + 1)..], out var version) ? version : new NuGetVersion(0, 0, 0);
}
