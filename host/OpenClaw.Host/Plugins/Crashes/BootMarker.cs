using System.Text;
using Microsoft.Win32.SafeHandles;
using OpenClaw.Host.Plugins.Discovery;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Plugins.Crashes;

/// <summary>
/// A file that exists as long as plugins may run, and says whose code is running. It is taken away by an orderly stop, so one that
/// is found at a start tells of a crash and of who was at work.
/// </summary>
internal sealed class BootMarker(string path) : IDisposable
{
    private const int MaxSlots = 512;

    private static BootMarker? _current;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, BootSlot> _slots = new(StringComparer.Ordinal);
    private SafeFileHandle? _file;

    /// <summary>Begins a life.</summary>
    /// <returns>How the one before ended, when that was not in order.</returns>
    public LastEnd? Open()
    {
        var last = File.Exists(path) ? Read() : null;
        try
        {
            StatePaths.CreatePrivate(Path.GetDirectoryName(path)!);
            _file = File.OpenHandle(path, FileMode.Create, FileAccess.Write, FileShare.Read | FileShare.Delete);
            RandomAccess.Write(_file, Header(), 0);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or StorageException)
        {
            // A full disk keeps nobody from starting; crashes have no name then.
            _file?.Dispose();
            _file = null;
        }

        Volatile.Write(ref _current, this);
        return last;
    }

    public BootSlot SlotOf(string pluginId, PluginOrigin origin)
    {
        if (_file is null)
            return BootSlot.None;
        lock (_lock)
        {
            if (_slots.TryGetValue(pluginId, out var slot))
                return slot;
            return _slots.Count == MaxSlots
                ? BootSlot.None
                : _slots[pluginId] = new BootSlot(_file, (long)(_slots.Count + 1) * BootSlot.Length, pluginId, origin == PluginOrigin.Shipped);
        }
    }

    /// <summary>Ends a life in order: no plugin code runs any more.</summary>
    public void Close()
    {
        Interlocked.CompareExchange(ref _current, null, this);
        if (Interlocked.Exchange(ref _file, null) is not { } file)
            return;
        Delete();
        file.Dispose();
    }

    public void Dispose() => Close();

    /// <summary>The gateway ends its process in a hurry, for reasons of its own.</summary>
    public static void Leave() => Interlocked.Exchange(ref _current, null)?.Delete();

    private void Delete()
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It is then taken for a crash; three of them would be needed to matter.
        }
    }

    private LastEnd? Read()
    {
        try
        {
            var content = File.ReadAllBytes(path);
            if (content.Length < BootSlot.Length || !content.AsSpan(0, BootSlot.Length).SequenceEqual(Header()))
                return null;
            List<(string PluginId, byte State, bool Shipped)> slots = [];
            for (var at = BootSlot.Length; at + BootSlot.Length <= content.Length && slots.Count < MaxSlots; at += BootSlot.Length)
            {
                if (BootSlot.Read(content.AsSpan(at, BootSlot.Length)) is { } slot)
                    slots.Add(slot);
            }

            return LastEnd.Of(slots);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Names the boot of the machine: what it took down with it was nobody's crash.</summary>
    private static byte[] Header()
    {
        var boot = "unknown";
        if (OperatingSystem.IsLinux())
        {
            try
            {
                boot = File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim();
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // Hidden in some containers; each crash counts then.
            }
        }

        return Encoding.ASCII.GetBytes($"openclaw boot {boot}".PadRight(BootSlot.Length - 1)[..(BootSlot.Length - 1)] + "\n");
    }
}
