using System.Xml;
using System.Xml.Linq;
using NuGet.Frameworks;
using NuGet.Versioning;

namespace OpenClaw.Host.Plugins.Packages.Resolution;

/// <summary>Reads a nuspec: without document types, bounded, and with everything in it checked.</summary>
internal static class NuspecReader
{
    private const int MaxGroups = 64;
    private const int MaxShown = 500;

    /// <param name="content">The file; not longer than allowed.</param>
    /// <param name="origin">Where it is from, for errors.</param>
    public static Nuspec Read(byte[] content, string origin)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = content.Length + 1,
            IgnoreComments = true,
        };
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(content, writable: false), settings);
            return Read(XElement.Load(reader), origin);
        }
        catch (XmlException error)
        {
            throw new PackageException($"The nuspec of {origin} is not sound XML: {error.Message}", error);
        }
    }

    private static Nuspec Read(XElement root, string origin)
    {
        var metadata = Child(root, "metadata") ?? throw new PackageException($"The nuspec of {origin} has no metadata.");
        var id = Text(metadata, "id") ?? "";
        PackageIds.Require(id);
        return new Nuspec
        {
            Id = id,
            Version = NuGetVersion.TryParse(Text(metadata, "version"), out var version)
                ? version
                : throw new PackageException($"The nuspec of {origin} has no version that can be read."),
            Description = Text(metadata, "description"),
            Authors = Text(metadata, "authors"),
            PackageTypes = [.. Children(Child(metadata, "packageTypes"), "packageType").Select(static type => Attribute(type, "name")).OfType<string>()],
            Groups = GroupsOf(Child(metadata, "dependencies"), origin),
        };
    }

    private static List<DependencyGroup> GroupsOf(XElement? dependencies, string origin)
    {
        var groups = Children(dependencies, "group").Take(MaxGroups)
            .Select(group => new DependencyGroup(FrameworkOf(Attribute(group, "targetFramework")), DependenciesOf(group, origin))).ToList();
        if (DependenciesOf(dependencies, origin) is { Count: > 0 } plain)
            groups.Add(new DependencyGroup(NuGetFramework.AnyFramework, plain));
        return groups;
    }

    private static NuGetFramework FrameworkOf(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
            return NuGetFramework.AnyFramework;
        try
        {
            return NuGetFramework.Parse(name);
        }
        catch (Exception error) when (error is ArgumentException or FrameworkException)
        {
            return NuGetFramework.UnsupportedFramework;
        }
    }

    private static List<PackageDependency> DependenciesOf(XElement? parent, string origin) =>
        [.. Children(parent, "dependency").Select(dependency => DependencyOf(dependency, origin))];

    private static PackageDependency DependencyOf(XElement dependency, string origin)
    {
        var id = Attribute(dependency, "id") ?? "";
        PackageIds.Require(id);
        var text = Attribute(dependency, "version");
        if (!VersionRange.TryParse(string.IsNullOrWhiteSpace(text) ? "0.0.0" : text, out var range))
            throw new PackageException($"{origin} asks for {id} in a version that cannot be read.");
        var excluded = (Attribute(dependency, "exclude") ?? "").Split([',', ';'], StringSplitOptions.TrimEntries);
        return new PackageDependency(id, range, excluded.Any(static part => part.Equals("runtime", StringComparison.OrdinalIgnoreCase) || part.Equals("all", StringComparison.OrdinalIgnoreCase)));
    }

    // Namespaces differ with the age of the format; names do not.
    private static XElement? Child(XElement? parent, string name) => Children(parent, name).FirstOrDefault();

    private static IEnumerable<XElement> Children(XElement? parent, string name) =>
        parent?.Elements().Where(element => element.Name.LocalName == name) ?? [];

    private static string? Text(XElement parent, string name) =>
        Child(parent, name)?.Value.Trim() is { Length: > 0 } text ? text[..Math.Min(text.Length, MaxShown)] : null;

    private static string? Attribute(XElement element, string name) => element.Attribute(name)?.Value;
}
