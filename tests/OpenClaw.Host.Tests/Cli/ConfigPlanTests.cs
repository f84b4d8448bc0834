using OpenClaw.Host.Cli;
using OpenClaw.Host.Tests.Plugins;

namespace OpenClaw.Host.Tests.Cli;

/// <summary>The dry run of a change, to the letter.</summary>
public sealed class ConfigPlanTests
{
    private const string Before = """
        {
          gateway: { mode: "local", auth: { mode: "token", token: "a-secret-of-some-length" } },
          plugins: { entries: { good: { config: { a: 1 } }, throwsinconstructor: { enabled: false } } },
        }
        """;

    [Fact]
    public async Task Each_key_and_each_plugin_has_its_line()
    {
        using var cli = new CliRun().WithConfig(Before);
        foreach (var id in new[] { "good", "dependencyv1", "dependencyv2", "throwsinconstructor" })
            PluginTestHost.Install(id, cli["plugins"]);
        Directory.CreateDirectory(cli["plugins/halfcopied"]);
        await File.WriteAllTextAsync(cli["candidate.json"], Before
            .Replace("a: 1", "a: 2", StringComparison.Ordinal)
            .Replace("enabled: false", "enabled: true", StringComparison.Ordinal)
            .Replace("mode: \"local\"", "mode: \"local\", port: 19999", StringComparison.Ordinal)
            .Replace("entries: {", "deny: [\"dependencyv2\"], entries: {", StringComparison.Ordinal)
            .Replace("a-secret", "another-secret", StringComparison.Ordinal));

        Assert.Equal(ExitCodes.Success, await cli.RunAsync("config", "plan", "--file", cli["candidate.json"]));

        Assert.Equal(
            $"""
            Keys (gateway.reload.mode is hybrid)
              gateway.auth.token                           hot      takes effect at once
              gateway.port                                 restart  restarts the gateway
              plugins.deny                                 hot      takes effect at once
              plugins.entries.good.config.a                hot      takes effect at once
              plugins.entries.throwsinconstructor.enabled  hot      takes effect at once
            Plugins
              dependencyv1         unchanged
              dependencyv2         stopped: plugins.deny lists it.
              good                 swapped
              halfcopied           refused: openclaw.plugin.json: is missing. Put a manifest into {cli["plugins/halfcopied"]}, or remove the folder.
              throwsinconstructor  started
            The gateway would restart.

            """,
            WithoutShipped(cli.Output),
            ignoreLineEndingDifferences: true);
        Assert.DoesNotContain("secret", cli.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("off", "waits", false)]
    [InlineData("hot", "waits", false)]
    [InlineData("restart", "restarts", true)]
    [InlineData("hybrid", "restarts", true)]
    public async Task The_mode_decides_what_restarts(string mode, string effect, bool restarts)
    {
        using var cli = new CliRun().WithConfig(Before);

        Assert.Equal(ExitCodes.Success, await cli.RunAsync("config", "plan", "--set", "gateway.port=19999", "--set", $"gateway.reload.mode={mode}", "--json"));

        Assert.Equal(restarts, cli.Json.GetProperty("restartsGateway").GetBoolean());
        var port = cli.Json.GetProperty("changes").EnumerateArray().Single(static change => change.GetProperty("path").GetString() == "gateway.port");
        Assert.Equal(("restart", effect), (port.GetProperty("class").GetString(), port.GetProperty("effect").GetString()));
    }

    [Fact]
    public async Task Without_a_candidate_the_file_is_held_against_what_the_gateway_last_took()
    {
        using var cli = new CliRun().WithConfig(Before.Replace("a: 1", "a: 3", StringComparison.Ordinal));
        await File.WriteAllTextAsync(cli["openclaw.json.last-good"], Before);

        Assert.Equal(ExitCodes.Success, await cli.RunAsync("config", "plan"));

        Assert.Contains("plugins.entries.good.config.a  hot", cli.Output, StringComparison.Ordinal);
        Assert.EndsWith("The gateway would not restart.", cli.Output.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_candidate_with_a_mistake_is_refused()
    {
        using var cli = new CliRun().WithConfig(Before);

        Assert.Equal(ExitCodes.Failure, await cli.RunAsync("config", "plan", "--set", "gateway.port=many"));

        Assert.StartsWith("That configuration would not be taken:\n- gateway.port: ", cli.Error, StringComparison.Ordinal);
    }

    // The plugins beside the program are not this test's.
    private static string WithoutShipped(string text)
    {
        var shipped = Directory.GetDirectories(Path.Combine(AppContext.BaseDirectory, "plugins")).Select(static folder => $"  {Path.GetFileName(folder)} ").ToList();
        return string.Join('\n', text.Split('\n').Where(line => !shipped.Exists(name => line.StartsWith(name, StringComparison.Ordinal))));
    }
}
