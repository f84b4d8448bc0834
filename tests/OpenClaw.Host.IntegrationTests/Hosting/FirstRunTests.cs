using System.Runtime.Versioning;

namespace OpenClaw.Host.IntegrationTests.Hosting;

[UnsupportedOSPlatform("windows")]
public sealed class FirstRunTests
{
    [Fact]
    public async Task The_first_start_writes_a_private_configuration_and_says_where_it_listens()
    {
        using var folder = new GatewayFolder();
        await using var gateway = await GatewayProcess.StartAsync(folder);

        var token = folder.ConfiguredToken();
        Assert.Matches("^[0-9a-f]{48}$", token);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder.ConfigFile));
        Assert.Contains($"[gateway] listening on ws://127.0.0.1:{gateway.Port} (PID {gateway.Id})", gateway.Output, StringComparison.Ordinal);
        Assert.Contains(folder.ConfigFile, gateway.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(token, gateway.Output + gateway.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_start_keeps_the_file_and_the_token_opens_both()
    {
        using var folder = new GatewayFolder();
        await using var first = await GatewayProcess.StartAsync(folder);
        var written = await File.ReadAllBytesAsync(folder.ConfigFile);
        await (await first.ConnectAsync()).DisposeAsync();
        Assert.Equal(0, await first.StopAsync());

        await using var second = await GatewayProcess.StartAsync(folder);

        Assert.Equal(written, await File.ReadAllBytesAsync(folder.ConfigFile));
        await using var talk = await second.ConnectAsync();
        Assert.True((await talk.AskAsync("health")).GetProperty("ok").GetBoolean());
        Assert.DoesNotContain("wrote a first configuration", second.Output, StringComparison.Ordinal);
    }
}
