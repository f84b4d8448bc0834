using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Client;

namespace OpenClaw.Host.IntegrationTests.Hosting;

public sealed class FullDiskTests
{
    private const int Megabytes = 48;

    [TmpfsFact]
    [Trait("Threat", "FS-15")]
    public async Task A_gateway_whose_disk_fills_up_says_so_keeps_what_it_answered_and_goes_on_when_there_is_space()
    {
        using var folder = new GatewayFolder();
        Directory.CreateDirectory(folder.StateDirectory);
        using var disk = new SmallDisk(Megabytes, folder.StateDirectory);
        folder.WriteConfig($$$$"""{"gateway":{"mode":"local","auth":{"mode":"token","token":"{{{{GatewayFolder.Token}}}}"}}}""");
        await using var gateway = await GatewayProcess.StartAsync(folder);
        await using var talk = await gateway.ConnectAsync();
        await talk.ConverseAsync("before", "run-1");
        disk.Fill();

        var taken = new List<string>();
        var error = await Assert.ThrowsAsync<GatewayRequestException>(async () =>
        {
            for (var i = 0; i < 2000; i++)
            {
                await SendAsync(talk, $"full-{i}");
                taken.Add($"full-{i}");
            }
        });
        Assert.Equal("UNAVAILABLE", error.Error.Code);
        Assert.Contains("its disk is full", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(folder.StateDirectory, error.Message, StringComparison.Ordinal);
        var health = await talk.AskAsync("health", new JsonObject { ["probe"] = true });
        Assert.False(health.GetProperty("ok").GetBoolean());
        Assert.Equal("its disk is full", health.GetProperty("storage").GetProperty("reason").GetString());

        disk.Free();
        while (!(await talk.AskAsync("health", new JsonObject { ["probe"] = true })).GetProperty("ok").GetBoolean())
            await Task.Yield();
        await talk.ConverseAsync("after", "run-2");
        foreach (var run in taken)
            await AnsweredAsync(talk, run);

        await gateway.KillAsync();
        await using var again = await GatewayProcess.StartAsync(folder);
        await using var other = await again.ConnectAsync();
        foreach (var run in taken)
            await AnsweredAsync(other, run);
        Assert.Equal(4, (await other.HistoryAsync()).Count);
    }

    // A session for each, so that none waits for another or is put together with it.
    private static Task<JsonElement> SendAsync(GatewayTalk talk, string run) => talk.AskAsync(
        "chat.send", new JsonObject { ["sessionKey"] = $"agent:main:{run}", ["message"] = new string('x', 4000), ["idempotencyKey"] = run });

    /// <summary>The message is there once, and so is its answer.</summary>
    private static async Task AnsweredAsync(GatewayTalk talk, string run)
    {
        while (true)
        {
            var history = await talk.AskAsync("chat.history", new JsonObject { ["sessionKey"] = $"agent:main:{run}" });
            var roles = history.GetProperty("messages").EnumerateArray().Select(static message => message.GetProperty("role").GetString()).ToList();
            if (roles.Count > 1)
            {
                Assert.Equal(["user", "assistant"], roles);
                return;
            }

            await Task.Yield();
        }
    }
}
