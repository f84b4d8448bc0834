using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using OpenClaw.Host.Plugins.Loading;

namespace OpenClaw.Host.Plugins.Faults;

/// <summary>Finds the plugin behind an exception.</summary>
internal static class PluginOwner
{
    /// <summary>The first frame of a plugin counts; the top one can be the runtime's, as with a callback on a token.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="generation">That of the code that threw.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static string? Of(Exception exception, out int generation)
    {
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (Of(new StackTrace(cause, fNeedFileInfo: false), out generation) is { } pluginId)
                return pluginId;
        }

        generation = 0;
        return null;
    }

    private static string? Of(StackTrace stack, out int generation)
    {
        foreach (var frame in stack.GetFrames())
        {
            var assembly = frame.GetMethod()?.Module.Assembly;
            if (assembly is not null && AssemblyLoadContext.GetLoadContext(assembly) is PluginLoadContext context)
            {
                generation = context.Generation;
                return context.PluginId;
            }
        }

        generation = 0;
        return null;
    }
}
