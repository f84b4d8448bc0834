using System.Globalization;
using System.Text.Json;
using OpenClaw.Plugins;

namespace OpenClaw.Channels.WhatsApp.Receiving;

/// <summary>Keeps events that could not be read, for whoever looks into it.</summary>
internal sealed class UnreadableEvents(IPluginScope scope)
{
    private const int MaxKept = 100;
    private const int MaxLength = 16_384;

    private readonly string _folder = Path.Combine(scope.StorageDirectory, "unreadable");
    private int _number;

    public async Task KeepAsync(JsonElement data, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(_folder);
        foreach (var old in Directory.GetFiles(_folder).OrderDescending(StringComparer.Ordinal).Skip(MaxKept - 1))
            File.Delete(old);
        var text = data.ValueKind == JsonValueKind.Undefined ? "" : data.GetRawText();
        var name = string.Create(CultureInfo.InvariantCulture, $"{scope.Clock.GetUtcNow():yyyyMMddHHmmssfff}-{_number++ % 1000:d3}.json");
        await File.WriteAllTextAsync(Path.Combine(_folder, name), text.Length <= MaxLength ? text : text[..MaxLength], cancellationToken);
    }
}
