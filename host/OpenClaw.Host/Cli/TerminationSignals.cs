using System.Runtime.InteropServices;
using OpenClaw.Host.Plugins.Crashes;

namespace OpenClaw.Host.Cli;

/// <summary>The first Ctrl-C or SIGTERM asks for a clean end; a second one does not wait for it.</summary>
internal sealed class TerminationSignals : IDisposable
{
    private readonly CancellationTokenSource _requested = new();
    private readonly PosixSignalRegistration[] _registrations;

    public TerminationSignals() =>
        _registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Handle(context, ExitCodes.Interrupted)),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Handle(context, ExitCodes.Terminated)),
        ];

    public CancellationToken Token => _requested.Token;

    public void Dispose()
    {
        Array.ForEach(_registrations, static registration => registration.Dispose());
        _requested.Dispose();
    }

    private void Handle(PosixSignalContext context, int exitCode)
    {
        context.Cancel = true;
        if (_requested.IsCancellationRequested)
        {
            // Otherwise the next start would take it for a crash.
            BootMarker.Leave();
            Environment.Exit(exitCode);
        }

        _requested.Cancel();
    }
}
