using System.Globalization;
using System.Text.Json.Nodes;

namespace OpenClaw.Channels.Tests.WhatsApp.Fake;

/// <summary>What came and was not taken yet, as the bridge keeps it on disk.</summary>
internal sealed class Mailbox
{
    private readonly Lock _gate = new();
    private readonly List<(string Spool, string Event, JsonObject Data)> _waiting = [];
    private int _lastId;

    public int Count
    {
        get
        {
            lock (_gate)
                return _waiting.Count;
        }
    }

    public IReadOnlyList<(string Spool, string Event, JsonObject Data)> All
    {
        get
        {
            lock (_gate)
                return [.. _waiting];
        }
    }

    public void Add(string kind, JsonObject data)
    {
        lock (_gate)
        {
            var spool = string.Create(CultureInfo.InvariantCulture, $"s{++_lastId}");
            data["spool"] = spool;
            _waiting.Add((spool, kind, data));
        }
    }

    public void Take(JsonArray ids)
    {
        lock (_gate)
        {
            foreach (var id in ids)
                _waiting.RemoveAll(one => one.Spool == (string?)id);
        }
    }
}
