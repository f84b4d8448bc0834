using System.Runtime.InteropServices;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Reload;
using OpenClaw.Host.Diagnostics;
using OpenClaw.Host.Plugins.Watching;

namespace OpenClaw.Host.Hosting;

/// <summary>
/// Signals by which an operator talks to a gateway that runs. They are held over restarts inside the process: without a
/// handler each of them would end it.
/// </summary>
internal sealed class ProcessSignals : IDisposable
{
    private readonly List<PosixSignalRegistration> _registrations = [];
    private volatile IServiceProvider? _life;

    public ProcessSignals()
    {
        if (OperatingSystem.IsWindows())
            return;
        var (first, second) = OperatingSystem.IsLinux() ? (10, 12) : (30, 31);
        On(PosixSignal.SIGHUP, Reread);
        On((PosixSignal)first, static life => Restart(life, "SIGUSR1"));
        On((PosixSignal)second, static life => Restart(life, "SIGUSR2"));
    }

    /// <summary>Tells the signals whom they are for. Between two lives they are for nobody.</summary>
    public Attachment Attach(IServiceProvider life)
    {
        _life = life;
        return new Attachment(this);
    }

    public void Dispose() => _registrations.ForEach(static registration => registration.Dispose());

    private void On(PosixSignal signal, Action<IServiceProvider> act) => _registrations.Add(PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = true;
        if (_life is { } life)
            act(life);
    }));

    private static void Reread(IServiceProvider life)
    {
        life.GetRequiredService<ReloadLog>().Signalled("SIGHUP", "reading the configuration and the plugin folders again");
        life.GetRequiredService<ConfigReloader>().Reread();
        life.GetRequiredService<PluginFolders>().Rescan();
    }

    private static void Restart(IServiceProvider life, string signal)
    {
        var (restart, log) = (life.GetRequiredService<RestartSignal>(), life.GetRequiredService<ReloadLog>());
        if (!restart.IsArmed && !RestartRight.IsGranted(life.GetRequiredService<IConfigSource>().Current))
        {
            log.NotAuthorized(signal);
            return;
        }

        log.Signalled(signal, "restart mode: in-process restart");
        restart.Request(TimeSpan.Zero);
    }

    /// <summary>Ends with the life it was made for.</summary>
    internal sealed class Attachment(ProcessSignals signals) : IDisposable
    {
        public void Dispose() => signals._life = null;
    }
}
