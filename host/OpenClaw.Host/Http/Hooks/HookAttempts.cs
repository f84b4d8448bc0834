using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace OpenClaw.Host.Http.Hooks;

/// <summary>
/// Lists of which some items were taken and one was not. Their sender sends them again, and the same name for that attempt keeps the items
/// that were taken from being taken twice. A list that was taken whole may come again and is another one.
/// </summary>
internal sealed class HookAttempts
{
    private const int MaxAttempts = 256;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, string> _open = new(StringComparer.Ordinal);

    public string Of(string path, JsonElement body)
    {
        lock (_gate)
        {
            if (_open.Count >= MaxAttempts)
                _open.Clear();
            var key = KeyOf(path, body);
            return _open.TryGetValue(key, out var known) ? known : _open[key] = Guid.NewGuid().ToString();
        }
    }

    public void Done(string path, JsonElement body)
    {
        lock (_gate)
            _open.Remove(KeyOf(path, body));
    }

    private static string KeyOf(string path, JsonElement body) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{path}\n{body.GetRawText()}")));
}
