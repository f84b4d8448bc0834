using System.Collections.Concurrent;

namespace OpenClaw.Bench.Fuzz;

/// <summary>What came of all mutants so far.</summary>
internal sealed class FuzzTally
{
    private const int MaxExamples = 20;
    private readonly ConcurrentDictionary<(string Method, string Answer), byte[]> _outcomes = new();
    private readonly ConcurrentQueue<string> _faults = new();
    private long _executions;
    private long _answers;
    private long _connections;
    private int _faultCount;
    private int _unanswered;

    public long Executions => Interlocked.Read(ref _executions);

    public long Answers => Interlocked.Read(ref _answers);

    public long Connections => Interlocked.Read(ref _connections);

    /// <summary>Handlers that threw, connections that broke inside the gateway, gateways that could not be reached.</summary>
    public int Faults => _faultCount;

    public int Unanswered => _unanswered;

    public int Outcomes => _outcomes.Count;

    /// <summary>The first of what went wrong, with the mutant.</summary>
    public IReadOnlyCollection<string> Examples => _faults;

    public ConcurrentDictionary<int, int> Closes { get; } = new();

    public void Sent() => Interlocked.Increment(ref _executions);

    public void Connected() => Interlocked.Increment(ref _connections);

    public void Closed(int code) => Closes.AddOrUpdate(code, 1, static (_, count) => count + 1);

    /// <returns>True when no mutant before made the gateway say that.</returns>
    public bool Answered(string method, string answer, byte[] mutant)
    {
        Interlocked.Increment(ref _answers);
        return _outcomes.TryAdd((method, answer), mutant);
    }

    public void Fault(string what)
    {
        Interlocked.Increment(ref _faultCount);
        Note(what);
    }

    public void NotAnswered(string what)
    {
        Interlocked.Increment(ref _unanswered);
        Note($"not answered: {what}");
    }

    private void Note(string what)
    {
        if (_faults.Count < MaxExamples)
            _faults.Enqueue(what);
    }
}
