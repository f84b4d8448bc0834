using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using OpenClaw.Host.Diagnostics;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Sessions.Runs;
using OpenClaw.Host.Tests.Agents.Fakes;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Tests.Agents.Commands;

public sealed class ChatCommandTests
{
    private static readonly RpcCaller Writer = AgentFixture.CallerOf("w1", ProtocolVersions.V4, OperatorScopes.Write);

    [Theory]
    [InlineData("/think high", "Thinking: high.")]
    [InlineData("/verbose full", "What tools do is shown: full.")]
    [InlineData("/reasoning stream", "What the model thinks is shown: stream.")]
    [InlineData("/usage tokens", "Usage below answers: tokens.")]
    [InlineData("/send off", "Answers go into this chat: off.")]
    [InlineData("/queue collect", "Messages that come while I work: collect.")]
    [InlineData("/model fake/other", "Model: fake/other.")]
    [InlineData("/think a lot", "\"a lot\" is not known here. Write /think off, minimal, low, medium, high, max or default.")]
    [InlineData("/model nobody/knows", "No model that may be used here is called \"nobody/knows\". /models lists them.")]
    [InlineData("/activation always", "This is no group; every message here is answered.")]
    [InlineData("/verbose", "What tools do is shown: off (default).")]
    [InlineData("/models", "fake/fake-1")]
    [InlineData("/exec ask", "Agents of this gateway run no programs on its machine, so there is nothing to choose about them.")]
    [InlineData("/restart", "Restarts by command are off (commands.restart).")]
    public async Task A_command_is_answered_without_a_model(string command, string expected)
    {
        await using var fixture = await AgentFixture.StartAsync();

        Assert.Equal(expected, await SaidAsync(fixture, command, "c1"));
        Assert.Equal(expected, await SaidAsync(fixture, command, "c1"));
        Assert.Empty(fixture.Model.Requests);
    }

    [Fact]
    public async Task What_was_chosen_stays_with_the_session_until_it_is_taken_back()
    {
        await using var fixture = await AgentFixture.StartAsync();
        var number = 0;
        foreach (var command in new[] { "/think high", "/verbose on", "/reasoning on", "/usage full", "/send off", "/model fake/other", "/new" })
            await SaidAsync(fixture, command, $"c{number++}");

        var chosen = (await SessionAsync(fixture)).Settings;
        Assert.Equal(("high", "on", "on", "full", "deny", "other"), (chosen.ThinkingLevel, chosen.VerboseLevel, chosen.ReasoningLevel, chosen.ResponseUsage, chosen.SendPolicy, chosen.Model));
        Assert.Contains("Chosen: thinking high, verbose on, reasoning on, usage full, answers held back", await SaidAsync(fixture, "/status", "s1"), StringComparison.Ordinal);

        foreach (var command in new[] { "/think default", "/verbose default", "/reasoning default", "/usage default", "/send inherit", "/model default" })
            await SaidAsync(fixture, command, $"c{number++}");
        Assert.Equal(SessionSettings.None, (await SessionAsync(fixture)).Settings);
    }

    [Fact]
    public async Task A_directive_counts_for_its_message_and_a_question_is_answered_beside_it()
    {
        await using var fixture = await AgentFixture.StartAsync();
        fixture.Model.Says("one").Says("two");

        await fixture.SendAsync("/model fake/other Hello /whoami there", "r1");
        await fixture.EndOfAsync("r1");
        await fixture.SendAsync("Hello again", "r2");
        await fixture.EndOfAsync("r2");

        Assert.Equal(["other", "fake-1"], fixture.Model.Requests.Select(static request => request.Model));
        Assert.Contains("Hello there", fixture.Model.Requests.First().Messages[0].Parts[0].ToString(), StringComparison.Ordinal);
        var beside = (await fixture.Get<RunStore>().FindAsync("r1:whoami", CancellationToken.None))!;
        Assert.StartsWith("You are connected as cli", beside.Outcome!.Reply, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("stop")]
    [InlineData("Please stop")]
    [InlineData("/stop")]
    public async Task A_word_that_stands_alone_stops_what_runs(string word)
    {
        await using var fixture = await AgentFixture.StartAsync();
        fixture.Model.Hangs("half");
        await fixture.SendAsync("go", "r1");
        await fixture.StartOfAsync("r1");

        var stopped = await fixture.SendAsync(word, "r2");

        Assert.Equal("r1", Assert.Single(stopped.GetProperty("runIds").EnumerateArray()).GetString());
    }

    [Fact]
    public async Task A_new_conversation_may_begin_with_a_model_and_a_message_and_the_same_key_begins_it_once()
    {
        await using var fixture = await AgentFixture.StartAsync();
        fixture.Model.Says("hello");

        await fixture.SendAsync("/new fake/other Good morning", "r1");
        await fixture.EndOfAsync("r1");
        var begun = await SessionAsync(fixture);
        await fixture.SendAsync("/new fake/other Good morning", "r1");

        Assert.Equal("other", Assert.Single(fixture.Model.Requests).Model);
        Assert.Equal((begun.SessionId, "other"), ((await SessionAsync(fixture)).SessionId, begun.Settings.Model));
        await SaidAsync(fixture, "/reset soft", "r2");
        Assert.Equal(begun.SessionId, (await SessionAsync(fixture)).SessionId);
        await SaidAsync(fixture, "/reset", "r3");
        Assert.NotEqual(begun.SessionId, (await SessionAsync(fixture)).SessionId);
    }

    [Fact]
    public async Task Many_copies_of_one_request_begin_one_conversation_and_none_of_them_ends_its_run()
    {
        await using var fixture = await AgentFixture.StartAsync();
        fixture.Model.Says("hello");

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => fixture.SendAsync("/new Good morning", "r1")));
        await fixture.EndOfAsync("r1");

        Assert.Equal(RunState.Done, (await fixture.Get<RunStore>().FindAsync("r1", CancellationToken.None))!.State);
        Assert.Single(fixture.Model.Requests);
        Assert.Equal(2, (await fixture.HistoryAsync()).GetProperty("messages").GetArrayLength());
    }

    [Theory]
    [InlineData("/send off", OperatorScopes.Admin)]
    [InlineData("/activation always", OperatorScopes.Admin)]
    [InlineData("/restart", OperatorScopes.Admin)]
    [InlineData("/compact", OperatorScopes.Admin)]
    [InlineData("/verbose full", OperatorScopes.Admin)]
    [InlineData("/reasoning on", OperatorScopes.Admin)]
    [InlineData("/usage full", OperatorScopes.Admin)]
    [InlineData("/verbose", null)]
    [InlineData("/approve a-1 deny", OperatorScopes.Approvals)]
    [InlineData("/think high", null)]
    [InlineData("/model fake/other", null)]
    public async Task A_client_may_give_the_commands_whose_methods_it_may_call(string command, string? missing)
    {
        await using var fixture = await AgentFixture.StartAsync();
        var parameters = $$"""{"sessionKey":"main","message":"{{command}}","idempotencyKey":"c1"}""";

        if (missing is null)
        {
            await fixture.AskAsync(Writer, "chat.send", parameters);
            return;
        }

        var refused = await Assert.ThrowsAsync<RpcException>(() => fixture.AskAsync(Writer, "chat.send", parameters));
        Assert.Contains(missing, refused.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_waits_for_consent_is_decided_about_from_the_chat()
    {
        await using var fixture = await AgentFixture.StartAsync();
        var requester = AgentFixture.CallerOf("asks", ProtocolVersions.V4, OperatorScopes.Approvals) with { DeviceId = "device-a" };
        fixture.Connections.Callers.Enqueue(requester);
        fixture.Connections.Callers.Enqueue(AgentFixture.CallerOf("c1"));
        var ended = fixture.BeginAsync(requester, "exec.approval.request", """{"id":"a-1","command":"ls"}""", out var answers);
        await fixture.Events.UntilAsync(static (name, _) => name == "exec.approval.requested");

        Assert.Contains("Waiting: a-1", await SaidAsync(fixture, "/approve", "c1"), StringComparison.Ordinal);
        Assert.Equal("Decided: allow-once.", await SaidAsync(fixture, "/approve a-1 allow-once", "c2"));

        await ended.WaitAsync(AgentFixture.Patience);
        Assert.Equal("allow-once", answers.Last.GetProperty("decision").GetString());
        Assert.Equal("Not decided: approval already resolved.", await SaidAsync(fixture, "/approve a-1 deny", "c3"));
    }

    [Fact]
    public async Task A_restart_follows_its_answer_once()
    {
        await using var fixture = await AgentFixture.StartAsync(add: static services => services
            .AddSingleton<IHostApplicationLifetime, ApplicationLifetime>()
            .AddSingleton<RestartSignal>());

        Assert.StartsWith("The gateway restarts now.", await SaidAsync(fixture, "/restart", "c1"), StringComparison.Ordinal);
        Assert.False(fixture.Get<RestartSignal>().IsRequested);
        var stopping = new TaskCompletionSource();
        fixture.Get<IHostApplicationLifetime>().ApplicationStopping.Register(stopping.SetResult);
        fixture.Time.Advance(TimeSpan.FromSeconds(2));

        await stopping.Task.WaitAsync(AgentFixture.Patience);
        Assert.True(fixture.Get<RestartSignal>().IsRequested);
    }

    [Fact]
    public async Task The_list_of_commands_holds_what_has_an_effect()
    {
        await using var fixture = await AgentFixture.StartAsync();

        var listed = await fixture.AskAsync("commands.list", "{}");

        var names = listed.GetProperty("commands").EnumerateArray().Select(static command => command.GetProperty("name").GetString()).ToList();
        Assert.Superset(
            new HashSet<string?> { "help", "commands", "status", "whoami", "new", "reset", "stop", "compact", "model", "models", "think", "verbose", "reasoning", "queue", "send", "activation", "usage", "approve", "restart" },
            names.ToHashSet());
        Assert.DoesNotContain("exec", names);
    }

    private static async Task<string> SaidAsync(AgentFixture fixture, string command, string runId)
    {
        await fixture.SendAsync(command, runId);
        return (await fixture.Get<RunStore>().FindAsync(runId, CancellationToken.None))!.Outcome!.Reply!;
    }

    private static async Task<SessionEntry> SessionAsync(AgentFixture fixture) =>
        (await fixture.Get<SessionStore>().FindAsync("agent:main:main", CancellationToken.None))!;
}
