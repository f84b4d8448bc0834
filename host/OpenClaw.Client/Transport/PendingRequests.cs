using System.Collections.Concurrent;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Client.Transport;

/// <summary>Requests of one connection that wait for their answers, by id.</summary>
internal sealed class PendingRequests
{
    private readonly ConcurrentDictionary<string, PendingRequest> _byId = new(StringComparer.Ordinal);
    private volatile ConnectionEnd? _end;
    private long _lastId;

    public string Add(PendingRequest request)
    {
        var id = Interlocked.Increment(ref _lastId).ToString();
        _byId[id] = request;
        if (_end is { } end)
        {
            // The connection ended between the caller's look and the entry; nobody else will come for it.
            Remove(id);
            request.Fail(end.ToException(request.Method));
        }

        return id;
    }

    public void Remove(string id) => _byId.TryRemove(id, out _);

    /// <summary>Answers nobody waits for are passed over: the wait may have ended before the answer came.</summary>
    public void Complete(in ServerFrame response)
    {
        if (_byId.TryGetValue(response.Name, out var request) && request.TryComplete(response))
        {
            Remove(response.Name);
        }
    }

    public void FailAll(ConnectionEnd end)
    {
        _end = end;
        foreach (var (id, request) in _byId)
        {
            Remove(id);
            request.Fail(end.ToException(request.Method));
        }
    }
}
