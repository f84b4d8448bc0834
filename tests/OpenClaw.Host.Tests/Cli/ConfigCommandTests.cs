using OpenClaw.Host.Cli;

namespace OpenClaw.Host.Tests.Cli;

public sealed class ConfigCommandTests
{
    private const string Config = """
        {
          // a comment
          gateway: { port: 19999, auth: { mode: "token", token: "a-secret-of-some-length" }, trustedProxies: ["10.0.0.1"] },
        }
        """;

    [Theory]
    [InlineData("gateway.port", "19999")]
    [InlineData("gateway.auth.mode", "token")]
    [InlineData("gateway.auth.token", "__OPENCLAW_REDACTED__")]
    [InlineData("gateway.trustedProxies.0", "10.0.0.1")]
    public async Task A_single_value_is_printed_bare_and_a_secret_is_hidden(string path, string expected)
    {
        using var cli = new CliRun().WithConfig(Config);

        Assert.Equal(ExitCodes.Success, await cli.RunAsync("config", "get", path));

        Assert.Equal(expected, cli.Output.Trim());
    }

    [Fact]
    public async Task An_object_is_printed_as_json()
    {
        using var cli = new CliRun().WithConfig(Config);

        Assert.Equal(ExitCodes.Success, await cli.RunAsync("config", "get", "gateway"));

        Assert.Equal("__OPENCLAW_REDACTED__", cli.Json.GetProperty("auth").GetProperty("token").GetString());
        Assert.DoesNotContain("a-secret-of-some-length", cli.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nope.nope", "Unknown config path: nope.nope.")]
    [InlineData("gateway.nope", "Unknown config path: gateway.nope.")]
    [InlineData("gateway.tls.enabled", "Config path is valid but unset: gateway.tls.enabled.")]
    public async Task A_value_that_is_not_there_tells_unknown_from_unset(string path, string expected)
    {
        using var cli = new CliRun().WithConfig(Config);

        Assert.Equal(ExitCodes.Failure, await cli.RunAsync("config", "get", path));

        Assert.StartsWith(expected, cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_lists_every_mistake_with_line_and_fix_and_leaves_the_file_alone()
    {
        const string Broken = "{\n  gateway: { port: \"many\", wat: 1 },\n  nope: true,\n}\n";
        using var cli = new CliRun().WithConfig(Broken);

        Assert.Equal(ExitCodes.Failure, await cli.RunAsync("config", "validate"));

        Assert.StartsWith("OpenClaw config is invalid: ~", cli.Error, StringComparison.Ordinal);
        Assert.Contains("openclaw.json:2 — gateway: Unrecognized key: \"wat\"", cli.Error, StringComparison.Ordinal);
        Assert.Contains("gateway.port", cli.Error, StringComparison.Ordinal);
        Assert.Contains("\"nope\"", cli.Error, StringComparison.Ordinal);
        Assert.Equal(Broken, await File.ReadAllTextAsync(cli["openclaw.json"]));
    }

    [Fact]
    public async Task Validate_as_json_has_one_shape_for_good_and_one_for_bad()
    {
        using var good = new CliRun().WithConfig(Config);
        using var bad = new CliRun().WithConfig("{ nope: 1 }");

        Assert.Equal(ExitCodes.Success, await good.RunAsync("config", "validate", "--json"));
        Assert.Equal(ExitCodes.Failure, await bad.RunAsync("config", "validate", "--json"));

        Assert.True(good.Json.GetProperty("valid").GetBoolean());
        Assert.False(good.Json.TryGetProperty("ok", out _));
        Assert.False(bad.Json.GetProperty("ok").GetBoolean());
        Assert.Equal("cli_error", bad.Json.GetProperty("error").GetProperty("type").GetString());
        Assert.Equal(1, bad.Json.GetProperty("issues").GetArrayLength());
    }

    [Fact]
    public async Task A_broken_configuration_stops_remote_commands_with_every_issue()
    {
        using var cli = new CliRun().WithConfig("{ nope: 1 }");

        Assert.Equal(ExitCodes.Failure, await cli.RunAsync("health"));

        Assert.StartsWith("Invalid config at ~", cli.Error, StringComparison.Ordinal);
        Assert.Contains("\"nope\"", cli.Error, StringComparison.Ordinal);
    }
}
