using System.Text.Json;
using OpenClaw.Host.Agents.Commands;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Sessions.Runs;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Agents;

namespace OpenClaw.Host.Agents.Rpc;

/// <summary><c>agent</c>: answers twice, first that the run is accepted, then how it ended.</summary>
internal sealed class AgentRpc(AgentRuntime runtime, RunRequests requests, ClientCommands commands, CommandReader reader) : IRpcModule
{
    public void Register(RpcMethods methods) =>
        methods.Add(MethodNames.Agent, static () => ProtocolJsonContext.Default.AgentParams, static () => ProtocolJsonContext.Default.JsonElement, RunAsync);

    private async ValueTask<JsonElement> RunAsync(RpcCall call, AgentParams parameters, CancellationToken cancellationToken)
    {
        var request = await requests.OfAsync(call, parameters, cancellationToken);
        // Only these two commands mean the same to programs; the others are plain text here.
        var ticket = CommandLine.Parse(parameters.Message, reader.ResetTriggers) is { Name: ChatCommands.New or ChatCommands.Reset } command
            ? await commands.GiveAsync(call, request, [command], cancellationToken)
            : await runtime.SubmitAsync(call, request, cancellationToken);
        if (!ticket.IsNew && !ticket.Run.HasEnded)
            return JsonSerializer.SerializeToElement(StandOf(ticket.Run, RunStatuses.InFlight), ProtocolJsonContext.Default.AgentAcceptedResult);
        if (!ticket.IsNew)
            return Final(ticket.Run, call);
        var accepted = StandOf(ticket.Run, RunStatuses.Accepted) with { AcceptedAt = ticket.Run.AcceptedAt };
        call.Acknowledge(accepted, ProtocolJsonContext.Default.AgentAcceptedResult);
        // The run goes on when the caller goes away; only the waiting ends.
        return Final(await EndAsync(ticket, cancellationToken), call);
    }

    private static async Task<RunRecord> EndAsync(RunTicket ticket, CancellationToken cancellationToken)
    {
        try
        {
            return await ticket.Completion.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException stopped) when (!cancellationToken.IsCancellationRequested)
        {
            throw RpcException.Unavailable(stopped.Message, retryable: true);
        }
    }

    private static JsonElement Final(RunRecord run, RpcCall call) =>
        JsonSerializer.SerializeToElement(RunAnswers.Final(run, call.Caller.Protocol), ProtocolJsonContext.Default.AgentResult);

    private static AgentAcceptedResult StandOf(RunRecord run, string status) =>
        new() { RunId = run.RunId, SessionKey = run.SessionKey, AgentId = run.AgentId, Status = status };
}
