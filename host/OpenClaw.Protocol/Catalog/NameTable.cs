using System.Collections.Frozen;
using System.Text;
using System.Text.Json;

namespace OpenClaw.Protocol.Catalog;

/// <summary>Known names by their UTF-8 text, so that reading one allocates nothing.</summary>
internal sealed class NameTable
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _names;

    public NameTable(IEnumerable<string> names) =>
        _names = names.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The shared instance of the reader's current string, or null when it is not a known name.</summary>
    public string? Find(ref Utf8JsonReader reader)
    {
        var utf8 = reader.ValueSpan;
        if (reader.ValueIsEscaped || utf8.Length > GatewayLimits.MaxNameLength)
        {
            return null;
        }

        Span<char> text = stackalloc char[GatewayLimits.MaxNameLength];
        var length = Encoding.UTF8.GetChars(utf8, text);
        return _names.TryGetValue(text[..length], out var name) ? name : null;
    }
}
