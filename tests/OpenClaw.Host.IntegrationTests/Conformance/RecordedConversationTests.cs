namespace OpenClaw.Host.IntegrationTests.Conformance;

/// <summary>
/// What clients said to a recorded gateway is said to ours, and what ours answers is compared in shape and fixed texts. To add
/// a recording: name it here, with the methods to replay and what had been said before.
/// </summary>
public sealed class RecordedConversationTests
{
    private static readonly string[] Served =
    [
        "agent", "agent.*", "agents.list", "chat.*", "sessions.*", "channels.start", "channels.status", "channels.logout", "commands.list", "cron.*",
        "exec.approval.*", "exec.approvals.*", "last-heartbeat", "message.action", "models.list", "poll", "send", "set-heartbeats",
        "node.*", "skills.bins", "skills.status", "system-event", "system.info", "talk.mode", "tools.*", "wake",
    ];

    private static readonly string[] NotServed = ["sessions.usage", "sessions.search", "sessions.groups.list"];

    [Theory]
    [InlineData("sessions-lifecycle", "hello")]
    [InlineData("chat-send-basic")]
    [InlineData("chat-send-subscribed", "hello")]
    [InlineData("chat-send-while-busy", "hello")]
    [InlineData("chat-abort", "hello", "hello")]
    [InlineData("chat-error")]
    [InlineData("chat-inject", "hello")]
    [InlineData("chat-session-aliases", "hello", "hello", "failrun")]
    [InlineData("chat-tool-events")]
    [InlineData("chat-tool-events-two-clients", "hello")]
    [InlineData("agent-two-phase")]
    [InlineData("agent-wait")]
    [InlineData("agent-error")]
    [InlineData("agent-duplicate-and-abort")]
    [InlineData("node-pair-and-invoke")]
    [InlineData("v3-node")]
    [InlineData("methods-core-read")]
    [InlineData("methods-errors")]
    [InlineData("methods-t2", "hello")]
    [InlineData("methods-system-event-wake")]
    [InlineData("methods-tools-commands")]
    [InlineData("methods-plugins-skills")]
    [InlineData("methods-cron")]
    [InlineData("exec-approval")]
    [InlineData("v3-exec-approval")]
    [InlineData("v3-agent")]
    [InlineData("v3-chat-send")]
    [InlineData("v3-chat-repeat")]
    [InlineData("v3-methods")]
    public async Task A_recorded_conversation_goes_the_same_way(string recording, params string[] saidBefore)
    {
        await using var gateway = await ConformanceGateway.StartAsync();
        await gateway.HaveSaidAsync(saidBefore);
        var log = new DifferenceLog(KnownDifferences.Of(recording)) { AllowsMore = KnownDifferences.IsOlder(recording) };
        await using var replay = new Replay(gateway.Gateway, Recording.Load(recording, method => IsServed(recording, method)), log);

        await replay.RunAsync();

        Assert.True(log.Unjustified.Count == 0, string.Join("\n", log.Unjustified));
    }

    // The older protocol kept a second list of nodes; there is one here.
    private static bool IsServed(string recording, string method) =>
        !NotServed.Contains(method)
        && !(recording == "v3-node" && method.StartsWith("node.pair.", StringComparison.Ordinal))
        && Served.Any(name => name == method || (name.EndsWith('*') && method.StartsWith(name[..^1], StringComparison.Ordinal)));
}
