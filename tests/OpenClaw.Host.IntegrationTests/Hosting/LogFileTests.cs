using System.Runtime.Versioning;
using System.Text.Json;

namespace OpenClaw.Host.IntegrationTests.Hosting;

[UnsupportedOSPlatform("windows")]
public sealed class LogFileTests
{
    private const string Words = "the words of the message stay private";

    [Fact]
    public async Task The_log_holds_json_lines_and_neither_the_token_nor_what_people_write()
    {
        using var folder = GatewayFolder.WithConfig();
        await using var gateway = await GatewayProcess.StartAsync(folder);
        await using (var talk = await gateway.ConnectAsync())
        {
            await talk.ConverseAsync(Words, "run-1");
        }

        Assert.Equal(0, await gateway.StopAsync());

        var file = Assert.Single(Directory.GetFiles(folder.LogDirectory));
        Assert.EndsWith(".log", file, StringComparison.Ordinal);
        var lines = await File.ReadAllLinesAsync(file);
        Assert.NotEmpty(lines);
        Assert.All(lines, static line =>
        {
            var entry = JsonElement.Parse(line);
            Assert.NotEqual("", entry.GetProperty("message").GetString());
            Assert.NotEqual("", entry.GetProperty("level").GetString());
            Assert.True(entry.GetProperty("time").TryGetDateTimeOffset(out _));
        });
        var everything = string.Concat(lines) + gateway.Output + gateway.Error;
        Assert.DoesNotContain(GatewayFolder.Token, everything, StringComparison.Ordinal);
        Assert.DoesNotContain(Words, everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_owner_can_read_the_log_and_the_state()
    {
        using var folder = new GatewayFolder();
        await using var gateway = await GatewayProcess.StartAsync(folder);

        const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
            | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
        Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(folder.StateDirectory) & Others);
        Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(folder.LogDirectory) & Others);
    }
}
