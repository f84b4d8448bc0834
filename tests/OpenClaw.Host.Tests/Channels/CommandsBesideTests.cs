using System.Collections.Concurrent;
using OpenClaw.Agents;
using OpenClaw.Host.Configuration.Model;
using OpenClaw.Host.Storage;
using OpenClaw.Host.Tests.Agents.Fakes;

namespace OpenClaw.Host.Tests.Channels;

/// <summary>What a command of one person does to what others wrote.</summary>
public sealed class CommandsBesideTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    [Fact]
    public async Task A_command_that_takes_its_time_holds_up_no_other_chat()
    {
        await using var chat = await ChannelFixture.StartAsync(_directory.Path);
        var asked = new TaskCompletionSource();
        chat.Model.Models = async token =>
        {
            asked.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, token);
            return [];
        };
        chat.Model.Always = static (_, token) => FakeAgentProvider.Stream(FakeAgentProvider.Answer([new TextDelta("ok")]), token);
        await chat.SayAsync("1", "/models", sender: "7");
        await chat.RunAsync();
        await asked.Task.WaitAsync(AgentFixture.Patience);

        await chat.SayAsync("2", "hello", sender: "8");
        await chat.UntilShownAsync(1);

        Assert.Equal(("8", "ok"), (chat.Sender.Shown[0].Chat, chat.Sender.Shown[0].Text));
    }

    [Fact]
    public async Task A_stop_also_ends_what_still_waits_in_the_inbox()
    {
        await using var chat = await ChannelFixture.StartAsync(
            _directory.Path,
            change: static config => config with { Messages = config.Messages with { Queue = config.Messages.Queue with { Mode = QueueMode.Followup, Drop = QueueDropPolicy.New, Cap = 2 } } });
        var asked = new ConcurrentQueue<ModelRequest>();
        chat.Model.Always = (request, token) =>
        {
            asked.Enqueue(request);
            return FakeAgentProvider.Waiting(new TaskCompletionSource().Task, "never", token);
        };
        for (var number = 0; number < 10; number++)
            await chat.SayAsync($"{number}", $"number {number}");
        await chat.RunAsync();
        await chat.UntilAsync(() => Task.FromResult(!asked.IsEmpty));

        await chat.SayAsync("stop", "/stop");
        await chat.UntilAsync(() => Task.FromResult(chat.Sender.Shown.Any(static shown => shown.Text == "Stopped.")));
        await chat.UntilAsync(async () => await chat.Agents.Database.ReadAsync(
            static connection => connection.Scalar<long>("SELECT (SELECT count(*) FROM inbox WHERE state = 0) + (SELECT count(*) FROM runs WHERE ended_at IS NULL)")) == 0);

        Assert.Single(asked);
    }

    [Fact]
    public async Task Somebody_else_does_not_end_what_an_owner_asked_for()
    {
        await using var chat = await ChannelFixture.StartAsync(
            _directory.Path, """{"commands":{"ownerAllowFrom":["fake:7"]},"channels":{"fake":{"dmPolicy":"open","allowFrom":["*"]}}}""");
        var gate = new TaskCompletionSource();
        chat.Model.Waits(gate.Task, "done");
        await chat.RunAsync();
        await chat.SayAsync("1", "a long task", sender: "7");
        await chat.UntilAsync(() => Task.FromResult(!chat.Model.Requests.IsEmpty));

        await chat.SayAsync("2", "/new", sender: "8");
        await chat.UntilShownAsync(1);
        gate.SetResult();
        await chat.UntilShownAsync(2);

        Assert.Contains("An owner's message is being answered", chat.Sender.Shown[0].Text, StringComparison.Ordinal);
        Assert.Equal(("7", "done"), (chat.Sender.Shown[1].Chat, chat.Sender.Shown[1].Text));
    }

    public void Dispose() => _directory.Dispose();
}
