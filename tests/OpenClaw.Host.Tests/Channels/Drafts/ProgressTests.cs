using OpenClaw.Host.Storage;
using OpenClaw.Host.Tests.Agents.Fakes;
using OpenClaw.Tools;

namespace OpenClaw.Host.Tests.Channels.Drafts;

/// <summary>The message that says what a run does.</summary>
public sealed class ProgressTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly TaskCompletionSource _gate = new();

    [Fact]
    public async Task A_run_with_tools_is_told_step_by_step_and_the_telling_goes_when_the_answer_is_there()
    {
        await using var chat = await DraftScene.StartAsync(_directory.Path, "", showsProgress: true);
        Tool(chat);
        chat.Model.Calls(("c1", "look", """{"command":"ls -la /tmp"}""")).Says("**All** is well.");
        await chat.RunAsync();
        await chat.SayAsync("1", "how is it?");
        await chat.UntilShownAsync(1);

        Assert.Equal("Working…\n🔧 look: `ls -la /tmp`", chat.Sender.Standing["m1"]);
        Assert.True(chat.Sender.Messages[0].Silent);
        _gate.SetResult();
        await chat.UntilAsync(() => Task.FromResult(!chat.Sender.Deleted.IsEmpty));
        Assert.Equal(["m1"], chat.Sender.Deleted);
        Assert.Equal(["**All** is well."], chat.Sender.Standing.Values);
        Assert.Equal("m2", Assert.Single(chat.Sender.Standing.Keys));
    }

    [Fact]
    public async Task A_short_run_without_tools_shows_its_answer_and_nothing_else()
    {
        await using var chat = await DraftScene.StartAsync(_directory.Path, "", showsProgress: true);
        chat.Model.Says("done");
        await chat.RunAsync();
        await chat.SayAsync("1", "hello");
        await chat.UntilShownAsync(1);

        Assert.Equal("done", Assert.Single(chat.Sender.Shown).Text);
        Assert.Empty(chat.Sender.Deleted);
    }

    [Theory]
    [InlineData("""{"mode":"off"}""")]
    [InlineData("false")]
    [InlineData("\"off\"")]
    public async Task It_is_switched_off(string streaming)
    {
        await using var chat = await DraftScene.StartAsync(_directory.Path, streaming, showsProgress: true);
        Tool(chat);
        chat.Model.Calls(("c1", "look", "{}")).Says("done");
        await chat.RunAsync();
        await chat.SayAsync("1", "hello");
        for (var seconds = 0; seconds < 60; seconds++)
        {
            chat.Agents.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(1);
        }

        _gate.SetResult();
        await chat.UntilShownAsync(1);
        Assert.Equal("done", Assert.Single(chat.Sender.Shown).Text);
    }

    [Fact]
    public async Task What_a_process_showed_that_died_is_taken_away_by_the_next_one()
    {
        var first = await DraftScene.StartAsync(_directory.Path, """{"mode":"progress"}""");
        Tool(first);
        first.Model.Calls(("c1", "look", "{}"));
        await first.RunAsync();
        await first.SayAsync("1", "how is it?");
        await first.UntilShownAsync(1);
        await first.UntilAsync(async () => await first.Agents.Database.ReadAsync(static connection => connection.Scalar<long>("SELECT count(*) FROM drafts")) == 1);
        await first.KillAsync();

        await using var second = await DraftScene.StartAsync(_directory.Path, """{"mode":"progress"}""", sender: first.Sender);
        second.Model.Always = static (_, token) => FakeAgentProvider.Stream(FakeAgentProvider.Answer([new OpenClaw.Agents.TextDelta("again")]), token);
        await second.RunAsync();
        second.Sender.Start();
        await second.UntilAsync(() => Task.FromResult(second.Sender.Deleted.Contains("m1")));

        await second.UntilAsync(async () => await second.Agents.Database.ReadAsync(static connection => connection.Scalar<long>("SELECT count(*) FROM drafts")) == 0);
        Assert.False(second.Sender.Standing.ContainsKey("m1"));
        await first.DisposeAsync();
    }

    public void Dispose() => _directory.Dispose();

    private void Tool(ChannelFixture chat) => chat.Agents.Tools.Add("look", async (_, token) =>
    {
        await _gate.Task.WaitAsync(token);
        return ToolResult.Text("fine");
    });
}
