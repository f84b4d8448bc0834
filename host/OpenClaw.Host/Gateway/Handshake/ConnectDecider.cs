using OpenClaw.Host.Diagnostics;
using OpenClaw.Host.Security;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Connect;
using OpenClaw.Protocol.Frames;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Host.Gateway.Handshake;

/// <summary>
/// Judges the first request of a socket. The stages come in the order in which clients expect their errors:
/// parameters, version, role, origin, phase of the host, credentials.
/// </summary>
internal sealed class ConnectDecider(ConnectAuthorizer authorizer, OriginPolicy origins, HostLifecycle lifecycle)
{
    public async ValueTask<ConnectDecision> DecideAsync(RequestFrame request, string nonce, Peer peer, CancellationToken cancellationToken)
    {
        if (request.Method != MethodNames.Connect)
        {
            return Refusal.NotAConnect();
        }

        if (!ConnectParamsReader.TryRead(request.Params, out var connect, out var violations))
        {
            return Refusal.Policy("params", ErrorShape.InvalidRequest(ParamsValidator.Message(MethodNames.Connect, violations)));
        }

        if (!ProtocolVersions.TryNegotiate(connect.MinProtocol, connect.MaxProtocol, out var protocol))
        {
            return Refusal.ProtocolMismatch(connect);
        }

        if (connect.Role is { } role && !Roles.IsKnown(role))
        {
            return Refusal.InvalidRole();
        }

        return (JudgeOrigin(connect, peer) ?? JudgePhase()) is { } refusal
            ? refusal
            : await authorizer.AuthorizeAsync(connect, protocol, nonce, peer, cancellationToken);
    }

    /// <summary>What counts is that a browser sent the header, not what the client calls itself.</summary>
    private Refusal? JudgeOrigin(ConnectParams connect, Peer peer)
    {
        if (peer.Origin is null && connect.Client.Id != ClientIds.ControlUi)
        {
            return null;
        }

        return origins.Judge(peer) switch
        {
            OriginVerdict.Allowed => null,
            OriginVerdict.MissingOrInvalid => Refusal.Origin("origin missing or invalid"),
            _ => Refusal.Origin("origin not allowed"),
        };
    }

    private Refusal? JudgePhase() => lifecycle.Phase switch
    {
        HostPhase.Starting => Refusal.Starting(),
        HostPhase.Draining => Refusal.Draining(),
        _ => null,
    };
}
