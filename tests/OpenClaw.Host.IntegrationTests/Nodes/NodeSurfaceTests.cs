using OpenClaw.Host.Configuration.Model.Gateway;
using OpenClaw.Host.IntegrationTests.Devices;
using OpenClaw.Host.IntegrationTests.Gateway;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Connect;

namespace OpenClaw.Host.IntegrationTests.Nodes;

public sealed class NodeSurfaceTests
{
    private readonly TestDevice _device = new();

    [Fact]
    public async Task What_a_node_offers_waits_for_approval_and_counts_at_once_when_approved()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var owner = await gateway.OwnerAsync();
        var (node, _) = await gateway.EnterAsync(_device, NodeTestExtensions.Demo("device.info", "system.run", "system.notify", "camera.snap"));
        await using var closing = node;

        var request = await owner.HearAsync("node.pair.requested");
        Assert.Equal(["system.run", "system.notify"], request.Words("commands"));
        Assert.Equal([OperatorScopes.Pairing, OperatorScopes.Admin], request.Words("requiredApproveScopes"));
        Assert.True(request.GetProperty("silent").GetBoolean());
        var waiting = await owner.RowAsync(_device);
        Assert.Equal(("pending-approval", request.Text("requestId")), (waiting.Text("approvalState"), waiting.Text("pendingRequestId")));
        Assert.Empty(waiting.Words("commands"));
        Assert.Equal(["system.notify", "system.run"], waiting.Words("pendingDeclaredCommands"));
        Assert.Empty((await owner.AskAsync("node.pair.list")).GetProperty("paired").EnumerateArray());

        var approved = await owner.AskAsync("node.pair.approve", Decision(request.Text("requestId")));
        Assert.Equal(["system.run", "system.notify"], approved.GetProperty("node").Words("commands"));
        Assert.Equal("approved", (await node.HearAsync("node.pair.resolved")).Text("decision"));
        Assert.Equal("approved", (await owner.HearAsync("node.pair.resolved")).Text("decision"));
        var row = await owner.RowAsync(_device);
        Assert.Equal("approved", row.Text("approvalState"));
        Assert.Equal(["system.notify", "system.run"], row.Words("commands"));
        Assert.Equal(["device", "system"], row.Words("caps"));
        Assert.Equal("unknown requestId", await owner.FailAsync("node.pair.approve", Decision(request.Text("requestId"))));
    }

    [Fact]
    public async Task A_node_that_comes_back_with_the_same_or_less_is_not_asked_about_again_and_with_more_it_is()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var owner = await gateway.OwnerAsync();
        await using (await gateway.ApprovedNodeAsync(owner, _device, "system.notify", "system.which"))
        {
        }

        var (narrower, _) = await gateway.EnterAsync(_device, NodeTestExtensions.Demo("system.notify"));
        await using (narrower)
        {
            await narrower.AskAsync("health");
            Assert.Equal(["system.notify"], (await owner.RowAsync(_device)).Words("commands"));
        }

        var (wider, _) = await gateway.EnterAsync(_device, NodeTestExtensions.Demo("system.notify", "system.which", "system.run"));
        await using var closing = wider;
        var request = await owner.HearAsync("node.pair.requested");
        Assert.True(request.GetProperty("isRepair").GetBoolean());
        var row = await owner.RowAsync(_device);
        Assert.Equal("pending-approval", row.Text("approvalState"));
        Assert.Equal(["system.notify", "system.which"], row.Words("commands"));

        Assert.Equal(_device.Id, (await owner.AskAsync("node.pair.reject", Decision(request.Text("requestId")))).Text("nodeId"));
        Assert.Equal("rejected", (await wider.HearAsync("node.pair.resolved")).Text("decision"));
        Assert.Equal("approved", (await owner.RowAsync(_device)).Text("approvalState"));
    }

    [Fact]
    [Trait("Threat", "AUTH-22")]
    public async Task Approving_takes_the_scopes_that_the_commands_call_for()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var owner = await gateway.OwnerAsync();
        var (pairer, _) = await gateway.ConnectAsync(Connects.Request(Connects.TokenAuth, scopes: """["operator.pairing"]"""));
        await using var closingPairer = pairer;
        var (node, _) = await gateway.EnterAsync(_device, NodeTestExtensions.Demo("system.notify"));
        await using (node)
        {
            var request = Decision((await owner.HearAsync("node.pair.requested")).Text("requestId"));
            Assert.Equal("missing scope: operator.write", await pairer.FailAsync("node.pair.approve", request));
        }

        var (runner, _) = await gateway.EnterAsync(new TestDevice(), NodeTestExtensions.Demo("system.run"));
        await using var closingRunner = runner;
        var second = Decision((await owner.HearAsync("node.pair.requested")).Text("requestId"));
        Assert.Equal("missing scope: operator.admin", await pairer.FailAsync("node.pair.approve", second));
        Assert.Equal("unauthorized role: node", await runner.FailAsync("node.pair.approve", second));
        await owner.AskAsync("node.pair.approve", second);
    }

    [Fact]
    public async Task The_configuration_widens_and_narrows_what_nodes_may_run()
    {
        await using var gateway = await TestGateway.StartAsync(TestGateway.DefaultConfig with
        {
            Nodes = new GatewayNodesConfig { AllowCommands = ["camera.snap"], DenyCommands = ["system.run"] },
        });
        await using var owner = await gateway.OwnerAsync();
        await using var node = await gateway.ApprovedNodeAsync(owner, _device, "camera.snap", "system.run", "system.notify");

        Assert.Equal(["camera.snap", "system.notify"], (await owner.RowAsync(_device)).Words("commands"));
        var refused = await owner.ErrorOfAsync(await owner.InvokeAsync(_device, "system.run"));
        Assert.Equal("node command not allowed: \"system.run\" is denied by gateway.nodes.commands.deny", refused.Text("message"));
    }

    [Fact]
    public async Task Approvals_outlive_a_restart_and_end_with_the_device()
    {
        using var state = new TemporaryDirectory();
        await using (var gateway = await TestGateway.StartAsync(stateDirectory: state.Path))
        {
            await using var owner = await gateway.OwnerAsync();
            await using var node = await gateway.ApprovedNodeAsync(owner, _device, "system.notify");
            await owner.AskAsync("node.rename", $$"""{"nodeId":"{{_device.Id}}","displayName":"  Kitchen  "}""");
        }

        await using var second = await TestGateway.StartAsync(stateDirectory: state.Path);
        await using var again = await second.OwnerAsync();
        var row = await again.RowAsync(_device);
        Assert.Equal(("Kitchen", "approved", false), (row.Text("displayName"), row.Text("approvalState"), row.GetProperty("connected").GetBoolean()));
        Assert.Equal(["system.notify"], row.Words("commands"));

        await again.AskAsync("device.pair.remove", $$"""{"deviceId":"{{_device.Id}}"}""");
        Assert.Equal("unknown nodeId", await again.FailAsync("node.describe", $$"""{"nodeId":"{{_device.Id}}"}"""));

        // The same key again: it has to ask like any other.
        var (returned, _) = await second.EnterAsync(_device, NodeTestExtensions.Demo("system.notify"));
        await using var closing = returned;
        await again.HearAsync("node.pair.requested");
        Assert.Empty((await again.RowAsync(_device)).Words("commands"));
    }

    [Fact]
    public async Task Removing_a_node_ends_its_connection_and_leaves_other_roles_alone()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var owner = await gateway.OwnerAsync();
        var (person, _) = await gateway.EnterAsync(_device, TestDevice.Operator(OperatorScopes.Read));
        await using var closingPerson = person;
        await using var node = await gateway.ApprovedNodeAsync(owner, _device, "system.notify");

        await owner.AskAsync("node.pair.remove", $$"""{"nodeId":"{{_device.Id}}"}""");

        Assert.Equal("removed", (await owner.HearAsync("node.pair.resolved")).Text("decision"));
        Assert.Equal(4001, (await node.ReceiveEndAsync()).CloseCode);
        Assert.Empty((await owner.AskAsync("node.list")).GetProperty("nodes").EnumerateArray());
        Assert.Equal(["operator"], (await owner.AskAsync("device.pair.list")).GetProperty("paired")[0].Words("roles"));
        await person.AskAsync("health");
        Assert.Equal("unknown nodeId", await owner.FailAsync("node.pair.remove", $$"""{"nodeId":"{{_device.Id}}"}"""));
    }

    [Fact]
    public async Task A_node_of_the_third_generation_on_this_machine_is_not_asked_about()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var owner = await gateway.OwnerAsync();
        var (node, _) = await gateway.EnterAsync(_device, NodeTestExtensions.Demo("system.which").Legacy(), version: 2);
        await using var closing = node;

        Assert.Equal("approved", (await owner.HearAsync("node.pair.resolved")).Text("decision"));
        Assert.Equal(["system.which"], (await owner.RowAsync(_device)).Words("commands"));
    }

    [Fact]
    public async Task Names_that_are_none_and_lists_without_end_are_cut()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var owner = await gateway.OwnerAsync();
        var flood = NodeTestExtensions.Demo("system.notify", "system.notify", "a b", new string('x', 200)) with
        {
            Caps = [.. Enumerable.Range(0, 1000).Select(static number => $"cap{number}")],
        };
        var (node, _) = await gateway.EnterAsync(_device, flood);
        await using var closing = node;

        var request = await owner.HearAsync("node.pair.requested");
        Assert.Equal(["system.notify"], request.Words("commands"));
        Assert.Equal(256, request.Words("caps").Length);
    }

    private static string Decision(string? requestId) => $$"""{"requestId":"{{requestId}}"}""";
}
