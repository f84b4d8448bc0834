namespace OpenClaw.Host.Cli.Commands.Gateways;

/// <summary>Addresses of the gateway for people.</summary>
internal sealed record GatewayStatusLinks(string HttpUrl, string WsUrl);
