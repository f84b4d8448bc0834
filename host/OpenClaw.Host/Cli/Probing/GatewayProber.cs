using System.Text.Json;
using OpenClaw.Client;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Connect;

namespace OpenClaw.Host.Cli.Probing;

/// <summary>Connects once, asks what it may, and tells how far it came. A failure is an answer, not an exception.</summary>
internal static class GatewayProber
{
    /// <param name="client">The connection to make; disposed here.</param>
    /// <param name="target">Where it leads.</param>
    /// <param name="withDetails">Whether to ask questions once connected.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public static async Task<ProbedTarget> ProbeAsync(
        GatewayClient client, ProbedTarget target, bool withDetails, TimeProvider time, CancellationToken cancellationToken)
    {
        await using var closing = client;
        var started = time.GetTimestamp();
        try
        {
            var hello = await client.ConnectAsync(cancellationToken);
            var connected = Connected(target, hello, (long)time.GetElapsedTime(started).TotalMilliseconds);
            return withDetails ? await AskAsync(client, connected, cancellationToken) : connected;
        }
        catch (GatewayConnectException error)
        {
            return NotConnected(target, error, (long)time.GetElapsedTime(started).TotalMilliseconds);
        }
    }

    private static ProbedTarget Connected(ProbedTarget target, HelloOk hello, long latency)
    {
        IReadOnlyList<string> scopes = hello.Auth?.Scopes ?? [];
        return target with
        {
            Connect = new() { Ok = true, LatencyMs = latency },
            Auth = new() { Role = hello.Auth?.Role, Scopes = scopes, Capability = Capabilities.Of(scopes) },
            Server = new() { Version = hello.Server.Version, ConnId = hello.Server.ConnId, Protocol = hello.Protocol },
        };
    }

    private static ProbedTarget NotConnected(ProbedTarget target, GatewayConnectException error, long latency)
    {
        var isThere = error.Error is not null;
        return target with
        {
            Connect = new()
            {
                Ok = isThere,
                LatencyMs = isThere ? latency : null,
                Error = RemoteFailures.Headline(error),
                Failure = Name(error.Failure),
            },
            Auth = error.Failure == GatewayConnectFailure.NotPaired ? new() { Capability = Capabilities.PairingPending } : new(),
        };
    }

    private static async Task<ProbedTarget> AskAsync(GatewayClient client, ProbedTarget target, CancellationToken cancellationToken)
    {
        if (!OperatorScopes.Covers(target.Auth.Scopes, OperatorScopes.Read))
        {
            return target with { Connect = target.Connect with { ScopeLimited = true, Error = $"missing scope: {OperatorScopes.Read}" } };
        }

        try
        {
            var health = client.RequestAsync(MethodNames.Health, cancellationToken: cancellationToken);
            var status = client.RequestAsync(MethodNames.Status, cancellationToken: cancellationToken);
            var presence = await client.RequestAsync(MethodNames.SystemPresence, cancellationToken: cancellationToken);
            return target with
            {
                Connect = target.Connect with { RpcOk = true },
                Health = await health,
                Summary = await status,
                Presence = presence,
                Self = presence.ValueKind == JsonValueKind.Array
                    ? presence.EnumerateArray().Cast<JsonElement?>().FirstOrDefault(static row => row!.Value.TextAt("reason") == "self")
                    : null,
            };
        }
        catch (GatewayException error)
        {
            return target with { Connect = target.Connect with { Error = RemoteFailures.Headline(error) } };
        }
    }

    private static string Name(GatewayConnectFailure failure) => failure switch
    {
        GatewayConnectFailure.Unreachable => "unreachable",
        GatewayConnectFailure.TimedOut => "timeout",
        GatewayConnectFailure.NotAGateway => "not-a-gateway",
        GatewayConnectFailure.Unauthorized => "auth",
        GatewayConnectFailure.NotPaired => "pairing",
        GatewayConnectFailure.ProtocolMismatch => "protocol",
        GatewayConnectFailure.Unavailable => "unavailable",
        _ => "refused",
    };
}
