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
    SessionAddresses addresses, SessionStore sessions, SendGuards guards, AttachmentReader attachments, SessionRoutes lastRoutes,
    IDeliveryRoutes? routes = null)
{
    private const int MaxRunIdLength = 512;
    private const int MaxMessageLength = 1_048_576;

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
        var address = addresses.Of(call, key, parameters.AgentId);
        var input = Input(call, parameters.Message, parameters.SessionKey, parameters.Thinking) with
        {
            Provider = parameters.Provider,
            Model = parameters.Model,
            TimeoutMs = parameters.Timeout is { } seconds ? Math.Min(seconds, int.MaxValue) * 1000 : null,
            ExtraSystemPrompt = parameters.ExtraSystemPrompt,
            Route = await RouteOfAsync(call, parameters, address, cancellationToken),
            Media = await attachments.KeepAsync(call, parameters.Attachments, cancellationToken),
        };
        return new RunRequest(parameters.IdempotencyKey, address, RunSurface.Agent, input);
    }

    /// <summary>Where the answer is delivered beside the caller: to the target it names, else where the session was last spoken to from.</summary>
    private async ValueTask<ReplyRoute?> RouteOfAsync(RpcCall call, AgentParams parameters, SessionAddress address, CancellationToken cancellationToken)
    {
        var to = string.IsNullOrWhiteSpace(parameters.ReplyTo) ? parameters.To : parameters.ReplyTo;
        if (parameters.Deliver is not true || routes is null)
            return null;
        if (string.IsNullOrWhiteSpace(to))
            return await LastRouteAsync(parameters.ReplyChannel ?? parameters.Channel, address, cancellationToken);
        var route = routes.RouteOf(
            to, parameters.ReplyChannel ?? parameters.Channel, parameters.ReplyAccountId ?? parameters.AccountId, parameters.ThreadId, out var problem);
        Refuse(call, route is null && parameters.BestEffortDeliver is not true, problem ?? "");
        return route;
    }

    private async ValueTask<ReplyRoute?> LastRouteAsync(string? channel, SessionAddress address, CancellationToken cancellationToken) =>
        await lastRoutes.OfAsync(address.Key, cancellationToken) is { } last
        && (string.IsNullOrWhiteSpace(channel) || string.Equals(channel.Trim(), last.Channel, StringComparison.OrdinalIgnoreCase))
            ? last
            : null;

    private static RunInput Input(RpcCall call, string message, string? requestedKey, string? thinking)
    {
        Refuse(
            call,
            thinking is not null && !ThinkingLevels.TryParse(thinking, out _),
            $"thinking must be one of {string.Join(", ", ThinkingLevels.All)}");
        Refuse(call, message.Length > MaxMessageLength, $"message is {message.Length} characters long; {MaxMessageLength} are allowed. Send long texts as files");
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
