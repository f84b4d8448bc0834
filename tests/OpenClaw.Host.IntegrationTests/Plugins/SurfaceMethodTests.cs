using System.Text.Json;
using OpenClaw.Client;
using OpenClaw.Client.Notices;

namespace OpenClaw.Host.IntegrationTests.Plugins;

/// <summary>Methods, events, commands and hooks of a plugin on a real gateway, used by a real client and the real command line.</summary>
public sealed class SurfaceMethodTests
{
    [Fact]
    public async Task Methods_are_listed_guarded_and_gone_after_the_plugin()
    {
        await using var gateway = await SurfaceGateway.StartAsync();
        await using var reader = gateway.Client("operator.read");
        var hello = await reader.ConnectAsync();
        await using var owner = gateway.Client("operator.admin");
        await owner.ConnectAsync();

        Assert.Contains("surfaces.read", hello.Features.Methods);
        var answer = await reader.RequestAsync("surfaces.read", JsonElement.Parse("""{"a":1}"""));
        Assert.Equal("""{"version":"1.0.0","got":{"a":1}}""", answer.GetRawText());

        Assert.Equal("missing scope: operator.write", (await RefusedAsync(reader, "surfaces.write")).Message);
        var missing = await RefusedAsync(reader, "surfaces.admin");
        Assert.Equal(("FORBIDDEN", "missing scope: operator.admin"), (missing.Code, missing.Message));
        await owner.RequestAsync("surfaces.admin", default);

        var told = await RefusedAsync(reader, "surfaces.fail");
        Assert.Equal(("NOT_FOUND", "nothing of that name"), (told.Code, told.Message));
        Assert.Equal("surfaces", told.Details!.Value.GetProperty("pluginId").GetString());
        var thrown = await RefusedAsync(reader, "surfaces.throw");
        Assert.Equal("UNAVAILABLE", thrown.Code);
        Assert.DoesNotContain("secret-token-1", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("did not finish within", (await RefusedAsync(reader, "surfaces.hang")).Message, StringComparison.Ordinal);
        var busy = await RefusedAsync(reader, "surfaces.hang");
        Assert.True(busy.Retryable, busy.Message);

        using var notices = owner.Subscribe();
        Assert.True((await owner.RequestAsync("surfaces.write", JsonElement.Parse("""{"n":1}"""))).GetProperty("told").GetBoolean());
        await foreach (var notice in notices)
        {
            if (notice is GatewayEvent { Name: "plugin.surfaces.told" } found)
            {
                Assert.Equal(1, found.Payload.GetProperty("n").GetInt32());
                break;
            }
        }

        gateway.Remove();
        await SurfaceGateway.RefreshAsync(owner);
        Assert.Equal("unknown method: surfaces.read", (await RefusedAsync(owner, "surfaces.read")).Message);
        await using var later = gateway.Client("operator.read");
        Assert.DoesNotContain("surfaces.read", (await later.ConnectAsync()).Features.Methods);
    }

    [Fact]
    public async Task The_command_line_lists_commands_of_plugins_and_has_the_gateway_run_them()
    {
        await using var gateway = await SurfaceGateway.StartAsync();

        Assert.Contains("Repeats what it is told. (plugin surfaces)", (await gateway.RunAsync("--help")).Output, StringComparison.Ordinal);
        Assert.Contains("surf", (await gateway.RunAsync("[suggest:12]", "openclaw sur")).Output.Split('\n', StringSplitOptions.TrimEntries));
        var said = await gateway.RunAsync("surf", "a b", "--flag", "-x", "--jsonx=1");
        Assert.Equal((0, "1.0.0: a b|--flag|-x|--jsonx=1"), (said.ExitCode, said.Output.Trim()));
        var failed = await gateway.RunAsync("surf", "fail");
        Assert.Equal((7, "it did not work"), (failed.ExitCode, failed.Error.Trim()));
        Assert.Contains("plugin surfaces failed in surf", (await gateway.RunAsync("surf", "throw")).Error, StringComparison.Ordinal);

        await gateway.Process.StopAsync();
        var alone = await gateway.RunAsync("surf", "a");
        Assert.NotEqual(0, alone.ExitCode);
        Assert.Contains("Start it with `openclaw gateway run`", alone.Error, StringComparison.Ordinal);
        gateway.Remove();
        Assert.Contains("does not know the command \"surf\"", (await gateway.RunAsync("surf")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hooks_have_a_say_in_tools_and_runs()
    {
        await using var gateway = await SurfaceGateway.StartAsync();
        await using var talk = await gateway.Process.ConnectAsync();

        Assert.Contains("noted plain", await talk.ConverseAsync(Note("plain"), "run-1"), StringComparison.Ordinal);
        Assert.Contains("the house forbids it", await talk.ConverseAsync(Note("forbidden"), "run-2"), StringComparison.Ordinal);
        Assert.Contains("noted replaced", await talk.ConverseAsync(Note("replace"), "run-3"), StringComparison.Ordinal);
        Assert.Contains("masked", await talk.ConverseAsync(Note("mask"), "run-4"), StringComparison.Ordinal);
        Assert.Contains("A hook changed the arguments", await talk.ConverseAsync(Note("unfit"), "run-5"), StringComparison.Ordinal);
        Assert.Contains("a hook of plugin surfaces failed", await talk.ConverseAsync(Note("throw"), "run-6"), StringComparison.Ordinal);
        Assert.Contains("a hook of plugin surfaces failed", await talk.ConverseAsync(Note("hang"), "run-7"), StringComparison.Ordinal);

        await gateway.Process.StopAsync();
        var told = File.ReadAllLines(Directory.GetFiles(gateway.Folder.StateDirectory, "told", SearchOption.AllDirectories).Single());
        Assert.Equal("started", told[0]);
        Assert.Equal(7, told.Count(static line => line == "run True"));
        Assert.Equal("stopping", told[^1]);
    }

    private static string Note(string text) => $$"""use tool surfaces_note with {"text":"{{text}}"}""";

    private static async Task<Protocol.ErrorShape> RefusedAsync(GatewayClient client, string method) =>
        (await Assert.ThrowsAsync<GatewayRequestException>(() => client.RequestAsync(method, default))).Error;
}
