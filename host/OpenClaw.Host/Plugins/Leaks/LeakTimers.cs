using System.Collections;
using System.Reflection;

namespace OpenClaw.Host.Plugins.Leaks;

/// <summary>
/// All timers of the process, each a place where a search begins. They are lists that other threads change all the time, and each
/// timer knows the next one only: a walk from link to link loses the rest as soon as one of them is taken out.
/// </summary>
internal static class LeakTimers
{
    private const BindingFlags Members = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>Reads private parts of the runtime; where they have other names there are no timers.</summary>
    public static IReadOnlyList<object> All()
    {
        var type = typeof(object).Assembly.GetType("System.Threading.TimerQueue");
        return type?.GetProperty("Instances", Members)?.GetValue(null) is IEnumerable queues ? [.. queues.Cast<object>().SelectMany(Of)] : [];
    }

    private static List<object> Of(object queue)
    {
        var type = queue.GetType();
        if (type.GetProperty("SharedLock", Members)?.GetValue(queue) is not Lock inUse
            || type.GetMethod("GetTimersForDebugger", Members)?.Invoke(queue, null) is not IEnumerable timers)
        {
            return [];
        }

        lock (inUse)
            return [.. timers.Cast<object>()];
    }
}
