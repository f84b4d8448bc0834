using OpenClaw.Channels;
using OpenClaw.Content;
using OpenClaw.Host.Agents.Delivery;
using OpenClaw.Host.Channels.Outbox;
using OpenClaw.Host.Sessions.Runs;

namespace OpenClaw.Host.Channels.Typing;

/// <summary>Shows one chat that its answer is being written, again and again until the run ends. A failure fails nothing else.</summary>
internal sealed partial class TypingSign : IRunSign
{
    private const int MaxFailures = 2;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private readonly CancellationTokenSource _ended = new();
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly IChannelSender _sender;
    private readonly ReplyRoute _route;
    private readonly TypingMode _mode;
    private readonly TimeSpan _interval;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Task _loop;

    public TypingSign(IChannelSender sender, ReplyRoute route, TypingMode mode, TimeSpan interval, TimeProvider time, ILogger<TypingSign> logger)
    {
        (_sender, _route, _mode, _interval, _time, _logger) = (sender, route, mode, interval, time, logger);
        if (mode == TypingMode.Instant)
            _begun.SetResult();
        _loop = Task.Run(RunAsync);
    }

    public void Thought()
    {
        if (_mode == TypingMode.Thinking)
            _begun.TrySetResult();
    }

    public void Spoke(string text) => _begun.TrySetResult();

    public void Calls(ToolCallPart call)
    {
        if (_mode == TypingMode.Thinking)
            _begun.TrySetResult();
    }

    public void Called(ToolCallPart call, bool failed)
    {
        // It began with the call.
    }

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _loop;
        _ended.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            await _begun.Task.WaitAsync(_ended.Token);
            var chat = new ChatAddress(_route.ChatId, _route.ChatKind, _route.ThreadId);
            var began = _time.GetTimestamp();
            for (var failures = 0; failures < MaxFailures && _time.GetElapsedTime(began) < Longest;)
            {
                failures = await ShowAsync(chat) ? 0 : failures + 1;
                await Task.Delay(_interval, _time, _ended.Token);
            }
        }
        catch (OperationCanceledException) when (_ended.IsCancellationRequested)
        {
            // The run has ended.
        }
    }

    private async Task<bool> ShowAsync(ChatAddress chat)
    {
        try
        {
            return await _sender.ShowTypingAsync(_route.Channel, _route.AccountId, chat, _ended.Token);
        }
        catch (Exception error)
        {
            // The border to the plugin: a sign is worth no more than a line of the log.
            LogNotShown(_logger, _route.Channel, _route.AccountId, error);
            return false;
        }
    }

    [LoggerMessage(8641, LogLevel.Debug, "{Channel}/{Account} could not show that an answer is being written.")]
    private static partial void LogNotShown(ILogger logger, string channel, string account, Exception error);
}
