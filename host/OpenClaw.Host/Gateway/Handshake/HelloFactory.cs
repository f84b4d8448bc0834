using System.Text.Json;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Model.Gateway;
using OpenClaw.Host.Configuration.Model.Sessions;
using OpenClaw.Host.Diagnostics;
using OpenClaw.Host.Gateway.Broadcast;
using OpenClaw.Host.Gateway.Dispatch;
using OpenClaw.Host.Gateway.Health;
using OpenClaw.Host.Gateway.Presence;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Security.Tokens;
using OpenClaw.Host.Storage;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Connect;

namespace OpenClaw.Host.Gateway.Handshake;

/// <summary>Writes the answer that accepts a connection: what is served, the state at this moment, and what the caller was granted.</summary>
internal sealed class HelloFactory(
    PluginMethods methods, PresenceBoard presence, HealthMonitor health, StateVersions versions, HostLifecycle lifecycle, IConfigSource config,
    StatePaths paths, DeviceTokenMint mint, GatewayOptions options)
{
    private static readonly JsonElement Unknown = JsonElement.Parse("null");

    private readonly ConfigFingerprint _fingerprint = new();

    public HelloOk Create(RpcCaller caller, ConnectGrant grant, string? epoch)
    {
        var legacy = caller.Protocol < ProtocolVersions.V4;
        return new HelloOk
        {
            Protocol = caller.Protocol,
            Server = new HelloServer
            {
                Version = HostVersion.Text,
                ConnId = caller.ConnectionId,
                BootId = legacy ? null : lifecycle.BootId,
                Host = legacy ? Environment.MachineName : null,
            },
            Features = new HelloFeatures
            {
                Methods = methods.Advertised,
                Events = ServedEvents.For(caller.Protocol),
                Capabilities = Capabilities(epoch, legacy),
            },
            Snapshot = Snapshot(caller, legacy),
            Auth = Auth(caller, grant, legacy),
            Policy = new HelloPolicy
            {
                MaxPayload = options.MaxPayloadBytes,
                MaxBufferedBytes = options.MaxBufferedBytes,
                TickIntervalMs = (long)options.TickInterval.TotalMilliseconds,
                Attachments = legacy ? null : new HelloAttachmentPolicy
                {
                    MaxBytes = GatewayLimits.MaxAttachmentBytes,
                    MaxImageBytes = GatewayLimits.MaxImageBytes,
                },
            },
        };
    }

    /// <summary>What clients look for before they ask for it.</summary>
    private static IReadOnlyList<string>? Capabilities(string? epoch, bool legacy)
    {
        IEnumerable<string> resume = epoch is null ? [] : [HelloFeatures.EpochPrefix + epoch];
        return legacy ? (epoch is null ? null : [.. resume]) : [.. resume, HelloFeatures.PublishedModels, HelloFeatures.RoutingContract];
    }

    /// <summary>The third generation is told nothing but the token of a device.</summary>
    private HelloAuth? Auth(RpcCaller caller, ConnectGrant grant, bool legacy) => legacy && grant.Device is null ? null : new HelloAuth
    {
        Method = legacy ? null : grant.Method,
        Role = grant.Role,
        Scopes = legacy ? [.. grant.Scopes.Order(StringComparer.Ordinal)] : grant.Scopes,
        DeviceToken = grant.Device?.Token,
        IssuedAtMs = grant.Device?.IssuedAt,
        DeviceTokens = grant.OtherTokens.Count == 0 ? null : [.. grant.OtherTokens.Select(other => new HelloDeviceToken
        {
            DeviceToken = other.Token,
            Role = other.Role,
            Scopes = other.TokenScopes,
            IssuedAtMs = other.IssuedAt,
        })],
        RecoveryScope = legacy || !KeepsDrafts(caller, grant) ? null : mint.DraftScope(caller.DeviceId ?? grant.Method),
        RecoveryMigrationAllowed = legacy || grant.Device is null || !KeepsDrafts(caller, grant) ? null : true,
    };

    /// <summary>Nodes write nothing, and who is nobody in particular has no drafts of its own.</summary>
    private static bool KeepsDrafts(RpcCaller caller, ConnectGrant grant) =>
        grant.Role == Roles.Operator && (caller.DeviceId is not null || grant.Method != "none");

    private Snapshot Snapshot(RpcCaller caller, bool legacy)
    {
        var current = config.Current;
        var isAdmin = caller.HasScope(OperatorScopes.Admin);
        return new Snapshot
        {
            Presence = caller.HasScope(OperatorScopes.Read) ? presence.Snapshot() : [],
            Health = health.Latest,
            StateVersion = versions.Current,
            UptimeMs = (long)lifecycle.Uptime.TotalMilliseconds,
            AppliedConfigHash = legacy ? null : _fingerprint.Of(current) ?? Unknown,
            Suspension = legacy ? null : new SnapshotSuspension { Phase = "accepting" },
            SessionDefaults = Defaults(current, legacy),
            ConfigPath = isAdmin ? paths.ConfigFile : null,
            StateDir = isAdmin ? paths.StateDirectory : null,
            AuthMode = isAdmin && !legacy ? Text(current.Gateway.Auth.Mode) : null,
        };
    }

    private static SessionDefaults Defaults(OpenClawConfig config, bool legacy)
    {
        var agent = config.Agents.DefaultAgent;
        return new SessionDefaults
        {
            DefaultAgentId = agent.Id,
            MainKey = config.Session.MainKey,
            MainSessionKey = $"agent:{agent.Id}:{config.Session.MainKey}",
            Scope = config.Session.Scope == SessionScope.Global ? "global" : "per-sender",
            ModelConfigured = legacy ? null : (agent.Model ?? config.Agents.Defaults.Model) is not null,
            Ownership = legacy ? null : "sole",
            SelectionRequired = legacy ? null : false,
        };
    }

    private static string Text(GatewayAuthMode mode) => mode switch
    {
        GatewayAuthMode.Token => "token",
        GatewayAuthMode.Password => "password",
        GatewayAuthMode.TrustedProxy => "trusted-proxy",
        _ => "none",
    };
}
