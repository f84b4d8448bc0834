using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using OpenClaw.Host.Agents.Rpc;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Sessions.Feed;
using OpenClaw.Host.Sessions.Rows;
using OpenClaw.Host.Sessions.Rpc;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Chat;
using OpenClaw.Protocol.Sessions;

namespace OpenClaw.Host.Agents.Conversations;

/// <summary><c>sessions.create</c>: a session with what was chosen for it, and its first message if there is one.</summary>
internal sealed class SessionsCreateRpc(
    SessionAddresses addresses, SessionEditor editor, SessionEntries entries, SessionChoices choices, ChatSender sender, SessionFeed feed)
    : IRpcModule
{
    public void Register(RpcMethods methods) => methods.Add(
        MethodNames.SessionsCreate,
        static () => ProtocolJsonContext.Default.SessionsCreateParams,
        static () => ProtocolJsonContext.Default.SessionsCreateResult,
        CreateAsync);

    private async ValueTask<SessionsCreateResult> CreateAsync(
        RpcCall call, SessionsCreateParams parameters, CancellationToken cancellationToken)
    {
        RefuseMissingFeatures(call, parameters);
        var owner = addresses.Of(call, key: null, parameters.AgentId).AgentId;
        var address = addresses.Of(call, parameters.Key ?? NewKey(owner, parameters.IdempotencyKey), parameters.AgentId);
        var parent = address.IsMain ? null : addresses.Of(call, parameters.ParentSessionKey, parameters.ParentSessionKey is null ? owner : null);
        var settings = Settings(call, address, parameters);
        var isNew = false;
        SessionEntry entry;
        try
        {
            entry = await editor.EditAsync(
                address,
                (found, created) =>
                {
                    isNew = created;
                    // A session that is there already is the answer to a repeated request, and is left as it is.
                    return !created ? found : found with
                    {
                        Label = SessionChoices.Label(call, "label", parameters.Label),
                        DisplayName = parameters.DisplayName,
                        Category = parameters.Category,
                        ParentKey = parent?.Key,
                        Settings = settings,
                    };
                },
                cancellationToken);
        }
        catch (SessionConflictException conflict)
        {
            throw SessionConflicts.ToError(conflict);
        }

        if (isNew)
            feed.Changed(entry.Key, ChangeReasons.Create);
        var result = new SessionsCreateResult
        {
            Ok = true,
            Key = entry.Key,
            SessionId = entry.SessionId,
            Entry = entries.Of(entry),
            RunStarted = false,
            Resolved = entries.Resolved(entry),
        };
        return await StartAsync(call, parameters, result, cancellationToken);
    }

    private async ValueTask<SessionsCreateResult> StartAsync(
        RpcCall call, SessionsCreateParams parameters, SessionsCreateResult result, CancellationToken cancellationToken)
    {
        var message = parameters.Message ?? parameters.Task;
        if (string.IsNullOrWhiteSpace(message) && parameters.Attachments is not { Count: > 0 })
            return result;
        var send = new ChatSendParams
        {
            SessionKey = result.Key,
            Message = message ?? string.Empty,
            Mentions = parameters.Mentions,
            Attachments = parameters.Attachments,
            TimeoutMs = parameters.TimeoutMs,
            IdempotencyKey = parameters.IdempotencyKey ?? Guid.NewGuid().ToString(),
            // The first message of a session is meant for its agent.
            SuppressCommandInterpretation = true,
        };
        try
        {
            var ticket = await sender.SubmitAsync(call, send, cancellationToken);
            return result with { RunStarted = true, RunId = ticket.Run.RunId };
        }
        catch (RpcException refused)
        {
            return result with { RunError = refused.Error.Message };
        }
    }

    private SessionSettings Settings(RpcCall call, SessionAddress address, SessionsCreateParams parameters)
    {
        var model = parameters.Model is { } text ? choices.Model(address.AgentId, text) : null;
        return new SessionSettings
        {
            SpawnDepth = parameters.SpawnDepth ?? 0,
            Provider = model?.Provider,
            Model = model?.Model,
            ThinkingLevel = parameters.ThinkingLevel is { } level ? SessionChoices.Thinking(level) : null,
        };
    }

    private static string NewKey(string agentId, string? idempotencyKey)
    {
        var id = idempotencyKey is null
            ? Guid.NewGuid()
            : new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(idempotencyKey)).AsSpan(0, 16));
        return $"agent:{agentId}:dashboard:{id}";
    }

    private static void RefuseMissingFeatures(RpcCall call, SessionsCreateParams parameters)
    {
        SessionConflicts.Unavailable(call, "incognito", parameters.Incognito == true);
        SessionConflicts.Unavailable(call, "catalogId", parameters.CatalogId is not null);
        SessionConflicts.Unavailable(call, "fork", parameters.Fork == true || parameters.ForkFrom is not null);
        SessionConflicts.Unavailable(call, "succeedsParent", parameters.SucceedsParent == true);
        SessionConflicts.Unavailable(call, "worktree", parameters.Worktree == true || parameters.WorktreeSource is not null
            || parameters.WorktreeBaseRef is not null || parameters.WorktreeName is not null);
        SessionConflicts.Unavailable(call, "repository", parameters.Repository is not null || parameters.ProjectGitUrl is not null);
        SessionConflicts.Unavailable(call, "projectId", parameters.ProjectId is not null);
        SessionConflicts.Unavailable(call, "execNode", parameters.ExecNode is not null);
        SessionConflicts.Unavailable(call, "cwd", parameters.Cwd is not null);
        SessionConflicts.Unavailable(call, "toolOverrides", parameters.ToolOverrides is not null);
        SessionConflicts.Unavailable(call, "agentRuntime", parameters.AgentRuntime is not null);
        SessionConflicts.Unavailable(call, "contextWindow", parameters.ContextWindow is not null);
        SessionConflicts.Unavailable(call, "visibility", parameters.Visibility is not (null or "shared"));
        SessionConflicts.Unavailable(call, "permissionMode", parameters.PermissionMode is not (null or SessionChoices.EnforcedPermissionMode));
        SessionConflicts.Unavailable(call, "fastMode", parameters.FastMode is { ValueKind: not JsonValueKind.False });
    }
}
