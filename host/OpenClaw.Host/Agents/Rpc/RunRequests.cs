using OpenClaw.Host.Agents.Attachments;
using OpenClaw.Host.Agents.Delivery;
using OpenClaw.Host.Agents.Models;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Sessions.Rpc;
using OpenClaw.Host.Sessions.Runs;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Agents;
using OpenClaw.Protocol.Chat;

namespace OpenClaw.Host.Agents.Rpc;

/// <summary>Makes requests for runs from what clients send.</summary>
internal sealed class RunRequests(
    SessionAddresses addresses, SessionStore sessions, SendGuards guards, AttachmentReader attachments, IDeliveryRoutes? routes = null)
{
    private const int MaxRunIdLength = 512;

    public SessionAddress AddressOf(RpcCall call, ChatSendParams parameters) => addresses.Of(call, parameters.SessionKey, parameters.AgentId);

    public async ValueTask<RunRequest> OfAsync(RpcCall call, ChatSendParams parameters, CancellationToken cancellationToken)
    {
        CheckRunId(call, parameters.IdempotencyKey);
        Refuse(call, string.IsNullOrWhiteSpace(parameters.Message) && parameters.Attachments is not { Count: > 0 }, "message must not be empty");
        var address = AddressOf(call, parameters);
        var input = Input(call, parameters.Message, parameters.SessionKey, parameters.Thinking) with
        {
            TimeoutMs = parameters.TimeoutMs,
            QueueMode = parameters.QueueMode,
            Media = await attachments.KeepAsync(call, parameters.Attachments, cancellationToken),
        };
        return new RunRequest(parameters.IdempotencyKey, address, RunSurface.Chat, input) { Expected = guards.Of(parameters) };
    }

    public async ValueTask<RunRequest> OfAsync(RpcCall call, AgentParams parameters, CancellationToken cancellationToken)
    {
        CheckRunId(call, parameters.IdempotencyKey);
        var key = parameters.SessionKey ?? await KeyOfAsync(call, parameters.SessionId, cancellationToken);
        var input = Input(call, parameters.Message, parameters.SessionKey, parameters.Thinking) with
        {
            Provider = parameters.Provider,
            Model = parameters.Model,
            TimeoutMs = parameters.Timeout is { } seconds ? Math.Min(seconds, int.MaxValue) * 1000 : null,
            ExtraSystemPrompt = parameters.ExtraSystemPrompt,
            Route = RouteOf(call, parameters),
            Media = await attachments.KeepAsync(call, parameters.Attachments, cancellationToken),
        };
        return new RunRequest(parameters.IdempotencyKey, addresses.Of(call, key, parameters.AgentId), RunSurface.Agent, input);
    }

    /// <summary>Where the answer is delivered beside the caller; nowhere unless the request names a target.</summary>
    private ReplyRoute? RouteOf(RpcCall call, AgentParams parameters)
    {
        var to = string.IsNullOrWhiteSpace(parameters.ReplyTo) ? parameters.To : parameters.ReplyTo;
        if (parameters.Deliver is not true || string.IsNullOrWhiteSpace(to) || routes is null)
            return null;
        var route = routes.RouteOf(
            to, parameters.ReplyChannel ?? parameters.Channel, parameters.ReplyAccountId ?? parameters.AccountId, parameters.ThreadId, out var problem);
        Refuse(call, route is null && parameters.BestEffortDeliver is not true, problem ?? "");
        return route;
    }

    private static RunInput Input(RpcCall call, string message, string? requestedKey, string? thinking)
    {
        Refuse(
            call,
            thinking is not null && !ThinkingLevels.TryParse(thinking, out _),
            $"thinking must be one of {string.Join(", ", ThinkingLevels.All)}");
        return new RunInput
        {
            Message = message,
            RequestedKey = requestedKey,
            Thinking = thinking,
            ClientId = call.Caller.ClientId,
            ClientMode = call.Caller.ClientMode,
            SenderIsOwner = call.Caller.HasScope(OperatorScopes.Admin),
        };
    }

    private async ValueTask<string?> KeyOfAsync(RpcCall call, string? sessionId, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(sessionId))
            return null;
        var session = await sessions.FindByIdAsync(sessionId, cancellationToken);
        return session?.Key ?? throw RpcException.InvalidRequest($"invalid {call.Method} params: no session has the id \"{sessionId}\"");
    }

    private static void CheckRunId(RpcCall call, string runId) =>
        Refuse(call, runId.Length > MaxRunIdLength, $"idempotencyKey is {runId.Length} characters long; {MaxRunIdLength} are allowed");

    private static void Refuse(RpcCall call, bool wrong, string why)
    {
        if (wrong)
            throw RpcException.InvalidRequest($"invalid {call.Method} params: {why}");
    }
}
