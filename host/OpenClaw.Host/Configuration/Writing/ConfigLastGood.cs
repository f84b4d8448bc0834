using OpenClaw.Host.Configuration.Loading;
using OpenClaw.Host.Configuration.Reload;
using OpenClaw.Host.Configuration.Secrets;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Configuration.Writing;

/// <summary>Keeps the last content of the file with which the gateway started or went on, for a person to get back to.</summary>
internal sealed class ConfigLastGood(string file, ReloadLog log)
{
    // What tools write in place of secrets: kept, it would take the place of the real ones one day.
    private static readonly string[] Placeholders = [ConfigRedactor.Placeholder, "\"***\"", "'***'", "[redacted]"];

    private ConfigLoadResult? _kept;

    public static string NameOf(string file) => $"{file}.last-good";

    public async Task KeepAsync(ConfigLoadResult good, CancellationToken cancellationToken)
    {
        if (ReferenceEquals(good, _kept) || !good.Exists || good.Text is not { } text)
        {
            return;
        }

        _kept = good;
        var name = NameOf(file);
        try
        {
            if (!Array.Exists(Placeholders, placeholder => text.Contains(placeholder, StringComparison.OrdinalIgnoreCase)) && !IsThere(name, good.Bytes.Span))
            {
                await AtomicFile.WriteAsync(name, good.Bytes, cancellationToken: cancellationToken);
            }
        }
        catch (Exception error) when (error is StorageException or IOException or UnauthorizedAccessException)
        {
            log.NotKept(error.Message);
        }
    }

    private static bool IsThere(string name, ReadOnlySpan<byte> content) => File.Exists(name) && File.ReadAllBytes(name).AsSpan().SequenceEqual(content);
}
