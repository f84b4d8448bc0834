using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using OpenClaw.Host.Agents.Delivery;
using OpenClaw.Host.Sessions.Runs;

namespace OpenClaw.Host.Tests.Scheduling;

public sealed class AnnouncementTests
{
    [Fact]
    public async Task The_result_of_a_job_goes_to_the_chat_it_names()
    {
        var chat = new FakeChat(isThere: true);
        await using var fixture = await CreateAsync(chat);
        var id = await fixture.AddAsync(Job("""{"mode":"announce","to":"42","channel":"fake"}"""));
        var run = (await fixture.RunsAsync(id, 1))[0];

        Assert.Equal(("ok", "unknown"), (run.GetProperty("status").GetString(), run.GetProperty("deliveryStatus").GetString()));
        Assert.True(chat.Ended.TryPeek(out var ended));
        Assert.Equal(("fake", "42", false), (ended!.Input.Route!.Channel, ended.Input.Route.ChatId, ended.Input.Route.TellsFailures));
    }

    [Theory]
    [InlineData("""{"mode":"announce","to":"42","channel":"gone"}""", false, "not-delivered")]
    [InlineData("""{"mode":"announce"}""", true, "not-delivered")]
    [InlineData("""{"mode":"none"}""", true, "not-requested")]
    public async Task A_job_without_a_chat_runs_and_says_that_nothing_was_delivered(string delivery, bool isThere, string expected)
    {
        var chat = new FakeChat(isThere);
        await using var fixture = await CreateAsync(chat);
        var run = (await fixture.RunsAsync(await fixture.AddAsync(Job(delivery)), 1))[0];

        Assert.Equal(("ok", expected), (run.GetProperty("status").GetString(), run.GetProperty("deliveryStatus").GetString()));
        Assert.All(chat.Ended, static ended => Assert.Null(ended.Input.Route));
    }

    private static async Task<SchedulingFixture> CreateAsync(FakeChat chat)
    {
        var fixture = await SchedulingFixture.CreateAsync(add: services => services.AddSingleton<IDeliveryRoutes>(chat).AddSingleton<IRunReplies>(chat));
        for (var i = 0; i < 5; i++)
            fixture.Model.Says("Nothing new.");
        return await fixture.RunAsync();
    }

    private static string Job(string delivery) =>
        $$"""
        {"name":"news","schedule":{"kind":"every","everyMs":60000},"sessionTarget":"isolated","wakeMode":"now",
         "payload":{"kind":"agentTurn","message":"What is new?"},"delivery":{{delivery}}}
        """;

    private sealed class FakeChat(bool isThere) : IDeliveryRoutes, IRunReplies
    {
        public ConcurrentQueue<RunRecord> Ended { get; } = [];

        public ReplyRoute? RouteOf(string to, string? channel, string? accountId, string? threadId, out string? problem)
        {
            problem = isThere ? null : $"unsupported channel: {channel}";
            return isThere ? new ReplyRoute { Channel = channel!, AccountId = "default", ChatId = to } : null;
        }

        public void Stage(SqliteConnection connection, RunRecord ended) => Ended.Enqueue(ended);

        public void StageNote(SqliteConnection connection, RunRecord run, RunNote note)
        {
        }

        public void Staged()
        {
        }
    }
}
