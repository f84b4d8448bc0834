using OpenClaw.Host.Cli.Logs;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Protocol.Status;

namespace OpenClaw.Host.Cli.PluginDev;

/// <summary>Prints what a plugin logs, and what the gateway logs about it.</summary>
internal sealed class PluginLogTail(ILogSource source, string pluginId, TextWriter output, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var last = await source.ReadAsync(new LogsTailParams { Limit = 1 }, cancellationToken);
        while (true)
        {
            await Task.Delay(Pause, time, cancellationToken);
            last = await source.ReadAsync(new LogsTailParams { Cursor = last.Cursor, Limit = 1_000 }, cancellationToken);
            foreach (var record in last.Lines.Select(LogRecord.Parse).Where(IsOurs))
                output.WriteLine(ControlText.ToOneLine(record.Text));
        }
    }

    private bool IsOurs(LogRecord record) =>
        record.Subsystem == $"plugin.{pluginId}"
        || record.Subsystem?.StartsWith($"plugin.{pluginId}.", StringComparison.Ordinal) == true
        || record.Message?.Contains(pluginId, StringComparison.Ordinal) == true;
}
