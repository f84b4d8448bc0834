using System.Diagnostics;
using System.Text.Json.Nodes;
using OpenClaw.Bench.Load;

namespace OpenClaw.Bench.Swap;

/// <summary>A state folder with plugins of the tests, installed once or more often under other ids.</summary>
internal sealed class SwapFolder : IDisposable
{
    private readonly string _built = Directory.CreateTempSubdirectory("openclaw-built-").FullName;

    public string Path { get; } = Directory.CreateTempSubdirectory("openclaw-swap-").FullName;

    /// <summary>Generations of a plugin whose code is in use: each has a copy of its own that goes with it.</summary>
    public int LiveGenerations(string id) => Directory.GetDirectories(System.IO.Path.Combine(Path, "plugin-cache"), $"{id}-*").Length;

    /// <param name="channels">Id and address of each.</param>
    /// <param name="entries">Members of <c>plugins.entries</c>.</param>
    public void Configure(IReadOnlyDictionary<string, string> channels, string entries = "")
    {
        var list = string.Join(", ", channels.Select(static channel => $$""" "{{channel.Key}}": { "url": "{{channel.Value}}", "dmPolicy": "open", "allowFrom": ["*"] } """));
        File.WriteAllText(
            System.IO.Path.Combine(Path, "openclaw.json"),
            $$"""
            {
              "gateway": { "mode": "local", "auth": { "mode": "token", "token": "bench-token-0123456789abcdef" }, "limits": { "writes": { "max": 10000 } } },
              "session": { "dmScope": "per-peer" },
              "plugins": { "entries": { "agent-offline": { "config": { "wordDelayMs": 0 } } {{entries}} } },
              "messages": { "queue": { "cap": 1000 } },
              "channels": { {{list}} }
            }
            """);
    }

    public async Task InstallAsync(string project, params string[] ids)
    {
        var output = System.IO.Path.Combine(_built, project);
        if (!Directory.Exists(output))
            await PublishAsync(project, output);
        foreach (var id in ids)
        {
            var target = Directory.CreateDirectory(System.IO.Path.Combine(Path, "plugins", id)).FullName;
            foreach (var file in Directory.GetFiles(output))
                File.Copy(file, System.IO.Path.Combine(target, System.IO.Path.GetFileName(file)));
            var path = System.IO.Path.Combine(target, "openclaw.plugin.json");
            var manifest = JsonNode.Parse(await File.ReadAllTextAsync(path))!.AsObject();
            manifest["id"] = id;
            await File.WriteAllTextAsync(path, manifest.ToJsonString());
        }
    }

    public void Dispose()
    {
        Directory.Delete(Path, recursive: true);
        Directory.Delete(_built, recursive: true);
    }

    private static async Task PublishAsync(string project, string output)
    {
        var source = System.IO.Path.Combine(Checkout.Root, "tests", "TestPlugins", project);
        using var publish = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList = { "publish", source, "-c", "Release", "-o", output, "-v", "q", "--nologo" },
            RedirectStandardOutput = true,
        }) ?? throw new InvalidOperationException("dotnet did not start.");
        var said = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        if (publish.ExitCode != 0)
            throw new InvalidOperationException($"{project} could not be published: {said}");
    }
}
