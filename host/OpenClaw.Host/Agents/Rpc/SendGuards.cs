using System.Text.Json;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Model.Sessions;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Sessions.Runs;
using OpenClaw.Protocol.Chat;

namespace OpenClaw.Host.Agents.Rpc;

/// <summary>Reads from a <c>chat.send</c> what its sender believes, and refuses what is known to be otherwise.</summary>
internal sealed class SendGuards(IConfigSource config)
{
    /// <exception cref="RpcException">The sender believes in settings that no session of this gateway has.</exception>
    public SessionExpectations? Of(ChatSendParams parameters)
    {
        if (parameters.ExpectedPermissionMode is { ValueKind: not (JsonValueKind.Undefined or JsonValueKind.Null) } || ExpectsTools(parameters.ExpectedToolOverrides))
            throw ToError(SessionExpectations.Stale("the session's settings are not what was expected: sessions have none of their own here", SessionExpectations.SettingsChanged));
        if (parameters.ExpectedSessionRoutingContract is { } contract && !contract.Equals(Routing, StringComparison.OrdinalIgnoreCase))
            throw ToError(SessionExpectations.Stale($"messages are routed by {Routing} and not by {contract}; connect again and retry", SessionExpectations.RoutingChanged));
        // A message that steers a run belongs to it, wherever the conversation is by now.
        var hasLeaf = parameters.ExpectedLeafEntryId.ValueKind != JsonValueKind.Undefined && parameters.QueueMode != "steer";
        return parameters.SessionId is null && !hasLeaf ? null : new SessionExpectations
        {
            SessionId = parameters.SessionId,
            HasLeaf = hasLeaf,
            LeafId = hasLeaf ? parameters.ExpectedLeafEntryId.GetString() : null,
        };
    }

    public static RpcException ToError(SessionConflictException conflict) => RpcException.InvalidRequest(
        conflict.Message, conflict.Reason is { } reason ? JsonElement.Parse($$"""{"reason":"{{reason}}"}""") : null);

    private static bool ExpectsTools(JsonElement overrides) =>
        overrides.ValueKind == JsonValueKind.Object && overrides.EnumerateObject().Any();

    private string Routing => string.Join('|', config.Current.Session.Scope == SessionScope.Global ? "global" : "per-sender", config.Current.Session.MainKey, config.Current.Agents.DefaultAgent.Id);
}
