using System.Text;
using System.Text.Json;

namespace OpenClaw.Bench.Fuzz;

/// <summary>What recorded clients sent, and mutants that made the gateway say something new.</summary>
internal sealed class FrameCorpus
{
    private const int MaxGrown = 4_000;
    private const int MaxGrownBytes = 64 * 1024;

    private readonly Lock _gate = new();
    private readonly List<byte[]> _connects = [];
    private readonly List<byte[]> _frames = [];
    private int _grown;

    public int Count
    {
        get
        {
            lock (_gate)
                return _frames.Count;
        }
    }

    public int ConnectCount => _connects.Count;

    public static FrameCorpus Load(string folder)
    {
        var corpus = new FrameCorpus();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder, "*.jsonl").Order(StringComparer.Ordinal))
        {
            foreach (var line in File.ReadLines(file))
            {
                using var entry = JsonDocument.Parse(line);
                if (entry.RootElement.TryGetProperty("dir", out var direction) && direction.ValueEquals("c2s") && TextOf(entry.RootElement) is { } text && seen.Add(text))
                    (text.Contains("\"method\":\"connect\"", StringComparison.Ordinal) ? corpus._connects : corpus._frames).Add(Encoding.UTF8.GetBytes(text));
            }
        }

        return corpus;
    }

    public byte[] Frame(Random random)
    {
        lock (_gate)
            return _frames[random.Next(_frames.Count)];
    }

    public byte[] Connect(Random random) => _connects[random.Next(_connects.Count)];

    public void Grow(byte[] frame)
    {
        lock (_gate)
        {
            if (_grown < MaxGrown && frame.Length <= MaxGrownBytes)
            {
                _grown++;
                _frames.Add(frame);
            }
        }
    }

    private static string? TextOf(JsonElement entry) =>
        entry.TryGetProperty("frame", out var frame) ? frame.GetRawText()
        : entry.TryGetProperty("raw", out var raw) && raw.ValueKind == JsonValueKind.String ? raw.GetString()
        : null;
}
