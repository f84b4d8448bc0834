using System.Text.Json;
using OpenClaw.Host.IntegrationTests.Devices;
using OpenClaw.Host.IntegrationTests.Gateway;
using OpenClaw.Protocol.Connect;

namespace OpenClaw.Host.IntegrationTests.Nodes;

/// <summary>What the tests of this folder do all the time.</summary>
internal static class NodeTestExtensions
{
    /// <summary>A node as the official one describes itself.</summary>
    public static ConnectParams Demo(params string[] commands) => TestDevice.Node(commands) with
    {
        Client = TestDevice.Node().Client with { DisplayName = "Demo Node", DeviceFamily = "Linux" },
        Caps = ["device", "system"],
        Permissions = new Dictionary<string, bool> { ["notifications"] = true },
    };

    extension(TestGateway gateway)
    {
        public async Task<FrameClient> OwnerAsync() => (await gateway.ConnectAsync()).Client;

        /// <summary>A node that is here and whose surface was approved.</summary>
        public async Task<FrameClient> ApprovedNodeAsync(FrameClient owner, TestDevice device, params string[] commands)
        {
            var (node, _) = await gateway.EnterAsync(device, Demo(commands));
            var request = await owner.HearAsync("node.pair.requested");
            await owner.AskAsync("node.pair.approve", $$"""{"requestId":"{{request.Text("requestId")}}"}""");
            await node.HearAsync("node.pair.resolved");
            await owner.HearAsync("node.pair.resolved");
            return node;
        }
    }

    extension(FrameClient client)
    {
        public Task<JsonElement> RowAsync(TestDevice device) => client.AskAsync("node.describe", $$"""{"nodeId":"{{device.Id}}"}""");

        /// <summary>Sends an invocation and gives the id of the call, whose answer comes later.</summary>
        public async Task<string> InvokeAsync(
            TestDevice device, string command, string parameters = "{}", string? key = null, int timeoutMs = 20_000)
        {
            var id = Guid.NewGuid().ToString();
            await client.SendAsync(
                $$$"""
                {"type":"req","id":"{{{id}}}","method":"node.invoke","params":{"nodeId":"{{{device.Id}}}","command":"{{{command}}}",
                "params":{{{parameters}}},"timeoutMs":{{{timeoutMs}}},"idempotencyKey":"{{{key ?? id}}}"}}
                """);
            return id;
        }

        /// <summary>Reports the result of an invocation, as a node.</summary>
        public Task<JsonElement> ReportAsync(TestDevice device, string? invocation, string result = "\"ok\":true,\"payload\":{}") =>
            client.AskAsync("node.invoke.result", $$"""{"id":"{{invocation}}","nodeId":"{{device.Id}}",{{result}}}""");

        public async Task<JsonElement> ErrorOfAsync(string id)
        {
            var answer = await client.ReceiveAnswerAsync(id);
            Assert.False(answer.GetProperty("ok").GetBoolean(), answer.ToString());
            return answer.GetProperty("error");
        }
    }
}
