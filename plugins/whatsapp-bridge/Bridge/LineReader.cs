namespace OpenClaw.Channels.WhatsApp.Bridge;

/// <summary>Splits what a program writes into lines. One that is longer than allowed is passed over, however long it is, and counted.</summary>
internal sealed class LineReader(Stream stream, int longest)
{
    private const int Usual = 16 * 1024;

    private byte[] _buffer = new byte[Math.Min(Usual, longest + 1)];
    private int _start;
    private int _scanned;
    private int _end;
    private bool _isPassing;

    /// <summary>Lines that were too long.</summary>
    public int TooLong { get; private set; }

    /// <returns>The next line without its end, valid until the next call; nothing at the end of the stream.</returns>
    public async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var found = _buffer.AsSpan(_scanned, _end - _scanned).IndexOf((byte)'\n');
            if (found >= 0)
            {
                var (first, length) = (_start, _scanned + found - _start);
                _start = _scanned = _scanned + found + 1;
                if (!_isPassing && length <= longest)
                    return _buffer.AsMemory(first, length);
                Pass();
                _isPassing = false;
                continue;
            }

            _scanned = _end;
            if (_isPassing)
                _start = _end;
            else if (_end - _start > longest)
                (_isPassing, _start) = (true, _end);
            MakeRoom();
            var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
            if (read == 0)
                return null;
            _end += read;
        }
    }

    private void Pass() => TooLong++;

    private void MakeRoom()
    {
        if (_start == _end)
        {
            (_start, _scanned, _end) = (0, 0, 0);
            // What one long line needed is not kept for ever.
            if (_buffer.Length > Usual)
                _buffer = new byte[Math.Min(Usual, longest + 1)];
        }
        else if (_end == _buffer.Length && _start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_scanned, _end, _start) = (_scanned - _start, _end - _start, 0);
        }
        else if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, Math.Min(_buffer.Length * 2, longest + 1));
        }
    }
}
