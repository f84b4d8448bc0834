using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using OpenClaw.Host.Plugins.Loading;

namespace OpenClaw.Host.Plugins.Faults;

/// <summary>Finds the plugin an exception comes from.</summary>
internal static class PluginOwner
{
    /// <summary>The first frame of a plugin counts; the top one can be the runtime's, as with a callback on a token.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static string? Of(Exception exception)
    {
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
            foreach (var frame in new StackTrace(cause, fNeedFileInfo: false).GetFrames())
            {
                var assembly = frame.GetMethod()?.Module.Assembly;
                if (assembly is not null && AssemblyLoadContext.GetLoadContext(assembly) is PluginLoadContext context)
                    return context.PluginId;
            }
        }

        return null;
    }
}
