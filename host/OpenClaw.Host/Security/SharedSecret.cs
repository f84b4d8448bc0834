using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace OpenClaw.Host.Security;

/// <summary>Compares credentials without telling, by time, how much of one was right.</summary>
internal static class SharedSecret
{
    /// <summary>Both texts are hashed first, so that neither length nor content shows in the duration.</summary>
    public static bool Matches(string expected, string candidate)
    {
        Span<byte> left = stackalloc byte[SHA256.HashSizeInBytes];
        Span<byte> right = stackalloc byte[SHA256.HashSizeInBytes];
        Hash(expected, left);
        Hash(candidate, right);
        return CryptographicOperations.FixedTimeEquals(left, right);
    }

    private static void Hash(string text, Span<byte> digest)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        var length = Encoding.UTF8.GetBytes(text, buffer);
        SHA256.HashData(buffer.AsSpan(0, length), digest);
        ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
    }
}
