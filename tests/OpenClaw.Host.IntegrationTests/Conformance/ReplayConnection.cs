using System.Text.Json;
using OpenClaw.Host.IntegrationTests.Gateway;

namespace OpenClaw.Host.IntegrationTests.Conformance;

/// <summary>One client of a replay; keeps every frame it gets.</summary>
internal sealed class ReplayConnection(FrameClient client) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    private readonly Lock _lock = new();
    private readonly List<JsonElement> _frames = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task? _reading;

    /// <summary>How the connection ended; null while it is open.</summary>
    public ServerMessage? End { get; private set; }

    public FrameClient Client => client;

    public IReadOnlyList<JsonElement> Frames
    {
        get
        {
            lock (_lock)
                return [.. _frames];
        }
    }

    public IReadOnlyList<JsonElement> AnswersTo(string id) =>
        [.. Frames.Where(frame => FrameLabels.Text(frame, "type") == "res" && FrameLabels.Text(frame, "id") == id)];

    public void Start() => _reading = ReadAsync();

    public Task SendAsync(string frame) => client.SendAsync(frame);

    /// <summary>False when it does not come true in time.</summary>
    public async Task<bool> UntilAsync(Func<IReadOnlyList<JsonElement>, bool> condition)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                if (condition(_frames))
                    return true;
                changed = _changed.Task;
            }

            try
            {
                await changed.WaitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                return false;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await client.DisposeAsync();
        if (_reading is not null)
            await _reading;
    }

    private async Task ReadAsync()
    {
        try
        {
            while (End is null)
                Take(await client.ReceiveAsync());
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            // Nothing came for long, or the replay is over.
        }
    }

    private void Take(ServerMessage message)
    {
        TaskCompletionSource changed;
        lock (_lock)
        {
            if (message.Frame is { } frame)
                _frames.Add(frame);
            else
                End = message;
            changed = _changed;
            _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        changed.TrySetResult();
    }
}
