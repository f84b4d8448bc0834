using System.CommandLine;
using System.Text.Json;
using OpenClaw.Client;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Nodes;

namespace OpenClaw.Host.Cli.Commands.Nodes;

/// <summary><c>nodes invoke</c>: asks a node to run one of its commands.</summary>
internal sealed class NodesInvokeCommand() : NodeCommand("invoke", "Ask a node to run one of its commands")
{
    // The gateway's answer comes after the node's, or after the node's time is over.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(5);

    private readonly Option<string> _command = new("--command") { Description = "The command, for example system.which", HelpName = "command", Required = true };
    private readonly Option<string?> _params = new("--params") { Description = "What the command takes, as JSON", HelpName = "json" };
    private readonly Option<string?> _key = new("--idempotency-key") { Description = "Asking again with the same key runs nothing twice", HelpName = "key" };

    private readonly Option<int> _invokeTimeout = RemoteOptions.Positive(new("--invoke-timeout")
    {
        Description = "Longest wait for the node, in milliseconds",
        HelpName = "ms",
        DefaultValueFactory = static _ => 15_000,
    });

    protected override void Configure(Command command)
    {
        foreach (var option in new Option[] { _command, _params, _invokeTimeout, _key })
        {
            command.Options.Add(option);
        }

        base.Configure(command);
    }

    protected override async Task<int> RunAsync(
        CliInvocation invocation, GatewayClient client, JsonElement node, CancellationToken cancellationToken)
    {
        var limit = invocation.Get(_invokeTimeout);
        var parameters = JsonSerializer.SerializeToElement(
            new NodeInvokeParams
            {
                NodeId = node.TextAt("nodeId")!,
                Command = invocation.Get(_command)!,
                Params = Parse(invocation.Get(_params)),
                TimeoutMs = limit,
                IdempotencyKey = invocation.Get(_key) ?? Guid.NewGuid().ToString(),
            },
            ProtocolJsonContext.Default.NodeInvokeParams);
        var result = await client.RequestAsync(
            MethodNames.NodeInvoke,
            parameters,
            new GatewayRequestOptions { Timeout = TimeSpan.FromMilliseconds(limit) + Margin },
            cancellationToken);

        // People want what the node gave; scripts may want to know which node that was.
        invocation.Console.WriteJson(invocation.Json ? result : result.At("payload") ?? JsonElement.Parse("null"));
        return ExitCodes.Success;
    }

    private static JsonElement? Parse(string? text)
    {
        try
        {
            return text is null ? null : JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            throw new CliException("--params must be valid JSON.");
        }
    }
}
