using System.Text.Json;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Tests.Agents.Fakes;
using OpenClaw.Host.Tools.Approvals;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Tests.Tools.Approvals;

/// <summary>Requests for a person's consent: who sees them, who decides, and that nothing is ever allowed by accident.</summary>
public sealed class ExecApprovalTests
{
    private const string Approvals = "operator.approvals";
    private static readonly RpcCaller Requester = AgentFixture.CallerOf("asks", ProtocolVersions.V4, Approvals) with { DeviceId = "device-a" };
    private static readonly RpcCaller Admin = AgentFixture.CallerOf("decides") with { ClientId = "openclaw-macos" };
    private static readonly RpcCaller Bystander = AgentFixture.CallerOf("other", ProtocolVersions.V4, Approvals) with { DeviceId = "device-b" };

    [Fact]
    public async Task Only_those_concerned_see_a_request_and_decide_about_it()
    {
        await using var fixture = await StartAsync(Requester, Admin, Bystander);
        var ended = fixture.BeginAsync(Requester, "exec.approval.request", """{"id":"a-1","command":"ls"}""", out var answers);
        await fixture.Events.UntilAsync(static (name, _) => name == "exec.approval.requested");

        var told = fixture.Events.All.Single(static one => one.Name == "exec.approval.requested").IsFor!;
        Assert.True(told(Admin));
        Assert.False(told(Requester));
        Assert.False(told(Bystander));
        Assert.Equal(1, (await fixture.AskAsync(Requester, "exec.approval.list", "{}")).GetArrayLength());
        Assert.Equal(0, (await fixture.AskAsync(Bystander, "exec.approval.list", "{}")).GetArrayLength());
        await RefusedAsync(fixture, Bystander, "exec.approval.resolve", """{"id":"a-1","decision":"allow-once"}""", "APPROVAL_NOT_FOUND");
        await RefusedAsync(fixture, Bystander, "exec.approval.get", """{"id":"a-1"}""", "APPROVAL_NOT_FOUND");

        // A beginning that only one request has is enough.
        await fixture.AskAsync(Admin, "exec.approval.resolve", """{"id":"a-","decision":"allow-once"}""");
        await ended.WaitAsync(AgentFixture.Patience);
        Assert.Equal("allow-once", answers.Last.GetProperty("decision").GetString());
        await RefusedAsync(fixture, Admin, "exec.approval.resolve", """{"id":"a-1","decision":"deny"}""", "APPROVAL_ALREADY_RESOLVED");
    }

    [Fact]
    public async Task A_named_reviewer_decides_and_the_third_generation_decides_openly()
    {
        await using var fixture = await StartAsync(Requester, Bystander);
        var ended = fixture.BeginAsync(Requester, "exec.approval.request", """{"id":"a-1","command":"ls","approvalReviewerDeviceIds":["device-b"]}""", out var answers);
        await fixture.Events.UntilAsync(static (name, _) => name == "exec.approval.requested");
        await fixture.AskAsync(Bystander, "exec.approval.resolve", """{"id":"a-1","decision":"deny"}""");
        await ended.WaitAsync(AgentFixture.Patience);
        Assert.Equal("deny", answers.Last.GetProperty("decision").GetString());

        var old = AgentFixture.CallerOf("old", ProtocolVersions.V3, Approvals);
        fixture.Connections.Callers.Enqueue(old);
        var asked = fixture.BeginAsync(old, "exec.approval.request", """{"id":"a-2","command":"ls"}""", out _);
        await fixture.Events.UntilCountAsync("exec.approval.requested", static _ => true, 2);
        Assert.True(fixture.Events.All.Last(static one => one.Name == "exec.approval.requested").IsFor!(old));
        await fixture.AskAsync(Bystander, "exec.approval.resolve", """{"id":"a-2","decision":"deny"}""");
        await asked.WaitAsync(AgentFixture.Patience);
        var refused = await Assert.ThrowsAsync<RpcException>(() => fixture.AskAsync(old, "exec.approval.resolve", """{"id":"a-2","decision":"deny"}"""));
        Assert.Equal("unknown approval id", refused.Error.Message);
    }

    [Fact]
    public async Task Time_that_runs_out_is_no_consent()
    {
        await using var fixture = await StartAsync(Requester, Admin);
        var ended = fixture.BeginAsync(Requester, "exec.approval.request", """{"id":"a-1","command":"ls","timeoutMs":1500,"twoPhase":true}""", out var answers);
        await answers.First;
        Assert.Equal("accepted", answers.Last.GetProperty("status").GetString());
        var waiting = fixture.BeginAsync(Requester, "exec.approval.waitDecision", """{"id":"a-1"}""", out var waited);

        fixture.Time.Advance(TimeSpan.FromMilliseconds(1500));
        await Task.WhenAll(ended, waiting).WaitAsync(AgentFixture.Patience);

        Assert.Equal(JsonValueKind.Null, answers.Last.GetProperty("decision").ValueKind);
        Assert.Equal("timeout", waited.Last.GetProperty("terminalReason").GetString());
        var resolved = fixture.Events.All.Single(static one => one.Name == "exec.approval.resolved");
        Assert.Equal("deny", JsonElement.Parse(resolved.Payload.Span).GetProperty("decision").GetString());
        Assert.True(resolved.LegacyPayload is { IsEmpty: true });
        await RefusedAsync(fixture, Admin, "exec.approval.resolve", """{"id":"a-1","decision":"allow-once"}""", "APPROVAL_NOT_FOUND");
    }

    [Fact]
    public async Task With_nobody_to_decide_the_answer_is_no_at_once()
    {
        await using var fixture = await StartAsync(Requester, Bystander);

        var answer = await fixture.AskAsync(Requester, "exec.approval.request", """{"id":"a-1","command":"ls"}""");

        Assert.Equal(JsonValueKind.Null, answer.GetProperty("decision").ValueKind);
        var waited = await fixture.AskAsync(Requester, "exec.approval.waitDecision", """{"id":"a-1"}""");
        Assert.Equal("no-route", waited.GetProperty("terminalReason").GetString());
    }

    [Fact]
    public async Task A_request_that_waited_when_the_process_died_is_expired_and_never_granted()
    {
        using var directory = new TemporaryDirectory();
        var killed = await StartAsync(directory.Path, Requester, Admin);
        _ = killed.BeginAsync(Requester, "exec.approval.request", """{"id":"a-1","command":"ls"}""", out _);
        await killed.Events.UntilAsync(static (name, _) => name == "exec.approval.requested");
        await killed.AbandonAsync();

        await using var next = await StartAsync(directory.Path, Requester, Admin);

        Assert.Equal(0, (await next.AskAsync(Admin, "exec.approval.list", "{}")).GetArrayLength());
        await RefusedAsync(next, Admin, "exec.approval.resolve", """{"id":"a-1","decision":"allow-once"}""", "APPROVAL_NOT_FOUND");
        var waited = await next.AskAsync(Requester, "exec.approval.waitDecision", """{"id":"a-1"}""");
        Assert.Equal(JsonValueKind.Null, waited.GetProperty("decision").ValueKind);
        Assert.Equal("restart", waited.GetProperty("terminalReason").GetString());
        await Assert.ThrowsAsync<RpcException>(() => next.AskAsync(Requester, "exec.approval.request", """{"id":"a-1","command":"rm -rf x"}"""));
    }

    [Fact]
    public async Task The_number_of_requests_that_wait_is_bounded()
    {
        await using var fixture = await StartAsync(Requester, Admin);
        var limit = new ApprovalLimits().MaxPendingPerConnection;
        for (var i = 0; i < limit; i++)
            _ = fixture.BeginAsync(Requester, "exec.approval.request", $$"""{"id":"a-{{i}}","command":"ls"}""", out _);
        await fixture.Events.UntilCountAsync("exec.approval.requested", static _ => true, limit);

        var refused = await Assert.ThrowsAsync<RpcException>(() => fixture.AskAsync(Requester, "exec.approval.request", """{"command":"ls"}"""));
        Assert.Equal("UNAVAILABLE", refused.Error.Code);

        // Connecting anew is no way around it.
        var again = Requester with { ConnectionId = "asks-again" };
        refused = await Assert.ThrowsAsync<RpcException>(
            () => fixture.AskAsync(again, "exec.approval.request", """{"command":"ls"}""").WaitAsync(AgentFixture.Patience));
        Assert.Equal("UNAVAILABLE", refused.Error.Code);

        var large = new string('x', new ApprovalLimits().MaxRequestBytes);
        await Assert.ThrowsAsync<RpcException>(() => fixture.AskAsync(Admin, "exec.approval.request", $$"""{"command":"{{large}}"}"""));
    }

    [Fact]
    public async Task What_is_to_be_asked_each_time_cannot_be_allowed_for_good()
    {
        await using var fixture = await StartAsync(Requester, Admin);
        _ = fixture.BeginAsync(Requester, "exec.approval.request", """{"id":"a-1","command":"ls","ask":"always","env":{"TOKEN":"secret-value"}}""", out _);
        await fixture.Events.UntilAsync(static (name, _) => name == "exec.approval.requested");

        var refused = await Assert.ThrowsAsync<RpcException>(
            () => fixture.AskAsync(Admin, "exec.approval.resolve", """{"id":"a-1","decision":"allow-always"}"""));

        Assert.Contains("allow-always", refused.Error.Message, StringComparison.Ordinal);
        var listed = await fixture.AskAsync(Admin, "exec.approval.list", "{}");
        Assert.Equal("TOKEN", listed[0].GetProperty("request").GetProperty("envKeys")[0].GetString());
        Assert.DoesNotContain("secret-value", listed.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_document_is_written_by_those_who_have_seen_its_present_state()
    {
        await using var fixture = await StartAsync(Admin);
        var first = await fixture.AskAsync(Admin, "exec.approvals.get", "{}");
        Assert.False(first.GetProperty("exists").GetBoolean());
        Assert.Equal("on-miss", first.GetProperty("resolvedDefaults").GetProperty("ask").GetString());

        var set = await fixture.AskAsync(
            Admin,
            "exec.approvals.set",
            $$$"""{"baseHash":"{{{first.GetProperty("hash").GetString()}}}","file":{"version":1,"socket":{"path":"/run/x","token":"t"},"defaults":{"ask":"always"},"agents":{"main":{"allowlist":[{"pattern":"/bin/ls"}]} } } }""");
        Assert.Equal("always", set.GetProperty("resolvedDefaults").GetProperty("ask").GetString());
        Assert.False(set.GetProperty("file").GetProperty("socket").TryGetProperty("token", out _));

        await RefusedAsync(fixture, Admin, "exec.approvals.set", """{"file":{"version":1}}""", reason: null);
        var stale = await Assert.ThrowsAsync<RpcException>(
            () => fixture.AskAsync(Admin, "exec.approvals.set", $$$"""{"baseHash":"{{{first.GetProperty("hash").GetString()}}}","file":{"version":1} }"""));
        Assert.Equal("exec approvals changed since last load; re-run exec.approvals.get and retry", stale.Error.Message);

        var read = await fixture.AskAsync(Admin, "exec.approvals.get", "{}");
        Assert.Equal(set.GetProperty("hash").GetString(), read.GetProperty("hash").GetString());
        Assert.Equal("/bin/ls", read.GetProperty("file").GetProperty("agents").GetProperty("main").GetProperty("allowlist")[0].GetProperty("pattern").GetString());
    }

    [Theory]
    [InlineData("echo hi", 1, 0)]
    [InlineData("a && b; c | d || e &", 5, 0)]
    [InlineData("echo 'a; b' \"c | d\" e\\;f", 1, 0)]
    [InlineData("cat x 2>&1 &> y", 1, 0)]
    [InlineData("echo $(rm x) `ls` <(cat y)", 1, 3)]
    [InlineData("echo '$(rm x)' \"$(ls)\"", 1, 1)]
    public void A_command_line_is_counted_for_the_reviewer(string command, int commands, int nested)
    {
        var analysis = CommandAnalysis.Of(command);

        Assert.Equal((commands, nested), (analysis.CommandCount, analysis.NestedCommandCount));
    }

    private static Task<AgentFixture> StartAsync(params RpcCaller[] connected) => StartAsync(null, connected);

    private static async Task<AgentFixture> StartAsync(string? directory, params RpcCaller[] connected)
    {
        var fixture = await AgentFixture.StartAsync(directory: directory);
        foreach (var caller in connected)
            fixture.Connections.Callers.Enqueue(caller);
        await fixture.Get<ApprovalDesk>().StartAsync(CancellationToken.None);
        return fixture;
    }

    private static async Task RefusedAsync(AgentFixture fixture, RpcCaller caller, string method, string parameters, string? reason)
    {
        var refused = await Assert.ThrowsAsync<RpcException>(() => fixture.AskAsync(caller, method, parameters));
        Assert.Equal("INVALID_REQUEST", refused.Error.Code);
        Assert.Equal(reason, refused.Error.Details?.GetProperty("reason").GetString());
    }
}
