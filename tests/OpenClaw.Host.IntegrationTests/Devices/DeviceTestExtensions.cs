using System.Text.Json;
using OpenClaw.Host.Configuration.Model.Gateway;
using OpenClaw.Host.IntegrationTests.Gateway;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Connect;

namespace OpenClaw.Host.IntegrationTests.Devices;

/// <summary>What the tests of this folder do all the time.</summary>
internal static class DeviceTestExtensions
{
    public const string RemoteAddress = "203.0.113.7";

    /// <summary>Makes this machine a trusted proxy, so that a connection can come from elsewhere.</summary>
    public static readonly GatewayConfig BehindProxy = TestGateway.DefaultConfig with { TrustedProxies = ["127.0.0.1"] };

    public static readonly string[] FromAfar = [$"X-Forwarded-For: {RemoteAddress}"];

    extension(TestGateway gateway)
    {
        /// <summary>Connects as a device and gives the whole answer.</summary>
        public async Task<(FrameClient Client, JsonElement Answer)> TryConnectAsync(
            TestDevice device, ConnectParams connect, string[]? headers = null, int version = 3)
        {
            var client = await gateway.OpenAsync(headers: headers ?? []);
            await client.SendAsync(TestDevice.Request(device.Sign(connect, client, version)));
            return (client, await client.ReceiveFrameAsync());
        }

        /// <summary>Connects as a device that is expected to get in, and gives what it was granted.</summary>
        public async Task<(FrameClient Client, JsonElement Auth)> EnterAsync(
            TestDevice device, ConnectParams connect, string[]? headers = null, int version = 3)
        {
            var (client, answer) = await gateway.TryConnectAsync(device, connect, headers, version);
            Assert.True(answer.GetProperty("ok").GetBoolean(), answer.ToString());
            return (client, answer.GetProperty("payload").GetProperty("auth"));
        }

        /// <summary>Connects as a device that is expected to be turned away; gives the error, and checks that the close repeats it.</summary>
        public async Task<(JsonElement Error, ServerMessage Close)> RefuseAsync(TestDevice device, ConnectParams connect, string[]? headers = null)
        {
            var (client, answer) = await gateway.TryConnectAsync(device, connect, headers);
            await using var closing = client;
            Assert.False(answer.GetProperty("ok").GetBoolean(), answer.ToString());
            var close = await client.ReceiveEndAsync();
            Assert.Equal(1008, close.CloseCode);
            return (answer.GetProperty("error"), close);
        }
    }

    extension(FrameClient client)
    {
        public async Task<JsonElement> CallAsync(string method, string parameters = "{}")
        {
            var id = Guid.NewGuid().ToString();
            await client.SendAsync($$"""{"type":"req","id":"{{id}}","method":"{{method}}","params":{{parameters}}}""");
            while (true)
            {
                var frame = await client.ReceiveFrameAsync();
                if (frame.Text("type") == "res" && frame.Text("id") == id)
                {
                    return frame;
                }

                client.PassedOver.Add(frame);
            }
        }

        /// <summary>The payload of the next event of that name, also when it came before an answer.</summary>
        public async Task<JsonElement> HearAsync(string name)
        {
            var heard = client.PassedOver.FindIndex(frame => frame.Text("event") == name);
            if (heard < 0)
            {
                return (await client.ReceiveEventAsync(name)).GetProperty("payload");
            }

            var payload = client.PassedOver[heard].GetProperty("payload");
            client.PassedOver.RemoveRange(0, heard + 1);
            return payload;
        }

        /// <summary>Calls a method that is expected to succeed.</summary>
        public async Task<JsonElement> AskAsync(string method, string parameters = "{}")
        {
            var answer = await client.CallAsync(method, parameters);
            Assert.True(answer.GetProperty("ok").GetBoolean(), answer.ToString());
            return answer.GetProperty("payload");
        }

        /// <summary>Calls a method that is expected to fail, and gives the error's text.</summary>
        public async Task<string> FailAsync(string method, string parameters)
        {
            var answer = await client.CallAsync(method, parameters);
            Assert.False(answer.GetProperty("ok").GetBoolean(), answer.ToString());
            return answer.GetProperty("error").GetProperty("message").GetString()!;
        }
    }

    extension(ConnectParams connect)
    {
        public ConnectParams WithDeviceToken(string token) => connect with { Auth = new ConnectAuth { DeviceToken = token } };

        public ConnectParams WithToken(string token) => connect with { Auth = new ConnectAuth { Token = token } };

        public ConnectParams Legacy() => connect with { MinProtocol = ProtocolVersions.V3, MaxProtocol = ProtocolVersions.V3 };
    }

    extension(JsonElement element)
    {
        public string? Text(params string[] path) => element.Find(path) is { ValueKind: JsonValueKind.String } found ? found.GetString() : null;

        public string[] Words(params string[] path) => [.. element.Find(path)!.Value.EnumerateArray().Select(item => item.GetString()!)];

        private JsonElement? Find(string[] path)
        {
            var current = element;
            foreach (var name in path)
            {
                if (!current.TryGetProperty(name, out current))
                {
                    return null;
                }
            }

            return current;
        }
    }
}
