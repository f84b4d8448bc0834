using System.Buffers;
using System.Text;

namespace OpenClaw.Host.Diagnostics.Redaction;

/// <summary>
/// Keeps every secret with its encodings in one multi-string search, rebuilt when a secret is added and read without a
/// lock. Secrets are few and live long; lines are many.
/// </summary>
internal sealed class SecretRegistry : ISecretRegistry
{
    public const string Mask = "***";

    // Host code registers what an operator configured. More than this means that a caller registers what strangers send.
    private const int MaxSecrets = 10_000;

    private readonly Lock _gate = new();
    private readonly HashSet<string> _secrets = new(StringComparer.Ordinal);
    private readonly HashSet<string> _needles = new(StringComparer.Ordinal);
    private volatile Searcher _searcher = new([]);

    public void Register(string? secret)
    {
        if (string.IsNullOrWhiteSpace(secret) || secret.Length < ISecretRegistry.MinimumLength)
        {
            return;
        }

        lock (_gate)
        {
            if (!_secrets.Add(secret))
            {
                return;
            }

            if (_secrets.Count > MaxSecrets)
            {
                throw new InvalidOperationException($"More than {MaxSecrets} secrets are registered; register configured secrets only.");
            }

            _needles.UnionWith(SecretEncodings.Of(secret));
            _searcher = new Searcher([.. _needles]);
        }
    }

    public string Redact(string text) => _searcher.Replace(text);

    private sealed class Searcher(string[] needles)
    {
        private readonly SearchValues<string> _values = SearchValues.Create(needles, StringComparison.Ordinal);

        // Longest first: of two secrets that start alike the longer one must go as a whole.
        private readonly string[] _byLength = [.. needles.OrderByDescending(static needle => needle.Length)];

        public string Replace(string text)
        {
            var next = needles.Length == 0 ? -1 : text.AsSpan().IndexOfAny(_values);
            if (next < 0)
            {
                return text;
            }

            var clean = new StringBuilder(text.Length);
            var at = 0;
            while (next >= 0)
            {
                clean.Append(text, at, next).Append(Mask);
                at += next + LengthOfMatch(text.AsSpan(at + next));
                next = text.AsSpan(at).IndexOfAny(_values);
            }

            return clean.Append(text, at, text.Length - at).ToString();
        }

        private int LengthOfMatch(ReadOnlySpan<char> rest)
        {
            foreach (var needle in _byLength)
            {
                if (rest.StartsWith(needle, StringComparison.Ordinal))
                {
                    return needle.Length;
                }
            }

            return 1;
        }
    }
}
