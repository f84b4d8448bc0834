using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;

namespace OpenClaw.Channels.WhatsApp.Bridge;

/// <summary>What the bridge writes beside the protocol: logged without numbers and keys, and the last lines kept to explain an end.</summary>
internal sealed partial class StderrTail(ILogger logger)
{
    private const int LongestLine = 4096;
    private const int Kept = 8;
    private const int LongestKept = 160;

    private readonly Lock _gate = new();
    private readonly Queue<string> _last = new();

    public string Last
    {
        get
        {
            lock (_gate)
                return string.Join(" / ", _last.TakeLast(3));
        }
    }

    public async Task ReadAsync(Stream stream)
    {
        var lines = new LineReader(stream, LongestLine);
        try
        {
            while (await lines.ReadAsync(CancellationToken.None) is { } line)
                Note(Clean(Encoding.UTF8.GetString(line.Span)));
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException)
        {
            // It has ended.
        }
    }

    /// <summary>A line as it may be shown: no phone numbers, no keys, no control characters.</summary>
    public static string Clean(string line) =>
        Keys().Replace(Numbers().Replace(new string([.. line.Where(static sign => !char.IsControl(sign))]), "[number]"), "[key]");

    private void Note(string line)
    {
        if (line.Length == 0)
            return;
        LogLine(logger, line);
        lock (_gate)
        {
            _last.Enqueue(line.Length <= LongestKept ? line : line[..LongestKept]);
            if (_last.Count > Kept)
                _last.Dequeue();
        }
    }

    // Phone numbers and addresses made of them; texts that look like the base64 or hex of key material.
    [GeneratedRegex(@"\d{7,}")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"[A-Za-z0-9+_-]{32,}={0,2}|([0-9a-f]{2} ){8,}")]
    private static partial Regex Keys();

    [LoggerMessage(31, LogLevel.Debug, "Bridge: {Line}")]
    private static partial void LogLine(ILogger logger, string line);
}
