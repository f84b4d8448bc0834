using OpenClaw.Protocol.Agents;
using OpenClaw.Protocol.Chat;
using OpenClaw.Protocol.Connect;
using OpenClaw.Protocol.Frames;
using OpenClaw.Protocol.Schema;
using OpenClaw.Protocol.Sessions;

namespace OpenClaw.Protocol.Tests.Frames;

/// <summary>Binds parameters of any request to records, whatever its method: binding must never throw.</summary>
internal sealed class ParamsReaders
{
    private readonly ParamsReader<ChatSendParams> _send = new(ProtocolJsonContext.Default.ChatSendParams);
    private readonly ParamsReader<AgentParams> _agent = new(ProtocolJsonContext.Default.AgentParams);
    private readonly ParamsReader<SessionsListParams> _list = new(ProtocolJsonContext.Default.SessionsListParams);

    public void Read(RequestFrame request)
    {
        switch (request.Method)
        {
            case MethodNames.Connect:
                ConnectParamsReader.TryRead(request.Params, out _, out _);
                break;
            case MethodNames.Agent:
                _agent.TryRead(request.Params, out _, out _);
                break;
            case MethodNames.SessionsList:
                _list.TryRead(request.Params, out _, out _);
                break;
            default:
                _send.TryRead(request.Params, out _, out _);
                break;
        }
    }
}
