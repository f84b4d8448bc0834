using System.Collections.Concurrent;
using System.Text.Json;
using OpenClaw.Agents;
using OpenClaw.Content;
using OpenClaw.Host.Agents.Runs;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Model;
using OpenClaw.Host.Sessions.Runs;
using OpenClaw.Host.Storage;
using OpenClaw.Host.Tests.Agents.Fakes;

namespace OpenClaw.Host.Tests.Channels;

/// <summary>One chat that writes far more than can be answered.</summary>
public sealed class FloodTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    [Fact]
    public async Task What_a_full_session_does_not_take_waits_on_disk_and_is_answered_in_order()
    {
        const int Messages = 120;
        await using var chat = await ChannelFixture.StartAsync(_directory.Path, change: static config => With(config, QueueMode.Followup, QueueDropPolicy.New));
        var asked = new ConcurrentQueue<string>();
        var most = 0;
        chat.Model.Always = (request, token) =>
        {
            asked.Enqueue(LastOf(request));
            most = Math.Max(most, chat.Agents.Get<ActiveRuns>().Count);
            return FakeAgentProvider.Stream(FakeAgentProvider.Answer([new TextDelta("ok")]), token);
        };
        await FloodAsync(chat, Messages);
        await chat.RunAsync();
        await chat.UntilShownAsync(Messages);

        Assert.Equal(Enumerable.Range(0, Messages).Select(static number => $"number {number}"), asked);
        Assert.InRange(most, 1, 21);
        Assert.Equal(Messages, chat.Sender.Shown.Count);
    }

    [Fact]
    public async Task By_default_a_flood_is_put_in_short_and_every_message_is_accounted_for()
    {
        const int Messages = 400;
        await using var chat = await ChannelFixture.StartAsync(_directory.Path, change: static config => With(config, QueueMode.Steer, QueueDropPolicy.Summarize));
        var gate = new TaskCompletionSource();
        var most = 0;
        chat.Model.Always = (_, token) => FakeAgentProvider.Waiting(gate.Task, "ok", token);
        await FloodAsync(chat, Messages);
        await chat.RunAsync();
        await chat.UntilAsync(async () =>
        {
            most = Math.Max(most, chat.Agents.Get<ActiveRuns>().Count);
            return await CountAsync(chat, "SELECT count(*) FROM inbox WHERE state = 0") == 0;
        });
        gate.SetResult();
        await chat.UntilAsync(async () => await CountAsync(chat, "SELECT count(*) FROM runs WHERE ended_at IS NULL") == 0);

        var answered = await CountAsync(chat, $"SELECT count(*) FROM runs WHERE state = {(int)RunState.Done}");
        var inputs = await chat.Agents.Database.ReadAsync(
            static connection => connection.Query($"SELECT input FROM runs WHERE state = {(int)RunState.Done}", static row => row.GetString(0)));
        var inShort = inputs.Select(static text => JsonElement.Parse(text)).Sum(static input => input.TryGetProperty("leftOut", out var left) ? left.GetProperty("count").GetInt64() : 0);
        Assert.Equal(Messages, answered + inShort);
        Assert.InRange(most, 1, 22);
    }

    public void Dispose() => _directory.Dispose();

    private static async Task FloodAsync(ChannelFixture chat, int messages)
    {
        foreach (var number in Enumerable.Range(0, messages))
            await chat.SayAsync($"m{number}", $"number {number}");
    }

    private static string LastOf(ModelRequest request) =>
        request.Messages.Where(static message => message.Role == ModelRole.User).Last().Parts.OfType<TextPart>().First().Text.Split("] ")[^1].Split('\n')[0];

    private static async Task<long> CountAsync(ChannelFixture chat, string sql) =>
        await chat.Agents.Database.ReadAsync(connection => connection.Scalar<long>(sql));

    private static OpenClawConfig With(OpenClawConfig config, QueueMode mode, QueueDropPolicy drop) =>
        config with { Messages = config.Messages with { Queue = new MessageQueueConfig { Mode = mode, Drop = drop } } };
}
