using System.CommandLine;
using System.Text.Json;
using OpenClaw.Client;
using OpenClaw.Host.Cli.Commands.Devices;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Nodes;

namespace OpenClaw.Host.Cli.Commands.Nodes;

/// <summary><c>nodes approve</c> and <c>nodes reject</c>.</summary>
internal sealed class NodesDecideCommand(string verb, string method, string done)
    : DeviceCommand(verb, $"{char.ToUpperInvariant(verb[0])}{verb[1..]} what a node offers")
{
    private readonly Argument<string> _request = new("requestId") { Description = "The request, as nodes pending shows it" };

    protected override void Configure(Command command)
    {
        command.Arguments.Add(_request);
        base.Configure(command);
    }

    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var requestId = invocation.Get(_request)!;
        try
        {
            return await ChangeAsync(
                invocation,
                method,
                JsonSerializer.SerializeToElement(
                    new NodePairDecisionParams { RequestId = requestId }, ProtocolJsonContext.Default.NodePairDecisionParams),
                $"{done} the request {requestId}.",
                cancellationToken);
        }
        catch (GatewayRequestException error) when (error.Error.Message == "unknown requestId")
        {
            throw new CliException($"nodes {Verb} failed: no pending request {requestId}. Run openclaw nodes pending and retry with the current request ID.");
        }
    }
}
