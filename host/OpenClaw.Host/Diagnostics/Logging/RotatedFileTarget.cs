using NLog.Common;
using NLog.Targets;

namespace OpenClaw.Host.Diagnostics.Logging;

/// <summary>
/// The file target looks at the size of its file once per batch, and a flush is a single batch of all that waits. Small
/// portions keep the cap when ten thousand lines come at once.
/// </summary>
internal sealed class RotatedFileTarget : FileTarget
{
    private const int Portion = 16;

    protected override void Write(IList<AsyncLogEventInfo> logEvents)
    {
        foreach (var portion in logEvents.Chunk(Portion))
        {
            base.Write(portion);
        }
    }
}
