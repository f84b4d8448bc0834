using OpenClaw.Host.Events;
using OpenClaw.Host.Nodes.Older;
using OpenClaw.Host.Nodes.Surfaces;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Security.Pairing;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Nodes;

namespace OpenClaw.Host.Nodes.Rpc;

/// <summary><c>node.pair.request</c> and <c>node.pair.verify</c>, which protocol 3 has and its successor dropped. Any caller may use them.</summary>
internal sealed class OlderNodePairRpc(OlderNodes nodes, IEventPublisher events) : IRpcModule
{
    private const int LongestText = 128;

    public void Register(RpcMethods methods)
    {
        methods.Add(
            MethodNames.NodePairRequest,
            static () => ProtocolJsonContext.Default.NodePairRequestParams,
            static () => ProtocolJsonContext.Default.NodePairRequestResult,
            AskAsync);
        methods.Add(
            MethodNames.NodePairVerify,
            static () => ProtocolJsonContext.Default.NodePairVerifyParams,
            static () => ProtocolJsonContext.Default.NodePairVerifyResult,
            async (_, parameters, cancellationToken) =>
            {
                var node = await nodes.VerifyAsync(parameters.NodeId.Trim(), parameters.Token, cancellationToken);
                return new NodePairVerifyResult { Ok = node is not null, Node = node };
            });
    }

    private async ValueTask<NodePairRequestResult> AskAsync(RpcCall call, NodePairRequestParams parameters, CancellationToken cancellationToken)
    {
        var (request, created) = await nodes.AskAsync(Wanted(parameters), call.Caller, cancellationToken);
        if (created && request.Silent is not true)
        {
            events.Publish(GatewayEvent.Create(EventNames.NodePairRequested, request, ProtocolJsonContext.Default.PendingNode) with
            {
                IsFor = caller => DeviceAuthority.MayManage(caller, request.NodeId),
            });
        }

        return new NodePairRequestResult { Status = "pending", Request = request, Created = created };
    }

    private static PendingNode Wanted(NodePairRequestParams parameters) => new()
    {
        RequestId = "",
        NodeId = Text("nodeId", parameters.NodeId.Trim()) is { Length: > 0 } nodeId ? nodeId : throw Wrong("nodeId", "must not be empty"),
        DisplayName = Text("displayName", parameters.DisplayName),
        Platform = Text("platform", parameters.Platform),
        Version = Text("version", parameters.Version),
        CoreVersion = Text("coreVersion", parameters.CoreVersion),
        UiVersion = Text("uiVersion", parameters.UiVersion),
        DeviceFamily = Text("deviceFamily", parameters.DeviceFamily),
        ModelIdentifier = Text("modelIdentifier", parameters.ModelIdentifier),
        RemoteIp = Text("remoteIp", parameters.RemoteIp),
        Caps = Names("caps", parameters.Caps),
        Commands = Names("commands", parameters.Commands),
        Silent = parameters.Silent is true ? true : null,
        Ts = 0,
    };

    private static string? Text(string name, string? text) => text is null || (text.Length <= LongestText && !text.Any(char.IsControl))
        ? text
        : throw Wrong(name, $"must have at most {LongestText} characters, none of them a control character");

    private static IReadOnlyList<string>? Names(string name, IReadOnlyList<string>? names)
    {
        if (names?.Count > NodeSurface.MaxNames)
        {
            throw Wrong(name, $"must not have more than {NodeSurface.MaxNames} entries");
        }

        return names is null ? null : [.. names.Select(one => Text(name, one)!)];
    }

    private static RpcException Wrong(string name, string why) => RpcException.InvalidRequest($"invalid node.pair.request params: at /{name}: {why}");
}
