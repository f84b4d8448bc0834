using System.Runtime.ExceptionServices;
using OpenClaw.Host.Diagnostics;
using OpenClaw.Host.Plugins.Lifecycle;

namespace OpenClaw.Host.Plugins.Faults;

/// <summary>
/// The last stop for exceptions outside any call: threads, timers, async void. One that comes from a plugin is logged, noted
/// on that plugin and swallowed; one of the gateway's own ends the process, because its state can no longer be trusted.
/// </summary>
internal sealed class UnhandledExceptionGuard(PluginHost plugins, ISecretRegistry secrets, ILogger<UnhandledExceptionGuard> logger)
{
    private static UnhandledExceptionGuard? _inForce;

    private readonly PluginLog _log = new(logger);

    /// <summary>Takes effect for the whole process, in place of the guard of a gateway that ran in it before.</summary>
    public void Install()
    {
        // The runtime takes one handler per process and never gives it back.
        if (Interlocked.Exchange(ref _inForce, this) is null)
            ExceptionHandling.SetUnhandledExceptionHandler(static exception => _inForce!.Handle(exception));
    }

    /// <returns>Whether the process goes on.</returns>
    public bool Handle(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        var fault = PluginFault.From(exception, secrets.Redact);
        if (PluginOwner.Of(exception, out var generation) is not { } pluginId)
        {
            _log.HostUnhandled(fault.Trace);
            return false;
        }

        _log.Unhandled(pluginId, fault.Trace);
        plugins.Stray(pluginId, generation, fault);
        return true;
    }
}
