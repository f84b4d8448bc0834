using System.Diagnostics;
using OpenClaw.Bench.Load;

namespace OpenClaw.Bench.Crash;

/// <summary>The state folder that every life of the gateway shares: its configuration, and the samples as a user installs them.</summary>
internal sealed class CrashFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("openclaw-crash-").FullName;

    public static async Task<CrashFolder> CreateAsync(CrashChannels channels, string more = "")
    {
        var folder = new CrashFolder();
        File.WriteAllText(
            System.IO.Path.Combine(folder.Path, "openclaw.json"),
            $$"""
            {
              "gateway": { "mode": "local", "auth": { "mode": "token", "token": "bench-token-0123456789abcdef" } },
              "session": { "dmScope": "per-peer", "maxMessages": 50 },
              {{more}}
              "tools": { "allow": ["*"] },
              "channels": { {{string.Join(", ", channels.Names.Select(name => $$"""  "{{name}}": { "url": "{{channels.UrlOf(name)}}", "dmPolicy": "open", "allowFrom": ["*"] }  """))}} }
            }
            """);
        foreach (var sample in new[] { "http-chat", "dice-tool" })
            await PublishAsync(sample, System.IO.Path.Combine(folder.Path, "plugins", sample));
        return folder;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private static async Task PublishAsync(string name, string output)
    {
        var sample = System.IO.Path.Combine(Checkout.Root, "samples", name);
        using var publish = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList = { "publish", sample, "-c", "Release", "-o", output, "-v", "q", "--nologo" },
            RedirectStandardOutput = true,
        }) ?? throw new InvalidOperationException("dotnet did not start.");
        var said = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        if (publish.ExitCode != 0)
            throw new InvalidOperationException($"The sample could not be published: {said}");
    }
}
