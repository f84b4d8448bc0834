using System.Text;
using Microsoft.Win32.SafeHandles;

namespace OpenClaw.Host.Plugins.Crashes;

/// <summary>
/// One plugin's line in the boot marker. Whether its code runs is one byte of a file: a write survives the process, whatever
/// ends it, and costs about a microsecond.
/// </summary>
internal sealed class BootSlot
{
    public const int Length = 72;
    public const byte Idle = (byte)'-';
    public const byte Inside = (byte)'i';
    public const byte Shipped = (byte)'s';
    public const byte ThirdParty = (byte)'t';

    private const int StateAt = 0;
    private const int OriginAt = 1;
    private const int IdAt = 3;

    private readonly Lock _lock = new();
    private readonly SafeFileHandle? _file;
    private readonly long _offset;
    private int _inside;

    public BootSlot(SafeFileHandle? file, long offset, string pluginId, bool shipped)
    {
        _file = file;
        _offset = offset;
        Span<byte> line = stackalloc byte[Length];
        line.Fill((byte)' ');
        line[StateAt] = Idle;
        line[OriginAt] = shipped ? Shipped : ThirdParty;
        Encoding.ASCII.GetBytes(pluginId.AsSpan(0, Math.Min(pluginId.Length, Length - IdAt - 1)), line[IdAt..]);
        line[^1] = (byte)'\n';
        Write(line, 0);
    }

    /// <summary>Slots of plugins where there is no marker lead here.</summary>
    public static BootSlot None { get; } = new(file: null, 0, "", shipped: false);

    public void Enter()
    {
        if (_file is null)
            return;
        lock (_lock)
        {
            if (_inside++ == 0)
                Write([Inside], StateAt);
        }
    }

    public void Leave()
    {
        if (_file is null)
            return;
        lock (_lock)
        {
            if (--_inside == 0)
                Write([Idle], StateAt);
        }
    }

    /// <summary>Reads a line; null when it is torn.</summary>
    public static (string PluginId, byte State, bool Shipped)? Read(ReadOnlySpan<byte> line) =>
        line.Length == Length && line[StateAt] is Idle or Inside
            ? (Encoding.ASCII.GetString(line[IdAt..^1]).TrimEnd(), line[StateAt], line[OriginAt] == Shipped)
            : null;

    private void Write(ReadOnlySpan<byte> bytes, int at)
    {
        if (_file is null || _file.IsClosed)
            return;
        try
        {
            RandomAccess.Write(_file, bytes, _offset + at);
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // Without the marker a crash has no name; that is no reason to fail a call.
        }
    }
}
