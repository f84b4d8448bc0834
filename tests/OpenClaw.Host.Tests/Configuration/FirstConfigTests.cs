using OpenClaw.Host.Configuration.FirstRun;
using OpenClaw.Host.Configuration.Start;

namespace OpenClaw.Host.Tests.Configuration;

public sealed class FirstConfigTests
{
    [Fact]
    public async Task A_fresh_machine_gets_a_private_file_that_starts()
    {
        using var fixture = new ConfigFixture();
        Assert.True(await FirstConfig.TryWriteAsync(fixture.Paths));
        var result = fixture.Load();
        Assert.Empty(result.Warnings);
        Assert.Empty(GatewayStartRules.Check(result, allowUnconfigured: false));
        Assert.Matches("^[0-9a-f]{48}$", result.Require().Gateway.Auth.Token!.Reveal());
        Assert.Equal([fixture.Paths.ConfigFile], Directory.GetFiles(fixture.Paths.StateDirectory));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(fixture.Paths.ConfigFile));
        }
    }

    [Fact]
    public async Task A_file_that_is_there_stays_as_it_is()
    {
        using var fixture = new ConfigFixture("{}");
        Assert.False(await FirstConfig.TryWriteAsync(fixture.Paths));
        Assert.Equal("{}", await File.ReadAllTextAsync(fixture.Paths.ConfigFile));
    }

    [Fact]
    public async Task Of_several_first_starts_one_writes_and_all_see_its_token()
    {
        using var fixture = new ConfigFixture();
        var written = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => FirstConfig.TryWriteAsync(fixture.Paths).AsTask())));
        Assert.Single(written, true);
        Assert.True(fixture.Load().IsValid);
        Assert.Single(Directory.GetFiles(fixture.Paths.StateDirectory));
    }

    [Fact]
    public void Tokens_differ() => Assert.NotEqual(FirstConfig.NewToken(), FirstConfig.NewToken());

    [Fact]
    public async Task A_token_from_the_environment_is_not_beaten_by_one_in_the_file()
    {
        using var fixture = new ConfigFixture();
        Assert.True(await FirstConfig.TryWriteAsync(fixture.Paths, name => name == "OPENCLAW_GATEWAY_TOKEN" ? "brought along" : null));
        Assert.DoesNotContain("\"token\":", await File.ReadAllTextAsync(fixture.Paths.ConfigFile), StringComparison.Ordinal);
    }
}
