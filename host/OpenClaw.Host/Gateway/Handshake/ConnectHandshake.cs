using OpenClaw.Host.Diagnostics;
using OpenClaw.Host.Gateway.Dialects;
using OpenClaw.Host.Gateway.Transport;
using OpenClaw.Host.Security;
using OpenClaw.Host.Security.Setup;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Events;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Host.Gateway.Handshake;

/// <summary>
/// The first exchange on a socket: challenge, one request, one answer. It reads one bounded message under one deadline, and
/// leaves whatever a hasty client sent behind that message in the transport until the answer is out.
/// </summary>
internal sealed class ConnectHandshake(
    ConnectDecider decider, SetupCodes setups, HostLifecycle lifecycle, GatewayOptions options, GatewayMetrics metrics, TimeProvider time)
{
    // More than a client sends before it has anything to say, and few enough to be no work.
    private const int MostBeats = 8;

    /// <summary>A gateway that stops waits no longer for a silent peer than for one that does not answer its close frame.</summary>
    private TimeSpan Patience => lifecycle.Phase == HostPhase.Draining ? options.CloseGrace : options.HandshakeTimeout;

    /// <summary>Runs the exchange up to the decision. Refusals are answered here; null means that the connection is over.</summary>
    public async ValueTask<HandshakeResult?> RunAsync(GatewaySocket socket, Peer peer, CancellationToken cancellationToken)
    {
        await using var deadline = time.CreateTimer(
            static socket => ((GatewaySocket)socket!).Close(CloseFrame.Normal), socket, Patience, Timeout.InfiniteTimeSpan);
        var nonce = Challenge(socket);

        var received = await ReadRequestAsync(socket, cancellationToken);
        using var content = received.Content;
        switch (received.Status)
        {
            case ReceiveStatus.Closed:
                metrics.Handshake("abandoned");
                return null;
            case ReceiveStatus.TooBig:
                return Refuse(socket, "", Refusal.Silent("too-big", CloseCodes.MessageTooBig));
            default:
                return await JudgeAsync(socket, content!.Written, nonce, peer, cancellationToken);
        }
    }

    /// <summary>Reads the first message that is no beat. Beats are answered and change nothing: the deadline goes on.</summary>
    private async ValueTask<ReceivedMessage> ReadRequestAsync(GatewaySocket socket, CancellationToken cancellationToken)
    {
        for (var beats = 0; ; beats++)
        {
            var received = await socket.ReadAsync(options.MaxHandshakeFrameBytes, cancellationToken);
            if (received.Status != ReceiveStatus.Message || beats == MostBeats || CommunityFrames.AnswerPing(received.Content!.Written) is not { } pong)
            {
                return received;
            }

            received.Content!.Dispose();
            socket.Outbound.Send(new OutboundFrame { Answer = pong });
        }
    }

    /// <summary>Sends the nonce that a device has to sign; it is good for this socket, which takes one connect request only.</summary>
    private string Challenge(GatewaySocket socket)
    {
        var challenge = new ConnectChallengeEvent { Nonce = Guid.NewGuid().ToString(), Ts = time.GetUtcNow().ToUnixTimeMilliseconds() };
        socket.Outbound.Send(new OutboundFrame
        {
            EventName = EventNames.ConnectChallenge,
            Payload = PayloadEncoder.Encode(challenge, ProtocolJsonContext.Default.ConnectChallengeEvent),
        });
        return challenge.Nonce;
    }

    private async ValueTask<HandshakeResult?> JudgeAsync(
        GatewaySocket socket, ReadOnlyMemory<byte> message, string nonce, Peer peer, CancellationToken cancellationToken)
    {
        var status = FrameReader.Read(message, out var request, out var invalid);
        using var named = invalid is { Id: MethodNames.Connect } ? CommunityFrames.NameMethod(message, invalid) : null;
        if (named is not null)
        {
            status = FrameReader.Read(named.Written, out request, out _);
        }

        switch (status)
        {
            case FrameReadStatus.NotJson:
                return Refuse(socket, "", Refusal.Silent("not-json", CloseCodes.Normal));
            case FrameReadStatus.Invalid:
                return Refuse(socket, "", Refusal.Silent("not-a-request", CloseCodes.PolicyViolation, CloseCodes.InvalidRequestFrameReason));
        }

        ReadOnlyMemory<byte> translated = default;
        var community = request.Method == MethodNames.Connect ? CommunityConnect.TryTranslate(request.Params, out translated) : null;
        if (community is not null)
        {
            request = request with { Params = translated };
        }

        var decision = await decider.DecideAsync(request, nonce, peer, cancellationToken);
        if (decision.Refusal is { } refusal)
        {
            if (refusal.Delay > TimeSpan.Zero)
            {
                await Task.Delay(refusal.Delay, time, cancellationToken);
            }

            return Refuse(socket, request.Id, refusal);
        }

        metrics.Handshake("accepted");
        var accepted = new HandshakeResult(request.Id, decision.Connect!, decision.Grant!, decision.Protocol) { Community = community };
        if (!socket.IsClosing)
        {
            return accepted;
        }

        await ConcludeSetupAsync(accepted.Grant.SetupId, delivered: false, cancellationToken);
        return null;
    }

    /// <summary>A setup code is used up now; its owner is told whether the new device knows.</summary>
    public ValueTask ConcludeSetupAsync(string? setupId, bool delivered, CancellationToken cancellationToken) =>
        setupId is not null ? setups.ConcludeAsync(setupId, delivered, cancellationToken) : ValueTask.CompletedTask;

    private HandshakeResult? Refuse(GatewaySocket socket, string requestId, Refusal refusal)
    {
        metrics.Handshake(refusal.Kind);
        if (refusal.Error is { } error)
        {
            var answer = new PooledBuffer();
            FrameWriter.WriteError(answer, requestId, error);
            socket.Outbound.Send(new OutboundFrame { Answer = answer });
        }

        socket.Close(refusal.Close);
        return null;
    }
}
