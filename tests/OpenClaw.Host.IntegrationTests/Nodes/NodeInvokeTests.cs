using OpenClaw.Host.IntegrationTests.Devices;
using OpenClaw.Host.IntegrationTests.Gateway;
using OpenClaw.Host.Nodes.Invocations;

namespace OpenClaw.Host.IntegrationTests.Nodes;

public sealed class NodeInvokeTests
{
    private readonly TestDevice _device = new();

    [Fact]
    public async Task A_node_that_never_answers_is_told_to_stop_and_its_late_answer_is_ignored()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var owner = await gateway.OwnerAsync();
        await using var node = await gateway.ApprovedNodeAsync(owner, _device, "system.notify");

        var call = await owner.InvokeAsync(_device, "system.notify", timeoutMs: 200);
        var request = await node.HearAsync("node.invoke.request");
        Assert.Equal(request.Text("id"), (await node.HearAsync("node.invoke.cancel")).Text("invokeId"));
        var error = await owner.ErrorOfAsync(call);
        Assert.Equal("TIMEOUT: node invoke timed out", error.Text("message"));
        Assert.True((await node.ReportAsync(_device, request.Text("id"))).GetProperty("ignored").GetBoolean());
    }

    [Fact]
    public async Task A_node_that_goes_away_in_the_middle_fails_what_it_was_asked()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var owner = await gateway.OwnerAsync();
        string call;
        await using (var node = await gateway.ApprovedNodeAsync(owner, _device, "system.notify"))
        {
            call = await owner.InvokeAsync(_device, "system.notify");
            await node.HearAsync("node.invoke.request");
        }

        var error = await owner.ErrorOfAsync(call);
        Assert.Equal("NOT_CONNECTED: node disconnected", error.Text("message"));
        Assert.True(error.GetProperty("details").GetProperty("nodeCommandDispatched").GetBoolean());

        var offline = await owner.ErrorOfAsync(await owner.InvokeAsync(_device, "system.notify"));
        Assert.Equal(("node not connected", "NOT_CONNECTED"), (offline.Text("message"), offline.Text("details", "code")));
        Assert.False(offline.GetProperty("details").GetProperty("nodeCommandDispatched").GetBoolean());
    }

    [Fact]
    public async Task A_repeated_call_runs_once_and_gets_the_answer_of_the_first()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var owner = await gateway.OwnerAsync();
        await using var node = await gateway.ApprovedNodeAsync(owner, _device, "system.notify");

        var first = await owner.InvokeAsync(_device, "system.notify", key: "once");
        var second = await owner.InvokeAsync(_device, "system.notify", key: "once");
        var request = await node.HearAsync("node.invoke.request");
        await node.ReportAsync(_device, request.Text("id"), "\"ok\":true,\"payload\":{\"n\":1}");
        var answers = new[] { await owner.ReceiveFrameAsync(), await owner.ReceiveFrameAsync() };
        Assert.Equal(new[] { first, second }.Order(), answers.Select(answer => answer.Text("id")!).Order());
        Assert.All(answers, answer => Assert.Equal(1, answer.GetProperty("payload").GetProperty("payload").GetProperty("n").GetInt32()));

        // After the end too; and a key stands for one thing.
        var third = await owner.InvokeAsync(_device, "system.notify", key: "once");
        Assert.True((await owner.ReceiveAnswerAsync(third)).GetProperty("ok").GetBoolean());
        var other = await owner.ErrorOfAsync(await owner.InvokeAsync(_device, "system.notify", """{"other":1}""", key: "once"));
        Assert.Equal("this idempotencyKey was used for another invocation; use a new one", other.Text("message"));
        Assert.DoesNotContain(node.PassedOver, static frame => frame.Text("event") == "node.invoke.request");
    }

    [Fact]
    public async Task A_node_answers_for_itself_only()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var owner = await gateway.OwnerAsync();
        await using var node = await gateway.ApprovedNodeAsync(owner, _device, "system.notify");
        var stranger = new TestDevice();
        await using var other = await gateway.ApprovedNodeAsync(owner, stranger, "system.notify");

        var call = await owner.InvokeAsync(_device, "system.notify");
        var id = (await node.HearAsync("node.invoke.request")).Text("id");
        Assert.True((await other.ReportAsync(stranger, id)).GetProperty("ignored").GetBoolean());
        Assert.StartsWith(
            "nodeId mismatch", await other.FailAsync("node.invoke.result", $$"""{"id":"{{id}}","nodeId":"{{_device.Id}}","ok":true}"""), StringComparison.Ordinal);
        Assert.True((await node.AskAsync(
            "node.invoke.progress", $$"""{"invokeId":"{{id}}","nodeId":"{{_device.Id}}","seq":0,"chunk":"half"}""")).GetProperty("ok").GetBoolean());
        await node.ReportAsync(_device, id);
        Assert.True((await owner.ReceiveAnswerAsync(call)).GetProperty("ok").GetBoolean());
    }

    [Fact]
    public async Task A_new_connection_of_a_node_replaces_the_old_one()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var owner = await gateway.OwnerAsync();
        await using var old = await gateway.ApprovedNodeAsync(owner, _device, "system.notify");
        var lost = await owner.InvokeAsync(_device, "system.notify");
        await old.HearAsync("node.invoke.request");

        var (node, _) = await gateway.EnterAsync(_device, NodeTestExtensions.Demo("system.notify"));
        await using var closing = node;
        Assert.Equal("NOT_CONNECTED: node disconnected", (await owner.ErrorOfAsync(lost)).Text("message"));
        await old.DisposeAsync();
        var call = await owner.InvokeAsync(_device, "system.notify");
        await node.ReportAsync(_device, (await node.HearAsync("node.invoke.request")).Text("id"));
        Assert.True((await owner.ReceiveAnswerAsync(call)).GetProperty("ok").GetBoolean());
    }

    [Fact]
    public async Task A_node_is_not_asked_more_at_once_than_it_can_take()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var owner = await gateway.OwnerAsync();
        await using var node = await gateway.ApprovedNodeAsync(owner, _device, "system.notify");

        var clients = new List<FrameClient>();
        for (var number = 0; number < OpenInvocations.MaxPerNode; number++)
        {
            if (number % 8 == 0)
            {
                clients.Add(await gateway.OwnerAsync());
            }

            await clients[^1].InvokeAsync(_device, "system.notify");
            await node.HearAsync("node.invoke.request");
        }

        var error = await owner.ErrorOfAsync(await owner.InvokeAsync(_device, "system.notify"));
        Assert.StartsWith("too many invocations at once", error.Text("message"), StringComparison.Ordinal);
        foreach (var client in clients)
        {
            await client.DisposeAsync();
        }
    }

    [Fact]
    public async Task Payloads_have_a_size()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var owner = await gateway.OwnerAsync();
        await using var node = await gateway.ApprovedNodeAsync(owner, _device, "system.notify");

        var large = await owner.ErrorOfAsync(
            await owner.InvokeAsync(_device, "system.notify", $"\"{new string('x', NodeInvoker.MaxParamsBytes)}\""));
        Assert.StartsWith("invalid node.invoke params: at /params", large.Text("message"), StringComparison.Ordinal);

        var call = await owner.InvokeAsync(_device, "system.notify");
        var id = (await node.HearAsync("node.invoke.request")).Text("id");
        await node.ReportAsync(_device, id, $"\"ok\":true,\"payloadJSON\":\"{new string('x', NodeInvoker.MaxResultBytes + 1)}\"");
        Assert.StartsWith("PAYLOAD_TOO_LARGE", (await owner.ErrorOfAsync(call)).Text("message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_that_is_no_json_is_handed_on_as_text()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var owner = await gateway.OwnerAsync();
        await using var node = await gateway.ApprovedNodeAsync(owner, _device, "system.notify");

        var call = await owner.InvokeAsync(_device, "system.notify");
        await node.ReportAsync(_device, (await node.HearAsync("node.invoke.request")).Text("id"), "\"ok\":true,\"payloadJSON\":\"{half\"");
        var payload = (await owner.ReceiveAnswerAsync(call)).GetProperty("payload");
        Assert.Equal("{half", payload.Text("payloadJSON"));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, payload.GetProperty("payload").ValueKind);
    }

    [Fact]
    public async Task Stores_of_approvals_are_not_reached_this_way()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var owner = await gateway.OwnerAsync();
        var error = await owner.ErrorOfAsync(await owner.InvokeAsync(_device, "system.execApprovals.set"));
        Assert.Contains("exec.approvals.node.set", error.Text("message"), StringComparison.Ordinal);
    }
}
