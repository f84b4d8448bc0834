using System.Text.Json;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Tests.Agents.Fakes;

namespace OpenClaw.Host.Tests.Agents;

/// <summary>What people do to sessions, and what must not happen to them on the way.</summary>
public sealed class SessionMethodsTests
{
    [Fact]
    public async Task A_label_belongs_to_one_session_and_null_takes_it_back()
    {
        await using var fixture = await AgentFixture.StartAsync();
        await fixture.AskAsync("sessions.patch", """{"key":"a","label":" plans "}""");

        var refused = await Assert.ThrowsAsync<RpcException>(() => fixture.AskAsync("sessions.patch", """{"key":"b","label":"plans"}"""));
        var cleared = await fixture.AskAsync("sessions.patch", """{"key":"a","label":null}""");
        var taken = await fixture.AskAsync("sessions.patch", """{"key":"b","label":"plans"}""");

        Assert.Equal("label already in use: plans", refused.Error.Message);
        Assert.False(cleared.GetProperty("entry").TryGetProperty("label", out _));
        Assert.Equal("plans", taken.GetProperty("entry").GetProperty("label").GetString());
    }

    [Theory]
    [InlineData("""{"key":"a","label":"x","expectedSessionId":"another"}""")]
    [InlineData("""{"key":"a","label":"x","expectedLifecycleRevision":"another"}""")]
    [InlineData("""{"key":"a","label":"x","expectedMarkedUnreadAt":5}""")]
    [InlineData("""{"key":"a","label":"x","expectedPermissionMode":"full"}""")]
    public async Task A_change_by_someone_who_is_mistaken_changes_nothing(string parameters)
    {
        await using var fixture = await AgentFixture.StartAsync();
        await fixture.AskAsync("sessions.patch", """{"key":"a","label":"before"}""");

        var refused = await Assert.ThrowsAsync<RpcException>(() => fixture.AskAsync("sessions.patch", parameters));

        Assert.Equal("session-changed", refused.Error.Details!.Value.GetProperty("reason").GetString());
        Assert.Equal("before", (await RowAsync(fixture, "a")).GetProperty("label").GetString());
    }

    [Theory]
    [InlineData("\"permissionMode\":\"read-only\"", "UNAVAILABLE")]
    [InlineData("\"sandboxMode\":\"off\"", "UNAVAILABLE")]
    [InlineData("\"execHost\":\"node\"", "UNAVAILABLE")]
    [InlineData("\"sendPolicy\":\"sometimes\"", "INVALID_REQUEST")]
    [InlineData("\"groupActivation\":\"never\"", "INVALID_REQUEST")]
    [InlineData("\"execAsk\":\"off\"", "INVALID_REQUEST")]
    [InlineData("\"thinkingLevel\":\"a lot\"", "INVALID_REQUEST")]
    public async Task What_the_gateway_cannot_keep_to_is_refused_rather_than_stored(string member, string code)
    {
        await using var fixture = await AgentFixture.StartAsync();

        var refused = await Assert.ThrowsAsync<RpcException>(() => fixture.AskAsync("sessions.patch", $"{{\"key\":\"a\",\"label\":\"x\",{member}}}"));

        Assert.Equal(code, refused.Error.Code);
        Assert.Equal(JsonValueKind.Null, (await fixture.AskAsync("sessions.describe", """{"key":"a"}""")).GetProperty("session").ValueKind);
    }

    [Fact]
    public async Task The_model_chosen_for_a_session_answers_it_until_the_choice_is_taken_back()
    {
        await using var fixture = await AgentFixture.StartAsync();
        fixture.Model.Says("one").Says("two");
        await fixture.AskAsync("sessions.patch", """{"key":"main","model":"fake/other"}""");

        await SaidAsync(fixture, "hello", "r1");
        await fixture.AskAsync("sessions.patch", """{"key":"main","model":null}""");
        await SaidAsync(fixture, "hello again", "r2");

        Assert.Equal(["other", "fake-1"], fixture.Model.Requests.Select(static request => request.Model));
    }

    [Fact]
    public async Task A_list_is_searched_sorted_paged_and_leaves_out_what_was_put_away()
    {
        await using var fixture = await AgentFixture.StartAsync();
        foreach (var (key, label) in new[] { ("a", "Garden"), ("b", "Kitchen"), ("c", "Garage"), ("d", "Cellar") })
        {
            await fixture.AskAsync("sessions.patch", $$"""{"key":"{{key}}","label":"{{label}}"}""");
            fixture.Time.Advance(TimeSpan.FromSeconds(1));
        }

        await fixture.AskAsync("sessions.patch", """{"key":"d","archived":true}""");
        await fixture.AskAsync("sessions.patch", """{"key":"a","pinned":true}""");

        Assert.Equal(["Garden", "Garage"], await LabelsAsync(fixture, """{"search":"GAR"}"""));
        Assert.Equal(["Garden", "Garage", "Kitchen"], await LabelsAsync(fixture, "{}"));
        Assert.Equal(["Garage"], await LabelsAsync(fixture, """{"limit":1,"offset":1}"""));
        Assert.Equal(["Cellar"], await LabelsAsync(fixture, """{"archived":true}"""));
        Assert.Equal(4, (await LabelsAsync(fixture, """{"archived":"all"}""")).Count);
        Assert.Empty(await LabelsAsync(fixture, """{"projectId":"none"}"""));
    }

    [Fact]
    public async Task A_session_without_a_name_is_called_after_its_first_message()
    {
        await using var fixture = await AgentFixture.StartAsync();
        fixture.Model.Says("It is blue.");
        await fixture.SendAsync("What colour is the sea?", "r1", "agent:main:sea");
        await fixture.EndOfAsync("r1");

        var list = await fixture.AskAsync("sessions.list", """{"includeDerivedTitles":true,"includeLastMessage":true}""");

        var row = list.GetProperty("sessions")[0];
        Assert.Equal("What colour is the sea?", row.GetProperty("derivedTitle").GetString());
        Assert.Equal("It is blue.", row.GetProperty("lastMessagePreview").GetString());
    }

    [Fact]
    public async Task A_reset_ends_what_runs_empties_the_history_and_keeps_what_was_chosen()
    {
        await using var fixture = await AgentFixture.StartAsync();
        fixture.Model.Hangs("w0");
        await fixture.AskAsync("sessions.patch", """{"key":"main","thinkingLevel":"off"}""");
        await fixture.SendAsync("slow", "r1");
        await fixture.Events.UntilChatAsync("r1", "delta");
        var before = (await RowAsync(fixture, "main")).GetProperty("sessionId").GetString();

        var entry = (await fixture.AskAsync("sessions.reset", """{"key":"main"}""")).GetProperty("entry");

        Assert.NotEqual(before, entry.GetProperty("sessionId").GetString());
        Assert.Equal("off", entry.GetProperty("thinkingLevel").GetString());
        Assert.Equal(0, (await fixture.HistoryAsync()).GetProperty("messages").GetArrayLength());
        await fixture.Events.UntilChatAsync("r1", "aborted");
    }

    [Fact]
    public async Task A_reset_by_someone_who_is_mistaken_ends_no_run()
    {
        await using var fixture = await AgentFixture.StartAsync();
        fixture.Model.Hangs("w0");
        await fixture.SendAsync("slow", "r1");
        await fixture.Events.UntilChatAsync("r1", "delta");

        await Assert.ThrowsAsync<RpcException>(() => fixture.AskAsync("sessions.reset", """{"key":"main","expectedSessionId":"another"}"""));

        Assert.NotNull(fixture.Runtime.RunningIn("agent:main:main"));
    }

    [Fact]
    public async Task A_deleted_session_is_gone_and_its_messages_can_still_be_found()
    {
        await using var fixture = await AgentFixture.StartAsync();
        fixture.Model.Says("one").Says("two");
        await SaidAsync(fixture, "hello", "r1", "agent:main:notes");
        await fixture.AskAsync("sessions.reset", """{"key":"agent:main:notes"}""");
        await SaidAsync(fixture, "hello", "r2", "agent:main:notes");

        var deleted = await fixture.AskAsync("sessions.delete", """{"key":"agent:main:notes"}""");
        var again = await fixture.AskAsync("sessions.delete", """{"key":"agent:main:notes"}""");
        var main = await Assert.ThrowsAsync<RpcException>(() => fixture.AskAsync("sessions.delete", """{"key":"main"}"""));

        Assert.True(deleted.GetProperty("deleted").GetBoolean());
        Assert.Equal(2, deleted.GetProperty("archived").GetArrayLength());
        Assert.False(again.GetProperty("deleted").GetBoolean());
        Assert.StartsWith("Cannot delete the main session", main.Error.Message, StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, (await fixture.AskAsync("sessions.describe", """{"key":"agent:main:notes"}""")).GetProperty("session").ValueKind);
    }

    [Fact]
    public async Task Compacting_keeps_the_newest_messages_and_their_numbers()
    {
        await using var fixture = await AgentFixture.StartAsync();
        fixture.Model.Says("one").Says("two").Says("three");
        foreach (var run in new[] { "r1", "r2" })
            await SaidAsync(fixture, run, run);

        var result = await fixture.AskAsync("sessions.compact", """{"key":"main","maxLines":1}""");
        var history = await fixture.HistoryAsync();
        await SaidAsync(fixture, "r3", "r3");

        Assert.True(result.GetProperty("compacted").GetBoolean());
        var left = Assert.Single(history.GetProperty("messages").EnumerateArray());
        Assert.Equal(4, left.GetProperty("__openclaw").GetProperty("seq").GetInt64());
        Assert.Equal(3, (await fixture.HistoryAsync()).GetProperty("messages").GetArrayLength());
    }

    [Fact]
    public async Task A_command_is_answered_without_a_model_once_for_its_key_and_kept_from_the_model()
    {
        await using var fixture = await AgentFixture.StartAsync();
        var first = await fixture.SendAsync("/status", "c1");
        var second = await fixture.SendAsync("/status", "c1");
        fixture.Model.Says("hi");
        await SaidAsync(fixture, "hello", "r1");

        Assert.Equal(("started", "ok"), (first.GetProperty("status").GetString(), second.GetProperty("status").GetString()));
        Assert.Single(fixture.Events.Of("c1"));
        Assert.Equal(4, (await fixture.HistoryAsync()).GetProperty("messages").GetArrayLength());
        Assert.Single(Assert.Single(fixture.Model.Requests).Messages);
    }

    [Fact]
    public async Task A_new_conversation_begins_with_the_words_behind_the_command()
    {
        await using var fixture = await AgentFixture.StartAsync();
        fixture.Model.Says("one").Says("two");
        await SaidAsync(fixture, "hello", "r1");

        await SaidAsync(fixture, "/new and now this", "r2");

        var messages = (await fixture.HistoryAsync()).GetProperty("messages");
        Assert.Equal(2, messages.GetArrayLength());
        Assert.Equal("and now this", messages[0].GetProperty("content").GetString());
    }

    [Fact]
    public async Task A_session_asked_for_twice_with_one_key_is_made_once()
    {
        await using var fixture = await AgentFixture.StartAsync();
        fixture.Model.Says("done");

        var first = await fixture.AskAsync("sessions.create", """{"label":"x","message":"begin","idempotencyKey":"k1"}""");
        var second = await fixture.AskAsync("sessions.create", """{"label":"x","message":"begin","idempotencyKey":"k1"}""");
        await fixture.EndOfAsync("k1");

        Assert.True(first.GetProperty("runStarted").GetBoolean());
        Assert.Equal(first.GetProperty("key").GetString(), second.GetProperty("key").GetString());
        Assert.Equal("k1", second.GetProperty("runId").GetString());
        Assert.Single(fixture.Model.Requests);
    }

    private static async Task SaidAsync(AgentFixture fixture, string message, string runId, string sessionKey = "main")
    {
        await fixture.SendAsync(message, runId, sessionKey);
        await fixture.EndOfAsync(runId);
    }

    private static async Task<JsonElement> RowAsync(AgentFixture fixture, string key) =>
        (await fixture.AskAsync("sessions.describe", $$"""{"key":"{{key}}"}""")).GetProperty("session");

    private static async Task<IReadOnlyList<string?>> LabelsAsync(AgentFixture fixture, string parameters)
    {
        var list = await fixture.AskAsync("sessions.list", parameters);
        return [.. list.GetProperty("sessions").EnumerateArray().Select(static row => row.GetProperty("label").GetString())];
    }
}
