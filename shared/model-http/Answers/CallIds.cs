using System.Security.Cryptography;

namespace OpenClaw.Agents.Common.Answers;

/// <summary>Ids pair calls with results for a whole run, and not every far end gives good ones.</summary>
internal sealed class CallIds
{
    private const int MaxLength = 256;
    private readonly HashSet<string> _given = new(StringComparer.Ordinal);

    /// <summary>The id of the far end, or a made one where it gave none, a giant one, or the same twice.</summary>
    public string Unique(string? id)
    {
        if (id is { Length: > 0 and <= MaxLength } && _given.Add(id))
            return id;
        var made = $"call_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12))}";
        _given.Add(made);
        return made;
    }
}
