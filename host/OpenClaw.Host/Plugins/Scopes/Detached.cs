namespace OpenClaw.Host.Plugins.Scopes;

/// <summary>Starts a plugin's work without the caller's ambient values, which would otherwise live as long as the work does.</summary>
internal static class Detached
{
    public static T Start<T>(Func<T> start)
    {
        if (ExecutionContext.IsFlowSuppressed())
            return start();
        using (ExecutionContext.SuppressFlow())
            return start();
    }
}
