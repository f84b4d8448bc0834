using System.Collections.Concurrent;

namespace OpenClaw.Testing.Gateway;

/// <summary>What the gateway noticed. Texts only: an exception that is kept would keep the plugin.</summary>
internal sealed class TestReport
{
    private readonly ConcurrentQueue<string> _faults = new();
    private readonly ConcurrentQueue<string> _secrets = new();
    private readonly ConcurrentQueue<TestEvent> _events = new();

    public IReadOnlyList<string> Faults => [.. _faults];

    public IReadOnlyList<TestEvent> Events => [.. _events];

    public IReadOnlyList<string> Secrets => [.. _secrets];

    public void AddFault(string where, string what) => _faults.Enqueue($"{where}: {what}");

    public void AddEvent(TestEvent told) => _events.Enqueue(told);

    public void AddSecret(string secret) => _secrets.Enqueue(secret);

    public async Task TryAsync(string where, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception fault)
        {
            AddFault(where, $"{fault.GetType().Name}: {fault.Message}");
        }
    }
}
