using System.Net;
using System.Net.Sockets;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Tests.Cli.Doctor;

public sealed class DoctorConfigTests
{
    private const string Sound = $$"""{ "gateway": { "mode": "local", "port": 1, "auth": { "mode": "token", "token": "{{DoctorFixture.Secret}}" } } }""";

    [Fact]
    public async Task A_file_that_cannot_be_read_is_replaced_by_the_youngest_backup_that_can()
    {
        using var fixture = new DoctorFixture().WithConfig("{ broken");
        await File.WriteAllTextAsync(fixture["openclaw.json.bak"], "also broken");
        await File.WriteAllTextAsync(fixture["openclaw.json.bak.1"], Sound);
        Assert.Contains("JSON5 parse failed", (await fixture.FindOneAsync("config/parse")).GetProperty("message").GetString(), StringComparison.Ordinal);

        await fixture.RepairedAsync("config/parse", "--yes");

        Assert.Equal(Sound, await File.ReadAllTextAsync(fixture.Paths.ConfigFile));
        Assert.Equal("{ broken", await File.ReadAllTextAsync(fixture["openclaw.json.bak"]));
    }

    [Fact]
    public async Task Unknown_keys_are_removed_and_listed_and_the_old_file_is_kept()
    {
        const string Text = """{ "wat": 1, "gateway": { "mode": "local", "port": 1, "bogus": { "deep": true }, "auth": { "mode": "none" } } }""";
        using var fixture = new DoctorFixture().WithConfig(Text);
        Assert.Equal(2, (await fixture.FindAsync("config/schema")).Count);

        await fixture.RepairedAsync("config/schema", "--fix");

        Assert.Contains("removed gateway.bogus", fixture.Error, StringComparison.Ordinal);
        Assert.Contains("removed wat", fixture.Error, StringComparison.Ordinal);
        Assert.Equal(Text, await File.ReadAllTextAsync(fixture["openclaw.json.bak.1"]));
    }

    [Fact]
    public async Task A_value_of_the_wrong_kind_is_left_to_a_person()
    {
        using var fixture = new DoctorFixture().WithConfig("""{ "gateway": { "port": "many" } }""");

        var finding = await fixture.FindOneAsync("config/schema", "--fix", "--yes");

        Assert.Equal("gateway.port", finding.GetProperty("path").GetString());
        Assert.Equal("error", finding.GetProperty("severity").GetString());
    }

    [Fact]
    public async Task Old_spellings_are_rewritten_without_a_question()
    {
        using var fixture = new DoctorFixture().WithConfig("""{ "gateway": { "mode": "local", "port": 1 }, "session": { "idleMinutes": 5 } }""");
        Assert.Contains("session.idleMinutes", (await fixture.FindOneAsync("config/legacy")).GetProperty("message").GetString(), StringComparison.Ordinal);

        await fixture.RepairedAsync("config/legacy", "--non-interactive");

        Assert.Contains("\"mode\": \"idle\"", await File.ReadAllTextAsync(fixture.Paths.ConfigFile), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leftovers_of_writes_go_when_they_are_old()
    {
        using var fixture = new DoctorFixture();
        var old = fixture["openclaw.json.rejected.2020-01-01"];
        await File.WriteAllTextAsync(old, "{}");
        File.SetLastWriteTimeUtc(old, DateTime.UtcNow.AddDays(-40));
        await File.WriteAllTextAsync(fixture["openclaw.json.rejected.young"], "{}");
        await File.WriteAllTextAsync(fixture["openclaw.json.bak"], "broken");

        Assert.Equal(2, (await fixture.FindAsync("config/backups")).Count);
        await fixture.RepairedAsync("config/backups", "--fix");

        Assert.False(File.Exists(old));
        Assert.True(File.Exists(fixture["openclaw.json.rejected.young"]));
        Assert.True(File.Exists(fixture["openclaw.json.bak"]));
    }

    [Fact]
    public async Task What_others_could_read_is_for_its_owner_alone_afterwards()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var fixture = await new DoctorFixture().StoreAsync();
        File.SetUnixFileMode(fixture.Paths.DatabaseFile, AtomicFile.OwnerOnly | UnixFileMode.GroupRead);
        Assert.Equal(fixture.Paths.DatabaseFile, (await fixture.FindOneAsync("config/permissions")).GetProperty("path").GetString());

        await fixture.RepairedAsync("config/permissions", "--fix");

        Assert.Equal(AtomicFile.OwnerOnly, File.GetUnixFileMode(fixture.Paths.DatabaseFile));
    }

    [Fact]
    public async Task A_missing_mode_is_set_when_the_owner_says_so()
    {
        using var fixture = new DoctorFixture().WithConfig("""{ "gateway": { "port": 1 } }""");
        Assert.Equal("gateway.mode", (await fixture.FindOneAsync("gateway/mode")).GetProperty("path").GetString());

        await fixture.RepairedAsync("gateway/mode", "--yes");

        Assert.Contains("\"mode\": \"local\"", await File.ReadAllTextAsync(fixture.Paths.ConfigFile), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--fix")]
    [InlineData("--generate-gateway-token")]
    public async Task A_missing_token_is_made_and_not_shown(string option)
    {
        using var fixture = new DoctorFixture().WithConfig("""{ "gateway": { "mode": "local", "port": 1, "auth": { "mode": "token", "token": "changeme" } } }""");
        Assert.Contains("placeholder", (await fixture.FindOneAsync("gateway/auth")).GetProperty("message").GetString(), StringComparison.Ordinal);

        await fixture.RepairedAsync("gateway/auth", option);

        var text = await File.ReadAllTextAsync(fixture.Paths.ConfigFile);
        Assert.DoesNotContain("changeme", text, StringComparison.Ordinal);
        var token = System.Text.RegularExpressions.Regex.Match(text, "[0-9a-f]{48}").Value;
        Assert.NotEmpty(token);
        Assert.DoesNotContain(token, fixture.Output + fixture.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_is_there_is_kept_and_weak_or_doubled_ones_are_told()
    {
        using var fixture = new DoctorFixture().With("OPENCLAW_GATEWAY_TOKEN", "another-token-of-more-than-thirty-two-characters");
        var before = await File.ReadAllTextAsync(fixture.Paths.ConfigFile);
        Assert.Contains("no effect", (await fixture.FindOneAsync("gateway/auth", "--generate-gateway-token")).GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(fixture.Paths.ConfigFile));

        using var weak = new DoctorFixture().WithConfig("""{ "gateway": { "mode": "local", "port": 1, "auth": { "token": "sixteen-letters!" } } }""");
        Assert.Equal("warning", (await weak.FindOneAsync("gateway/auth")).GetProperty("severity").GetString());
    }

    [Fact]
    public async Task A_port_open_to_others_without_a_secret_is_an_error()
    {
        using var fixture = new DoctorFixture().WithConfig("""{ "gateway": { "mode": "local", "port": 1, "bind": "lan", "auth": { "mode": "none" } } }""");

        Assert.Contains(await fixture.FindAsync("gateway/bind"), static finding => finding.GetProperty("severity").GetString() == "error");
    }

    [Fact]
    public async Task Whoever_holds_the_port_is_named()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var fixture = new DoctorFixture(port: ((IPEndPoint)listener.LocalEndpoint).Port);

        var finding = await fixture.FindOneAsync("gateway/port");

        Assert.Contains("is held by", finding.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_profile_whose_port_is_too_near_is_told()
    {
        using var fixture = new DoctorFixture();
        Directory.CreateDirectory(fixture[".openclaw-second"]);
        await File.WriteAllTextAsync(fixture[".openclaw-second/openclaw.json"], """{ "gateway": { "port": 20 } }""");

        Assert.Contains("profile second uses port 20", (await fixture.FindOneAsync("gateway/port")).GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_without_its_provider_or_its_key_is_told()
    {
        using var fixture = new DoctorFixture().WithConfig(
            """
            { "gateway": { "mode": "local", "port": 1 },
              "agents": { "defaults": { "model": "nowhere/gpt" } },
              "models": { "providers": { "cloud": { "baseUrl": "https://example.invalid/v1", "apiKey": "${SURELY_NOT_SET}", "models": [] } } } }
            """);

        var findings = await fixture.FindAsync("models/auth");

        Assert.Contains(findings, static finding => finding.GetProperty("message").GetString()!.Contains("no entry \"nowhere\"", StringComparison.Ordinal));
        Assert.Contains(findings, static finding => finding.GetProperty("message").GetString()!.Contains("SURELY_NOT_SET", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_plugin_that_cannot_be_loaded_is_switched_off_when_the_owner_says_so()
    {
        using var fixture = new DoctorFixture();
        Directory.CreateDirectory(fixture["plugins/broken"]);
        await File.WriteAllTextAsync(fixture["plugins/broken/openclaw.plugin.json"], """{ "id": "broken", "name": 5 }""");
        Assert.Equal("error", (await fixture.FindOneAsync("plugins/load")).GetProperty("severity").GetString());

        await fixture.RepairedAsync("plugins/load", "--yes");

        Assert.Contains("\"broken\"", await File.ReadAllTextAsync(fixture.Paths.ConfigFile), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_channel_without_a_plugin_is_told_and_none_is_probed_without_a_gateway()
    {
        using var fixture = new DoctorFixture().WithConfig("""{ "gateway": { "mode": "local", "port": 1 }, "channels": { "pigeons": { "enabled": true } } }""");

        var findings = await fixture.FindAsync("channels/probe", "--deep");

        Assert.Equal(["channels.pigeons", null], findings.Select(static finding => finding.TryGetProperty("path", out var path) ? path.GetString() : null));
    }

    [Fact]
    public async Task A_running_gateway_is_asked_how_its_channels_are()
    {
        await using var gateway = await FakeGateway.StartAsync(static async peer =>
        {
            await peer.AcceptAsync();
            await peer.RespondAsync(
                await peer.ReadAsync(),
                """{"channelAccounts":{"telegram":[{"accountId":"home","enabled":true,"lifecycle":"blocked","lastError":"the token is wrong"},{"accountId":"work","enabled":true,"lifecycle":"ready"}]}}""");
            await peer.WaitForCloseAsync();
        });
        using var fixture = new DoctorFixture().WithConfig(
            $$"""{ "gateway": { "mode": "local", "port": {{gateway.Url.Port}}, "auth": { "mode": "token", "token": "{{FakeGateway.Token}}" } }, "channels": { "telegram": { } } }""");
        using var child = ChildProcess.Start(Storage.StorageChild.HoldLock, fixture.Paths.StateDirectory);
        await child.Output.ReadLineAsync();

        var finding = await fixture.FindOneAsync("channels/probe", "--deep");

        Assert.Equal("channels.telegram.home", finding.GetProperty("path").GetString());
        Assert.EndsWith("blocked: the token is wrong", finding.GetProperty("message").GetString(), StringComparison.Ordinal);
    }
}
