using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace OpenClaw.Channels.Discord.State;

/// <summary>A small file that is replaced whole. What cannot be read counts as not there.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The semaphores make no handle; there is nothing to give back.")]
internal sealed class StateFile<T>(string path, JsonTypeInfo<T> type)
    where T : class
{
    private readonly SemaphoreSlim _turn = new(1);

    public T? Read()
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize(File.ReadAllBytes(path), type) : null;
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Writes it now, where somebody waits for it; a disk that takes nothing is not told of.</summary>
    public void Write(T state)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes($"{path}.new", JsonSerializer.SerializeToUtf8Bytes(state, type));
            File.Move($"{path}.new", path, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Needed after a kill alone.
        }
    }

    /// <exception cref="IOException">The disk does not take it.</exception>
    public async Task WriteAsync(T state, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllBytesAsync($"{path}.new", JsonSerializer.SerializeToUtf8Bytes(state, type), cancellationToken);
            File.Move($"{path}.new", path, overwrite: true);
        }
        finally
        {
            _turn.Release();
        }
    }
}
