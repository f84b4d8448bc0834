using System.Runtime.InteropServices;
using System.Text.Json;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Connect;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Client.Transport;

/// <summary>The first frames of a socket: the challenge, <c>connect</c>, and hello or a refusal.</summary>
internal static class GatewayHandshake
{
    private const string RequestId = "connect";

    public static async Task<HelloOk> PerformAsync(GatewaySocket socket, GatewayClientOptions options, CancellationToken cancellationToken)
    {
        await ReadUntilAsync(socket, options, ServerFrameKind.Event, EventNames.ConnectChallenge, cancellationToken);
        var parameters = JsonSerializer.SerializeToUtf8Bytes(ParametersFor(options), ProtocolJsonContext.Default.ConnectParams);
        await socket.SendRequestAsync(RequestId, MethodNames.Connect, parameters, cancellationToken);
        var answer = await ReadUntilAsync(socket, options, ServerFrameKind.Response, RequestId, cancellationToken);
        if (!answer.Ok)
        {
            throw ConnectFailures.FromError(options.Url, ErrorShapes.Read(answer.Error.Span));
        }

        return ReadHello(options.Url, answer.Payload.Span);
    }

    private static ConnectParams ParametersFor(GatewayClientOptions options) => new()
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
        },
        Role = Roles.Operator,
        Scopes = options.Scopes,
        Caps = options.Capabilities,
        Auth = options.Token is null && options.Password is null ? null : new() { Token = options.Token, Password = options.Password },
    };

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
