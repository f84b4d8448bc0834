namespace OpenClaw.Testing.Gateway;

/// <summary>A call a plugin asked for at its stop.</summary>
internal sealed class TestStoppingAction(Func<CancellationToken, Task> action, Action<TestStoppingAction> forget) : IDisposable
{
    public Func<CancellationToken, Task> Action { get; } = action;

    public void Dispose() => forget(this);
}
