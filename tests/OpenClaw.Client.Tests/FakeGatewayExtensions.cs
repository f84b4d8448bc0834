namespace OpenClaw.Client.Tests;

/// <summary>How a client reaches the scripted gateway.</summary>
internal static class FakeGatewayExtensions
{
    extension(FakeGateway gateway)
    {
        public GatewayClientOptions Options =>
            new() { Url = gateway.Url, Token = FakeGateway.Token, ConnectTimeout = TimeSpan.FromSeconds(10) };
    }
}
