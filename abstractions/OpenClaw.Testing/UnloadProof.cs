namespace OpenClaw.Testing;

/// <summary>Tells whether a stopped plugin is gone from memory.</summary>
public sealed class UnloadProof
{
    private const int MaxCollections = 30;

    private readonly WeakReference _context;

    internal UnloadProof(WeakReference context) => _context = context;

    /// <summary>Collects until the plugin is gone, or gives up.</summary>
    /// <returns>Whether it is gone.</returns>
    public async Task<bool> IsGoneAsync()
    {
        for (var i = 0; i < MaxCollections && _context.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            await Task.Delay(TimeSpan.FromMilliseconds(10));
        }

        return !_context.IsAlive;
    }
}
