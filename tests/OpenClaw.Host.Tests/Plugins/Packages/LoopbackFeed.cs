using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace OpenClaw.Host.Tests.Plugins.Packages;

/// <summary>A v3 feed on this machine that does what a test tells it to.</summary>
internal sealed class LoopbackFeed : IAsyncDisposable
{
    private readonly WebApplication _app;

    private LoopbackFeed()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public List<TestPackage> Packages { get; } = [];

    /// <summary>Comes first; true when it has answered.</summary>
    public Func<HttpContext, int, Task<bool>> Fault { get; set; } = static (_, _) => Task.FromResult(false);

    public List<string> Asked { get; } = [];

    public List<string?> Credentials { get; } = [];

    public bool HasSearch { get; set; } = true;

    public string Base { get; private set; } = "";

    public string Index => $"{Base}/index.json";

    public static async Task<LoopbackFeed> StartAsync(params TestPackage[] packages)
    {
        var feed = new LoopbackFeed();
        feed.Packages.AddRange(packages);
        await feed._app.StartAsync();
        feed.Base = feed._app.Urls.First();
        return feed;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        int count;
        lock (Asked)
        {
            Asked.Add(context.Request.Path + context.Request.QueryString);
            Credentials.Add(context.Request.Headers.Authorization);
            count = Asked.Count;
        }

        if (await Fault(context, count))
            return;
        if (Content(context.Request.Path.Value!) is { } content)
            await context.Response.Body.WriteAsync(content);
        else
            context.Response.StatusCode = 404;
    }

    private byte[]? Content(string path)
    {
        var parts = path.Trim('/').Split('/');
        return parts switch
        {
            ["index.json"] => Json(new JsonObject
            {
                ["version"] = "3.0.0",
                ["resources"] = new JsonArray(
                [
                    new JsonObject { ["@id"] = $"{Base}/old", ["@type"] = "PackageBaseAddress/2.0.0" },
                    new JsonObject { ["@id"] = $"{Base}/flat", ["@type"] = new JsonArray("Other", "PackageBaseAddress/3.0.0") },
                    .. HasSearch ? new JsonNode[] { new JsonObject { ["@id"] = $"{Base}/query", ["@type"] = "SearchQueryService/3.5.0" } } : [],
                ]),
            }),
            ["query"] => Json(new JsonObject
            {
                ["data"] = new JsonArray([.. Packages.Select(static one => (JsonNode)new JsonObject { ["id"] = one.Id, ["version"] = one.Version, ["authors"] = new JsonArray("Acme") })]),
            }),
            ["flat", var id, "index.json"] when Of(id).ToList() is { Count: > 0 } versions =>
                Json(new JsonObject { ["versions"] = new JsonArray([.. versions.Select(static one => (JsonNode)one.Version)]) }),
            ["flat", var id, var version, var file] when Of(id).FirstOrDefault(one => one.Version == version) is { } package =>
                file.EndsWith(".nuspec", StringComparison.Ordinal) ? System.Text.Encoding.UTF8.GetBytes(package.Nuspec)
                : file.EndsWith(".nupkg", StringComparison.Ordinal) ? package.Build()
                : null,
            _ => null,
        };
    }

    private IEnumerable<TestPackage> Of(string id) => Packages.Where(one => one.Id.Equals(id, StringComparison.OrdinalIgnoreCase));

    private static byte[] Json(JsonObject content) => System.Text.Encoding.UTF8.GetBytes(content.ToJsonString());
}
