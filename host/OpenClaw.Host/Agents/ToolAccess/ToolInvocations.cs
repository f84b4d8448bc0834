using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using OpenClaw.Content;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Tools;
using OpenClaw.Identity;
using OpenClaw.Tools;

namespace OpenClaw.Host.Agents.ToolAccess;

/// <summary>Runs tools for clients. A repeated key within some minutes gives the answer of the first call and has no effect of its own.</summary>
internal sealed class ToolInvocations(
    ToolRegistry registry, ToolCallRunner runner, Workspaces workspaces, IConfigSource configuration, RecentToolCalls recent)
{
    private static readonly JsonElement NoArguments = JsonElement.Parse("{}");

    public async ValueTask<ToolsInvokeResult> InvokeAsync(
        RpcCaller caller, SessionAddress session, ToolsInvokeParams parameters, CancellationToken cancellationToken)
    {
        if (registry.Find(parameters.Name) is null || configuration.Current.Gateway.Tools.Deny.Contains(parameters.Name, StringComparer.OrdinalIgnoreCase))
            return ToolsInvokeResult.Failed(parameters.Name, "not_found", $"Tool not available: {parameters.Name}");
        if (parameters.IdempotencyKey is not { } key)
            return await RunAsync(session, parameters, cancellationToken);
        // The first call goes on when its caller goes away: a later one may come for its answer.
        var result = recent.Enter(
            new ToolCallKey(caller.Identity, key), Fingerprint(session, parameters), () => RunAsync(session, parameters, CancellationToken.None));
        return await result.WaitAsync(cancellationToken);
    }

    private static string Fingerprint(SessionAddress session, ToolsInvokeParams parameters) => Convert.ToHexString(SHA256.HashData(
        Encoding.UTF8.GetBytes($"{parameters.Name}\n{session.AgentId}\n{session.SessionKey}\n{parameters.Args?.GetRawText()}")));

    private async Task<ToolsInvokeResult> RunAsync(SessionAddress session, ToolsInvokeParams parameters, CancellationToken cancellationToken)
    {
        var call = new ToolCallPart($"invoke-{Guid.NewGuid():N}", parameters.Name, parameters.Args ?? NoArguments);
        var context = new ToolCallContext
        {
            Session = session.SessionKey,
            Agent = new AgentId(session.AgentId),
            RunId = call.CallId,
            Caller = ToolCaller.Operator,
            WorkspaceDirectory = workspaces.Of(session.AgentId),
            Progress = static _ => { },
        };
        var outcome = await runner.RunAsync(call, context, cancellationToken);
        if (outcome.Status != ToolCallStatus.Completed)
            return ToolsInvokeResult.Failed(parameters.Name, outcome.Result.ErrorCode ?? "failed", outcome.Text);
        return new ToolsInvokeResult
        {
            Ok = true,
            ToolName = parameters.Name,
            Output = new ToolOutput([new ToolOutputPart("text", outcome.Text)], outcome.Result.Details),
            Source = ToolListings.SourceOf(registry.OwnerOf(parameters.Name)),
        };
    }
}
