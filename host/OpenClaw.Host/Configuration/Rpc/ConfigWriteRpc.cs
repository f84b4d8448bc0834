using System.Text.Json;
using OpenClaw.Host.Configuration.Loading;
using OpenClaw.Host.Configuration.Reload;
using OpenClaw.Host.Configuration.Secrets;
using OpenClaw.Host.Configuration.Tree;
using OpenClaw.Host.Configuration.Writing;
using OpenClaw.Host.Diagnostics;
using OpenClaw.Host.Rpc;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Config;
using WireIssue = OpenClaw.Protocol.Config.ConfigIssue;

namespace OpenClaw.Host.Configuration.Rpc;

/// <summary>The methods that change the configuration.</summary>
internal sealed class ConfigWriteRpc(ConfigWriter writer, ConfigActivation activation, ISecretRegistry secrets, TimeProvider time) : IRpcModule
{
    private const string PatchKind = "config-patch";
    private const string ApplyKind = "config-apply";

    public void Register(RpcMethods methods) => methods
        .Add<ConfigSetParams, ConfigWriteResult>(
            MethodNames.ConfigSet,
            static () => ProtocolJsonContext.Default.ConfigSetParams,
            static () => ProtocolJsonContext.Default.ConfigWriteResult,
            SetAsync)
        .Add<ConfigPatchParams, ConfigWriteResult>(
            MethodNames.ConfigPatch,
            static () => ProtocolJsonContext.Default.ConfigPatchParams,
            static () => ProtocolJsonContext.Default.ConfigWriteResult,
            PatchAsync)
        .Add<ConfigApplyParams, ConfigWriteResult>(
            MethodNames.ConfigApply,
            static () => ProtocolJsonContext.Default.ConfigApplyParams,
            static () => ProtocolJsonContext.Default.ConfigWriteResult,
            ApplyAsync);

    private async ValueTask<ConfigWriteResult> SetAsync(RpcCall call, ConfigSetParams parameters, CancellationToken cancellationToken)
    {
        var written = await WriteAsync(ChangeOf(call, parameters.Raw, parameters.BaseHash), cancellationToken);
        activation.Activate(written, restartDelay: null, call);
        return new ConfigWriteResult { Ok = true, Path = written.Result.Path, Hash = written.Hash, Config = Show(written) };
    }

    private async ValueTask<ConfigWriteResult> PatchAsync(RpcCall call, ConfigPatchParams parameters, CancellationToken cancellationToken)
    {
        var change = ChangeOf(call, parameters.Raw, parameters.BaseHash) with { IsPatch = true, ReplacePaths = parameters.ReplacePaths ?? [] };
        var written = await WriteAsync(change, cancellationToken);
        return Activate(call, written, change.Method, PatchKind, parameters.Note, parameters.RestartDelayMs);
    }

    private async ValueTask<ConfigWriteResult> ApplyAsync(RpcCall call, ConfigApplyParams parameters, CancellationToken cancellationToken)
    {
        var change = ChangeOf(call, parameters.Raw, parameters.BaseHash);
        var written = await WriteAsync(change, cancellationToken);
        return Activate(call, written, change.Method, ApplyKind, parameters.Note, parameters.RestartDelayMs);
    }

    private static ConfigChange ChangeOf(RpcCall call, string raw, string? baseHash) => new()
    {
        Method = call.Method,
        Author = $"{call.Caller.ClientId} on connection {call.Caller.ConnectionId}",
        Raw = raw,
        BaseHash = baseHash,
    };

    private async Task<ConfigWritten> WriteAsync(ConfigChange change, CancellationToken cancellationToken)
    {
        try
        {
            return await writer.WriteAsync(change, cancellationToken);
        }
        catch (ConfigWriteException error)
        {
            var message = secrets.Redact(error.Message);
            throw new RpcException(error.IsRefusal ? ErrorShape.Unavailable(message) : ErrorShape.InvalidRequest(message, DetailsOf(error)));
        }
    }

    private JsonElement? DetailsOf(ConfigWriteException error) => error.Issues.Count == 0
        ? null
        : JsonSerializer.SerializeToElement(
            new ConfigIssueDetails
            {
                Issues = [.. error.Issues.Select(issue => new WireIssue { Path = issue.Path, Message = secrets.Redact(issue.Message) })],
            },
            ConfigRpcJsonContext.Default.ConfigIssueDetails);

    private ConfigWriteResult Activate(RpcCall call, ConfigWritten written, string method, string kind, string? note, long? restartDelayMs)
    {
        if (written.ChangedPaths.Count == 0)
        {
            return new ConfigWriteResult { Ok = true, Noop = true, ChangedPaths = [], Path = written.Result.Path, Config = Show(written) };
        }

        var decision = activation.Activate(written, ConfigActivation.DelayOf(restartDelayMs), call);
        return new ConfigWriteResult
        {
            Ok = true,
            Path = written.Result.Path,
            Hash = written.Hash,
            Config = Show(written),
            ChangedPaths = written.ChangedPaths,
            Sentinel = new ConfigSentinel
            {
                Persisted = false,
                Payload = new ConfigSentinelPayload
                {
                    Kind = kind,
                    Status = "ok",
                    Ts = time.GetUtcNow().ToUnixTimeMilliseconds(),
                    Message = note,
                    Stats = new ConfigSentinelStats { Mode = method, Root = written.Result.Path, RequiresRestart = decision == ReloadDecision.Restart },
                },
            },
        };
    }

    private static JsonElement Show(ConfigWritten written) =>
        ConfigRedactor.Redact(written.Result.Source ?? new ConfigObject()).ToJsonElement();
}
