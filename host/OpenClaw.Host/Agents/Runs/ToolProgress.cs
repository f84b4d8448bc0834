using OpenClaw.Content;
using OpenClaw.Host.Agents.Events;
using OpenClaw.Host.Tools;

namespace OpenClaw.Host.Agents.Runs;

/// <summary>Passes on what a tool shows while it works, as often as deltas go out; what comes in between, or late, is dropped.</summary>
internal sealed class ToolProgress(RunEvents events, ToolCallPart call, TimeSpan interval, TimeProvider time)
{
    private const int MaxCharacters = 16_000;
    private readonly Lock _lock = new();
    private long? _sentAt;
    private bool _closed;

    public void Report(MessagePart part)
    {
        lock (_lock)
        {
            if (_closed || (_sentAt is { } sentAt && time.GetElapsedTime(sentAt) < interval))
                return;
            _sentAt = time.GetTimestamp();
            events.ToolProgress(call, new TextPart(ToolText.Cut(ToolText.Of([part]), MaxCharacters)));
        }
    }

    public void Close()
    {
        lock (_lock)
            _closed = true;
    }
}
