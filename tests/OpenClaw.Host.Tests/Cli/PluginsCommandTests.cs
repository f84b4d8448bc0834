using OpenClaw.Host.Cli;
using OpenClaw.Host.Tests.Plugins;

namespace OpenClaw.Host.Tests.Cli;

/// <summary>Commands about plugins where no gateway runs.</summary>
public sealed class PluginsCommandTests
{
    private const string Config = "{ gateway: { mode: 'local' }, plugins: { allow: ['other'], deny: ['good', 'bad'] } }";

    [Fact]
    public async Task A_plugin_is_switched_in_the_file_and_taken_off_and_onto_the_lists()
    {
        using var cli = new CliRun().WithConfig(Config);
        PluginTestHost.Install("good", cli["plugins"]);

        Assert.Equal(ExitCodes.Success, await cli.RunAsync("plugins", "enable", "good"));

        Assert.Equal("Enabled plugin \"good\".", cli.Output.Trim());
        using var written = System.Text.Json.JsonDocument.Parse(await File.ReadAllTextAsync(cli["openclaw.json"]));
        var plugins = written.RootElement.GetProperty("plugins");
        Assert.Equal(["other", "good"], plugins.GetProperty("allow").EnumerateArray().Select(static id => id.GetString()));
        Assert.Equal(["bad"], plugins.GetProperty("deny").EnumerateArray().Select(static id => id.GetString()));
        Assert.True(plugins.GetProperty("entries").GetProperty("good").GetProperty("enabled").GetBoolean());

        Assert.Equal(ExitCodes.Success, await cli.RunAsync("plugins", "disable", "good"));
        Assert.Contains("\"enabled\": false", await File.ReadAllTextAsync(cli["openclaw.json"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("enable")]
    [InlineData("disable")]
    public async Task A_plugin_that_is_not_there_is_not_switched(string verb)
    {
        using var cli = new CliRun().WithConfig(Config);

        Assert.Equal(ExitCodes.Failure, await cli.RunAsync("plugins", verb, "nosuch"));

        Assert.Equal("plugin not installed: nosuch", cli.Error.Trim());
        Assert.Equal(Config, await File.ReadAllTextAsync(cli["openclaw.json"]));
    }

    [Fact]
    public async Task Nothing_is_wrong_where_there_is_nothing()
    {
        using var cli = new CliRun().WithConfig("{ gateway: { mode: 'local' } }");

        Assert.Equal(ExitCodes.Success, await cli.RunAsync("plugins", "doctor"));

        Assert.Equal("No plugin issues detected.", cli.Output.Trim());
    }

    [Fact]
    public async Task Every_kind_of_trouble_is_listed()
    {
        using var cli = new CliRun().WithConfig("{ gateway: { mode: 'local' }, plugins: { entries: { gone: {} } } }");
        PluginTestHost.Install("good", cli["plugins"]);
        Directory.Move(cli["plugins/good"], cli["plugins/a-copy"]);
        var manifest = PluginTestHost.Install("good", cli["plugins"]) + "/openclaw.plugin.json";
        Directory.CreateDirectory(cli["plugins/half"]);
        PluginTestHost.Install("badservice", cli["plugins"]);
        var future = cli["plugins/badservice/openclaw.plugin.json"];
        await File.WriteAllTextAsync(future, (await File.ReadAllTextAsync(future)).Replace("\"min\": \"1.0.0\", \"max\": \"2.0.0\"", "\"min\": \"98.0.0\"", StringComparison.Ordinal));

        Assert.Equal(ExitCodes.Failure, await cli.RunAsync("plugins", "doctor", "--json"));

        Assert.True(File.Exists(manifest));
        Assert.False(cli.Json.GetProperty("ok").GetBoolean());
        Assert.Equal("half", Id("pluginErrors"));
        Assert.Equal("good", Id("sourceShadowing"));
        Assert.Equal("badservice", Id("compatibility"));
        Assert.Equal("gone", Id("configurationWarnings"));

        string? Id(string list) => Assert.Single(cli.Json.GetProperty(list).EnumerateArray()).GetProperty("pluginId").GetString();
    }
}
