using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Scheduling.Delivery;
using OpenClaw.Host.Scheduling.Store;
using OpenClaw.Host.Security.Network;
using OpenClaw.Host.Storage;
using OpenClaw.Host.Tests.Agents.Fakes;

namespace OpenClaw.Host.Tests.Scheduling;

/// <summary>Results of jobs that go to web addresses.</summary>
public sealed class WebhookTests
{
    private const string Allowed = """{"webhookToken":"t0ken","webhookSsrfPolicy":{"allowedHostnames":["127.0.0.1","localhost"]}}""";

    [Fact]
    public async Task The_result_is_posted_with_the_token_and_the_run_says_that_it_arrived()
    {
        await using var far = await Far.StartAsync(static (_, _) => Results.Ok());
        await using var fixture = await CreateAsync(Allowed);
        var id = await fixture.AddAsync(Job(far.Url));
        await EndAsync(fixture, id);
        await far.UntilAsync(1);
        var run = await UntilDecidedAsync(fixture, id);

        Assert.Equal(("delivered", true), (run.GetProperty("deliveryStatus").GetString(), run.GetProperty("delivered").GetBoolean()));
        var (headers, body) = far.Got.Single();
        Assert.Equal("Bearer t0ken", headers["Authorization"]);
        Assert.Equal(("finished", "Nothing new."), (body.GetProperty("action").GetString(), body.GetProperty("summary").GetString()));
        Assert.Equal("delivered", (await fixture.AskAsync("cron.get", $$"""{"id":"{{id}}"}""")).GetProperty("state").GetProperty("lastDeliveryStatus").GetString());
    }

    [Fact]
    public async Task A_call_that_fails_is_made_again_under_the_same_key()
    {
        await using var far = await Far.StartAsync(static (_, count) => count == 1 ? Results.StatusCode(503) : Results.Ok());
        await using var fixture = await CreateAsync(Allowed);
        var id = await fixture.AddAsync(Job(far.Url));
        await EndAsync(fixture, id);
        await far.UntilAsync(1);
        await fixture.Time.AdvanceUntilAsync(far.UntilAsync(2), TimeSpan.FromMilliseconds(500));

        Assert.Single(far.Got.Select(static one => one.Headers["Idempotency-Key"]).Distinct());
    }

    [Fact]
    public async Task A_call_that_was_stored_outlives_the_process()
    {
        using var directory = new TemporaryDirectory();
        await using var far = await Far.StartAsync(static (_, _) => Results.Ok());
        var killed = await CreateAsync(Allowed, directory.Path, calls: false);
        await EndAsync(killed, await killed.AddAsync(Job(far.Url)));
        await killed.KillAsync();
        Assert.Empty(far.Got);

        await using var next = await CreateAsync(Allowed, directory.Path);
        await next.Time.AdvanceUntilAsync(far.UntilAsync(1), TimeSpan.FromMilliseconds(200));
    }

    [Fact]
    public async Task A_call_that_gave_way_in_a_full_queue_is_noted_as_not_delivered()
    {
        await using var fixture = await CreateAsync(Allowed, calls: false);
        var id = await fixture.AddAsync(Job("http://127.0.0.1:1/x"));
        await EndAsync(fixture, id);
        Assert.Equal(1, await UndecidedAsync());

        await fixture.Agents.Database.WriteAsync(static connection =>
        {
            for (var number = 0; number < WebhookSql.MaxWaiting; number++)
                WebhookSql.Add(connection, $"key-{number}", "http://127.0.0.1:1/x", "{}", null, 1);
        });

        var run = await UntilDecidedAsync(fixture, id);
        Assert.Equal(("not-delivered", false), (run.GetProperty("deliveryStatus").GetString(), run.GetProperty("delivered").GetBoolean()));
        Assert.Equal(0, await UndecidedAsync());
        Assert.Equal(WebhookSql.MaxWaiting, await fixture.Agents.Database.ReadAsync(static connection => connection.Scalar<long>("SELECT count(*) FROM webhook_deliveries")));

        ValueTask<int> UndecidedAsync() => fixture.Agents.Database.ReadAsync(static connection => CronSql.Undecided(connection, null, 10).Count);
    }

    [Theory]
    [Trait("Threat", "NET-03")]
    [InlineData("http://127.0.0.1:1/x")]
    [InlineData("http://localhost:1/x")]
    [InlineData("http://[::ffff:10.0.0.1]:1/x")]
    [InlineData("http://169.254.169.254/latest")]
    [InlineData("http://2130706433/x")]
    public async Task An_address_inside_is_not_called_unless_it_is_listed(string url)
    {
        var error = await Assert.ThrowsAsync<WebhookRefusedException>(() => ClientOf("{}").PostAsync(url, "k", "{}", default));

        Assert.Contains("private network", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Threat", "NET-06")]
    public async Task A_redirect_inside_is_judged_again()
    {
        await using var far = await Far.StartAsync(static (_, _) => Results.Redirect("http://127.0.0.2:1/secret", permanent: false, preserveMethod: true));
        using var client = ClientOf("""{"webhookSsrfPolicy":{"allowedHostnames":["127.0.0.1"]}}""");

        await Assert.ThrowsAsync<WebhookRefusedException>(() => client.PostAsync(far.Url, "k", "{}", default));
    }

    [Fact]
    [Trait("Threat", "NET-11")]
    public async Task The_token_stays_with_the_address_it_was_given_for()
    {
        await using var second = await Far.StartAsync(static (_, _) => Results.Ok());
        await using var first = await Far.StartAsync((_, _) => Results.Redirect(second.Url, permanent: false, preserveMethod: true));
        using var client = ClientOf(Allowed);
        await client.PostAsync(first.Url, "k", """{"a":1}""", default);

        Assert.True(first.Got.Single().Headers.ContainsKey("Authorization"));
        Assert.False(second.Got.Single().Headers.ContainsKey("Authorization"));
        Assert.Equal(1, second.Got.Single().Body.GetProperty("a").GetInt32());
    }

    [Fact]
    public async Task Redirects_end_somewhere()
    {
        Far? far = null;
        far = await Far.StartAsync((_, _) => Results.Redirect(far!.Url, permanent: false, preserveMethod: true));
        using var client = ClientOf(Allowed);
        var error = await Assert.ThrowsAsync<WebhookRefusedException>(() => client.PostAsync(far.Url, "k", "{}", default));

        Assert.Contains("5 redirects", error.Message, StringComparison.Ordinal);
        Assert.Equal(6, far.Got.Count);
        await far.DisposeAsync();
    }

    [Theory]
    [InlineData("ftp://example.org/x", "scheme")]
    [InlineData("https://user:secret@example.org/x", "user name")]
    [InlineData("no address", "web address")]
    public async Task A_job_with_an_address_that_is_never_called_is_refused(string url, string reason)
    {
        await using var fixture = await CreateAsync("{}");
        var error = await Assert.ThrowsAsync<OpenClaw.Host.Rpc.RpcException>(() => fixture.AddAsync(Job(url)));

        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Threat", "NET-03")]
    [InlineData("10.1.2.3", true)]
    [InlineData("100.64.0.1", true)]
    [InlineData("172.31.255.255", true)]
    [InlineData("192.168.0.1", true)]
    [InlineData("fd00::1", true)]
    [InlineData("fe80::1", true)]
    [InlineData("::", true)]
    [InlineData("64:ff9b::a00:1", true)]
    [InlineData("2002:7f00:1::", true)]
    [InlineData("8.8.8.8", false)]
    [InlineData("172.32.0.1", false)]
    [InlineData("2606:4700::1111", false)]
    [InlineData("64:ff9b::808:808", false)]
    public void Addresses_inside_are_known(string address, bool isInside) => Assert.Equal(isInside, InsideAddresses.Contains(IPAddress.Parse(address)));

    private static WebhookClient ClientOf(string cron) =>
        new(new FixedConfig(new OpenClawConfig { Raw = JsonElement.Parse($"{{\"cron\":{cron}}}") }), TimeProvider.System);

    private static async Task<SchedulingFixture> CreateAsync(string cron, string? directory = null, bool calls = true)
    {
        var fixture = await SchedulingFixture.CreateAsync(directory, cron);
        fixture.Model.Always = static (_, token) => FakeAgentProvider.Stream(FakeAgentProvider.Answer([new OpenClaw.Agents.TextDelta("Nothing new.")]), token);
        await fixture.RunAsync();
        if (calls)
            await fixture.StartAsync<WebhookLoop>();
        return fixture;
    }

    private static async Task EndAsync(SchedulingFixture fixture, string id)
    {
        await fixture.AskAsync("cron.run", $$"""{"id":"{{id}}","mode":"force"}""");
        await fixture.Agents.Events.UntilCountAsync(
            "cron", payload => payload.GetProperty("jobId").GetString() == id && payload.GetProperty("action").GetString() == "finished", 1).WaitAsync(AgentFixture.Patience);
    }

    private static async Task<JsonElement> UntilDecidedAsync(SchedulingFixture fixture, string id)
    {
        for (var i = 0; i < 200; i++)
        {
            var run = (await fixture.AskAsync("cron.runs", $$"""{"id":"{{id}}"}""")).GetProperty("entries")[0];
            if (run.GetProperty("deliveryStatus").GetString() != "unknown")
                return run;
            await Task.Yield();
        }

        throw new TimeoutException("Nobody decided what became of the call.");
    }

    private static string Job(string url) =>
        $$$"""
        {"name":"news","schedule":{"kind":"cron","expr":"0 0 1 1 *"},"sessionTarget":"isolated","wakeMode":"now",
         "payload":{"kind":"agentTurn","message":"What is new?"},"delivery":{"mode":"webhook","to":"{{{url}}}"}}
        """;

    private sealed class Far(WebApplication app) : IAsyncDisposable
    {
        private readonly SemaphoreSlim _came = new(0);

        public ConcurrentQueue<(Dictionary<string, string> Headers, JsonElement Body)> Got { get; } = [];

        public string Url => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/hook";

        public static async Task<Far> StartAsync(Func<HttpContext, int, IResult> answer)
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            var app = builder.Build();
            var far = new Far(app);
            app.MapPost("/hook", async (HttpContext context) =>
            {
                using var document = await JsonDocument.ParseAsync(context.Request.Body);
                far.Got.Enqueue((context.Request.Headers.ToDictionary(static one => one.Key, static one => one.Value.ToString()), document.RootElement.Clone()));
                far._came.Release();
                return answer(context, far.Got.Count);
            });
            await app.StartAsync();
            return far;
        }

        public async Task<bool> UntilAsync(int count)
        {
            while (Got.Count < count)
                await _came.WaitAsync(AgentFixture.Patience);
            return true;
        }

        public async ValueTask DisposeAsync()
        {
            await app.DisposeAsync();
            _came.Dispose();
        }
    }
}
