using System.Xml.Linq;
using OpenClaw.Host.Plugins.Manifests;

namespace OpenClaw.Sdk;

/// <summary>
/// Writes the nuspec of a plugin's package: the published folder under <c>plugin/</c>, of type OpenClawPlugin, with the contract as the only
/// dependency, so that a gateway can refuse it before it downloads it.
/// </summary>
internal static class PackageSpec
{
    private static readonly XNamespace Schema = "http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd";

    public static void Write(ProjectValues values)
    {
        var folder = values["Folder"];
        var manifest = ManifestReader.Read(folder).Manifest
            ?? throw new SdkException("OC1002", $"{folder} holds no valid {PluginManifest.FileName}. Build the project first.");
        if (manifest.Version.ToNormalizedString() != NuGet.Versioning.SemanticVersion.Parse(values["PackageVersion"]).ToNormalizedString())
            throw new SdkException("OC1005", $"PackageVersion = '{values["PackageVersion"]}': the manifest says {manifest.Version}. Give both the same version.");
        var spec = new XElement(Schema + "package", Metadata(values, manifest), Files(values, folder));
        File.WriteAllText(values["Nuspec"], new XDocument(spec).ToString());
    }

    private static XElement Metadata(ProjectValues values, PluginManifest manifest) => new(
        Schema + "metadata",
        new XElement(Schema + "id", values["PackageId"]),
        new XElement(Schema + "version", values["PackageVersion"]),
        new XElement(Schema + "title", manifest.Name),
        new XElement(Schema + "authors", values.Optional("Authors") ?? values["PackageId"]),
        new XElement(Schema + "description", manifest.Description ?? manifest.Name),
        Text("tags", $"{values["PackageTags"].Replace(';', ' ')} openclaw-plugin".Trim()),
        Text("projectUrl", values["PackageProjectUrl"]),
        Text("releaseNotes", values["PackageReleaseNotes"]),
        Text("copyright", values["Copyright"]),
        Text("readme", values["PackageReadmeFile"]),
        values.Optional("PackageLicenseExpression") is { } license ? new XElement(Schema + "license", new XAttribute("type", "expression"), license) : null,
        values.Optional("RepositoryUrl") is { } repository
            ? new XElement(Schema + "repository", new XAttribute("url", repository), new XAttribute("commit", values["RepositoryCommit"]))
            : null,
        new XElement(Schema + "packageTypes", new XElement(Schema + "packageType", new XAttribute("name", "OpenClawPlugin"))),
        new XElement(
            Schema + "dependencies",
            new XElement(
                Schema + "group",
                new XAttribute("targetFramework", "net10.0"),
                new XElement(Schema + "dependency", new XAttribute("id", "OpenClaw.Abstractions"), new XAttribute("version", manifest.Contract.ToNormalizedString())))));

    private static XElement Files(ProjectValues values, string folder)
    {
        var files = new XElement(Schema + "files", new XElement(Schema + "file", new XAttribute("src", Path.Combine(folder, "**")), new XAttribute("target", "plugin")));
        if (values.Optional("PackageReadmeFile") is { } readme)
            files.Add(new XElement(Schema + "file", new XAttribute("src", Path.Combine(Path.GetDirectoryName(values["Project"])!, readme)), new XAttribute("target", "")));
        return files;
    }

    private static XElement? Text(string name, string value) => value.Length > 0 ? new XElement(Schema + name, value) : null;
}
