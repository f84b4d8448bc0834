using System.Buffers;
using System.Text;

namespace SQLitePCL;

/// <summary>A text encoded for one call: on the stack when short, in a rented array otherwise; never without an address.</summary>
internal ref struct Utf8Buffer : IDisposable
{
    public const int OnStack = 512;

    private byte[]? _rented;

    public Utf8Buffer(string text, Span<byte> stack)
    {
        var needed = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (needed > stack.Length)
        {
            // Counting first keeps the rented array at the size of the text instead of three times that.
            stack = _rented = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetByteCount(text));
        }

        Length = Encoding.UTF8.GetBytes(text, stack);
        Bytes = stack;
    }

    /// <summary>The buffer, longer than the text and never empty, so that fixing it gives an address.</summary>
    public ReadOnlySpan<byte> Bytes { get; }

    public int Length { get; }

    public void Dispose()
    {
        if (_rented is { } rented)
        {
            _rented = null;
            ArrayPool<byte>.Shared.Return(rented);
        }
    }
}
