using OpenClaw.Host.Configuration.Writing;
using OpenClaw.Host.Diagnostics;
using OpenClaw.Host.Events;
using OpenClaw.Host.Rpc;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Events;

namespace OpenClaw.Host.Configuration.Reload;

/// <summary>Lets a written change take its effect, and tells everyone that there is one.</summary>
internal sealed partial class ConfigActivation(
    ConfigSource source, RestartSignal restart, IEventPublisher events, IConnections connections, TimeProvider time, ILogger<ConfigActivation> logger)
{
    /// <summary>Long enough for the answer to reach its caller and for another change to follow.</summary>
    private const long DefaultRestartDelayMs = 2_000;

    // Further off than anybody waits, and no further than a timer reaches.
    private const long LongestRestartDelayMs = 86_400_000;

    /// <summary>The delay a caller asked for, within bounds: by then the change is written and cannot be refused any more.</summary>
    public static TimeSpan DelayOf(long? milliseconds) =>
        TimeSpan.FromMilliseconds(Math.Clamp(milliseconds ?? DefaultRestartDelayMs, 0, LongestRestartDelayMs));

    /// <param name="written">A change that is on disk.</param>
    /// <param name="restartDelay">When to start again if the change needs it; null leaves that to the next start.</param>
    /// <param name="call">Who changed it: connections that the change ends are ended after the answer.</param>
    public ReloadDecision Activate(ConfigWritten written, TimeSpan? restartDelay, RpcCall call)
    {
        if (written.ChangedPaths.Count == 0)
        {
            return ReloadDecision.Apply;
        }

        var changed = string.Join(", ", written.ChangedPaths);
        var before = source.Current.Gateway;
        var after = written.Result.Require().Gateway;
        var isHotSecret = AuthChange.IsHot(before.Auth, after.Auth);
        var demanding = written.ChangedPaths.Where(path => !isHotSecret || !AuthChange.IsSecret(path));
        var decision = ReloadDecisions.For(
            before.Reload.Mode, (ReloadClass)Math.Max((int)ReloadClasses.Of(demanding), (int)(isHotSecret ? ReloadClass.Hot : ReloadClass.None)));
        switch (decision)
        {
            case ReloadDecision.Apply:
                source.Publish(written.Result);
                LogApplied(logger, changed);
                if (AuthChange.MethodsOf(before, after) is { Count: > 0 } methods)
                {
                    call.AfterAnswer(() => connections.CloseAuthenticatedBy(methods));
                }

                break;
            case ReloadDecision.Restart when restartDelay is { } delay:
                LogRestart(logger, changed);
                restart.Request(delay);
                break;
            default:
                LogPending(logger, changed);
                break;
        }

        Announce(written);
        return decision;
    }

    private void Announce(ConfigWritten written) => events.Publish(GatewayEvent.Create(
        EventNames.ConfigChanged,
        new ConfigChangedEvent { Path = written.Result.Path, Hash = written.Hash, Ts = time.GetUtcNow().ToUnixTimeMilliseconds() },
        ProtocolJsonContext.Default.ConfigChangedEvent));

    [LoggerMessage(5030, LogLevel.Information, "Configuration change applied ({Paths}).")]
    private static partial void LogApplied(ILogger logger, string paths);

    [LoggerMessage(5031, LogLevel.Information, "Configuration change requires a gateway restart ({Paths}).")]
    private static partial void LogRestart(ILogger logger, string paths);

    [LoggerMessage(5032, LogLevel.Warning, "Configuration change waits for the next start of the gateway ({Paths}).")]
    private static partial void LogPending(ILogger logger, string paths);
}
