using Microsoft.AspNetCore.Http.Features;

namespace OpenClaw.Host.Http.PluginRoutes;

/// <summary>Status, headers and callbacks of an answer, as a plugin sets them.</summary>
internal sealed class ExchangeResponse : HttpResponseFeature
{
    private const int MaxCallbacks = 64;

    private readonly List<(Func<object, Task> Callback, object State)> _starting = [];
    private readonly List<(Func<object, Task> Callback, object State)> _completed = [];
    private bool _hasStarted;

    public override bool HasStarted => _hasStarted;

    public override void OnStarting(Func<object, Task> callback, object state) => Add(_starting, callback, state);

    public override void OnCompleted(Func<object, Task> callback, object state) => Add(_completed, callback, state);

    public async Task StartingAsync()
    {
        while (_starting is [.., var last])
        {
            _starting.RemoveAt(_starting.Count - 1);
            await last.Callback(last.State);
        }
    }

    public void MarkStarted() => _hasStarted = true;

    public async Task CompletedAsync()
    {
        while (_completed is [.., var last])
        {
            _completed.RemoveAt(_completed.Count - 1);
            await last.Callback(last.State);
        }
    }

    private static void Add(List<(Func<object, Task> Callback, object State)> callbacks, Func<object, Task> callback, object state)
    {
        if (callbacks.Count >= MaxCallbacks)
            throw new InvalidOperationException($"A request takes {MaxCallbacks} callbacks at most.");
        callbacks.Add((callback, state));
    }
}
