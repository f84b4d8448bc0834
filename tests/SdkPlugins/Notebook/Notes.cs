using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Plugins;

namespace OpenClaw.SdkPlugins.Notebook;

/// <summary>Notes in memory; each new one is an event.</summary>
public sealed class Notes(IPluginScope scope)
{
    private readonly ConcurrentQueue<string> _all = new();

    public IReadOnlyCollection<string> All => _all;

    public void Add(string note)
    {
        _all.Enqueue(note);
        scope.PublishEvent("added", JsonElement.Parse(new JsonObject { ["note"] = note }.ToJsonString()));
    }
}
