using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;

namespace OpenClaw.Host.Tests.Plugins.Packages;

/// <summary>Makes packages, sound ones and others, as real archives.</summary>
internal sealed record TestPackage
{
    public string Id { get; init; } = "Acme.Sample";

    public string Version { get; init; } = "1.0.0";

    public string PluginId { get; init; } = "sample";

    /// <summary>What the manifest says; the package's where it is null.</summary>
    public string? PluginVersion { get; init; }

    /// <summary>What the nuspec inside says.</summary>
    public string? InnerId { get; init; }

    public string? InnerVersion { get; init; }

    public string Contract { get; init; } = "[1.0.0,2.0.0)";

    public string ManifestContract { get; init; } = "[1.0.0,2.0.0)";

    public string[] Permissions { get; init; } = [];

    public string? PackageType { get; init; } = "OpenClawPlugin";

    /// <summary>Dependency elements beyond the contract.</summary>
    public string Dependencies { get; init; } = "";

    public string EntryAssembly { get; init; } = "Sample.dll";

    public bool Classic { get; init; }

    /// <summary>A plugin that was built; without it there is one that nothing can load.</summary>
    public string? Built { get; init; }

    public (string Name, string Content)[] Extra { get; init; } = [];

    public string FileName => $"{Id}.{Version}.nupkg";

    public string Nuspec => $"""
        <?xml version="1.0"?>
        <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd"><metadata>
        <id>{InnerId ?? Id}</id><version>{InnerVersion ?? Version}</version><description>A sample that is found</description><authors>Acme</authors>
        {(PackageType is null ? "" : $"<packageTypes><packageType name=\"{PackageType}\"/></packageTypes>")}
        <dependencies><group targetFramework="net8.0"><dependency id="OpenClaw.Abstractions" version="{Contract}" exclude="Runtime"/>{Dependencies}</group></dependencies>
        </metadata></package>
        """;

    public string Manifest => $$"""
        {"id": "{{PluginId}}", "name": "Sample", "version": "{{PluginVersion ?? Version}}", "contract": "{{ManifestContract}}", "entryAssembly": "{{EntryAssembly}}",
         "kinds": ["tool"], "permissions": [{{string.Join(", ", Permissions.Select(static one => $"\"{one}\""))}}]}
        """;

    public byte[] Build(Action<ZipArchive>? change = null)
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, $"{Id}.nuspec", Nuspec);
            if (Built is not null)
            {
                AddBuilt(zip, Built);
            }
            else if (PackageType is not null)
            {
                Add(zip, Classic ? "openclaw.plugin.json" : "plugin/openclaw.plugin.json", Manifest);
                Add(zip, Classic ? "lib/net8.0/Sample.dll" : "plugin/Sample.dll", $"code of {Version}");
            }

            foreach (var (name, content) in Extra)
                Add(zip, name, content);
            change?.Invoke(zip);
        }

        return bytes.ToArray();
    }

    public string WriteTo(string folder, Action<ZipArchive>? change = null)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, FileName);
        File.WriteAllBytes(path, Build(change));
        return path;
    }

    private void AddBuilt(ZipArchive zip, string folder)
    {
        foreach (var file in Directory.GetFiles(folder).Where(static file => !file.EndsWith(".json", StringComparison.Ordinal) || file.EndsWith(".deps.json", StringComparison.Ordinal)))
            zip.CreateEntryFromFile(file, $"plugin/{Path.GetFileName(file)}");
        var manifest = JsonNode.Parse(File.ReadAllBytes(Path.Combine(folder, "openclaw.plugin.json")))!;
        manifest["version"] = PluginVersion ?? Version;
        Add(zip, "plugin/openclaw.plugin.json", manifest.ToJsonString());
    }

    public static void Add(ZipArchive zip, string name, string content)
    {
        using var stream = zip.CreateEntry(name).Open();
        stream.Write(Encoding.UTF8.GetBytes(content));
    }
}
