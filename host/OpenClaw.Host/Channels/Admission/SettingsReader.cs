using System.Text.Json;

namespace OpenClaw.Host.Channels.Admission;

/// <summary>Reads the settings of a channel, which keep the form of the file. What has another type than expected counts as absent.</summary>
internal static class SettingsReader
{
    extension(JsonElement settings)
    {
        public JsonElement Member(string name) =>
            settings.ValueKind == JsonValueKind.Object && settings.TryGetProperty(name, out var member) ? member : default;

        public string? Text(string name) => settings.Member(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

        public bool? Flag(string name) => settings.Member(name).ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => null,
        };

        public int? Integer(string name) =>
            settings.Member(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var value) ? value : null;

        /// <summary>Entries of a list; ids may be written as numbers.</summary>
        public IReadOnlyList<string>? Texts(string name) =>
            settings.Member(name) is { ValueKind: JsonValueKind.Array } list
                ? [.. list.EnumerateArray().Where(static item => item.ValueKind is JsonValueKind.String or JsonValueKind.Number).Select(static item => item.ToString())]
                : null;

        public T? Choice<T>(string name)
            where T : struct, Enum =>
            settings.Text(name) is { } text && Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;
    }
}
