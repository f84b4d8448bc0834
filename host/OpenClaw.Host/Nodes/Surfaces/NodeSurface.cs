using OpenClaw.Protocol.Connect;

namespace OpenClaw.Host.Nodes.Surfaces;

/// <summary>What a node offers: capabilities, commands, and what its operating system lets it do.</summary>
internal sealed record NodeSurface
{
    public const int MaxNames = 256;
    public const int LongestName = 128;

    public static NodeSurface Nothing { get; } = new();

    public IReadOnlyList<string> Caps { get; init; } = [];

    public IReadOnlyList<string> Commands { get; init; } = [];

    /// <summary>Null when the node said nothing of permissions.</summary>
    public IReadOnlyDictionary<string, bool>? Permissions { get; init; }

    public bool IsEmpty => Caps.Count == 0 && Commands.Count == 0 && Permissions is null or { Count: 0 };

    /// <summary>Takes what a connect request declares, without names that are none and without more than can be looked through.</summary>
    public static NodeSurface From(ConnectParams connect) => new()
    {
        Caps = Names(connect.Caps),
        Commands = Names(connect.Commands),
        Permissions = connect.Permissions?.Where(static entry => IsName(entry.Key)).Take(MaxNames)
            .ToDictionary(static entry => entry.Key, static entry => entry.Value, StringComparer.Ordinal),
    };

    /// <summary>Whether nothing of the other surface goes beyond this one.</summary>
    public bool Covers(NodeSurface other) =>
        other.Caps.All(Caps.Contains)
        && other.Commands.All(Commands.Contains)
        && (other.Permissions ?? new Dictionary<string, bool>()).All(entry => !entry.Value || Permissions?.GetValueOrDefault(entry.Key) is true);

    /// <summary>What both have.</summary>
    public NodeSurface Within(NodeSurface other) => new()
    {
        Caps = [.. Caps.Where(other.Caps.Contains)],
        Commands = [.. Commands.Where(other.Commands.Contains)],
        Permissions = Permissions,
    };

    public bool IsSameAs(NodeSurface other) =>
        Caps.SequenceEqual(other.Caps)
        && Commands.SequenceEqual(other.Commands)
        && (Permissions ?? new Dictionary<string, bool>()).OrderBy(static entry => entry.Key, StringComparer.Ordinal)
            .SequenceEqual((other.Permissions ?? new Dictionary<string, bool>()).OrderBy(static entry => entry.Key, StringComparer.Ordinal));

    private static IReadOnlyList<string> Names(IReadOnlyList<string>? names) =>
        names is null ? [] : [.. names.Where(IsName).Distinct(StringComparer.Ordinal).Take(MaxNames)];

    private static bool IsName(string name) =>
        name.Length is > 0 and <= LongestName && name.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '-' or ':' or '/');
}
