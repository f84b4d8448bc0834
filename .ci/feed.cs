#:property PublishAot=false

// A package source of protocol v3 on this machine: dotnet run feed.cs <folder of .nupkg files>. Prints the address of its index.
// What is put into the folder later is there with the next request.
using System.IO.Compression;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

var folder = Path.GetFullPath(args[0]);
var builder = WebApplication.CreateSlimBuilder();
builder.Logging.ClearProviders();
builder.WebHost.UseUrls("http://127.0.0.1:0");
var app = builder.Build();

app.MapGet("/index.json", () => Answer(new JsonObject
{
    ["version"] = "3.0.0",
    ["resources"] = new JsonArray(
        new JsonObject { ["@id"] = $"{app.Urls.First()}/flat", ["@type"] = "PackageBaseAddress/3.0.0" },
        new JsonObject { ["@id"] = $"{app.Urls.First()}/query", ["@type"] = "SearchQueryService/3.5.0" }),
}));
app.MapGet("/query", (string? q) => Answer(new JsonObject
{
    ["data"] = new JsonArray([.. Packages().Where(one => one.Id.Contains(q ?? "", StringComparison.OrdinalIgnoreCase))
        .Select(static one => new JsonObject { ["id"] = one.Id, ["version"] = one.Version, ["description"] = one.Description })]),
}));
app.MapGet("/flat/{id}/index.json", (string id) => Versions(id) is { Length: > 0 } versions
    ? Answer(new JsonObject { ["versions"] = new JsonArray([.. versions.Select(static one => (JsonNode)one.Version)]) })
    : Results.NotFound());
app.MapGet("/flat/{id}/{version}/{file}", (string id, string version, string file) => Versions(id).FirstOrDefault(one => one.Version == version) is not { } found
    ? Results.NotFound()
    : file.EndsWith(".nuspec", StringComparison.Ordinal) ? Results.Text(found.Nuspec, "application/xml") : Results.File(found.File, "application/octet-stream"));

await app.StartAsync();
Console.WriteLine($"{app.Urls.First()}/index.json");
await app.WaitForShutdownAsync();

IResult Answer(JsonObject content) => Results.Text(content.ToJsonString(), "application/json");

Package[] Versions(string id) => [.. Packages().Where(one => one.Id.Equals(id, StringComparison.OrdinalIgnoreCase))];

IEnumerable<Package> Packages() => Directory.EnumerateFiles(folder, "*.nupkg").Select(Package.Read);

internal sealed record Package(string Id, string Version, string Description, string Nuspec, string File)
{
    public static Package Read(string file)
    {
        using var zip = ZipFile.OpenRead(file);
        using var reader = new StreamReader(zip.Entries.Single(static entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open());
        var nuspec = reader.ReadToEnd();
        var root = XDocument.Parse(nuspec).Root!;
        return new Package(Named("id"), Named("version"), Named("description"), nuspec, file);

        string Named(string name) => root.Descendants().First(element => element.Name.LocalName == name).Value;
    }
}
