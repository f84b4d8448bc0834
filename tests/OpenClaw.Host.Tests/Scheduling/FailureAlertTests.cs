using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using OpenClaw.Host.Agents.Delivery;
using OpenClaw.Host.Sessions.Runs;
using OpenClaw.Host.Tests.Agents.Fakes;

namespace OpenClaw.Host.Tests.Scheduling;

/// <summary>Words about jobs that keep failing, and what became of announcements.</summary>
public sealed class FailureAlertTests
{
    private const string On = """{"failureAlert":{"enabled":true,"channel":"fake","to":"42"}}""";

    [Fact]
    public async Task The_second_failure_is_told_and_that_it_is_over_once()
    {
        var chat = new FakePosts();
        await using var fixture = await CreateAsync(chat, On);
        var id = await fixture.AddAsync(Job());
        await EndAsync(fixture, id, 1, works: false);
        Assert.Empty(chat.Posts);
        await EndAsync(fixture, id, 2, works: false);
        await EndAsync(fixture, id, 3, works: false);
        Assert.Contains("failed 2 times in a row", Assert.Single(chat.Posts).Text, StringComparison.Ordinal);
        await EndAsync(fixture, id, 4, works: true);
        await EndAsync(fixture, id, 5, works: true);

        Assert.Equal(2, chat.Posts.Count);
        Assert.Contains("works again", chat.Posts.Last().Text, StringComparison.Ordinal);
        Assert.All(chat.Posts, static post => Assert.Equal("42", post.Route.ChatId));
    }

    [Fact]
    public async Task The_same_trouble_is_told_again_after_an_hour()
    {
        var chat = new FakePosts();
        await using var fixture = await CreateAsync(chat, On);
        var id = await fixture.AddAsync(Job());
        for (var i = 1; i <= 3; i++)
            await EndAsync(fixture, id, i, works: false);
        Assert.Single(chat.Posts);
        fixture.Time.Advance(TimeSpan.FromMinutes(61));
        await EndAsync(fixture, id, 4, works: false);

        Assert.Equal(2, chat.Posts.Count);
    }

    [Theory]
    [InlineData("{}", "", 0)]
    [InlineData("{}", ""","failureAlert":{"after":1,"to":"7","channel":"fake"}""", 1)]
    [InlineData(On, ""","failureAlert":false""", 0)]
    public async Task A_job_says_itself_whether_somebody_is_told(string cron, string own, int expected)
    {
        var chat = new FakePosts();
        await using var fixture = await CreateAsync(chat, cron);
        var id = await fixture.AddAsync(Job(own));
        await EndAsync(fixture, id, 1, works: false);
        await EndAsync(fixture, id, 2, works: false);

        Assert.Equal(expected, chat.Posts.Count);
    }

    [Theory]
    [InlineData(true, "delivered")]
    [InlineData(false, "not-delivered")]
    [InlineData(null, "unknown")]
    public async Task What_became_of_an_announcement_is_in_the_list_of_runs(bool? arrived, string expected)
    {
        var chat = new FakePosts { Arrived = arrived };
        await using var fixture = await CreateAsync(chat, "{}");
        var id = await fixture.AddAsync(Job(""","delivery":{"mode":"announce","to":"42","channel":"fake"}"""));
        await EndAsync(fixture, id, 1, works: true);
        var run = (await fixture.AskAsync("cron.runs", $$"""{"id":"{{id}}"}""")).GetProperty("entries")[0];

        Assert.Equal(expected, run.GetProperty("deliveryStatus").GetString());
        Assert.Equal(arrived, run.TryGetProperty("delivered", out var delivered) ? delivered.GetBoolean() : null);
    }

    [Fact]
    public async Task A_turn_of_a_job_has_the_jobs_own_model_thinking_limit_and_context()
    {
        await using var fixture = await CreateAsync(new FakePosts(), "{}");
        var id = await fixture.AddAsync(Job(payload: ""","model":"fake/other","fallbacks":["fake/third"],"thinking":"low","timeoutSeconds":7,"lightContext":true"""));
        var run = await EndAsync(fixture, id, 1, works: true);
        var input = (await fixture.Agents.Runtime.FindAsync(AgentRunOf(run), default))!.Run.Input;

        Assert.Equal(("fake/other", "fake/third", "low", 7_000, true), (input.Model, input.Fallbacks!.Single(), input.Thinking, input.TimeoutMs, input.LightContext));
        Assert.True(input.IsBackground);
        Assert.DoesNotContain("AGENTS.md", fixture.Model.Requests.Last().SystemPrompt, StringComparison.Ordinal);
    }

    private static string AgentRunOf(JsonElement run) => run.GetProperty("sessionKey").GetString() is { } key
        ? $"cron:{run.GetProperty("jobId").GetString()}:{run.GetProperty("runAtMs").GetInt64()}:{key[(key.LastIndexOf(':') + 1)..]}"
        : throw new InvalidOperationException("The run has no session.");

    private static async Task<JsonElement> EndAsync(SchedulingFixture fixture, string id, int count, bool works)
    {
        if (works)
            fixture.Model.Says("fine");
        else
            fixture.Model.Fails(new OpenClaw.Agents.ModelException(OpenClaw.Agents.ModelFailure.InvalidRequest, "no"));
        await fixture.AskAsync("cron.run", $$"""{"id":"{{id}}","mode":"force"}""");
        await fixture.Agents.Events.UntilCountAsync(
            "cron", payload => payload.GetProperty("jobId").GetString() == id && payload.GetProperty("action").GetString() == "finished", count).WaitAsync(AgentFixture.Patience);
        return (await fixture.AskAsync("cron.runs", $$"""{"id":"{{id}}"}""")).GetProperty("entries")[0];
    }

    private static async Task<SchedulingFixture> CreateAsync(FakePosts chat, string cron)
    {
        var fixture = await SchedulingFixture.CreateAsync(
            cron: cron, add: services => services.AddSingleton<IChatPosts>(chat).AddSingleton<IDeliveryRoutes>(chat));
        return await fixture.RunAsync();
    }

    private static string Job(string more = "", string payload = "") =>
        $$"""
        {"name":"news","schedule":{"kind":"cron","expr":"0 0 1 1 *"},"sessionTarget":"isolated","wakeMode":"now",
         "payload":{"kind":"agentTurn","message":"What is new?"{{payload}}}{{more}}}
        """;

    private sealed class FakePosts : IChatPosts, IDeliveryRoutes
    {
        public ConcurrentQueue<(string Key, ReplyRoute Route, string Text)> Posts { get; } = [];

        public bool? Arrived { get; init; }

        public void Post(SqliteConnection connection, string key, ReplyRoute route, string text) => Posts.Enqueue((key, route, text));

        public void Posted()
        {
        }

        public bool? HasArrived(SqliteConnection connection, string runId) => Arrived;

        public ReplyRoute? RouteOf(string to, string? channel, string? accountId, string? threadId, out string? problem)
        {
            problem = null;
            return new ReplyRoute { Channel = channel ?? "fake", AccountId = "default", ChatId = to };
        }
    }
}
