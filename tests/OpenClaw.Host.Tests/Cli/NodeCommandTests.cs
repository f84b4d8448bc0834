using System.Text.Json;
using OpenClaw.Host.Cli;

namespace OpenClaw.Host.Tests.Cli;

public sealed class NodeCommandTests
{
    private const string Id = "92ab7c767be6553fb74d8331b0288aeb1de72459bfe7d6737e7723ccb85bd9f5";

    private const string Nodes =
        $$"""{"ts":1,"nodes":[{"nodeId":"{{Id}}","displayName":"Kitchen","platform":"linux","caps":[],"commands":["system.which"],"approvalState":"approved","paired":true,"connected":true}]}""";

    [Theory]
    [InlineData("""{"ts":1,"nodes":[]}""", "Known: 0 · Paired: 0 · Connected: 0", "nodes", "status")]
    [InlineData("""{"pending":[],"paired":[]}""", "Pending: 0 · Paired: 0", "nodes", "list")]
    [InlineData("""{"pending":[],"paired":[]}""", "No pending pairing requests.", "nodes", "pending")]
    [InlineData("""{"pending":[],"paired":[]}""", "No device pairing entries.", "devices", "list")]
    public async Task Nothing_is_said_in_one_line(string answer, string line, params string[] command)
    {
        await using var gateway = await ServeAsync(answer);
        using var cli = new CliRun().For(gateway);

        Assert.Equal(ExitCodes.Success, await cli.RunAsync(command));

        Assert.Equal(line, cli.Output.Trim());
    }

    [Fact]
    public async Task Scripts_get_the_answer_of_the_gateway()
    {
        await using var gateway = await ServeAsync(Nodes);
        using var cli = new CliRun().For(gateway);

        Assert.Equal(ExitCodes.Success, await cli.RunAsync("nodes", "status", "--json"));

        Assert.Equal("Kitchen", cli.Json.GetProperty("nodes")[0].GetProperty("displayName").GetString());
    }

    [Theory]
    [InlineData("kitchen")]
    [InlineData("92ab7c")]
    [InlineData(Id)]
    public async Task A_node_is_found_by_name_and_by_the_beginning_of_its_id(string node)
    {
        JsonElement asked = default;
        await using var gateway = await FakeGateway.StartAsync(async peer =>
        {
            await peer.AcceptAsync();
            await peer.RespondAsync(await peer.ReadAsync(), Nodes);
            asked = await peer.ReadAsync();
            await peer.RespondAsync(asked, """{"ok":true,"payload":{"bins":{"git":"/usr/bin/git"}},"payloadJSON":null}""");
            await peer.WaitForCloseAsync();
        });
        using var cli = new CliRun().For(gateway);

        Assert.Equal(
            ExitCodes.Success,
            await cli.RunAsync("nodes", "invoke", "--node", node, "--command", "system.which", "--params", """{"bins":["git"]}""", "--idempotency-key", "k"));

        var parameters = asked.GetProperty("params");
        Assert.Equal((Id, "k", 15_000), (parameters.GetProperty("nodeId").GetString(), parameters.GetProperty("idempotencyKey").GetString(), parameters.GetProperty("timeoutMs").GetInt32()));
        Assert.Equal("/usr/bin/git", cli.Json.GetProperty("bins").GetProperty("git").GetString());
    }

    [Fact]
    public async Task An_unknown_node_is_named()
    {
        await using var gateway = await ServeAsync(Nodes);
        using var cli = new CliRun().For(gateway);

        Assert.Equal(ExitCodes.Failure, await cli.RunAsync("nodes", "describe", "--node", "nosuch"));

        Assert.Equal("nodes describe failed: unknown node: nosuch", cli.Error.Trim());
    }

    [Fact]
    public async Task A_request_that_is_gone_is_named_with_the_way_to_find_the_others()
    {
        await using var gateway = await ServeAsync("""{"pending":[],"paired":[]}""");
        using var cli = new CliRun().For(gateway);

        Assert.Equal(ExitCodes.Failure, await cli.RunAsync("devices", "approve", "nosuch"));

        Assert.Equal(
            "No pending device request matches nosuch. Run openclaw devices list and retry with the current request ID.", cli.Error.Trim());
    }

    [Fact]
    public async Task Approving_without_a_request_shows_the_newest_and_decides_nothing()
    {
        await using var gateway = await ServeAsync(
            """
            {"pending":[{"requestId":"old","deviceId":"d1","roles":["operator"],"scopes":["operator.read"],"ts":1},
            {"requestId":"new","deviceId":"d2","displayName":"Phone","roles":["operator"],"scopes":["operator.read"],"ts":2}],"paired":[]}
            """);
        using var cli = new CliRun().For(gateway);

        Assert.Equal(ExitCodes.Failure, await cli.RunAsync("devices", "approve"));

        Assert.Contains("Phone (d2) asks for operator with operator.read.", cli.Output, StringComparison.Ordinal);
        Assert.Contains("openclaw devices approve new", cli.Output, StringComparison.Ordinal);
    }

    private static Task<FakeGateway> ServeAsync(string answer) => FakeGateway.StartAsync(async peer =>
    {
        await peer.AcceptAsync();
        await peer.RespondAsync(await peer.ReadAsync(), answer);
        await peer.WaitForCloseAsync();
    });
}
