using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace OpenClaw.Host.Tests.Channels.Crash;

/// <summary>
/// A moment in the life of a process at which it kills itself with SIGKILL: before or after a commit, or before or after something
/// outside is called, the so-manieth time.
/// </summary>
internal sealed class FaultPoint(string kind, int number)
{
    public const string BeforeCommit = "before-commit";
    public const string AfterCommit = "after-commit";
    public const string BeforeModel = "before-model";
    public const string AfterModel = "after-model";
    public const string BeforeTool = "before-tool";
    public const string AfterTool = "after-tool";
    public const string BeforeSend = "before-send";
    public const string AfterSend = "after-send";
    public const string BeforeAcknowledgement = "before-acknowledgement";

    private readonly ConcurrentDictionary<string, int> _passed = new(StringComparer.Ordinal);

    /// <summary>How often each kind was passed, as <c>kind:count</c>.</summary>
    public IEnumerable<string> Passed => _passed.Select(static one => string.Create(CultureInfo.InvariantCulture, $"{one.Key}:{one.Value}"));

    public static FaultPoint Parse(string text) =>
        text.Split(':') is [var kind, var number] ? new FaultPoint(kind, int.Parse(number, CultureInfo.InvariantCulture)) : new FaultPoint("", 0);

    public void Pass(string here)
    {
        if (_passed.AddOrUpdate(here, 1, static (_, count) => count + 1) != number || here != kind)
            return;
        Process.GetCurrentProcess().Kill();
        // Nothing may happen between the signal and the end.
        Thread.Sleep(Timeout.Infinite);
    }
}
