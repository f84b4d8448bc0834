using System.Text.Json;
using OpenClaw.Host.Agents.Commands;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Sessions;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Chat;

namespace OpenClaw.Host.Agents.Rpc;

/// <summary>Takes messages of people: commands are answered, the rest is for the agent.</summary>
internal sealed class ChatSender(AgentRuntime runtime, RunRequests requests, ClientCommands commands, CommandReader reader)
{
    public async ValueTask<JsonElement> SendAsync(RpcCall call, ChatSendParams parameters, CancellationToken cancellationToken)
    {
        var address = requests.AddressOf(call, parameters);
        if (Read(address, parameters).Command is { Name: ChatCommands.Stop, Rest: "" })
        {
            var stopped = await StopAsync(address.Key, runId: null, cancellationToken);
            return JsonSerializer.SerializeToElement(stopped, ProtocolJsonContext.Default.ChatAbortResult);
        }

        var ticket = await SubmitAsync(call, parameters, cancellationToken);
        var status = ticket.IsNew ? RunStatuses.Started : ticket.Run.HasEnded ? RunStatuses.Ok : RunStatuses.InFlight;
        return JsonSerializer.SerializeToElement(
            new ChatSendResult { RunId = ticket.Run.RunId, Status = status }, ProtocolJsonContext.Default.ChatSendResult);
    }

    public async ValueTask<RunTicket> SubmitAsync(RpcCall call, ChatSendParams parameters, CancellationToken cancellationToken)
    {
        var request = await requests.OfAsync(call, parameters, cancellationToken);
        try
        {
            var message = Read(request.Session, parameters);
            if (message.Command is { Name: not ChatCommands.Stop })
                return await commands.GiveAsync(call, request, message.Commands, cancellationToken);
            if (message.Inline is { } inline)
            {
                await commands.AnswerBesideAsync(call, request, inline, cancellationToken);
                request = request with { Input = inline.ApplyTo(request.Input) with { Message = inline.Text } };
            }

            return await runtime.SubmitAsync(call, request, cancellationToken);
        }
        catch (SessionConflictException conflict)
        {
            throw SendGuards.ToError(conflict);
        }
    }

    public async ValueTask<ChatAbortResult> StopAsync(string sessionKey, string? runId, CancellationToken cancellationToken)
    {
        var ended = await runtime.AbortAsync(sessionKey, runId, cancellationToken);
        return new ChatAbortResult { Ok = true, Aborted = ended.Count > 0, RunIds = ended };
    }

    private ParsedMessage Read(SessionAddress session, ChatSendParams parameters) => parameters.SuppressCommandInterpretation == true
        ? ParsedMessage.Plain
        : reader.Read(session.AgentId, parameters.Message, static _ => true);
}
