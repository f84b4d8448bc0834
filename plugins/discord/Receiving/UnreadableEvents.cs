using System.Text.Json;
using OpenClaw.Plugins;

namespace OpenClaw.Channels.Discord.Receiving;

/// <summary>Keeps events that cannot be read, for whoever wants to know what was lost. The newest, and not much of each.</summary>
internal sealed class UnreadableEvents(IPluginScope scope)
{
    private const int MaxKept = 100;
    private const int MaxLength = 16_384;

    private readonly string _folder = Path.Combine(scope.StorageDirectory, "unreadable");
    private int _count;

    /// <exception cref="IOException">The disk does not take it; the event is offered again.</exception>
    public async Task KeepAsync(JsonElement content, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(_folder);
        foreach (var old in Directory.GetFiles(_folder).OrderDescending(StringComparer.Ordinal).Skip(MaxKept - 1))
            File.Delete(old);
        var text = content.ValueKind == JsonValueKind.Undefined ? "" : content.GetRawText();
        var name = $"{scope.Clock.GetUtcNow().ToUnixTimeMilliseconds():d15}-{Interlocked.Increment(ref _count):d6}.json";
        await File.WriteAllTextAsync(Path.Combine(_folder, name), text.Length <= MaxLength ? text : text[..MaxLength], cancellationToken);
    }
}
