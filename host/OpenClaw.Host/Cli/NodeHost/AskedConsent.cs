using System.Text.Json;
using OpenClaw.Client;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.NodeHost;

/// <summary>Asks through the gateway, as an operator: a node itself may not. One connection per question, made when there is one.</summary>
internal sealed class AskedConsent(Func<GatewayClient> connect, string nodeId) : IRunConsent
{
    public async ValueTask RequireAsync(ConsentRequest request, CancellationToken cancellationToken)
    {
        var asked = request with { NodeId = nodeId };
        JsonElement answer;
        try
        {
            await using var client = connect();
            await client.ConnectAsync(cancellationToken);
            answer = await client.RequestAsync(
                MethodNames.ExecApprovalRequest,
                JsonSerializer.SerializeToElement(asked, NodeHostJsonContext.Default.ConsentRequest),
                new GatewayRequestOptions { Timeout = TimeSpan.FromMilliseconds(asked.TimeoutMs) },
                cancellationToken);
        }
        catch (GatewayException error)
        {
            throw new NodeCommandException("APPROVAL_UNAVAILABLE", $"nobody could be asked to allow this command: {error.Message}");
        }

        var decision = answer.TextAt("decision");
        if (decision != "allow-once")
        {
            throw new NodeCommandException(
                "SYSTEM_RUN_DENIED", decision is null ? "approval required: nobody allowed this command in time" : "approval required: this command was denied");
        }
    }
}
