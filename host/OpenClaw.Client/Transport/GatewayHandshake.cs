using System.Runtime.InteropServices;
using System.Text.Json;
using OpenClaw.Client.Devices;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Connect;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Client.Transport;

/// <summary>The first frames of a socket: the challenge, <c>connect</c>, and hello or a refusal.</summary>
internal static class GatewayHandshake
{
    private const string RequestId = "connect";

    public static async Task<HelloOk> PerformAsync(
        GatewaySocket socket, GatewayClientOptions options, ConnectCredentials credentials, ResumePoint? resume, TimeProvider time, CancellationToken cancellationToken)
    {
        var challenge = await ReadUntilAsync(socket, options, ServerFrameKind.Event, EventNames.ConnectChallenge, cancellationToken);
        var connect = ParametersFor(options, credentials, resume);
        connect = options.Device is { } device ? Prove(device, connect, options.Url, challenge.Payload.Span, time) : connect;
        var parameters = JsonSerializer.SerializeToUtf8Bytes(connect, ProtocolJsonContext.Default.ConnectParams);
        await socket.SendRequestAsync(RequestId, MethodNames.Connect, parameters, cancellationToken);
        var answer = await ReadUntilAsync(socket, options, ServerFrameKind.Response, RequestId, cancellationToken);
        if (!answer.Ok)
        {
            throw ConnectFailures.FromError(options.Url, ErrorShapes.Read(answer.Error.Span));
        }

        return ReadHello(options.Url, answer.Payload.Span);
    }

    /// <summary>Signs with the gateway's own clock, so that a wrong one here does no harm.</summary>
    private static ConnectParams Prove(DeviceIdentity device, ConnectParams connect, Uri url, ReadOnlySpan<byte> payload, TimeProvider time)
    {
        try
        {
            var challenge = JsonSerializer.Deserialize(payload, ProtocolJsonContext.Default.ConnectChallengeEvent);
            var signedAt = challenge?.Ts is > 0 and var at ? at : time.GetUtcNow().ToUnixTimeMilliseconds();
            return device.Sign(connect, signedAt, challenge?.Nonce ?? throw new JsonException("The challenge is empty."));
        }
        catch (JsonException error)
        {
            throw new GatewayConnectException(
                GatewayConnectFailure.NotAGateway, url,
                $"{GatewayAddress.Display(url)} sent a challenge this client cannot read: {error.Message}", innerException: error);
        }
    }

    private static ConnectParams ParametersFor(GatewayClientOptions options, ConnectCredentials credentials, ResumePoint? resume) => new()
    {
        MinProtocol = options.MinProtocol,
        MaxProtocol = options.MaxProtocol,
        Client = new()
        {
            Id = options.ClientId,
            Mode = options.ClientMode,
            Version = options.ClientVersion,
            DisplayName = options.DisplayName,
            InstanceId = options.InstanceId,
            Platform = PlatformName(),
            DeviceFamily = options.DeviceFamily,
        },
        Role = options.Role,
        Scopes = options.Scopes,
        Caps = CapabilitiesOf(options),
        Resume = resume is null ? null : new() { Epoch = resume.Epoch, Seq = resume.Seq },
        Commands = options.Commands,
        Permissions = options.Permissions,
        Auth = credentials.ToAuth(options.MinProtocol),
    };

    // What a node announces is what it lends, which people approve.
    private static IReadOnlyList<string> CapabilitiesOf(GatewayClientOptions options) =>
        options is { Resume: true, Reconnect: true, Role: Roles.Operator, MaxProtocol: >= ProtocolVersions.V4 }
            ? [.. options.Capabilities, ClientCapabilities.EventResume]
            : options.Capabilities;

    private static async Task<ServerFrame> ReadUntilAsync(
        GatewaySocket socket, GatewayClientOptions options, ServerFrameKind kind, string name, CancellationToken cancellationToken)
    {
        while (await socket.ReadAsync(cancellationToken) is { } bytes)
        {
            if (ServerFrameReader.TryRead(bytes, out var frame) && frame.Kind == kind && frame.Name == name)
            {
                return frame;
            }
        }

        throw ConnectFailures.FromClose(options.Url, socket.End);
    }

    private static HelloOk ReadHello(Uri url, ReadOnlySpan<byte> payload)
    {
        try
        {
            return JsonSerializer.Deserialize(payload, ProtocolJsonContext.Default.HelloOk) ?? throw new JsonException("The payload is null.");
        }
        catch (JsonException error)
        {
            throw new GatewayConnectException(
                GatewayConnectFailure.NotAGateway, url,
                $"{GatewayAddress.Display(url)} answered with a hello this client cannot read: {error.Message}", innerException: error);
        }
    }

    private static string PlatformName() =>
        OperatingSystem.IsWindows() ? "win32"
        : OperatingSystem.IsMacOS() ? "darwin"
        : OperatingSystem.IsLinux() ? "linux"
        : RuntimeInformation.RuntimeIdentifier;
}
