using NLog;
using NLog.Layouts;
using NLog.Targets;

namespace OpenClaw.Host.Diagnostics.Logging;

/// <summary>Writes lines to a writer that the composition chose, so that scripts and tests can have their own.</summary>
internal sealed class ConsoleLineTarget : TargetWithLayout
{
    private readonly TextWriter _writer;

    public ConsoleLineTarget(TextWriter writer, Layout layout)
    {
        _writer = writer;
        Layout = layout;
        Name = "console";
    }

    protected override void Write(LogEventInfo logEvent)
    {
        // A reader that went away (| head) must not stop the file's lines.
        try
        {
            _writer.WriteLine(RenderLogEvent(Layout, logEvent));
            _writer.Flush();
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException)
        {
            NLog.Common.InternalLogger.Debug(error, "The console is gone.");
        }
    }
}
