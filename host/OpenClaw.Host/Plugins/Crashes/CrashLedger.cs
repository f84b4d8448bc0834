using System.Text.Json;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Plugins.Crashes;

/// <summary>
/// Remembers crashes on disk and concludes from them which plugins stay off. The file is there only after a crash, so a start
/// in order reads nothing.
/// </summary>
internal sealed class CrashLedger(string path, TimeProvider clock)
{
    /// <summary>So many crashes within <see cref="Window"/> turn a plugin off that was at work in each.</summary>
    public const int MaxOfPlugin = 3;

    /// <summary>So many that nobody can be blamed for, and only shipped plugins are loaded.</summary>
    public const int MaxOfNobody = 5;

    // A file that somebody filled is not worth the memory.
    private const int MaxBytes = 256 * 1024;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    public bool IsPresent => File.Exists(path);

    public CrashRecord Read()
    {
        try
        {
            return IsPresent && new FileInfo(path).Length <= MaxBytes
                ? JsonSerializer.Deserialize(File.ReadAllBytes(path), CrashJsonContext.Default.CrashRecord) ?? CrashRecord.Empty
                : CrashRecord.Empty;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            return CrashRecord.Empty;
        }
    }

    /// <summary>The crashes that still count.</summary>
    public IEnumerable<Crash> Recent(CrashRecord record)
    {
        var now = clock.GetUtcNow();
        return record.Crashes.Where(crash => now - crash.FoundAt <= Window);
    }

    /// <summary>Adds a crash, and those plugins to the held ones that it was one too many for.</summary>
    public CrashRecord Add(LastEnd end)
    {
        var now = clock.GetUtcNow();
        var before = Read();
        Crash[] recent = [.. Recent(before), new Crash { FoundAt = now, Suspects = end.Suspects }];
        var held = new Dictionary<string, string>(before.Held, StringComparer.Ordinal);
        foreach (var id in end.Suspects.Where(id => recent.Count(crash => crash.Suspects.Contains(id, StringComparer.Ordinal)) >= MaxOfPlugin))
            held[id] = $"The gateway crashed {MaxOfPlugin} times within {Window.TotalMinutes:0} minutes while its code ran.";
        // What is held explains its crashes; they no longer count against others.
        var record = new CrashRecord { Crashes = [.. recent.Where(crash => !crash.Suspects.Any(held.ContainsKey))], Held = held };
        Write(record);
        return record;
    }

    /// <summary>Lets a plugin run again.</summary>
    public void Release(string pluginId)
    {
        var record = Read();
        if (record.Held.ContainsKey(pluginId))
            Write(record with { Held = record.Held.Where(pair => pair.Key != pluginId).ToDictionary(StringComparer.Ordinal) });
    }

    /// <summary>Why only shipped plugins are loaded; null when there is no need.</summary>
    public static string? SafeModeReason(CrashRecord record) =>
        record.Crashes.Count >= MaxOfNobody
            ? $"Safe mode: the gateway crashed {record.Crashes.Count} times within {Window.TotalMinutes:0} minutes and no single plugin can be blamed, so only shipped plugins are loaded. "
                + "Turn off what you added last, then stop and start the gateway to leave safe mode."
            : null;

    private void Write(CrashRecord record)
    {
        try
        {
            if (record.Crashes.Count == 0 && record.Held.Count == 0)
                File.Delete(path);
            else
                Replace(JsonSerializer.SerializeToUtf8Bytes(record, CrashJsonContext.Default.CrashRecord));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or StorageException)
        {
            // The next crash tries again.
        }
    }

    private void Replace(byte[] content)
    {
        StatePaths.CreatePrivate(Path.GetDirectoryName(path)!);
        var temporary = $"{path}.tmp";
        File.WriteAllBytes(temporary, content);
        File.Move(temporary, path, overwrite: true);
    }
}
