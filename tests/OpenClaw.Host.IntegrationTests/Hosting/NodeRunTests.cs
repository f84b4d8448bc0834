using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Client;
using OpenClaw.Client.Notices;

namespace OpenClaw.Host.IntegrationTests.Hosting;

public sealed class NodeRunTests
{
    private const string ReadyLine = "[node] ready";

    [Fact]
    public async Task This_machine_lends_what_was_approved_and_runs_no_programs_unless_its_owner_said_so()
    {
        using var folder = GatewayFolder.WithConfig();
        await using var gateway = await GatewayProcess.StartAsync(folder);
        await using var talk = await gateway.ConnectAsync();
        await using var node = await StartNodeAsync(folder, gateway);
        var nodeId = await ApproveAsync(talk);

        var which = await InvokeAsync(talk, nodeId, "system.which", """{"bins":["sh","no-such-program","../sh"]}""");
        Assert.Equal(["sh"], which.GetProperty("payload").GetProperty("bins").EnumerateObject().Select(static bin => bin.Name));
        var notified = await InvokeAsync(talk, nodeId, "system.notify", """{"title":"Tea","body":"is\nready"}""");
        Assert.Equal("terminal", notified.GetProperty("payload").GetProperty("via").GetString());
        Assert.Contains("[notify] Tea: is", node.Output, StringComparison.Ordinal);
        var refused = await Assert.ThrowsAsync<GatewayRequestException>(() => InvokeAsync(talk, nodeId, "system.run", """{"command":["true"]}"""));
        Assert.StartsWith("EXEC_OFF: this node runs no programs until its owner starts it", refused.Error.Message, StringComparison.Ordinal);

        // A clean end is no failure, and the gateway notices.
        await node.TerminateAsync();
        Assert.Equal(0, await node.WaitForExitAsync());
    }

    [Fact]
    public async Task A_program_runs_once_a_person_has_allowed_it_and_not_when_it_was_denied()
    {
        using var folder = GatewayFolder.WithConfig();
        await using var gateway = await GatewayProcess.StartAsync(folder);
        await using var talk = await gateway.ConnectAsync();
        await using var node = await StartNodeAsync(folder, gateway, "--allow-exec");
        var nodeId = await ApproveAsync(talk);

        var allowed = InvokeAsync(talk, nodeId, "system.run", """{"command":["sh","-c","echo out; echo err >&2; exit 3"]}""");
        await DecideAsync(talk, "sh -c 'echo out; echo err >&2; exit 3'", "allow-once");
        var result = (await allowed).GetProperty("payload");
        Assert.Equal((3, false, "out\n", "err\n"), (
            result.GetProperty("exitCode").GetInt32(), result.GetProperty("success").GetBoolean(),
            result.GetProperty("stdout").GetString(), result.GetProperty("stderr").GetString()));

        var denied = InvokeAsync(talk, nodeId, "system.run", """{"command":["true"]}""");
        await DecideAsync(talk, "true", "deny");
        var error = await Assert.ThrowsAsync<GatewayRequestException>(() => denied);
        Assert.StartsWith("SYSTEM_RUN_DENIED", error.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_node_that_comes_with_a_setup_code_needs_no_secret_and_no_approval()
    {
        using var folder = GatewayFolder.WithConfig();
        using var elsewhere = GatewayFolder.WithConfig();
        await using var gateway = await GatewayProcess.StartAsync(folder);
        await using var talk = await gateway.ConnectAsync();
        var setup = await talk.AskAsync("device.pair.setupCode", new JsonObject { ["publicUrl"] = gateway.Url.ToString(), ["bootstrapProfile"] = "node" });

        await using var node = OpenClawProcess.Start(
            elsewhere, ReadyLine, "node", "run", "--setup-code", setup.GetProperty("setupCode").GetString()!);
        await node.WaitForLineAsync();

        var row = (await talk.AskAsync("node.list")).GetProperty("nodes")[0];
        Assert.Equal("approved", row.GetProperty("approvalState").GetString());
        var which = await InvokeAsync(talk, row.GetProperty("nodeId").GetString()!, "system.which", """{"bins":["sh"]}""");
        Assert.True(which.GetProperty("payload").GetProperty("bins").TryGetProperty("sh", out _));
    }

    private static async Task<OpenClawProcess> StartNodeAsync(GatewayFolder folder, GatewayProcess gateway, params string[] arguments)
    {
        var node = OpenClawProcess.Start(
            folder, ReadyLine, ["node", "run", "--name", "Here", "--port", $"{gateway.Port}", .. arguments]);
        try
        {
            await node.WaitForLineAsync();
            return node;
        }
        catch
        {
            await node.DisposeAsync();
            throw;
        }
    }

    private static async Task<string> ApproveAsync(GatewayTalk talk)
    {
        var pending = (await talk.AskAsync("node.pair.list")).GetProperty("pending")[0];
        Assert.Equal("Here", pending.GetProperty("displayName").GetString());
        await talk.AskAsync("node.pair.approve", new JsonObject { ["requestId"] = pending.GetProperty("requestId").GetString() });
        return pending.GetProperty("nodeId").GetString()!;
    }

    private static Task<JsonElement> InvokeAsync(GatewayTalk talk, string nodeId, string command, string parameters) => talk.AskAsync(
        "node.invoke",
        new JsonObject
        {
            ["nodeId"] = nodeId,
            ["command"] = command,
            ["params"] = JsonNode.Parse(parameters),
            ["timeoutMs"] = 25_000,
            ["idempotencyKey"] = Guid.NewGuid().ToString(),
        });

    private static async Task DecideAsync(GatewayTalk talk, string command, string decision)
    {
        var asked = ((GatewayEvent)await talk.UntilAsync(static notice => notice is GatewayEvent { Name: "exec.approval.requested" })).Payload;
        Assert.Equal(command, asked.GetProperty("request").GetProperty("command").GetString());
        await talk.AskAsync("exec.approval.resolve", new JsonObject { ["id"] = asked.GetProperty("id").GetString(), ["decision"] = decision });
    }
}
