using System.Diagnostics;

namespace OpenClaw.TestPlugins;

/// <summary>An object of the plugin that others may hold.</summary>
public sealed class Observer : IObserver<DiagnosticListener>
{
    public int Number { get; } = 1;

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void OnNext(DiagnosticListener value)
    {
    }
}
