using OpenClaw.Host.IntegrationTests.Devices;
using OpenClaw.Host.IntegrationTests.Gateway;
using OpenClaw.Host.Nodes.Older;

namespace OpenClaw.Host.IntegrationTests.Nodes;

/// <summary>The list of nodes that protocol 3 keeps beside its devices.</summary>
public sealed class OlderNodeListTests
{
    private const string Ask = """{"nodeId":"legacy-1","displayName":"Legacy","platform":"linux"}""";
    private readonly ManualClock _clock = new();

    [Fact]
    public async Task A_node_that_asks_is_approved_and_its_token_is_known_afterwards()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var owner = await LegacyOwnerAsync(gateway);

        var asked = await owner.AskAsync("node.pair.request", Ask);
        var request = asked.GetProperty("request");
        Assert.Equal(["requestId", "nodeId", "displayName", "platform", "isRepair", "ts"], request.EnumerateObject().Select(static member => member.Name));
        Assert.Equal(("pending", true), (asked.Text("status"), asked.GetProperty("created").GetBoolean()));
        Assert.Equal(request.Text("requestId"), (await owner.HearAsync("node.pair.requested")).Text("requestId"));

        var again = await owner.AskAsync("node.pair.request", Ask);
        Assert.Equal((request.Text("requestId"), false), (again.Text("request", "requestId"), again.GetProperty("created").GetBoolean()));
        Assert.Equal(request.ToString(), (await owner.AskAsync("node.pair.list")).GetProperty("pending")[0].ToString());

        var approved = await owner.AskAsync("node.pair.approve", Decision(request.Text("requestId")));
        var token = approved.Text("node", "token");
        Assert.Matches("^[0-9a-f]{32}$", token);
        Assert.Equal("approved", (await owner.HearAsync("node.pair.resolved")).Text("decision"));
        var verified = await owner.AskAsync("node.pair.verify", $$"""{"nodeId":"legacy-1","token":"{{token}}"}""");
        Assert.Equal((true, token), (verified.GetProperty("ok").GetBoolean(), verified.Text("node", "token")));
        Assert.False((await owner.AskAsync("node.pair.verify", """{"nodeId":"legacy-1","token":"wrong"}""")).GetProperty("ok").GetBoolean());
        Assert.False((await owner.AskAsync("node.pair.verify", $$"""{"nodeId":"other","token":"{{token}}"}""")).GetProperty("ok").GetBoolean());

        // Nobody is told the token again.
        Assert.DoesNotContain(token!, (await owner.AskAsync("node.pair.list")).ToString(), StringComparison.Ordinal);
        Assert.True((await owner.AskAsync("node.pair.request", Ask)).GetProperty("request").GetProperty("isRepair").GetBoolean());
    }

    [Fact]
    public async Task A_rejected_or_removed_node_has_no_token()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var owner = await LegacyOwnerAsync(gateway);

        var first = (await owner.AskAsync("node.pair.request", Ask)).Text("request", "requestId");
        Assert.Equal("legacy-1", (await owner.AskAsync("node.pair.reject", Decision(first))).Text("nodeId"));
        Assert.Equal("unknown requestId", await owner.FailAsync("node.pair.approve", Decision(first)));

        var second = (await owner.AskAsync("node.pair.request", Ask)).Text("request", "requestId");
        var token = (await owner.AskAsync("node.pair.approve", Decision(second))).Text("node", "token");
        await owner.AskAsync("node.pair.remove", """{"nodeId":"legacy-1"}""");
        Assert.False((await owner.AskAsync("node.pair.verify", $$"""{"nodeId":"legacy-1","token":"{{token}}"}""")).GetProperty("ok").GetBoolean());
    }

    [Fact]
    public async Task Requests_run_out_and_their_number_is_bounded()
    {
        await using var gateway = await TestGateway.StartAsync(time: _clock);
        await using var owner = await LegacyOwnerAsync(gateway);
        for (var number = 0; number < OlderNodes.MaxPending; number++)
        {
            await owner.AskAsync("node.pair.request", $$"""{"nodeId":"node-{{number}}","silent":true}""");
        }

        Assert.StartsWith("64 nodes wait", await owner.FailAsync("node.pair.request", Ask), StringComparison.Ordinal);
        var one = (await owner.AskAsync("node.pair.list")).GetProperty("pending")[0].Text("requestId");
        _clock.Advance(OlderNodes.RequestLifetime);
        Assert.Empty((await owner.AskAsync("node.pair.list")).GetProperty("pending").EnumerateArray());
        Assert.Equal("unknown requestId", await owner.FailAsync("node.pair.approve", Decision(one)));
        Assert.True((await owner.AskAsync("node.pair.request", Ask)).GetProperty("created").GetBoolean());
    }

    [Fact]
    public async Task The_newer_protocol_sees_these_nodes_with_lists_and_bad_names_are_refused()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var owner = await gateway.OwnerAsync();

        await owner.AskAsync("node.pair.request", Ask);
        var pending = (await owner.AskAsync("node.pair.list")).GetProperty("pending")[0];
        Assert.Empty(pending.Words("commands"));
        Assert.Equal(["operator.pairing"], pending.Words("requiredApproveScopes"));
        Assert.StartsWith("invalid node.pair.request params: at /nodeId", await owner.FailAsync("node.pair.request", """{"nodeId":" "}"""), StringComparison.Ordinal);
        Assert.StartsWith(
            "invalid node.pair.request params: at /platform",
            await owner.FailAsync("node.pair.request", $$"""{"nodeId":"n","platform":"{{new string('x', 200)}}"}"""),
            StringComparison.Ordinal);
    }

    private static async Task<FrameClient> LegacyOwnerAsync(TestGateway gateway) =>
        (await gateway.ConnectAsync(Connects.Request(Connects.TokenAuth, min: 3, max: 3))).Client;

    private static string Decision(string? requestId) => $$"""{"requestId":"{{requestId}}"}""";
}
