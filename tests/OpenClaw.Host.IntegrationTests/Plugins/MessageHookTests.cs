using OpenClaw.TestKit.Chat;

namespace OpenClaw.Host.IntegrationTests.Plugins;

/// <summary>Message hooks of one plugin on the way of messages through the channel of another, from a chat program and back to it.</summary>
public sealed class MessageHookTests
{
    [Fact]
    public async Task Hooks_change_and_stop_what_comes_in_and_what_goes_out()
    {
        await using var chat = await FakeChatServer.StartAsync();
        await using var gateway = await SurfaceGateway.StartAsync(
            more: $$"""
                "plugins": { "entries": { "agent-offline": { "config": { "wordDelayMs": 0 } } } },
                "messages": { "queue": { "mode": "followup" } },
                "channels": { "http-chat": { "url": "{{chat.Url}}", "dmPolicy": "allowlist", "allowFrom": ["alice"] } }
                """,
            samples: "http-chat");

        chat.Say("1", "what colour is it");
        await chat.ShownAsync(1);
        chat.Say("2", "buy spam");
        // The answer holds the word, the message does not.
        chat.Say("3", """use tool surfaces_note with {"text":"sp\u0061m"}""");
        chat.Say("4", "goodbye");
        var shown = await chat.ShownAsync(2);

        Assert.Contains("what color is it", shown[0].Text, StringComparison.Ordinal);
        Assert.Contains("goodbye", shown[1].Text, StringComparison.Ordinal);
        Assert.Equal(0, chat.Unacknowledged);
        var listed = await gateway.RunAsync("outbox", "list", "--json");
        Assert.Contains("plugin surfaces: spam", listed.Output, StringComparison.Ordinal);

        await gateway.Process.StopAsync();
        var told = File.ReadAllLines(Directory.GetFiles(gateway.Folder.StateDirectory, "told", SearchOption.AllDirectories).Single());
        Assert.Equal(2, told.Count(static line => line.StartsWith("sent ", StringComparison.Ordinal)));
        Assert.Equal(2, chat.ShownCount);
    }
}
