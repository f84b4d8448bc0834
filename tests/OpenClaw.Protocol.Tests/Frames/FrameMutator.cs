using System.Text;

namespace OpenClaw.Protocol.Tests.Frames;

/// <summary>Bends recorded frames, the same way for the same seed.</summary>
internal sealed class FrameMutator(int seed, IReadOnlyList<byte[]> frames)
{
    private static readonly byte[][] Tokens =
    [
        .. new[]
        {
            "null", "true", "1e400", "-0", "9223372036854775808", "1.5", "\"\"", "{}", "[]", "[[[[", "{\"a\":", "\\ud800", "\\u0000", ",", "\"id\":",
            "\"type\":\"req\",", "\"method\":\"agent\",", "\uFEFF", "\\", "\"", "}", "]", "\"__proto__\":1,",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    private readonly Random _random = new(seed);

    public byte[] Next()
    {
        var frame = new List<byte>(Pick(frames));
        for (var changes = _random.Next(4); changes > 0; changes--)
        {
            Change(frame);
        }

        return [.. frame];
    }

    private void Change(List<byte> frame)
    {
        var at = _random.Next(frame.Count + 1);
        var length = Math.Min(_random.Next(12), frame.Count - at);
        switch (_random.Next(6))
        {
            case 0 when at < frame.Count:
                frame[at] = (byte)_random.Next(256);
                break;
            case 1:
                frame.RemoveRange(at, length);
                break;
            case 2:
                frame.InsertRange(at, frame.GetRange(at, length));
                break;
            case 3:
                frame.InsertRange(at, Pick(Tokens));
                break;
            case 4:
                frame.RemoveRange(at, length);
                frame.InsertRange(at, Pick(Tokens));
                break;
            default:
                frame.InsertRange(at, Pick(frames).Take(200));
                break;
        }
    }

    private T Pick<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];
}
