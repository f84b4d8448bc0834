namespace OpenClaw.Sdk;

/// <summary>What the build says of the project: lines of <c>Name=value</c>; a line without a known name goes on with the value before.</summary>
internal sealed class ProjectValues
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    public string this[string name] => _values.GetValueOrDefault(name, "");

    public static ProjectValues Read(string file)
    {
        var values = new ProjectValues();
        var last = "";
        foreach (var line in File.ReadLines(file))
        {
            var split = line.IndexOf('=', StringComparison.Ordinal);
            if (split > 0 && line.AsSpan(0, split).IndexOfAnyExcept(Letters) < 0)
                values._values[last = line[..split]] = line[(split + 1)..].Trim();
            else if (last.Length > 0)
                values._values[last] = $"{values._values[last]} {line.Trim()}".Trim();
        }

        return values;
    }

    public string? Optional(string name) => this[name] is { Length: > 0 } value ? value : null;

    /// <summary>A list as projects write it, parted by semicolons or commas.</summary>
    public string[] List(string name) => this[name].Split([';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static readonly System.Buffers.SearchValues<char> Letters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
}
