using System.Text.Json;

namespace OpenClaw.Client.Devices;

/// <summary>Keeps device tokens in a file that only its owner may read.</summary>
public sealed class DeviceTokenFile(string path) : IDeviceTokenStore
{
    // More gateways than a person has; the oldest gives way.
    private const int Most = 256;

    private readonly Lock _gate = new();

    /// <inheritdoc/>
    public ValueTask<string?> FindAsync(Uri gateway, string deviceId, string role, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Read().FirstOrDefault(token => IsFor(token, gateway, deviceId, role))?.Token);

    /// <inheritdoc/>
    public ValueTask SaveAsync(Uri gateway, string deviceId, string role, string token, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var tokens = Read();
            if (!tokens.Any(stored => IsFor(stored, gateway, deviceId, role) && stored.Token == token))
            {
                var added = new StoredDeviceToken { Gateway = Address(gateway), DeviceId = deviceId, Role = role, Token = token };
                Write([.. tokens.Where(stored => !IsFor(stored, gateway, deviceId, role)).TakeLast(Most - 1), added]);
            }
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask RemoveAsync(Uri gateway, string deviceId, string role, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var tokens = Read();
            var kept = Array.FindAll(tokens, stored => !IsFor(stored, gateway, deviceId, role));
            if (kept.Length < tokens.Length)
            {
                Write(kept);
            }
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>A file that cannot be understood is one without tokens: gateways hand out new ones.</summary>
    private StoredDeviceToken[] Read()
    {
        try
        {
            return PrivateFile.Read(path) is { } content
                ? JsonSerializer.Deserialize(content, ClientJsonContext.Default.StoredDeviceTokenArray) ?? []
                : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private void Write(StoredDeviceToken[] tokens) =>
        PrivateFile.Replace(path, JsonSerializer.SerializeToUtf8Bytes(tokens, ClientJsonContext.Default.StoredDeviceTokenArray));

    private static bool IsFor(StoredDeviceToken token, Uri gateway, string deviceId, string role) =>
        token.Gateway == Address(gateway) && token.DeviceId == deviceId && token.Role == role;

    private static string Address(Uri gateway) => gateway.GetLeftPart(UriPartial.Authority).ToLowerInvariant();
}
