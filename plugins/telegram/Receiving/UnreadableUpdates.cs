using OpenClaw.Plugins;

namespace OpenClaw.Channels.Telegram.Receiving;

/// <summary>Keeps events that cannot be read, for whoever wants to know what was lost. The newest, and not much of each.</summary>
internal sealed class UnreadableUpdates(IPluginScope scope)
{
    private const int MaxKept = 100;
    private const int MaxLength = 16_384;

    private readonly string _folder = Path.Combine(scope.StorageDirectory, "unreadable");

    /// <exception cref="IOException">The disk does not take it; the event is offered again.</exception>
    public async Task KeepAsync(ReceivedUpdate update, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(_folder);
        foreach (var old in Directory.GetFiles(_folder).OrderDescending(StringComparer.Ordinal).Skip(MaxKept - 1))
            File.Delete(old);
        var text = update.Raw.GetRawText();
        await File.WriteAllTextAsync(
            Path.Combine(_folder, $"{update.Id:d20}.json"), text.Length <= MaxLength ? text : text[..MaxLength], cancellationToken);
    }
}
