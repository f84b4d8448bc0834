using System.Text;

namespace OpenClaw.Host.IntegrationTests.Hosting;

public sealed class InvalidConfigTests
{
    public static TheoryData<string, string[]> Mistakes => new()
    {
        { "{\n  \"gateway\": {\n    \"mode\": \"local\",\n    \"port\": oops\n  }\n}\n", ["JSON5 parse failed", "line 4, column 13"] },
        { "{\n  \"gateway\": {\n    \"mode\": \"local\",\n    \"prot\": 18789\n  }\n}\n", ["openclaw.json:4 — gateway: Unrecognized key: \"prot\"", "check its spelling"] },
        { "{\n  \"gateway\": {\n    \"mode\": \"local\",\n    \"port\": \"high\"\n  }\n}\n", ["openclaw.json:4 — gateway.port:", "Write a number."] },
        { "{\n  \"gateway\": {\n    \"mode\": \"local\",\n    \"bind\": \"everywhere\"\n  }\n}\n", ["openclaw.json:4 — gateway.bind:", "got: \"everywhere\"", "Use one of"] },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_mistake_in_the_file_is_named_with_its_place_and_the_file_is_left_alone(string config, string[] expected)
    {
        using var folder = new GatewayFolder();
        folder.WriteConfig(config);
        var before = File.GetLastWriteTimeUtc(folder.ConfigFile);

        await using var gateway = await GatewayProcess.RefuseAsync(folder);

        Assert.Equal(78, gateway.ExitCode);
        Assert.Contains($"Invalid config at {folder.ConfigFile}", gateway.Error, StringComparison.Ordinal);
        Assert.All(expected, part => Assert.Contains(part, gateway.Error, StringComparison.Ordinal));
        Assert.Equal(Encoding.UTF8.GetBytes(config), await File.ReadAllBytesAsync(folder.ConfigFile));
        Assert.Equal(before, File.GetLastWriteTimeUtc(folder.ConfigFile));
        Assert.DoesNotContain("   at ", gateway.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_mistakes_are_named_at_once()
    {
        using var folder = new GatewayFolder();
        folder.WriteConfig("""{"gateway":{"mode":"local","port":"high","bind":"everywhere"}}""");

        await using var gateway = await GatewayProcess.RefuseAsync(folder);

        Assert.Equal(78, gateway.ExitCode);
        Assert.Contains("gateway.port", gateway.Error, StringComparison.Ordinal);
        Assert.Contains("gateway.bind", gateway.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_not_replaced()
    {
        using var folder = new GatewayFolder();
        Directory.CreateDirectory(folder.ConfigFile);

        await using var gateway = await GatewayProcess.RefuseAsync(folder);

        Assert.Equal(78, gateway.ExitCode);
        Assert.Contains(folder.ConfigFile, gateway.Error, StringComparison.Ordinal);
        Assert.Contains("OPENCLAW_CONFIG_PATH", gateway.Error, StringComparison.Ordinal);
        Assert.True(Directory.Exists(folder.ConfigFile));
    }
}
