using System.Text.Json;
using OpenClaw.Client;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Status;

namespace OpenClaw.Host.Cli.Logs;

/// <summary>Lines from a running gateway.</summary>
internal sealed class RemoteLogSource(GatewayClient client) : ILogSource
{
    public async Task<LogsTailResult> ReadAsync(LogsTailParams parameters, CancellationToken cancellationToken) =>
        await client.RequestAsync(
            MethodNames.LogsTail,
            parameters,
            ProtocolJsonContext.Default.LogsTailParams,
            ProtocolJsonContext.Default.LogsTailResult,
            cancellationToken: cancellationToken)
        ?? throw new JsonException("The gateway answered logs.tail with nothing.");
}
