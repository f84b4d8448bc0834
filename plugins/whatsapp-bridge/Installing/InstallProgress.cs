using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Plugins;

namespace OpenClaw.Channels.WhatsApp.Installing;

/// <summary>Tells the command line how far an installation is.</summary>
internal sealed class InstallProgress(IPluginScope scope, string command, int expected)
{
    private int _fetched;
    private int _shown = -1;

    /// <summary>One more package has been fetched.</summary>
    public void Fetched() => Show(Math.Min(95, 95 * Interlocked.Increment(ref _fetched) / Math.Max(1, expected)), $"{Math.Min(_fetched, expected)} of {expected} packages");

    public void Show(int percent, string text)
    {
        if (Interlocked.Exchange(ref _shown, percent) == percent)
            return;
        var payload = new JsonObject { ["command"] = command, ["percent"] = percent, ["text"] = text };
        scope.PublishEvent("progress", JsonElement.Parse(payload.ToJsonString()));
    }
}
